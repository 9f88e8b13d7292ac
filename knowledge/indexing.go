package knowledge

import (
	"slices"
	"strings"

	"griot/knowledge/search"
)

// touched returns the ids whose documents in the index depend on these
// records, as the layer has them: a claim is found by the names of its
// entries and the words it rests on, an entry counts what tells of it.
func (l *layer) touched(records []Record) []ID {
	var ids []ID
	if l == nil {
		return nil
	}
	place := false
	for _, r := range records {
		ids = append(ids, r.ID)
		switch b := l.bodies[r.ID].(type) {
		case *Claim:
			ids = append(ids, b.About...)
		case *Passage:
			ids = append(ids, l.citing(b.Source)...)
		case *Place:
			place = true
		case *Entry:
			for _, c := range l.about[r.ID] {
				ids = append(ids, c.ID)
			}
			for _, rel := range b.Relations {
				ids = append(ids, rel.To)
			}
			for _, f := range b.Facts() {
				ids = append(ids, f.Claim)
			}
		}
	}
	if place { // once, however many there are: a file may bring thousands
		ids = append(ids, l.live()...)
	}
	return ids
}

func (l *layer) citing(source ID) []ID {
	var ids []ID
	for id, b := range l.bodies {
		c, ok := b.(*Claim)
		if ok && slices.ContainsFunc(c.Cites, func(cite Citation) bool { return cite.Source == source }) {
			ids = append(ids, id)
		}
	}
	return ids
}

// search prepares the index of the layer: documents of the touched ids are put
// in anew, or taken out if readers see them no more.
func (l *layer) search(touched ...[]ID) {
	ids := slices.Concat(touched...)
	slices.Sort(ids)
	var add []search.Doc
	var remove []string
	for _, id := range slices.Compact(ids) {
		if l.records[id].State != Live {
			remove = append(remove, string(id))
			continue
		}
		if doc, ok := l.doc(id); ok {
			add = append(add, doc)
		}
	}
	l.found = l.found.With(add, remove)
}

// doc returns what a record is found by.
func (l *layer) doc(id ID) (search.Doc, bool) {
	doc := search.Doc{ID: string(id), Group: string(l.records[id].Kind)}
	field := func(kind search.FieldKind, s string) {
		if s != "" {
			doc.Fields = append(doc.Fields, search.Field{Kind: kind, Text: s})
		}
	}
	switch b := l.bodies[id].(type) {
	case *Source:
		doc.Names = []search.Name{{Text: b.Title, Role: search.Main}, {Text: b.Label, Role: search.Other},
			{Text: b.Publisher, Role: search.Other}, {Text: b.Author, Role: search.Other}}
	case *Place:
		doc.Names = namesOf(b.Name, b.Also, b.Finds)
	case *Passage:
		doc.Language = b.Language
		field(search.FieldPassage, b.Text)
	case *Claim:
		l.claimFields(b, l.entry, field)
	case *Entry:
		doc.Names = namesOf(b.Name, b.Also, b.Finds)
		doc.Weight = len(l.about[id]) + len(l.tied[id]) + len(b.Relations)
		nameFields(search.FieldNames, b, field)
		field(search.FieldClaims, strings.Join(b.Is.Line.All(), " "))
	default:
		return doc, false
	}
	return doc, true
}

func (l *layer) entry(id ID) *Entry {
	e, _ := l.bodies[id].(*Entry)
	return e
}

// claimFields are what a claim is found by: its text, the names of those it is
// about, the facts that come from it, and the words it rests on.
func (l *layer) claimFields(c *Claim, entry func(ID) *Entry, field func(search.FieldKind, string)) {
	field(search.FieldClaims, strings.Join(c.Text.All(), " "))
	for _, id := range c.About {
		if e := entry(id); e != nil {
			nameFields(search.FieldOther, e, field)
		}
	}
	for _, id := range l.facts[c.ID] {
		if e, ok := l.bodies[id].(*Entry); ok {
			field(search.FieldClaims, l.factWords(e, c.ID))
		}
	}
	for _, cite := range c.Cites {
		if at, ok := locate(cite, l.passages[cite.Source]); ok {
			field(search.FieldPassage, l.sentences(cite.Source, at))
		}
	}
}

// WordsOf returns what a claim is found by: our words with those of its facts,
// the names of its entries, and the source's words where they are stored.
func (v *View) WordsOf(c *Claim) (ours, names, source string) {
	top, _, _ := v.record(c.ID)
	parts := map[search.FieldKind][]string{}
	top.claimFields(c, v.Entry, func(kind search.FieldKind, s string) { parts[kind] = append(parts[kind], s) })
	join := func(kind search.FieldKind) string { return strings.Join(parts[kind], " ") }
	return join(search.FieldClaims), join(search.FieldOther), join(search.FieldPassage)
}

// FactsOf returns the entries with a fact that comes from a claim.
func (v *View) FactsOf(claim ID) []*Entry {
	var all []*Entry
	for i, l := range v.layers {
		for _, id := range l.facts[claim] {
			if e := v.Entry(id); e != nil && !v.replaced(id, i) && !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	return all
}

func (l *layer) sentences(source ID, at At) string {
	p, ok := l.bodies[PassageID(source, at.Paragraph)].(*Passage)
	if !ok {
		return ""
	}
	s, err := p.Run(at.First, at.Last)
	if err != nil {
		return ""
	}
	return s
}

func nameFields(kind search.FieldKind, e *Entry, field func(search.FieldKind, string)) {
	for _, n := range namesOf(e.Name, e.Also, e.Finds) {
		field(kind, n.Text)
	}
}

// factWords says in words what facts of an entry a claim bears out.
func (l *layer) factWords(e *Entry, claim ID) string {
	var words []string
	say := func(from ID, s ...string) {
		if from == claim {
			words = append(words, s...)
		}
	}
	say(e.Is.Claim, e.Is.Line.All()...)
	say(e.Is.Claim, e.Is.Type)
	for _, d := range e.Dates {
		say(d.Claim, d.Date.String())
	}
	for _, p := range e.Places {
		say(p.Claim, l.placeNames(p.Place)...)
	}
	for _, c := range e.Counts {
		say(c.Claim, c.What)
	}
	for _, a := range e.Areas {
		say(a.Claim, a.Area)
	}
	for _, s := range e.Steps {
		say(s.Claim, s.Status, s.Date.String())
	}
	for _, r := range e.Relations {
		say(r.Claim, r.Is)
	}
	return strings.Join(words, " ")
}

// placeNames returns the names of a place and of those it lies within.
func (l *layer) placeNames(id ID) []string {
	var names []string
	for range maxRedirects {
		p, ok := l.bodies[id].(*Place)
		if !ok {
			return names
		}
		names = append(names, p.Name.All()...)
		id = p.Within
	}
	return names
}

func namesOf(name Text, also []Text, finds []string) []search.Name {
	var names []search.Name
	for _, s := range name.All() {
		names = append(names, search.Name{Text: s, Role: search.Main})
	}
	for _, t := range also {
		for _, s := range t.All() {
			names = append(names, search.Name{Text: s, Role: search.Other})
		}
	}
	for _, s := range finds {
		names = append(names, search.Name{Text: s, Role: search.Found})
	}
	return names
}
