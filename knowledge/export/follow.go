package export

import (
	"cmp"
	"slices"
	"strings"

	"griot/knowledge"
)

func compare(a, b knowledge.ID) int { return strings.Compare(string(a), string(b)) }

// followed returns what is chosen as records in which every id leads straight
// to its record: a pack has no redirects.
func (c *chosen) followed() []knowledge.Record {
	var all []knowledge.Record
	for _, body := range c.bodies {
		switch b := body.(type) {
		case *knowledge.Source:
			s := *b
			s.Repeats = c.canonical(s.Repeats)
			all = append(all, recordOf(knowledge.KindSource, b.ID, &s))
		case *knowledge.Place:
			p := *b
			p.Within = c.canonical(p.Within)
			all = append(all, recordOf(knowledge.KindPlace, b.ID, &p))
		case *knowledge.Claim:
			all = append(all, recordOf(knowledge.KindClaim, b.ID, c.leading(*b)))
		case *knowledge.Entry:
			all = append(all, recordOf(b.Kind(), b.ID, c.leadingFacts(*b)))
		}
	}
	return all
}

// recordOf returns a record of a body, which has been read from one.
func recordOf(kind knowledge.Kind, id knowledge.ID, body any) knowledge.Record {
	r, err := knowledge.NewRecord("", kind, id, body)
	if err != nil {
		panic(err) // what was read can be written
	}
	return r
}

// leading returns a claim whose ids lead straight to their records.
func (c *chosen) leading(b knowledge.Claim) *knowledge.Claim {
	var about []knowledge.ID
	for _, id := range b.About {
		if id = c.canonical(id); !slices.Contains(about, id) {
			about = append(about, id)
		}
	}
	b.About = about
	b.By, b.Cites, b.Answers = slices.Clone(b.By), slices.Clone(b.Cites), slices.Clone(b.Answers)
	for i := range b.By {
		b.By[i].Actor = c.canonical(b.By[i].Actor)
	}
	for i := range b.Cites {
		b.Cites[i].Source = c.canonical(b.Cites[i].Source)
	}
	for i := range b.Answers {
		b.Answers[i].Claim = c.canonical(b.Answers[i].Claim)
	}
	return &b
}

// leadingFacts returns an entry whose ids lead straight to their records.
func (c *chosen) leadingFacts(e knowledge.Entry) *knowledge.Entry {
	e.Dates, e.Places, e.Counts = slices.Clone(e.Dates), slices.Clone(e.Places), slices.Clone(e.Counts)
	e.Areas, e.Steps, e.Relations = slices.Clone(e.Areas), slices.Clone(e.Steps), slices.Clone(e.Relations)
	e.Is.Claim = c.canonical(e.Is.Claim)
	for i := range e.Dates {
		e.Dates[i].Claim = c.canonical(e.Dates[i].Claim)
	}
	for i := range e.Places {
		e.Places[i].Place, e.Places[i].Claim = c.canonical(e.Places[i].Place), c.canonical(e.Places[i].Claim)
	}
	for i := range e.Counts {
		e.Counts[i].Claim = c.canonical(e.Counts[i].Claim)
	}
	for i := range e.Areas {
		e.Areas[i].Claim = c.canonical(e.Areas[i].Claim)
	}
	for i := range e.Steps {
		e.Steps[i].Claim = c.canonical(e.Steps[i].Claim)
	}
	for i := range e.Relations {
		e.Relations[i].To, e.Relations[i].Claim = c.canonical(e.Relations[i].To), c.canonical(e.Relations[i].Claim)
	}
	return &e
}

// canonical returns the id of the record that an id leads to, or the id itself
// if readers see none.
func (c *chosen) canonical(id knowledge.ID) knowledge.ID { return cmp.Or(c.view.Canonical(id), id) }
