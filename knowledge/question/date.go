package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
)

// asked is a date in a question: as a date where its year is said, and what it
// is looked up by.
type asked struct {
	date  knowledge.Date
	terms []string
}

// addDate adds a date that was found in the words of a question. The index
// writes a day as 2019-03-23, the day of any year as --03-23 and a month as
// 2019-03, behind a mark that ends in an equals sign.
func (q *Question) addDate(w search.Word) {
	for _, t := range w.Terms {
		_, written, _ := strings.Cut(t, "=")
		d, _ := knowledge.ParseDate(written) // the zero date for a day of any year
		q.dates = append(q.dates, asked{d, w.Terms})
	}
}

// yearOf returns the year that a word names.
func yearOf(w string) (knowledge.Date, bool) {
	if len(w) != 4 || w < "1000" || w > "2199" {
		return knowledge.Date{}, false
	}
	d, err := knowledge.ParseDate(w)
	return d, err == nil
}

// meets reports whether a claim fits every date of the question: it says the
// date, or one of its own dates, or of those of what it is about, falls into
// it.
func (q *Question) meets(d *document) bool {
	for _, a := range q.dates {
		if q.side != 0 {
			if !a.onSide(d, q.side) {
				return false
			}
			continue
		}
		if !a.in(d) && !q.wasSo(a, d) {
			return false
		}
	}
	return true
}

func (a asked) in(d *document) bool {
	if hasAny(d.text.terms, a.terms) || hasAny(d.source.terms, a.terms) || hasAny(d.when, a.terms) {
		return true
	}
	if a.date.IsZero() {
		return false
	}
	dates := d.dates
	if len(dates) == 0 {
		dates = d.published
	}
	for _, other := range dates {
		if first, _ := other.Bounds(); !first.IsZero() && a.date.Overlaps(other) {
			return true
		}
	}
	return false
}

// onSide reports whether a claim has a date before a date, if side is less than
// 0, or after it.
func (a asked) onSide(d *document, side int) bool {
	first, last := a.date.Bounds()
	is := func(other knowledge.Date) bool {
		from, to := other.Bounds()
		return !from.IsZero() && (side < 0 && to.Before(first) || side > 0 && from.After(last))
	}
	return slices.ContainsFunc(d.dates, is) || slices.ContainsFunc(d.ours, func(l line) bool {
		return slices.ContainsFunc(l.words, func(w string) bool {
			year, ok := yearOf(w)
			return ok && is(year)
		})
	})
}

// sideOf returns on which side of the one date that a question names something
// is asked for: -1 before it, 1 after it, 0 where it is asked of the date.
func sideOf(folded []string) int {
	for i, w := range folded {
		side := sides[w]
		for next := i + 1; side != 0 && next < len(folded); next++ {
			if _, year := yearOf(folded[next]); year || dated(folded[next]) || isNumber(folded[next]) {
				return side
			}
			if !articles[folded[next]] {
				break
			}
		}
	}
	return 0
}

var sides = map[string]int{"before": -1, "avant": -1, "after": 1, "apres": 1}

// asksWhen reports whether a time is asked for, not who does something when
// something else is done.
func (q *Question) asksWhen() bool {
	return slices.Contains(q.Aims, When) && !slices.Contains(q.Aims, Who)
}

// tellsWhen reports whether a claim has a date or a time, or tells that it is
// still to come.
func tellsWhen(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	return c.Certainty == knowledge.Expected || d.anyWord(func(w string) bool { return isTime(w) || dated(w) || timeUnits[w] != "" || isNumber(w) }) ||
		slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool { return bears(e, c.ID, When) })
}
