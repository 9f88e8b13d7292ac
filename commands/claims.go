package commands

import (
	"context"
	"slices"

	"griot/knowledge"
)

var claimsName = Option{Name: "name"}

func claimsCommand() Command {
	return Command{Name: "claims", Hidden: true, Private: true, Run: func(_ context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.EditRecord); err != nil {
			return Reply{}, err
		}
		e := r.View.Entry(knowledge.ID(claimsName.In(r)))
		if e == nil {
			return Reply{}, refused("button")
		}
		p := r.compose(r.Say().Say("title.claims", "name", r.text(e.Name)), e.Kind())
		p.claimsWith(r.View.About(e.ID), r.editClaim)
		return p.done(), nil
	}}
}

// claimsWith lists claims under their numbers and ids, five
// a page, each with a button.
func (p *pages) claimsWith(claims []*knowledge.Claim, button func(c *knowledge.Claim, n int) Button) {
	n := 0
	if len(claims) == 0 {
		p.note(Line, plain(p.request.Say().Say("claims.none")))
	}
	for part := range slices.Chunk(claims, MaxButtonsInRow) {
		var row []Button
		first := len(p.reply.Pages)
		for _, c := range part {
			n++
			u := p.name("", c)
			u.blocks[0].Style = Item
			u.blocks[0].Spans = append([]Span{bold(p.request.Say().Say("claims.number", "n", n, "id", c.ID))}, u.blocks[0].Spans...)
			p.put(u)
			row = append(row, button(c, n))
		}
		p.flush()
		for i := first; i < len(p.reply.Pages); i++ {
			p.reply.Pages[i].Buttons = append(p.reply.Pages[i].Buttons, row)
		}
	}
}
