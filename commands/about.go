package commands

import (
	"context"

	"griot/knowledge"
)

func aboutCommand() Command {
	return Command{Name: "about", Run: func(ctx context.Context, r Request) (Reply, error) { return r.about(ctx), nil }}
}

// about says what Griot is, what it holds, and how much of it is proved.
func (r Request) about(ctx context.Context) Reply {
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
		"sources", origins(r.View.Sources()), "imported", imported)))
	states := map[knowledge.State]int{}
	for _, c := range claims {
		for _, cite := range c.Cites {
			_, state := r.View.Prove(cite)
			states[state]++
		}
	}
	p.note(Line, plain(say.Say("about.proof", "verified", states[knowledge.Verified], "unchecked", states[knowledge.NotImported],
		"whole", states[knowledge.WholeSource], "orphans", states[knowledge.Orphan])))
	for _, line := range r.modelLines(ctx) {
		p.note(Line, plain(line))
	}
	return p.done()
}

// modelLines say whether there is a language model, how far it may go here, how
// it does, and what the day still has for it.
func (r Request) modelLines(ctx context.Context) []string {
	say := r.Say()
	if r.Model == nil {
		return []string{say.Say("about.model")}
	}
	state := r.Model.State()
	lines := []string{say.Say("about.model "+string(r.Level), "name", state.Name)}
	switch {
	case !state.Until.IsZero():
		lines = append(lines, say.Say("about.model resting", "n", state.Faults, "until", state.Until.UTC().Format("15:04")))
	case state.Faults > 0:
		lines = append(lines, say.Say("about.model faults", "n", state.Faults))
	}
	left := r.Model.Left(ctx, r.Who)
	for _, of := range []struct {
		key string
		n   int
	}{{"about.left user", left.User}, {"about.left guild", left.Guild}, {"about.left all", left.All}} {
		if of.n != Unlimited {
			lines = append(lines, say.Say(of.key, "n", of.n))
		}
	}
	return lines
}
