package question

import (
	"slices"
	"strings"
)

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
		if !numberWords[w] && !isNumber(w) {
			continue
		}
		before, after := l.words[max(0, i-1)], l.words[min(i+1, len(l.words)-1)]
		if q.since && isTime(w) {
			return true
		}
		if q.unit != "" && timeUnits[after] == q.unit {
			return true
		}
		if q.unit == "" && !isTime(w) && !dated(before) && !dated(after) && (q.long || timeUnits[after] == "") && q.isThing(l, i) {
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

func isNumber(w string) bool { return strings.ContainsAny(w, "0123456789") }

var portions = wordSet(`cent percent percentage half quarter quarters third thirds fifth tenth majority most part share few
	quart tiers moitie plupart partie`)

// fromTo reports whether a line tells from which year to which, or in which
// years: that tells how long and how often.
func (l line) fromTo() bool {
	years := 0
	for _, w := range l.words {
		if _, ok := yearOf(w); ok {
			years++
		}
	}
	return years > 1
}

var numberWords = wordSet(`twice thrice two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
	sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds
	thousand thousands million millions half quarter third tenth percent
	deux trois quatre cinq sept huit neuf dix treize quatorze quinze vingt trente quarante cinquante soixante
	douzaine cent cents mille milliers moitie quart tiers`)
