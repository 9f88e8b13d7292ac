package commands

import (
	"slices"

	"griot/commands/aspect"
	"griot/knowledge"
)

// merging is the sheet that merges a record into another of its kind.
func (r Request) merging() (sheet, error) {
	id := knowledge.ID(r.Values[sheetRecord])
	from, found := r.View.Draft(id)
	if !found || !slices.Contains(addable(), from.Kind) {
		return sheet{}, refused("button")
	}
	s := sheet{title: r.Say().Say("form.merge", "name", r.draftTitle(from)), stamp: stampOf(from)}
	s.fields = []Field{r.field("into", "", false, true), r.field("reason", "", true, false)}
	s.edit = func(typed map[string]string) (written, error) {
		into, faults := aspect.Ref(r.View, "into", typed["into"], from.Kind)
		if into = r.View.Canonical(into); len(faults) > 0 || into == "" || into == id {
			if len(faults) == 0 {
				faults = aspect.Faults{{Field: "into", Code: "fault.into"}}
			}
			return written{faults: faults}, nil
		}
		records, err := r.merged(from, into)
		names := []any{"from", r.draftTitle(from), "into", r.titleOf(into), "id", id}
		e := knowledge.Edit{Action: knowledge.Merge, Target: id, Records: records}
		return written{edit: e, notes: []string{r.Say().Say("sheet.merge", names...)}}, err
	}
	return s, nil
}

// merged returns the records of a merge: the one that redirects from here on,
// and the other with what it takes over.
func (r Request) merged(from knowledge.Record, into knowledge.ID) ([]knowledge.Record, error) {
	away := from
	away.State, away.Into = knowledge.Merged, into
	to, found := r.View.Draft(into)
	if !found {
		return nil, refused("button")
	}
	a, err := from.Content()
	if err != nil {
		return nil, err
	}
	b, err := to.Content()
	if err != nil {
		return nil, err
	}
	knowledge.TakeOver(b, a)
	fresh, err := knowledge.NewRecord(r.View.Layer(), to.Kind, to.ID, b)
	fresh.Rev, fresh.Base, fresh.State = to.Rev, to.Base, to.State
	return []knowledge.Record{away, fresh}, err
}
