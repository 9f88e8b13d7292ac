package commands

import (
	"context"

	"griot/knowledge"
)

func aboutCommand() Command {
	return Command{Name: "about", Run: func(_ context.Context, r Request) (Reply, error) { return r.about(), nil }}
}

// about says what Griot is, what it holds, and how much of it is proved.
func (r Request) about() Reply {
	say := r.Say()
	p := r.compose(say.Say("title.about"), "")
	for _, key := range []string{"about.what", "about.quotes", "about.marks"} {
		p.note(Line, plain(say.Say(key)))
	}
	imported := 0
	for _, s := range r.View.Sources() {
		if len(r.View.Passages(s.ID)) > 0 {
			imported++
		}
	}
	claims := r.View.Claims()
	p.note(Line, plain(say.Say("about.holdings",
		"actors", len(r.View.Entries(knowledge.KindActor)), "events", len(r.View.Entries(knowledge.KindEvent)),
		"reforms", len(r.View.Entries(knowledge.KindReform)), "claims", len(claims),
		"sources", len(r.View.Sources()), "imported", imported)))
	states := map[knowledge.State]int{}
	for _, c := range claims {
		for _, cite := range c.Cites {
			_, state := r.View.Prove(cite)
			states[state]++
		}
	}
	p.note(Line, plain(say.Say("about.proof", "verified", states[knowledge.Verified], "unchecked", states[knowledge.NotImported],
		"whole", states[knowledge.WholeSource], "orphans", states[knowledge.Orphan])))
	p.note(Line, plain(r.modelLine()))
	return p.done()
}

// modelLine says whether there is a language model, and how it does.
func (r Request) modelLine() string {
	if r.Model == nil {
		return r.Say().Say("about.model")
	}
	state := r.Model.State()
	if state.Rest {
		return r.Say().Say("about.model resting", "name", state.Name)
	}
	return r.Say().Say("about.model named", "name", state.Name)
}
