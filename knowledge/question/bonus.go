package question

import (
	"slices"

	"griot/knowledge"
)

// bonus is what a claim gets for giving what an aim wants: a fact of the right
// kind, the more so of what the question names, or the right form.
func (q *Question) bonus(v *knowledge.View, c *knowledge.Claim, d *document, aim Aim) float64 {
	bonus, best, weight := 0.0, 0.0, wideWeight
	if pointed[aim] || aim == WhatIs && q.shape.deed == nil && q.shape.role == nil {
		weight = pointedWeight
	}
	for _, e := range v.FactsOf(c.ID) {
		if bears(e, c.ID, aim) {
			bonus = factWeight
			best = max(best, q.namedShare(v, e, c.ID, aim))
		}
	}
	bonus += weight * best
	switch {
	case aim == Advice && c.Certainty == knowledge.Argued:
		bonus += adviceWeight
	case aim == Who && q.tellsHolder(v, c):
		bonus += pointedWeight
	case aim == Where && q.asksSite() && d.anyWord(func(w string) bool { return siting[w] }):
		bonus += pointedWeight
	case aim == Why && d.anyWord(func(w string) bool { return causes[w] }):
		bonus += causeWeight
	case aim == When && d.anyWord(isTime), aim == Who && q.tellsWho(v, c):
		bonus += formWeight
	}
	return bonus
}

// tellsHolder reports whether a claim bears out that somebody is what the
// question asks for: who is president is told by who is said to be.
func (q *Question) tellsHolder(v *knowledge.View, c *knowledge.Claim) bool {
	role := q.shape.role
	return role != nil && role.isOffice() && slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return e.Is.Claim == c.ID && e.Is.Type == knowledge.Person && isCalled(v, e, role) && (len(q.dates) > 0 || !isPast(e))
	})
}

// isPast reports whether the line on who somebody is tells what they were.
func isPast(e *knowledge.Entry) bool {
	return slices.ContainsFunc(linesOf(e.Is.Line), func(l line) bool {
		return slices.ContainsFunc(l.words, func(w string) bool { return formers[w] || isTime(w) })
	})
}

var formers = wordSet("former formerly ex then late until ancien ancienne jusqu")

// tellsWho reports whether a claim is about an actor that the question does
// not name.
func (q *Question) tellsWho(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(c.About, func(id knowledge.ID) bool {
		e := v.Entry(id)
		return e != nil && e.Kind() == knowledge.KindActor && !slices.Contains(q.Entries, e.ID)
	})
}

// namedShare returns how much of an entry the question names, from 0 to 1. For what
// came after something, it is that which must be named; of reforms in a
// certain state, the state will do, unless a later reform took its place.
func (q *Question) namedShare(v *knowledge.View, e *knowledge.Entry, claim knowledge.ID, aim Aim) float64 {
	switch aim {
	case After:
		return max(q.followed(e, claim), q.comesSoonAfter(v, e, claim))
	case Status:
		part := max(q.part(v, e), q.inStatus(v, e, claim))
		if slices.ContainsFunc(v.Ties(e.ID), func(t knowledge.Tie) bool { return t.Is == knowledge.Follows }) {
			part /= 2
		}
		return part
	}
	return q.part(v, e)
}

func (q *Question) inStatus(v *knowledge.View, e *knowledge.Entry, claim knowledge.ID) float64 {
	for _, s := range e.Steps {
		if s.Claim == claim && q.speaksOf(v, s.Status) {
			return 1
		}
	}
	return 0
}

// part returns how much of an entry's name the question says.
func (q *Question) part(v *knowledge.View, e *knowledge.Entry) float64 {
	if slices.Contains(q.Entries, e.ID) {
		return 1
	}
	best := 0.0
	for language, name := range e.Name {
		terms, said := v.Terms(name, language), 0
		for i := range q.words {
			if q.words[i].in(terms) {
				said++
			}
		}
		best = max(best, min(1, float64(said)/float64(max(1, len(terms)))))
	}
	return best
}

var causes = wordSet(`because reason reasons cause causes driver ties order guard purpose since aim aims aimed hope hoped goal meant intended
	parce raison raisons afin moteur`)
