package commands

import (
	"context"

	"griot/knowledge"
)

var quotationsName = Option{Name: "name"}

func quotationsCommand() Command {
	return Command{Name: "quotations", Hidden: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.quotations(quotationsName)
	}}
}

// quotations lists the proved words that the claims about an entry rest on,
// each under its claim.
func (r Request) quotations(o Option) (Reply, error) {
	m := r.find(o, knowledge.EntryKinds()...)
	if m.reply != nil {
		return *m.reply, nil
	}
	e := r.View.Entry(m.id)
	p := r.compose(r.Say().Say("title.quotations", "name", r.text(e.Name)), e.Kind())
	p.reply.Entry = e.ID
	p.showing(m)
	for _, c := range r.View.About(e.ID) {
		if r.hasWords(c) {
			p.claim(c)
		}
	}
	if len(p.told) == 0 {
		p.note(Line, plain(r.Say().Say("missing.quotations")))
	}
	p.buttons([]Button{r.toEntry(e)})
	for i := range p.reply.Pages {
		p.contextButton(&p.reply.Pages[i])
	}
	return p.done(), nil
}

func (r Request) hasWords(c *knowledge.Claim) bool {
	for _, cite := range c.Cites {
		if _, state := r.View.Prove(cite); state == knowledge.Verified {
			return true
		}
	}
	return false
}
