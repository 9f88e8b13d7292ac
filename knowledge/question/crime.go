package question

import (
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
)

// isViolent reports whether an entry is an event in which somebody did violence:
// by its names, or because dead are counted.
func isViolent(v *knowledge.View, e *knowledge.Entry) bool {
	if e == nil || e.Kind() != knowledge.KindEvent {
		return false
	}
	return knowledge.Remember(v, "violent", e.ID, func() bool {
		said := calledBy(e)
		for _, n := range e.Counts {
			said = append(said, n.What)
		}
		return slices.ContainsFunc(sensesIn(strings.Join(said, " ")), func(senses []int) bool {
			return slices.ContainsFunc(senses, func(n int) bool { return violent()[n] })
		})
	})
}

// crimesOf returns the events that a question of blame is about: those that it
// names, or else those of the number, of the victims or at the place that
// it names, where there were these. The suspects are no victims.
func (q *Question) crimesOf(v *knowledge.View, suspects, there []knowledge.ID) []knowledge.ID {
	var named, suffered, counted []knowledge.ID
	for _, id := range q.Entries {
		e := v.Entry(id)
		if e == nil || slices.Contains(suspects, id) {
			continue
		}
		if e.Kind() == knowledge.KindEvent {
			named = append(named, id)
		}
		for _, r := range e.Relations {
			if r.Is == knowledge.VictimOf {
				suffered = append(suffered, v.Canonical(r.To))
			}
		}
	}
	for _, e := range v.Entries(knowledge.KindEvent) {
		if slices.ContainsFunc(e.Counts, func(n knowledge.Count) bool { return q.saysNumber(n.Number) && q.saysOf(v, n) }) {
			counted = append(counted, e.ID)
		}
	}
	elsewhere := func(id knowledge.ID) bool { return len(there) > 0 && !slices.Contains(there, id) }
	for _, crimes := range [][]knowledge.ID{slices.DeleteFunc(named, elsewhere), counted, suffered, there} {
		if len(crimes) > 0 {
			return crimes
		}
	}
	return nil
}

// violenceAt returns the violent events at the places that a question names, other
// than the country.
func (q *Question) violenceAt(v *knowledge.View) (events []knowledge.ID) {
	for _, e := range v.Entries(knowledge.KindEvent) {
		if slices.ContainsFunc(e.Places, func(at knowledge.Located) bool { return q.placesIn(v, at.Place) }) && isViolent(v, e) {
			events = append(events, e.ID)
		}
	}
	return events
}

// placesIn reports whether a place is one that the question names, or lies within
// it.
func (q *Question) placesIn(v *knowledge.View, id knowledge.ID) bool {
	for n := 0; n < deepest; n++ {
		if slices.ContainsFunc(q.placed, func(p naming) bool { return slices.Contains(p.ids, id) && !q.land.atHome(p.run[0]) }) {
			return true
		}
		p := v.Place(id)
		if p == nil || p.Within == "" {
			return false
		}
		id = p.Within
	}
	return false
}

// saysOf reports whether all that the question says behind the deed, beside
// numbers, is of those whom a count counts.
func (q *Question) saysOf(v *knowledge.View, n knowledge.Count) bool {
	return !slices.ContainsFunc(q.shape.after, func(w *word) bool {
		return !w.count && numerals[w.Typed] == 0 && !speaksOf(v, n.What+" "+strings.Join(n.Of.All(), " "), w)
	})
}

// saysNumber reports whether the question says a number.
func (q *Question) saysNumber(n int) bool {
	return n > 0 && slices.ContainsFunc(q.words, func(w word) bool {
		return w.count && w.Typed == strconv.Itoa(n) || numerals[w.Typed] == n
	})
}

// markCounts marks the numbers of a question that are of no date.
func (q *Question) markCounts(folded []string) {
	for i, f := range folded {
		_, err := strconv.Atoi(f)
		before, after := folded[max(0, i-1)], folded[min(i+1, len(folded)-1)]
		if err != nil || isTime(f) || dated(before) || dated(after) {
			continue
		}
		for j := range q.words {
			q.words[j].count = q.words[j].count || q.words[j].Typed == f
		}
	}
}
