package commands

import (
	"context"

	"griot/knowledge"
)

var contextAt = Option{Name: "at"}

func contextCommand() Command {
	return Command{Name: "context", Hidden: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.context()
	}}
}

// context shows the paragraph of a quotation between those before and after.
func (r Request) context() (Reply, error) {
	m := publicID.FindStringSubmatch(contextAt.In(r))
	if m == nil || r.source(m[1]) == nil {
		return Reply{}, refused("button")
	}
	source := r.source(m[1])
	at, err := knowledge.ParseAt(m[2])
	if err != nil {
		return Reply{}, refused("button")
	}
	p := r.compose(r.Say().Say("title.context", "id", contextAt.In(r)), "")
	for n := at.Paragraph - 1; n <= at.Paragraph+1; n++ {
		if q, err := r.View.QuoteAt(source.Label, knowledge.Sentences(n, 0, 0)); err == nil {
			p.quotation(q)
		}
	}
	p.flush()
	if len(p.reply.Pages) == 0 {
		return r.missing(r.Say().Say("missing.text", "source", source.Label), ""), nil
	}
	return p.done(), nil
}
