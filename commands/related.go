package commands

import (
	"context"
	"slices"

	"griot/knowledge"
)

var relatedName = Option{Name: "name"}

func relatedCommand() Command {
	return Command{Name: "related", Hidden: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.related()
	}}
}

// related lists what the sources tie to an entry, and a button to each.
func (r Request) related() (Reply, error) {
	m := r.find(relatedName, knowledge.EntryKinds()...)
	if m.reply != nil {
		return *m.reply, nil
	}
	e := r.View.Entry(m.id)
	p := r.compose(r.Say().Say("title.related", "name", r.text(e.Name)), e.Kind())
	p.reply.Entry = e.ID
	tied := r.tiedTo(e)
	if len(tied) == 0 {
		p.note(Line, plain(r.Say().Say("missing.related")))
		return p.done(), nil
	}
	p.relations(e)
	p.flush()
	first := tied[:min(len(tied), maxOffered)]
	p.shows(tied...)
	var rows [][]Button
	for part := range slices.Chunk(first, MaxButtonsInRow) {
		var row []Button
		for _, id := range part {
			row = append(row, r.toEntry(r.View.Entry(id)))
		}
		rows = append(rows, row)
	}
	p.buttons(rows...)
	return p.done(), nil
}

// tiedTo lists the entries that a relation ties to e, in either direction, in
// the order in which its card names them.
func (r Request) tiedTo(e *knowledge.Entry) []knowledge.ID {
	var all []knowledge.ID
	add := func(id knowledge.ID) {
		if other := r.View.Entry(id); other != nil && !slices.Contains(all, other.ID) {
			all = append(all, other.ID)
		}
	}
	for _, is := range knowledge.Relations {
		for _, rel := range e.Relations {
			if rel.Is == is {
				add(rel.To)
			}
		}
		for _, t := range r.View.Ties(e.ID) {
			if t.Is == is {
				add(t.From)
			}
		}
	}
	return all
}
