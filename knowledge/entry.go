package knowledge

import "fmt"

// Entry is an actor, an event or a reform. Its names stand on it; everything
// else that its card shows is a fact, and comes from a claim.
type Entry struct {
	ID        ID         `json:"id"`
	Name      Text       `json:"name"`
	Also      []Text     `json:"also,omitempty"`
	Finds     []string   `json:"finds,omitempty"`
	Is        What       `json:"is"`
	Relations []Relation `json:"relations,omitempty"`

	// Facts of events.
	Dates  []Dated   `json:"dates,omitempty"`
	Places []Located `json:"places,omitempty"`
	Counts []Count   `json:"counts,omitempty"`

	// Facts of reforms.
	Areas []InArea `json:"areas,omitempty"`
	Steps []Step   `json:"steps,omitempty"`

	kind Kind
}

// Kind returns KindActor, KindEvent or KindReform.
func (e *Entry) Kind() Kind { return e.kind }

// Of returns e as an entry of kind k.
func (e Entry) Of(k Kind) Entry {
	e.kind = k
	return e
}

// Validate reports what is wrong with the entry by itself.
func (e *Entry) Validate() Problems {
	var ps Problems
	ps.id(e.ID)
	ps.names(e.Name, e.Also, e.Finds)
	ps = append(ps, e.Is.validate(e.kind)...)
	for _, f := range e.Facts() {
		ps.claim(f.Path+".claim", f.Claim)
	}
	ps = append(ps, e.validateFacts()...)
	for i, r := range e.Relations {
		ps = append(ps, r.validate(fmt.Sprintf("relations[%d]", i), e.ID)...)
	}
	return ps
}

func (e *Entry) validateFacts() Problems {
	var ps Problems
	if e.kind != KindEvent && len(e.Dates)+len(e.Places)+len(e.Counts) > 0 {
		ps.add("", "dates, places and counts belong to events")
	}
	if e.kind != KindReform && len(e.Areas)+len(e.Steps) > 0 {
		ps.add("", "areas and steps belong to reforms")
	}
	for i, d := range e.Dates {
		if d.Date.IsZero() {
			ps.add(fmt.Sprintf("dates[%d].date", i), "is missing")
		}
	}
	for i, c := range e.Counts {
		ps = append(ps, c.validate(fmt.Sprintf("counts[%d]", i))...)
	}
	for i, a := range e.Areas {
		ps.oneOf(fmt.Sprintf("areas[%d].area", i), a.Area, Areas)
	}
	for i, s := range e.Steps {
		ps = append(ps, s.validate(fmt.Sprintf("steps[%d]", i))...)
	}
	return ps
}

// Fact is a field of a card and the claim it comes from.
type Fact struct {
	Path  string // as a pack writes it, such as "relations[2]"
	Claim ID
}

// Facts lists every fact of the entry, in the order of its fields.
func (e *Entry) Facts() []Fact {
	facts := []Fact{{"is", e.Is.Claim}}
	add := func(field string, i int, claim ID) {
		facts = append(facts, Fact{fmt.Sprintf("%s[%d]", field, i), claim})
	}
	for i, d := range e.Dates {
		add("dates", i, d.Claim)
	}
	for i, p := range e.Places {
		add("places", i, p.Claim)
	}
	for i, c := range e.Counts {
		add("counts", i, c.Claim)
	}
	for i, a := range e.Areas {
		add("areas", i, a.Claim)
	}
	for i, s := range e.Steps {
		add("steps", i, s.Claim)
	}
	for i, r := range e.Relations {
		add("relations", i, r.Claim)
	}
	return facts
}
