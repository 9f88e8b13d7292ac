package question

import (
	"slices"

	"griot/knowledge"
)

// lacks says what a claim has not that the question can't do without, or
// nothing if it has all. A claim about the right people who do something else
// is no answer, nor one of another day, however many words it has. Whether it tells
// a culprit, where one is asked for, is known already.
func (q *Question) lacks(v *knowledge.View, c *knowledge.Claim, d *document, culprit bool) string {
	switch {
	case !q.meets(d):
		return "date"
	case !culprit:
		return "culprit"
	case q.accusesOfCrimes():
		return ""
	case !q.givesNumber(v, c, d), !q.holdsCounts(d):
		return "number"
	case !q.wholeNames(d), !q.holdsNames(v, c, d), !q.concerns(v, c, d):
		return "name"
	case q.speaks && q.isSpokenBy(v, c):
		return ""
	case !q.givesKind(v, c, d) && !q.pointsTo(v, c):
		return "kind"
	case !q.tellsDeed(v, c, d):
		return "deed"
	case q.isSide(v, c):
		return ""
	case !q.tellsActor(c, d):
		return "actor"
	case !q.givesRole(v, c, d):
		return "role"
	case !q.holdsRest(v, c, d):
		return "rest"
	case q.not && !d.tellsNot():
		return "not"
	case !q.tellsStatus(v, c):
		return "status"
	case q.measure && !d.anyWord(func(w string) bool { return units[w] }):
		return "measure"
	case q.hour && !d.anyWord(func(w string) bool { return hours[w] }):
		return "hour"
	case q.asksWhen() && !tellsWhen(v, c, d):
		return "time"
	case !q.tellsCountry(v, c, d), !q.tellsWhere(v, c, d):
		return "place"
	}
	return ""
}

// isSide reports whether a claim is one side of what parties differ over, where
// yes or no is asked of all that it is about: then both sides are the answer, by
// whatever words.
func (q *Question) isSide(v *knowledge.View, c *knowledge.Claim) bool {
	return q.shape.polar && len(q.Entries) > 0 && len(v.Bound(c)) > 0 &&
		!slices.ContainsFunc(q.Entries, func(id knowledge.ID) bool { return !slices.Contains(c.About, id) })
}
