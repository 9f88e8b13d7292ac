package commands

import (
	"context"
	"maps"
	"slices"
	"strings"

	"griot/commands/aspect"
	"griot/knowledge"
	"griot/knowledge/text"
)

// newSheet begins the name of the sheet of a new record, before its kind.
const newSheet = "new "

// addable are the kinds that people add.
func addable() []knowledge.Kind {
	return append(knowledge.EntryKinds(), knowledge.KindClaim, knowledge.KindSource, knowledge.KindPlace)
}

var addKind = Option{Name: "kind", Describe: "option.add", Complete: func(r Request) []Choice {
	var all []Choice
	for _, k := range addable() {
		name := r.Say().Say("kind." + string(k))
		if strings.Contains(text.Fold(name), text.Fold(r.Values["kind"])) {
			all = append(all, Choice{Name: name, Value: string(k)})
		}
	}
	return all
}}

func addCommand() Command {
	return Command{Name: "add", Options: []Option{addKind}, Private: true, Form: true, For: knowledge.Moderator,
		Run: func(_ context.Context, r Request) (Reply, error) {
			if err := r.may(knowledge.EditRecord); err != nil {
				return Reply{}, err
			}
			kind := knowledge.Kind(strings.ToLower(addKind.In(r)))
			switch {
			case kind == "":
				return r.whatToAdd(), nil
			case !slices.Contains(addable(), kind):
				return Reply{}, invalid("add kind", "typed", Echo(addKind.In(r)))
			}
			r.Values = maps.Clone(r.Values) // a button may bring the words of some fields
			r.Values[sheetAs] = newSheet + string(kind)
			return r.fill()
		}}
}

// whatToAdd asks of which kind the new record is to be.
func (r Request) whatToAdd() Reply {
	say := r.Say()
	p := r.compose(say.Say("title.choose"), "")
	p.reply.Outcome = Choose
	p.note(Line, plain(say.Say("add.which")))
	for _, k := range addable() {
		values := maps.Clone(r.Values)
		values[addKind.Name] = string(k)
		p.button(Button{Label: say.Say("kind." + string(k)), Ask: Ask{Command: "add", Values: values}, Writes: true})
	}
	return p.done()
}

// numbered gives what a sheet adds its ids, once: what is shown before it is
// saved is what is saved.
func (r Request) numbered() (Request, error) {
	if !strings.HasPrefix(r.Values[sheetAs], newSheet) || r.Values[sheetRecord] != "" {
		return r, nil
	}
	r.Values = maps.Clone(r.Values)
	for _, name := range []string{sheetRecord, sheetClaim} {
		id, err := r.Library.NewID()
		if err != nil {
			return r, err
		}
		r.Values[name] = string(id)
	}
	return r, nil
}

// adding is the sheet of a record that is not there yet.
func (r Request) adding(kind knowledge.Kind) (sheet, error) {
	id, claim := knowledge.ID(r.Values[sheetRecord]), knowledge.ID(r.Values[sheetClaim])
	if !slices.Contains(addable(), kind) || id.Validate() != nil || claim.Validate() != nil {
		return sheet{}, refused("button")
	}
	a, blank := r.blank(kind, id, claim)
	fields, err := a.Write(r.View, blank())
	if err != nil {
		return sheet{}, err
	}
	return sheet{title: r.Say().Say("form.new " + string(kind)), fields: r.fieldsOf(fields), edit: func(typed map[string]string) (written, error) {
		body := blank()
		w := written{faults: a.Read(r.View, body, typed)}
		w.edit.Action, w.edit.Target = r.editing(), id
		if len(w.faults) > 0 {
			return w, nil
		}
		w.edit.Records, err = r.records(kind, id, body)
		w.notes, w.more = r.alreadyNamed(id, namesIn(body))
		return w, err
	}}, nil
}

// blank returns the form of a new record, and what makes the body that it
// begins with.
func (r Request) blank(kind knowledge.Kind, id, claim knowledge.ID) (a aspect.Aspect, blank func() any) {
	name := string(kind) // of the aspect, for what has one
	switch kind {
	case knowledge.KindClaim:
		if r.Values[sheetSuggest] != "" {
			name = aspect.SuggestClaim
		}
		blank = func() any { return r.blankClaim(id, knowledge.ID(r.Values[sheetAbout])) }
	case knowledge.KindSource:
		blank = func() any { return &knowledge.Source{ID: id, Language: knowledge.English} }
	case knowledge.KindPlace:
		blank = func() any { return &knowledge.Place{ID: id} }
	default:
		name = newSheet + name
		blank = func() any {
			e := knowledge.Entry{ID: id}.Of(kind)
			return &aspect.Fresh{Entry: &e, Claim: r.blankClaim(claim, id)}
		}
	}
	a, _ = aspect.Named(name)
	a.New = true
	return a, blank
}

// blankClaim is stated until somebody says otherwise. Who suggests one without
// a source of ours says in the reason where it can be read.
func (r Request) blankClaim(id, about knowledge.ID) *knowledge.Claim {
	c := &knowledge.Claim{ID: id, Certainty: knowledge.Stated}
	if about != "" {
		c.About = []knowledge.ID{about}
	}
	return c
}

// records returns what a new body comes to: of an entry, its claim too.
func (r Request) records(kind knowledge.Kind, id knowledge.ID, body any) ([]knowledge.Record, error) {
	fresh, isEntry := body.(*aspect.Fresh)
	if !isEntry {
		if c, isClaim := body.(*knowledge.Claim); isClaim && r.Values[sheetSuggest] != "" && len(c.Cites) == 0 {
			c.Unsourced = true
		}
		record, err := knowledge.NewRecord(r.View.Layer(), kind, id, body)
		return []knowledge.Record{record}, err
	}
	claim, err := knowledge.NewRecord(r.View.Layer(), knowledge.KindClaim, fresh.Claim.ID, fresh.Claim)
	if err != nil {
		return nil, err
	}
	entry, err := knowledge.NewRecord(r.View.Layer(), kind, id, fresh.Entry)
	return []knowledge.Record{claim, entry}, err
}

// namesIn returns every name of a new entry or place.
func namesIn(body any) []string {
	switch b := body.(type) {
	case *aspect.Fresh:
		return b.Entry.Name.All()
	case *knowledge.Place:
		return b.Name.All()
	}
	return nil
}

// alreadyNamed warns of entries and places that have one of the names already,
// with a button to each.
func (r Request) alreadyNamed(id knowledge.ID, names []string) (notes []string, more []Button) {
	for _, other := range r.bearing(names) {
		if other == id || len(more) == 2 {
			continue
		}
		record, _ := r.View.Draft(other)
		name := r.titleOf(other)
		notes = append(notes, r.Say().Say("sheet.named", "kind", r.Say().Say("kind."+string(record.Kind)), "name", name))
		more = append(more, Button{Label: Cut(name, labelLength), Ask: r.to("edit", editName, other), Opens: ForMe})
	}
	return notes, more
}

// bearing returns the entries and places that have one of the names, folded.
func (r Request) bearing(names []string) []knowledge.ID {
	var all []knowledge.ID
	add := func(id knowledge.ID) {
		if id = r.View.Canonical(id); id != "" && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	for _, name := range names {
		for _, id := range r.View.Named(text.Fold(name)) {
			add(id)
		}
		for _, c := range r.View.Find(name, knowledge.KindPlace) {
			if sameWords(c.Name, name) {
				add(knowledge.ID(c.ID))
			}
		}
	}
	return all
}
