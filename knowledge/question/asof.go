package question

import (
	"slices"
)

// asOf reports whether a word is a year in which, as a claim tells, something
// was so.
func (q *Question) asOf(w *word, d *document) bool {
	year, ok := yearOf(w.Typed)
	return ok && q.wasSo(asked{year, w.Terms}, d)
}

// wasSo reports whether a claim tells what was so in the year asked for,
// although it names other years: until when, since when, from when to when; of
// an office, also when somebody took it.
func (q *Question) wasSo(a asked, d *document) bool {
	first, _ := a.date.Bounds()
	at, ok := first.Year(), !first.IsZero()
	office := slices.ContainsFunc(q.words, func(w word) bool { return w.isOffice() })
	return ok && slices.ContainsFunc(d.ours, func(l line) bool {
		return l.spans(at) || office && l.takes(at)
	})
}

// spans reports whether a line tells what was so in a year.
func (l line) spans(at int) bool {
	first := 0
	for i, w := range l.words {
		year, ok := yearIn(w)
		if !ok {
			continue
		}
		before := l.words[max(0, i-2):i]
		switch {
		case slices.ContainsFunc(before, func(w string) bool { return untils[w] }) && at < year && year-at <= term,
			slices.ContainsFunc(before, func(w string) bool { return sinces[w] }) && year < at,
			first > 0 && slices.ContainsFunc(before, func(w string) bool { return tos[w] }) && first <= at && at <= year:
			return true
		}
		if first == 0 && slices.ContainsFunc(before, func(w string) bool { return froms[w] }) {
			first = year
		}
	}
	return false
}

// takes reports whether a line tells that an office was taken in a year not long
// before.
func (l line) takes(at int) bool {
	taken := false
	for _, w := range l.words {
		year, ok := yearIn(w)
		if taken && ok && year <= at && at-year <= term {
			return true
		}
		taken = taken || takings[w]
	}
	return false
}

func yearIn(w string) (int, bool) {
	year, ok := yearOf(w)
	first, _ := year.Bounds()
	return first.Year(), ok
}

// term is for how many years an office is taken to be held: most are as long.
const term = 4

var (
	untils  = wordSet("until till jusqu jusque")
	sinces  = wordSet("since depuis")
	froms   = wordSet("from between de entre")
	tos     = wordSet("to and a et")
	takings = wordSet("took takes elected became becomes sworn appointed named elu elue nomme nommee devenu devenue")
)
