package commands

import (
	"slices"

	"griot/commands/aspect"
	"griot/knowledge"
)

// rewriting is the sheet of an aspect of a record: an edit, or a suggestion.
func (r Request) rewriting(a aspect.Aspect) (sheet, error) {
	record, found := r.View.Draft(knowledge.ID(r.Values[sheetRecord]))
	if !found || !slices.Contains(a.Kinds, record.Kind) {
		return sheet{}, refused("button")
	}
	s, err := r.ofRecord(a, r.View, record, record)
	if err != nil {
		return sheet{}, err
	}
	s.title, s.stamp = r.Say().Say("form.edit", "name", r.draftTitle(record)), stampOf(record)
	if r.editing() == knowledge.Suggest {
		s.title = r.Say().Say("form.suggest", "name", r.draftTitle(record))
	}
	read := s.edit
	s.edit = func(typed map[string]string) (written, error) {
		w, err := read(typed)
		w.edit.Action, w.edit.Target = r.editing(), record.ID
		return w, err
	}
	return s, nil
}

// editing is what a sheet does: it edits, or suggests to.
func (r Request) editing() knowledge.Action {
	if r.Values[sheetSuggest] != "" {
		return knowledge.Suggest
	}
	return knowledge.EditRecord
}

// ofRecord is the sheet of an aspect of a record, whose names are read in a
// view; shown is the version that the form shows.
func (r Request) ofRecord(a aspect.Aspect, v *knowledge.View, record, shown knowledge.Record) (sheet, error) {
	body, err := shown.Content()
	if err != nil {
		return sheet{}, err
	}
	fields, err := a.Write(v, body)
	if err != nil {
		return sheet{}, err
	}
	edit := func(typed map[string]string) (written, error) {
		body, err := record.Content()
		if err != nil {
			return written{}, err
		}
		w := written{faults: a.Read(v, body, typed)}
		fresh, err := knowledge.NewRecord(r.View.Layer(), record.Kind, record.ID, body)
		fresh.Rev, fresh.Base, fresh.State, fresh.Into = record.Rev, record.Base, record.State, record.Into
		w.edit.Records = []knowledge.Record{fresh}
		return w, err
	}
	return sheet{fields: r.fieldsOf(fields), edit: edit}, nil
}
