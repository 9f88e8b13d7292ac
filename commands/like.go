package commands

import (
	"context"

	"griot/knowledge"
)

var likeID = Option{Name: "id"}

func likeCommand() Command {
	return Command{Name: "like", Hidden: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.like()
	}}
}

// like searches for what is like a claim or the words at a place: by their own
// words, without themselves.
func (r Request) like() (Reply, error) {
	words, title, self := "", likeID.In(r), knowledge.ID(likeID.In(r))
	if c := r.View.Claim(self); c != nil {
		words, _ = c.Text.In(r.Locale)
		title = r.View.PublicID(c.Cites[0].Source, c.Cites[0].At)
	} else if q, ok := r.at(likeID.In(r)); ok {
		words, self = q.Text(), knowledge.PassageID(q.Source(), q.At().Paragraph)
	}
	if words == "" {
		return Reply{}, refused("button")
	}
	p := r.compose(r.Say().Say("title.like", "id", title), "")
	f := filter{r: r}
	for _, h := range r.View.Search(words, maxResults/2, f.options()...).Hits {
		if knowledge.ID(h.ID) != self {
			p.result(knowledge.ID(h.ID), words)
		}
	}
	p.flush()
	if len(p.reply.Pages) == 0 {
		return r.missing(r.Say().Say("missing.like"), ""), nil
	}
	return p.done(), nil
}

// at reads a public id as the words at its place.
func (r Request) at(id string) (knowledge.Quotation, bool) {
	m := publicID.FindStringSubmatch(id)
	if m == nil || r.source(m[1]) == nil {
		return knowledge.Quotation{}, false
	}
	at, err := knowledge.ParseAt(m[2])
	if err != nil {
		return knowledge.Quotation{}, false
	}
	q, err := r.View.QuoteAt(r.source(m[1]).Label, at)
	return q, err == nil
}
