package export

import (
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
			all = append(all, recordOf(knowledge.KindSource, b.ID, b))
		case *knowledge.Place:
			p := *b
			p.Within = c.placeID(p.Within)
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
		if id = c.entryID(id); !slices.Contains(about, id) {
			about = append(about, id)
		}
	}
	b.About = about
	b.By, b.Cites, b.Answers = slices.Clone(b.By), slices.Clone(b.Cites), slices.Clone(b.Answers)
	for i := range b.By {
		b.By[i].Actor = c.entryID(b.By[i].Actor)
	}
	for i := range b.Cites {
		if s := c.view.Source(b.Cites[i].Source); s != nil {
			b.Cites[i].Source = s.ID
		}
	}
	for i := range b.Answers {
		b.Answers[i].Claim = c.claimID(b.Answers[i].Claim)
	}
	return &b
}

// leadingFacts returns an entry whose ids lead straight to their records.
func (c *chosen) leadingFacts(e knowledge.Entry) *knowledge.Entry {
	e.Dates, e.Places, e.Counts = slices.Clone(e.Dates), slices.Clone(e.Places), slices.Clone(e.Counts)
	e.Areas, e.Steps, e.Relations = slices.Clone(e.Areas), slices.Clone(e.Steps), slices.Clone(e.Relations)
	e.Is.Claim = c.claimID(e.Is.Claim)
	for i := range e.Dates {
		e.Dates[i].Claim = c.claimID(e.Dates[i].Claim)
	}
	for i := range e.Places {
		e.Places[i].Place, e.Places[i].Claim = c.placeID(e.Places[i].Place), c.claimID(e.Places[i].Claim)
	}
	for i := range e.Counts {
		e.Counts[i].Claim = c.claimID(e.Counts[i].Claim)
	}
	for i := range e.Areas {
		e.Areas[i].Claim = c.claimID(e.Areas[i].Claim)
	}
	for i := range e.Steps {
		e.Steps[i].Claim = c.claimID(e.Steps[i].Claim)
	}
	for i := range e.Relations {
		e.Relations[i].To, e.Relations[i].Claim = c.entryID(e.Relations[i].To), c.claimID(e.Relations[i].Claim)
	}
	return &e
}

func (c *chosen) entryID(id knowledge.ID) knowledge.ID {
	if e := c.view.Entry(id); e != nil {
		return e.ID
	}
	return id
}

func (c *chosen) claimID(id knowledge.ID) knowledge.ID {
	if claim := c.view.Claim(id); claim != nil {
		return claim.ID
	}
	return id
}

func (c *chosen) placeID(id knowledge.ID) knowledge.ID {
	if p := c.view.Place(id); p != nil {
		return p.ID
	}
	return id
}
