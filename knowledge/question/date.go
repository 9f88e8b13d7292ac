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
	for _, other := range d.dates {
		if first, _ := other.Bounds(); !first.IsZero() && a.date.Overlaps(other) {
			return true
		}
	}
	return false
}

// asksWhen reports whether a time is asked for, not who does something when
// something else is done.
func (q *Question) asksWhen() bool {
	return slices.Contains(q.Aims, When) && !slices.Contains(q.Aims, Who)
}

// tellsWhen reports whether a claim has a date or a time, or tells that it is
// still to come.
func tellsWhen(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	return c.Certainty == knowledge.Expected || d.anyWord(func(w string) bool { return isTime(w) || dated(w) || spans[w] != "" || isNumber(w) }) ||
		slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool { return bears(e, c.ID, When) })
}
