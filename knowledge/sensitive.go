package knowledge

import (
	"reflect"
	"slices"
)

// isSensitive reports whether an edit needs two moderators: what readers see of
// one of its records, before or after, accuses somebody of a crime, counts
// victims, or tells of a person. before and after are the view without the edit
// and with it.
func isSensitive(before, after *View, edited []Edited) bool {
	return slices.ContainsFunc(edited, func(e Edited) bool {
		old, fresh := before.bodyOf(e.After.ID), after.bodyOf(e.After.ID)
		if reflect.DeepEqual(old, fresh) {
			return false
		}
		return before.touches(old, fresh) || after.touches(fresh, old)
	})
}

// bodyOf returns the body of what readers see under an id, or nil.
func (v *View) bodyOf(id ID) any {
	l, r, ok := v.record(id)
	if !ok {
		return nil
	}
	return l.bodies[r.ID]
}

// touches reports whether a body, which may be nil, holds something sensitive
// that its other version does not have in the same words.
func (v *View) touches(b, other any) bool {
	switch b := b.(type) {
	case *Claim:
		return v.sensitiveClaim(b)
	case *Entry:
		o, _ := other.(*Entry)
		return sensitiveEntry(b, o)
	}
	return false
}

// sensitiveClaim reports whether a claim is marked so, tells of a person,
// bears an accusation or a count of people, or answers such a claim: without
// its denial an accusation weighs more.
func (v *View) sensitiveClaim(c *Claim) bool {
	answers := func(a Answer) bool {
		other := v.Claim(a.Claim)
		return a.How.Binds() && other != nil && (other.Sensitive || other.Certainty == Alleged)
	}
	if c.Sensitive || c.Certainty == Alleged || slices.ContainsFunc(c.Answers, answers) {
		return true
	}
	for _, id := range c.About {
		if e := v.Entry(id); e != nil && e.Is.Type == Person {
			return true
		}
	}
	for _, e := range v.FactsOf(c.ID) {
		if accuses(e, c.ID) || slices.ContainsFunc(e.Counts, func(n Count) bool { return n.Claim == c.ID && n.isOfVictims() }) {
			return true
		}
	}
	return false
}

func accuses(e *Entry, claim ID) bool {
	return slices.ContainsFunc(e.Relations, func(r Relation) bool { return r.Claim == claim && r.Is == AccusedOf })
}

// isOfVictims reports whether the number is one of people who suffered.
func (c Count) isOfVictims() bool {
	return slices.Contains([]string{"killed", "wounded", "detained", "missing", "displaced"}, c.What)
}

// sensitiveEntry reports whether an entry is a person, or has an accusation or
// a count of victims that the other version lacks.
func sensitiveEntry(e, other *Entry) bool {
	if e.Is.Type == Person {
		return true
	}
	if other == nil {
		other = &Entry{}
	}
	for _, r := range e.Relations {
		if r.Is == AccusedOf && !slices.Contains(other.Relations, r) {
			return true
		}
	}
	for _, c := range e.Counts {
		same := func(o Count) bool { return reflect.DeepEqual(c, o) }
		if c.isOfVictims() && !slices.ContainsFunc(other.Counts, same) {
			return true
		}
	}
	return false
}
