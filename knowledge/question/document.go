package question

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// document is what a claim holds, as terms of both languages: names, and words
// that English and French share, are met in either.
type document struct {
	text   map[string]bool // our words, and those of facts that come from it
	names  map[string]bool // of the entries that it is about
	around map[string]bool // what and where these are, and who published its sources
	when   map[string]bool // dates of the events that it is about
	source map[string]bool // words of the source that it rests on
	dates  []knowledge.Date
}

func documentOf(v *knowledge.View, c *knowledge.Claim) *document {
	ours, names, source := v.WordsOf(c)
	d := &document{text: terms(v, ours), names: terms(v, names), source: terms(v, source)}
	var around, days []string
	for _, cite := range c.Cites {
		if s := v.Source(cite.Source); s != nil {
			around = append(around, s.Publisher, s.Label)
			d.dates = append(d.dates, s.Date)
		}
	}
	for _, speaker := range c.By {
		around = append(around, speaker.Text.All()...)
	}
	for _, id := range c.About {
		if e := v.Entry(id); e != nil {
			around = append(around, placesOf(v, e)...)
			around = append(around, string(e.Kind()), e.Is.Type)
			days = append(days, d.date(e)...)
		}
	}
	d.around = terms(v, strings.Join(around, " "))
	d.when = v.Terms(strings.Join(days, ", "), knowledge.English)
	return d
}

// date notes when an entry took place or took its steps, and returns the dates
// of events as they are written.
func (d *document) date(e *knowledge.Entry) (days []string) {
	for _, at := range e.Dates {
		d.dates = append(d.dates, at.Date)
		days = append(days, at.Date.String())
	}
	for _, step := range e.Steps {
		d.dates = append(d.dates, step.Date)
	}
	return days
}

// placesOf returns the names of the places of an event and of those that they
// lie within, up to the country, which says nothing in a library on it.
func placesOf(v *knowledge.View, e *knowledge.Entry) (names []string) {
	for _, at := range e.Places {
		for p, n := v.Place(at.Place), 0; p != nil && p.Within != "" && n < deepest; p, n = v.Place(p.Within), n+1 {
			names = append(names, p.Name.All()...)
		}
	}
	return names
}

// deepest bounds how many places are taken to lie within each other.
const deepest = 8

// terms returns what a text is looked up by, read in both languages.
func terms(v *knowledge.View, s string) map[string]bool {
	all := v.Terms(s, knowledge.English)
	for t := range v.Terms(s, french) {
		all[t] = true
	}
	return all
}

const french = "fr"

// How much a word counts by where a claim has it.
const (
	inText    = 1.0  // in our words or a fact
	inMeaning = 0.8  // by what it stands for
	inName    = 0.75 // in a name of an entry it is about, or its date
	inSource  = 0.5  // in the source's words only, or in what is around it
)

// holds returns how much of a word the document has, from 0 to 1.
func (d *document) holds(w *word) float64 {
	switch {
	case hasAny(d.text, w.Terms):
		return inText
	case meets(d.text, w.means):
		return inMeaning
	case hasAny(d.names, w.Terms), hasAny(d.when, w.Terms):
		return inName
	case meets(d.names, w.means):
		return inName * inMeaning
	case hasAny(d.source, w.Terms), hasAny(d.around, w.Terms):
		return inSource
	case meets(d.source, w.means), meets(d.around, w.means):
		return inSource * inMeaning
	}
	return 0
}

// in reports whether a word, or what it stands for, is among some terms.
func (w *word) in(terms map[string]bool) bool { return hasAny(terms, w.Terms) || meets(terms, w.means) }

func hasAny(set map[string]bool, terms []string) bool {
	return slices.ContainsFunc(terms, func(t string) bool { return set[t] })
}

func meets(set, other map[string]bool) bool {
	for t := range other {
		if set[t] {
			return true
		}
	}
	return false
}
