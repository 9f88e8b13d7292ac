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

	tied  bool   // said by whom the question asks, or of whom it asks
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
	causeWeight   = 0.2   // for a cause, where one is asked for
	blameWeight   = 1     // for telling who is accused of what the question names
	spokenWeight  = 0.4   // for being said by whom the question asks
	formWeight    = 0.1   // for a date, a cause or an actor, where one is asked for
	lengthWeight  = 0.002 // for each word fewer: of two that say it, the shorter
	deedWeight    = 0.1   // for saying in our words that what is asked is done
)

// fit scores a claim for a question whose words weigh total.
func (q *Question) fit(v *knowledge.View, c *knowledge.Claim, total float64) Fit {
	d := knowledge.Remember(v, "question", c.ID, func() *document { return documentOf(v, c) })
	f := Fit{Claim: c}
	f.Share, f.Said = q.shares(v, c, d, total)
	f.Score = f.Share + saidWeight*f.Said + q.aboutBonus(c, &f) + q.relationBonus(v, c) - lengthWeight*float64(len(d.text.terms))
	if q.saysDeed(d) {
		f.Score += deedWeight
	}
	if f.tied = q.speaks && q.isSpokenBy(v, c); f.tied {
		f.Score += spokenWeight
	}
	culprit := q.tellsCulprit(v, c, d)
	if culprit && q.accusesOfCrimes() {
		f.Score, f.tied = f.Score+blameWeight, true
	}
	for _, aim := range q.Aims {
		f.Score += q.bonus(v, c, d, aim)
	}
	f.lacks = q.lacks(v, c, d, culprit)
	return f
}

// shares returns how much of a question's weight a claim holds, and how much of
// what it says beside names.
func (q *Question) shares(v *knowledge.View, c *knowledge.Claim, d *document, total float64) (all, said float64) {
	beside, idle := 0.0, 0.0
	pointed := q.pointsAt(v, c)
	for i := range q.words {
		w := &q.words[i]
		holds := w.Weight * q.holds(w, v, c, d, pointed)
		if holds == 0 && carries(w.Typed) {
			idle += w.Weight
			continue
		}
		all += holds
		if !w.named {
			said += holds
			beside += w.Weight
		}
	}
	all /= max(total-idle, 1e-9)
	if beside == 0 {
		return all, 1
	}
	return all, said / beside
}

// holds returns how much of a word a claim has, from 0 to 1: all of a name of that
// whose field is asked for, and of a number where it is asked whether it is so.
func (q *Question) holds(w *word, v *knowledge.View, c *knowledge.Claim, d *document, pointed *knowledge.Entry) float64 {
	switch {
	case pointed != nil && (w.linked || isPart(v, pointed, w)), q.shape.polar && w.count && counts(v, c):
		return inText
	case q.asOf(w, d):
		return max(d.holds(w), inName)
	}
	return d.holds(w)
}

func (q *Question) aboutBonus(c *knowledge.Claim, f *Fit) float64 {
	for _, id := range q.Entries {
		if slices.Contains(c.About, id) {
			f.about++
		}
	}
	return aboutWeight * float64(f.about) / float64(max(1, len(q.Entries)))
}

// pointsAt returns what the question names and of which a claim bears the field
// that is asked for, or nil: the claim is about it, by whatever word.
func (q *Question) pointsAt(v *knowledge.View, c *knowledge.Claim) *knowledge.Entry {
	for _, e := range v.FactsOf(c.ID) {
		if slices.Contains(q.Entries, e.ID) && slices.ContainsFunc(q.Aims, func(a Aim) bool { return pointed[a] && bears(e, c.ID, a) }) {
			return e
		}
	}
	return nil
}

// isPart reports whether a word is in a name of an entry.
func isPart(v *knowledge.View, e *knowledge.Entry, w *word) bool {
	return slices.ContainsFunc(nameTerms(v, e), func(name map[string]bool) bool { return hasAny(name, w.Terms) })
}
