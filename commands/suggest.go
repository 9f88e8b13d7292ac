package commands

import (
	"context"

	"griot/commands/aspect"
	"griot/knowledge"
)

var suggestName = Option{Name: "name", Required: true}.completing(knowledge.EntryKinds()...)

func suggestCommand() Command {
	return Command{Name: "suggest", Options: []Option{suggestName}, Private: true, Run: func(_ context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.Suggest); err != nil {
			return Reply{}, err
		}
		m := r.find(suggestName, knowledge.EntryKinds()...)
		if m.reply != nil {
			return *m.reply, nil
		}
		return r.suggest(r.View.Entry(m.id)), nil
	}}
}

// takesSuggestions reports whether cards offer to correct them: on a server
// that takes suggestions from anybody.
func (r Request) takesSuggestions() bool {
	return r.View.Layer() != knowledge.Shelf && r.may(knowledge.Suggest) == nil
}

// suggest asks what of an entry is to be corrected: the line, the names, one of
// its claims, or one that is missing.
func (r Request) suggest(e *knowledge.Entry) Reply {
	say := r.Say()
	p := r.compose(say.Say("title.suggest", "name", r.text(e.Name)), e.Kind())
	p.note(Line, plain(say.Say("suggest.what")))
	p.one(say.Say("kind."+string(e.Kind())), r.text(e.Is.Line), e.Is.Claim)
	p.claimsWith(r.View.About(e.ID), func(c *knowledge.Claim, n int) Button {
		return r.suggestButton(say.Say("button.claim", "n", n), aspect.SuggestClaim, c.ID)
	})
	p.buttons([]Button{
		r.suggestButton(say.Say("button.line"), aspect.SuggestLine, e.ID),
		r.suggestButton(say.Say("button.called"), aspect.SuggestNames, e.ID),
		r.sheetButton(say.Say("button.missing"), sheetAs, newSheet+string(knowledge.KindClaim), sheetAbout, string(e.ID), sheetSuggest, "yes"),
	})
	return p.done()
}

func (r Request) suggestButton(label, as string, id knowledge.ID) Button {
	return r.sheetButton(label, sheetAs, as, sheetRecord, string(id), sheetSuggest, "yes")
}
