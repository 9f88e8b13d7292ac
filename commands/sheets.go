package commands

import (
	"slices"
	"strings"

	"griot/commands/aspect"
	"griot/knowledge"
)

// sheet returns what the values of a request say a form is about.
func (r Request) sheet() (sheet, error) {
	if _, err := r.desk(); err != nil {
		return sheet{}, err
	}
	as := r.Values[sheetAs]
	switch action := knowledge.Action(as); action {
	case knowledge.Hide, knowledge.Show, knowledge.Freeze, knowledge.Thaw:
		return r.turning(action)
	case knowledge.Merge:
		return r.merging()
	}
	if kind, isNew := strings.CutPrefix(as, newSheet); isNew {
		return r.adding(knowledge.Kind(kind))
	}
	a, known := aspect.Named(as)
	switch {
	case !known || a.New:
		return sheet{}, refused("button")
	case r.Values[sheetProposal] != "":
		return r.rewording(a)
	}
	return r.rewriting(a)
}

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

// fieldsOf sets the fields of an aspect into a form, and after them why; who
// suggests is also asked for where it can be read.
func (r Request) fieldsOf(fields []aspect.Field) []Field {
	var all []Field
	for _, f := range fields {
		all = append(all, r.field(f.Name, f.Value, f.Long, f.Required))
	}
	if r.Values[sheetSuggest] != "" {
		all = append(all, r.field("where", "", false, false))
	}
	if len(all) < MaxFields {
		all = append(all, r.field("reason", "", true, false))
	}
	return all
}

// field is a field with its label, and an example of what to write.
func (r Request) field(name, value string, long, required bool) Field {
	f := Field{Name: name, Label: r.Say().Say("label." + name), Value: value, Long: long, Required: required}
	f.Placeholder = r.Say().Say("hint." + name)
	return f
}
