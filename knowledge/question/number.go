package question

import (
	"slices"
	"strings"
	"sync"

	"griot/knowledge"
)

// givesNumber reports whether a claim gives a number or a share, if one is asked
// for. Otherwise it is about the right thing and still no answer.
func (q *Question) givesNumber(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	switch {
	case slices.Contains(q.Aims, Portion):
		return d.anyWord(func(w string) bool { return portions[w] }) || slices.ContainsFunc(d.ours, line.outOf)
	case slices.Contains(q.Aims, HowMany):
		return q.counts(v, c, d) && (q.long || q.holdsThing(d)) && q.holdsWhere(v, c, d)
	}
	return true
}

// holdsThing reports whether a claim has what is to be counted, unless that is
// people, or a thing that nobody knows to which it is done.
func (q *Question) holdsThing(d *document) bool {
	thing := q.shape.thing
	return thing == nil || d.holds(thing) > 0 || thing.isAnybody() || thing.unheard() && q.saysDeed(d)
}

// holdsWhere reports whether a claim that counts dead has all that the question
// says of where and of what they died, if it is said behind.
func (q *Question) holdsWhere(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	deed := q.shape.deed
	if deed == nil || !deed.isViolent() && !dying[deed.Typed] {
		return true
	}
	return !slices.ContainsFunc(q.shape.after, func(w *word) bool {
		said := w.Known && len(w.senses) > 0 && !w.named && !w.count && !w.isTime() && !w.isMeasure()
		return said && d.holds(w) == 0 && !q.isTiedTo(v, c, w)
	})
}

// holdsCounts reports whether a claim has the numbers that a question says of
// something, unless how many these are is what is asked.
func (q *Question) holdsCounts(d *document) bool {
	if q.shape.polar || slices.Contains(q.Aims, HowMany) || slices.Contains(q.Aims, Portion) {
		return true
	}
	return !slices.ContainsFunc(q.words, func(w word) bool { return w.count && !w.named && !d.bears(&w) })
}

// counts reports whether a claim gives the number that is asked for: a count
// of what the question speaks of (soldiers killed are no answer to how many
// soldiers there are), or a number that is no count and stands by the thing.
func (q *Question) counts(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	counted := false
	for _, e := range v.FactsOf(c.ID) {
		for _, n := range e.Counts {
			if n.Claim == c.ID {
				counted = true
				if q.isOfEvent(v, e) && q.countsSo(v, d, e, n) {
					return true
				}
			}
		}
	}
	return !counted && slices.ContainsFunc(d.ours, q.counted) || (q.often || q.long) && slices.ContainsFunc(d.ours, line.fromTo)
}

// isOfEvent reports whether an entry in which dead are counted is an event that the
// question names, or tied to one, if it names any: the dead of one are not those
// of another.
func (q *Question) isOfEvent(v *knowledge.View, e *knowledge.Entry) bool {
	if !isViolent(v, e) {
		return true
	}
	named := false
	for _, id := range q.Entries {
		event := v.Entry(id)
		if event == nil || event.Kind() != knowledge.KindEvent {
			continue
		}
		if named = true; id == e.ID || hasRelationTo(e, id) || hasRelationTo(event, e.ID) {
			return true
		}
	}
	return !named
}

// countsSo reports whether a count is of those whom the question has counted,
// and of what was done to them.
func (q *Question) countsSo(v *knowledge.View, d *document, e *knowledge.Entry, n knowledge.Count) bool {
	thing, deed := q.shape.thing, q.shape.deed
	switch {
	case thing == nil || len(thing.senses) == 0:
		return q.countsAnybody(n) || q.countsDeed(v, n) || thing.unheard() && q.saysDeed(d)
	case q.countsPlayers(d):
		return true
	case !q.speaksOf(v, n.What):
		return false
	case deed != nil && speaksOf(v, n.What, thing):
		return !slices.ContainsFunc(e.Counts, func(other knowledge.Count) bool { return other.What != n.What && speaksOf(v, other.What, deed) })
	case thing.isAnybody():
		return true
	}
	// Attackers who died are not those whom the attack killed, although a line on
	// that speaks of the attack.
	whom := n.What + " " + strings.Join(n.Of.All(), " ")
	return speaksOf(v, whom, thing) || !isAgent(thing.Typed) && slices.ContainsFunc(d.ours, q.counted)
}

// countsAnybody reports whether a count is of people who are there or came, and
// the question asks for no more.
func (q *Question) countsAnybody(n knowledge.Count) bool {
	deed, role := q.shape.deed, q.shape.role
	done := deed != nil && !coming[deed.Typed] || role != nil && slices.ContainsFunc(role.senses, isDeed)
	return (n.What == everybody || crowds[n.What]) && !done
}

// countsDeed reports whether a count is of what the question speaks of, and of
// what is done, if that can hardly be said by other words.
func (q *Question) countsDeed(v *knowledge.View, n knowledge.Count) bool {
	deed := q.shape.deed
	loose := deed == nil || !slices.ContainsFunc(deed.senses, isHard)
	return q.speaksOf(v, n.What) && (loose || speaksOf(v, n.What, deed))
}

// countsPlayers reports whether a line counts the thing of the question, who
// came or are what the question says: "how many of the dead were miners".
func (q *Question) countsPlayers(d *document) bool {
	deed, role := q.shape.deed, q.shape.role
	so := deed != nil && coming[deed.Typed] || deed == nil && role != nil && d.holds(role) > 0
	return so && slices.ContainsFunc(d.ours, q.counted)
}

// anybody are the senses of people to whom anything may happen.
var anybody = sync.OnceValue(func() map[int]bool { return senseSet("civilians victims inhabitants") })

func (w *word) isAnybody() bool {
	return slices.ContainsFunc(w.senses, func(s int) bool { return anybody()[s] })
}

// everybody is what is counted where it is people and nothing is done to them.
const everybody = "people"

// speaksOf reports whether the question says a word of what.
func (q *Question) speaksOf(v *knowledge.View, what string) bool {
	return slices.ContainsFunc(q.words, func(w word) bool { return speaksOf(v, what, &w) })
}

func speaksOf(v *knowledge.View, what string, w *word) bool {
	t := knowledge.Remember(v, "counted", knowledge.ID(what), func() words { return wordsOf(v, what) })
	return w.in(t.terms) || t.close(w)
}

// anyWord reports whether a folded word of a claim's text is of a kind.
func (d *document) anyWord(is func(string) bool) bool {
	return slices.ContainsFunc(d.ours, func(l line) bool { return slices.ContainsFunc(l.words, is) })
}

// counts reports whether a claim bears a number of anything.
func counts(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return slices.ContainsFunc(e.Counts, func(n knowledge.Count) bool { return n.Claim == c.ID })
	})
}

// isMeasure reports whether a word says how many or which of many, or is a unit of
// time.
func (w *word) isMeasure() bool {
	return numerals[w.Typed] > 0 || timeUnits[w.Typed] != "" || englishGrammar.adjectives[w.Typed]
}
