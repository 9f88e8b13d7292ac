package commands

import (
	"griot/knowledge"
)

// changingState is the sheet that hides a record from readers, shows it again,
// freezes it against edits or thaws it.
func (r Request) changingState(action knowledge.Action) (sheet, error) {
	id := knowledge.ID(r.Values[sheetRecord])
	record, found := r.View.Draft(id)
	if !found || !record.Kind.IsKnowledge() {
		return sheet{}, refused("button")
	}
	to := record
	switch action {
	case knowledge.Hide:
		to.State = knowledge.Hidden
	case knowledge.Show:
		to.State = knowledge.Live
	default:
		var err error
		if to, err = r.mark(id, action); err != nil {
			return sheet{}, err
		}
	}
	s := sheet{title: r.Say().Say("form."+string(action), "name", r.draftTitle(record)), stamp: stampOf(to)}
	s.fields = []Field{r.field("reason", "", true, false)}
	s.edit = func(map[string]string) (written, error) {
		e := knowledge.Edit{Action: action, Target: id, Records: []knowledge.Record{to}}
		return written{edit: e, notes: []string{r.Say().Say("sheet." + string(action))}}, nil
	}
	return s, nil
}

// mark returns the mark that freezes a record, as it would be.
func (r Request) mark(id knowledge.ID, action knowledge.Action) (knowledge.Record, error) {
	mark := knowledge.FrozenID(id)
	fresh, err := knowledge.NewRecord(r.View.Layer(), knowledge.KindFrozen, mark, knowledge.Frozen{Target: id})
	if old, there := r.View.Draft(mark); there {
		fresh.Rev, fresh.Base = old.Rev, old.Base
	}
	if action == knowledge.Thaw {
		fresh.State = knowledge.Withdrawn
	}
	return fresh, err
}
