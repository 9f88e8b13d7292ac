package question

import (
	"slices"
	"strings"
	"sync"

	"griot/knowledge"
)

// numbers reports whether a claim gives a number or a share, if one is asked
// for. Otherwise it is about the right thing and still no answer.
func (q *Question) numbers(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	switch {
	case slices.Contains(q.Aims, Portion):
		return d.anyWord(func(w string) bool { return portions[w] }) || slices.ContainsFunc(d.ours, line.outOf)
	case slices.Contains(q.Aims, HowMany):
		return q.counts(v, c, d) && (q.shape.thing == nil || q.long || d.holds(q.shape.thing) > 0)
	}
	return true
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
				if q.countsSo(v, d, e, n) {
					return true
				}
			}
		}
	}
	return !counted && slices.ContainsFunc(d.ours, q.counted)
}

// countsSo reports whether a count is of those whom the question has counted,
// and of what was done to them.
func (q *Question) countsSo(v *knowledge.View, d *document, e *knowledge.Entry, n knowledge.Count) bool {
	thing, deed := q.shape.thing, q.shape.deed
	switch {
	case thing == nil || len(thing.senses) == 0:
		return n.What == everybody && deed == nil && q.shape.role == nil || q.speaksOf(v, n.What)
	case !q.speaksOf(v, n.What):
		return false
	case deed != nil && speaksOf(v, n.What, thing):
		return !slices.ContainsFunc(e.Counts, func(other knowledge.Count) bool { return other.What != n.What && speaksOf(v, other.What, deed) })
	case slices.ContainsFunc(thing.senses, func(s int) bool { return anybody()[s] }):
		return true
	}
	return speaksOf(v, n.What+" "+strings.Join(n.Of.All(), " "), thing) || slices.ContainsFunc(d.ours, func(l line) bool { return l.says(thing) })
}

// anybody are the senses of people to whom anything may happen.
var anybody = sync.OnceValue(func() map[int]bool { return senseSet("civilians victims inhabitants") })

// everybody is what is counted where it is people and nothing is done to them.
const everybody = "people"

// outOf reports whether a line tells a number of another: nine articles out of
// 36.
func (l line) outOf() bool {
	for i, w := range l.words {
		if i+1 < len(l.words) && (w == "of" || w == "sur") && isNumber(l.words[i+1]) && slices.ContainsFunc(l.words[max(0, i-tied):i], isNumber) {
			return true
		}
	}
	return false
}

// counted reports whether a line has a number that is no date, nor a length of
// time unless that is asked for, close to the thing that is to be counted.
func (q *Question) counted(l line) bool {
	for i, w := range l.words {
		if !numbers[w] && !isNumber(w) {
			continue
		}
		before, after := l.words[max(0, i-1)], l.words[min(i+1, len(l.words)-1)]
		if q.since && isTime(w) {
			return true
		}
		if !isTime(w) && !dated(before) && !dated(after) && (q.long || !spans[after]) && q.isThing(l, i) {
			return true
		}
	}
	return false
}

// isThing reports whether the number at i is of what is to be counted. Of a
// thing that nobody knows there is nothing to say.
func (q *Question) isThing(l line, i int) bool {
	thing := q.shape.thing
	return thing == nil || q.long || len(thing.senses) == 0 && !thing.Known || l.near(i, counting, thing)
}

// counting is how many words may stand between a number and its thing.
const counting = 7

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

// isTime reports whether a word of a question tells when, as typed or put
// right.
func (w *word) isTime() bool {
	return isTime(w.Typed) || dated(w.Typed) || isTime(w.Meant) || dated(w.Meant)
}

// dated reports whether a number beside a word belongs to a date.
func dated(w string) bool { return times[w] || w == "march" || w == "may" || w == "mars" || w == "mai" }

// isTime reports whether a word tells when.
func isTime(w string) bool {
	_, year := yearOf(w)
	return year || times[w]
}

func isNumber(w string) bool { return strings.ContainsAny(w, "0123456789") }

var numbers = wordSet(`two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
	thousand thousands million millions half quarter third percent
	deux trois quatre cinq sept huit neuf dix douzaine cent cents mille milliers millions moitie quart tiers`)

var portions = wordSet(`percent percentage half quarter quarters third thirds fifth tenth majority most part share few
	quart tiers moitie cent plupart partie`)

var times = wordSet(`january february april june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday soon before
	janvier fevrier avril juin juillet aout septembre octobre novembre decembre
	lundi mardi mercredi jeudi vendredi samedi dimanche bientot avant`)

var causes = wordSet(`because reason reasons cause causes driver ties order guard purpose since
	parce raison raisons cause causes afin moteur`)

// countsTime notes whether time is to be counted, and whether from a date on.
func (q *Question) countsTime(folded []string) {
	q.since = strings.Contains(strings.Join(folded, " "), "how long") && (slices.Contains(folded, "been") || slices.Contains(folded, "since")) ||
		strings.Contains(strings.Join(folded, " "), "depuis combien")
	q.long = strings.Contains(strings.Join(folded, " "), "how long") || slices.Contains(folded, "temps")
}

// spans are units of time.
var spans = wordSet("years year months month weeks week days day hours hour ans annees mois semaines jours heures")
