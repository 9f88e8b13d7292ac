package commands

import (
	"cmp"

	"griot/knowledge"
)

// settled returns the asker as the server's settings have it: in its language,
// if they name one.
func (g *Griot) settled(asker Asker) Asker {
	asker.Locale = cmp.Or(g.Library.View(asker.Guild).Settings().Language, asker.Locale)
	return asker
}

// ByDefault returns what a command asks that somebody typed on a server: if it
// says nothing of its privacy, as the settings have it.
func (g *Griot) ByDefault(guild string, ask Ask) Ask {
	_, said := ask.Values[private.Name]
	if said || g.isPrivate(ask.Command) || !g.Library.View(guild).Settings().Private {
		return ask
	}
	return ask.privately(true)
}

// level says how far a model may go for a server: as its settings have it, else
// as the operator has it.
func (g *Griot) level(on knowledge.Settings, guild string) Level {
	switch {
	case on.Summaries != "":
		return Level(on.Summaries)
	case g.Level != nil:
		return g.Level(guild)
	}
	return Selected
}

func (g *Griot) copies() ([]Copy, error) {
	if g.Copies == nil {
		return nil, nil
	}
	return g.Copies()
}
