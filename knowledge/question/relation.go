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
		knowledge.Leads:       "lead president commands organize",
		knowledge.MemberOf:    "member joined",
		knowledge.AccusedOf:   "accused responsible",
		knowledge.VictimOf:    "victim",
		knowledge.Claimed:     "claimed",
		knowledge.RespondedTo: "answered",
		knowledge.Opposes:     "opposes criticize",
		knowledge.Proposed:    "announced called plan organize promised asked",
		knowledge.PartOf:      "member joined role",
	} {
		all[is] = senseSet(ways)
	}
	return all
})

// headship are the senses of being at the head.
var headship = sync.OnceValue(func() map[int]bool { return senseSet("leader chief head") })

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

// tiesDeed reports whether a claim ties a deed that is a relation to what the
// question names: who leads it is told by who is said to lead it, who is against
// it by a claim on it.
func (q *Question) tiesDeed(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	if !slices.Contains(q.Aims, Who) || len(q.named) == 0 {
		return true
	}
	has := func(senses map[int]bool) bool {
		return slices.ContainsFunc(q.shape.deed.senses, func(n int) bool { return senses[n] })
	}
	switch {
	case has(headship()):
		return q.leads(v, c) || slices.ContainsFunc(d.lines, func(l line) bool { return l.ties(q.shape.deed, q.namedWords()) })
	case has(relations()[knowledge.Opposes]):
		return d.says(q.shape.deed) && slices.ContainsFunc(q.named, func(n naming) bool {
			return slices.ContainsFunc(n.ids, func(id knowledge.ID) bool { return slices.Contains(c.About, id) }) || q.mostlySaid(n, d)
		})
	}
	return true
}

// namedWords are the words of the names in the question.
func (q *Question) namedWords() (all []*word) {
	for i := range q.words {
		if q.words[i].named {
			all = append(all, &q.words[i])
		}
	}
	return all
}
