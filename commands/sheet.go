package commands

import (
	"fmt"
	"strings"

	"griot/commands/aspect"
	"griot/knowledge"
)

// sheet is a form of the desk: the fields with what stands there now, and the
// edit that what is typed comes to. The fill command opens it, draft shows what
// it would change, keep saves it, or send if it is suggested; between them it is
// made anew each time, from the values of the ask that say what it is about.
type sheet struct {
	title  string
	fields []Field
	stamp  string // of the records that it begins with, as stampOf makes it
	edit   func(typed map[string]string) (written, error)
}

// written is what a sheet comes to once it is filled in.
type written struct {
	edit   knowledge.Edit
	notes  []string // to be told before it is saved
	more   []Button
	faults aspect.Faults // what can't be read; the edit is of no use then
}

// What an ask says of a sheet, beside what is typed.
const (
	sheetAs       = "as"       // which sheet
	sheetRecord   = "record"   // the id that it is about
	sheetClaim    = "claim"    // of a new entry: the claim's id
	sheetAbout    = "topic"    // of a new claim: the entry's id
	sheetProposal = "proposal" // of one that passes in other words
	sheetSuggest  = "suggest"  // set if it is suggested
	sheetStamp    = "stamp"
)

var sheetValues = []string{sheetAs, sheetRecord, sheetClaim, sheetAbout, sheetProposal, sheetSuggest, sheetStamp}

// sheet returns what the values of a request say a form is about.
func (r Request) sheet() (sheet, error) {
	if _, err := r.desk(); err != nil {
		return sheet{}, err
	}
	as := r.Values[sheetAs]
	switch action := knowledge.Action(as); action {
	case knowledge.Hide, knowledge.Show, knowledge.Freeze, knowledge.Thaw:
		return r.changingState(action)
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

func (r Request) written() (sheet, written, error) {
	s, err := r.sheet()
	if err != nil {
		return s, written{}, err
	}
	w, err := s.edit(r.Values)
	w.edit.Reason = r.reason()
	return s, w, err
}

// reason is why, and where it can be read, as who writes says it.
func (r Request) reason() string {
	reason, where := strings.TrimSpace(r.Values["reason"]), strings.TrimSpace(r.Values["where"])
	if where == "" {
		return reason
	}
	return strings.TrimSpace(reason + "\n" + r.Say().Say("sheet.where", "where", where))
}

// stampOf tells one version of records from another.
func stampOf(records ...knowledge.Record) string {
	var all []string
	for _, r := range records {
		all = append(all, fmt.Sprintf("%d.%d", r.Rev, r.Base))
	}
	return strings.Join(all, " ")
}

// sheetButton leads to a sheet.
func (r Request) sheetButton(label string, pairs ...string) Button {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	return Button{Label: label, Ask: Ask{Command: "fill", Values: values}, Opens: ForMe}
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
