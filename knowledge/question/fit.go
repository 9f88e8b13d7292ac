package question

import (
	"slices"

	"griot/knowledge"
)

// Fit is a claim and how well it answers.
type Fit struct {
	Claim *knowledge.Claim
	Score float64 // comparable within one answer only
	Share float64 // of the question's weight that the claim holds, from 0 to 1
	Said  float64 // the same of what is said beside the names in it

	about int    // entries of the question that the claim is about
	lacks string // what makes it no answer: a date, a number, a name, what is done …
}

// What a claim gets beside the share of the question that it holds. A search
// of these weights with cross-validation found none that did better on
// questions it had not seen, so they are round.
const (
	saidWeight    = 0.2   // for holding what is said of the names, not only names
	aboutWeight   = 0.25  // for being about the entries that are named
	factWeight    = 0.05  // for bearing a fact of the kind that is asked for
	pointedWeight = 0.4   // the same, of what is named, where one field answers
	wideWeight    = 0.15  // the same, where many claims may answer
	adviceWeight  = 0.2   // for arguing, where advice is asked for
	formWeight    = 0.1   // for a date, a cause or an actor, where one is asked for
	lengthWeight  = 0.002 // for each word fewer: of two that say it, the shorter
	deedWeight    = 0.1   // for saying in our words that what is asked is done
	unfitWeight   = 0.3   // for being of another date or having no number
)

// fit scores a claim for a question whose words weigh total.
func (q *Question) fit(v *knowledge.View, c *knowledge.Claim, total float64) Fit {
	d := knowledge.Remember(v, "question", c.ID, func() *document { return documentOf(v, c) })
	f := Fit{Claim: c, Said: 1}
	said, of, idle := 0.0, 0.0, 0.0
	for i := range q.words {
		w := &q.words[i]
		holds := w.Weight * d.holds(w)
		if holds == 0 && carries(w.Typed) {
			idle += w.Weight
			continue
		}
		f.Share += holds
		if !w.named {
			said += holds
			of += w.Weight
		}
	}
	f.Share /= max(total-idle, 1e-9)
	if of > 0 {
		f.Said = said / of
	}
	if q.saysDeed(d) {
		f.Score += deedWeight
	}
	f.Score += f.Share + saidWeight*f.Said + q.aboutBonus(c, &f) + q.relationBonus(v, c) - lengthWeight*float64(len(d.text.terms))
	for _, aim := range q.Aims {
		f.Score += q.bonus(v, c, d, aim)
	}
	if f.lacks = q.lacks(v, c, d); f.lacks != "" {
		f.Score -= unfitWeight
	}
	return f
}

func (q *Question) aboutBonus(c *knowledge.Claim, f *Fit) float64 {
	for _, id := range q.Entries {
		if slices.Contains(c.About, id) {
			f.about++
		}
	}
	return aboutWeight * float64(f.about) / float64(max(1, len(q.Entries)))
}

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
			best = max(best, q.names(v, e, c.ID, aim))
		}
	}
	bonus += weight * best
	switch {
	case aim == Advice && c.Certainty == knowledge.Argued:
		bonus += adviceWeight
	case aim == Why && d.anyWord(func(w string) bool { return causes[w] }),
		aim == When && d.anyWord(isTime),
		aim == Who && q.tellsWho(v, c):
		bonus += formWeight
	}
	return bonus
}

// tellsWho reports whether a claim is about an actor that the question does
// not name.
func (q *Question) tellsWho(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(c.About, func(id knowledge.ID) bool {
		e := v.Entry(id)
		return e != nil && e.Kind() == knowledge.KindActor && !slices.Contains(q.Entries, e.ID)
	})
}

// names returns how much of an entry the question names, from 0 to 1. For what
// came after something, it is that which must be named; of reforms in a
// certain state, the state will do, unless a later reform took its place.
func (q *Question) names(v *knowledge.View, e *knowledge.Entry, claim knowledge.ID, aim Aim) float64 {
	switch aim {
	case After:
		return q.followed(e, claim)
	case Status:
		part := max(q.part(v, e), q.status(v, e, claim))
		if slices.ContainsFunc(v.Ties(e.ID), func(t knowledge.Tie) bool { return t.Is == follows }) {
			part /= 2
		}
		return part
	}
	return q.part(v, e)
}

func (q *Question) followed(e *knowledge.Entry, claim knowledge.ID) float64 {
	for _, r := range e.Relations {
		if r.Is == follows && r.Claim == claim && slices.Contains(q.Entries, r.To) {
			return 1
		}
	}
	return 0
}

func (q *Question) status(v *knowledge.View, e *knowledge.Entry, claim knowledge.ID) float64 {
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
