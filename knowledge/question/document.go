package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// document is what a claim holds, as terms of both languages: names, and words
// that English and French share, are met in either.
type document struct {
	text      words            // our words, and those of facts that come from it
	names     words            // of the entries that it is about
	around    words            // what and where these are, and who published its sources
	source    words            // of the source that it rests on
	when      map[string]bool  // dates of the events that it is about
	dates     []knowledge.Date // of what it is about
	published []knowledge.Date // of its sources
	events    words            // names of the events and reforms that it is about
	ours      []line           // our words
	lines     []line           // our words, and the lines on what entries are
	placed    bool             // whether something that it is about has a place
	held      []string         // all its words, folded
}

func documentOf(v *knowledge.View, c *knowledge.Claim) *document {
	ours, names, source := v.WordsOf(c)
	held := strings.Fields(text.Fold(ours + " " + names + " " + source))
	d := &document{text: wordsOf(v, ours), names: wordsOf(v, names), source: wordsOf(v, source), held: held, ours: linesOf(c.Text)}
	for _, a := range c.Answers {
		for _, n := range answering()[a.How] {
			d.text.senses[n] = true
		}
	}
	d.lines = slices.Clone(d.ours)
	for _, e := range v.FactsOf(c.ID) {
		if e.Is.Claim == c.ID {
			d.lines = append(d.lines, linesOf(e.Is.Line)...)
		}
	}
	d.surround(v, c)
	return d
}

// surround notes what a claim is about, and who says it where.
func (d *document) surround(v *knowledge.View, c *knowledge.Claim) {
	var around, days, events []string
	for _, cite := range c.Cites {
		if s := v.Source(cite.Source); s != nil {
			around = append(around, s.Publisher, s.Label)
			d.published = append(d.published, s.Date)
		}
	}
	for _, speaker := range c.By {
		around = append(around, speaker.Text.All()...)
	}
	for _, id := range c.About {
		e := v.Entry(id)
		if e == nil {
			continue
		}
		if e.Kind() != knowledge.KindActor {
			events = append(events, calledBy(e)...)
		}
		around = append(around, placesOf(v, e)...)
		around = append(around, string(e.Kind()), e.Is.Type)
		days = append(days, d.date(e)...)
		d.placed = d.placed || len(e.Places) > 0
	}
	d.around, d.events = wordsOf(v, strings.Join(around, " ")), wordsOf(v, strings.Join(events, " "))
	d.when = v.Terms(strings.Join(days, ", "), knowledge.English)
}

// calledBy returns all that an entry is called.
func calledBy(e *knowledge.Entry) []string {
	all := append(e.Name.All(), e.Finds...)
	for _, t := range e.Also {
		all = append(all, t.All()...)
	}
	return all
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
			names = append(append(names, p.Name.All()...), p.Kind)
		}
	}
	return names
}

// deepest bounds how many places are taken to lie within each other.
const deepest = 8

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
	case hasAny(d.text.terms, w.Terms):
		return inText
	case d.text.close(w), meets(d.text.terms, w.means):
		return inMeaning
	case hasAny(d.names.terms, w.Terms), hasAny(d.when, w.Terms):
		return inName
	case d.names.close(w), meets(d.names.terms, w.means):
		return inName * inMeaning
	case hasAny(d.source.terms, w.Terms), hasAny(d.around.terms, w.Terms):
		return inSource
	case d.source.close(w), d.around.close(w), meets(d.source.terms, w.means), meets(d.around.terms, w.means):
		return inSource * inMeaning
	}
	return 0
}

// bears reports whether the document has a word, or one of nearly its meaning,
// anywhere: looser than that is no proof.
func (d *document) bears(w *word) bool {
	return hasAny(d.when, w.Terms) || slices.ContainsFunc([]words{d.text, d.names, d.source, d.around}, func(t words) bool {
		return hasAny(t.terms, w.Terms) || t.close(w)
	})
}

// instance reports whether the document names a thing of the kind that a word
// is for, or the word is for no kind.
func (d *document) instance(w *word) bool {
	for _, n := range w.senses {
		if things, ok := senses().instances[n]; ok {
			return d.text.senses[things] || d.source.senses[things]
		}
	}
	return true
}

// says reports whether our words say a deed, or the name of what happened.
func (d *document) says(w *word) bool {
	return hasAny(d.text.terms, w.Terms) || d.text.close(w) || d.events.close(w) || hasAny(d.events.terms, w.Terms)
}

// tells reports whether the document says that something is done: in our words
// or the source's, or in the name of what happened. That somebody is called so
// is no deed.
func (d *document) tells(w *word) bool {
	return hasAny(d.when, w.Terms) || meets(d.text.terms, w.means) || slices.ContainsFunc([]words{d.text, d.events, d.source}, func(t words) bool {
		return hasAny(t.terms, w.Terms) || t.close(w)
	})
}
