package question

import (
	"slices"
	"sync"

	"griot/knowledge"
)

// relations are the senses by which people ask for a relation.
var relations = sync.OnceValue(func() map[string]map[int]bool {
	all := map[string]map[int]bool{}
	for is, ways := range map[string]string{
		"leads":             "lead president commands organize",
		"member of":         "member joined",
		knowledge.AccusedOf: "accused responsible",
		"victim of":         "victim",
		"claimed":           "claimed",
		"responded to":      "answered",
		"opposes":           "opposes criticize",
		"proposed":          "announced called plan organize promised asked",
		"part of":           "member joined role",
	} {
		all[is] = senseSet(ways)
	}
	return all
})

// leading are the senses of being at the head.
var leading = sync.OnceValue(func() map[int]bool { return senseSet("leader chief head") })

// answering are the senses of how a claim answers another.
var answering = sync.OnceValue(func() map[knowledge.Stance][]int {
	denies := sensesOf([]string{"denies"})[0]
	return map[knowledge.Stance][]int{knowledge.Denies: denies, knowledge.Contradicts: denies}
})

// relationWeight is what a claim gets that bears the relation that is asked for
// to what the question names.
const relationWeight = 0.15

// relationBonus is what a claim gets for bearing a relation in the words of the
// question: who belongs to it, who opposes it, what they announced.
func (q *Question) relationBonus(v *knowledge.View, c *knowledge.Claim) float64 {
	for _, e := range v.FactsOf(c.ID) {
		for _, r := range e.Relations {
			named := slices.Contains(q.Entries, r.To) || slices.Contains(q.Entries, e.ID)
			if r.Claim == c.ID && named && q.asksFor(relations()[r.Is]) {
				return relationWeight
			}
		}
	}
	return 0
}

// asksFor reports whether a word of the question has one of some senses.
func (q *Question) asksFor(senses map[int]bool) bool {
	return slices.ContainsFunc(q.words, func(w word) bool {
		return !w.named && slices.ContainsFunc(w.senses, func(n int) bool { return senses[n] })
	})
}

// tellsCulprit reports whether a claim is about somebody who may have done it,
// if that is asked: not those to whom it was done, nor those who only tell of
// it.
func (q *Question) tellsCulprit(v *knowledge.View, c *knowledge.Claim) bool {
	if !slices.Contains(q.Aims, Blame) || !slices.Contains(q.Aims, Who) || c.Certainty == knowledge.Alleged {
		return true
	}
	return slices.ContainsFunc(c.About, func(id knowledge.ID) bool {
		e := v.Entry(id)
		if e == nil || e.Kind() != knowledge.KindActor {
			return false
		}
		told := slices.ContainsFunc(c.By, func(s knowledge.Speaker) bool { return s.Actor == id })
		suffered := slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool { return r.Is == "victim of" && slices.Contains(c.About, r.To) })
		return !told && !suffered
	})
}
