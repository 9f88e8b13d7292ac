package question

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// spots are kinds of places: a claim that names a place need not say of which
// kind it is.
var spots = wordSet("town towns city cities village villages place places region regions area district province ville villes lieu")

// tellsCountry reports whether a claim names a country or a state, if one is
// asked for.
func (q *Question) tellsCountry(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	if !q.country || slices.ContainsFunc(c.About, func(id knowledge.ID) bool { return isState(v.Entry(id)) }) {
		return true
	}
	return slices.ContainsFunc(d.lines, func(l line) bool {
		return slices.ContainsFunc(l.words, func(w string) bool { return q.land.abroad[w] })
	})
}

func isState(e *knowledge.Entry) bool { return e != nil && e.Is.Type == knowledge.ActorState }

// tellsWhere reports whether a claim tells where, if that is asked: it bears
// the place of what it is about, or names one by what is done.
func (q *Question) tellsWhere(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	if !slices.Contains(q.Aims, Where) || slices.Contains(q.Aims, Advice) || q.shape.deed == nil || !q.namesHappening(v) {
		return true
	}
	placed := func(e *knowledge.Entry) bool {
		return slices.ContainsFunc(e.Places, func(at knowledge.Located) bool { return at.Claim == c.ID })
	}
	return slices.ContainsFunc(v.FactsOf(c.ID), placed) ||
		slices.ContainsFunc(d.lines, func(l line) bool { return l.places(q.land, q.shape.deed) })
}

// namesHappening reports whether the question names an event or a reform: such
// a thing has a place of its own, and another place is not its.
func (q *Question) namesHappening(v *knowledge.View) bool {
	return slices.ContainsFunc(q.Entries, func(id knowledge.ID) bool {
		e := v.Entry(id)
		return e != nil && e.Kind() != knowledge.KindActor
	})
}

// places reports whether a line names a place soon after a deed.
func (l line) places(land *gazetteer, deed *word) bool {
	for i := range l.words {
		if !l.has(i, deed) {
			continue
		}
		for j := i + 1; j < min(len(l.words), i+1+tied); j++ {
			for n := 1; n <= longestPlace && j+n <= len(l.words); n++ {
				if len(land.called[strings.Join(l.words[j:j+n], " ")]) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// longestPlace is of how many words the name of a place is looked for.
const longestPlace = 3

// asksSite reports whether it is asked where a place lies.
func (q *Question) asksSite() bool {
	return q.shape.deed == nil && len(q.placed) > 0 && !slices.ContainsFunc(q.words, func(w word) bool { return !w.named })
}

// siting are the words that tell where a place lies.
var siting = wordSet(`near close border borders beside north south east west northern southern eastern western center centre
	middle region province district kilometers kilometres km miles lies located situated
	pres proche frontiere nord sud est ouest cercle situe situee`)
