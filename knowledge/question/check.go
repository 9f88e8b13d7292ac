package question

import (
	"slices"

	"griot/knowledge"
)

// lacks says what a claim has not that the question can't do without, or
// nothing if it has all. A claim about the right people who do something else
// is no answer, nor one of another day, however many words it has.
func (q *Question) lacks(v *knowledge.View, c *knowledge.Claim, d *document) string {
	switch {
	case !q.meets(d):
		return "date"
	case !q.numbers(v, c, d):
		return "number"
	case !q.wholeNames(d), !q.holdsNames(v, c, d), !q.concerns(v, c, d):
		return "name"
	case !q.givesKind(v, c, d) && !q.pointsTo(v, c):
		return "kind"
	case !q.tellsDeed(c, d):
		return "deed"
	case !q.tellsActor(c, d):
		return "actor"
	case !q.tellsObject(v, c, d):
		return "object"
	case !q.tellsCulprit(v, c):
		return "culprit"
	case !q.givesRole(v, c, d):
		return "role"
	case !q.holdsRest(d):
		return "rest"
	case q.asksWhen() && !tellsWhen(v, c, d):
		return "time"
	case !q.tellsCountry(v, c, d), !q.tellsWhere(v, c, d):
		return "place"
	}
	return ""
}

// givesKind reports whether a claim has the kind of thing that is asked for. If
// nothing is said to be done with it, the kind alone is no answer: who asks
// what weapons were used is not told that there were weapons. Of which side or
// power is told by any that the question does not name.
func (q *Question) givesKind(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	kind := q.shape.focus
	if kind == nil || carries(kind.Typed) || spots[kind.Typed] || parties[kind.Typed] && q.tellsWho(v, c) {
		return true
	}
	return d.bears(kind) && (q.shape.deed != nil || d.instance(kind))
}

// parties are words for anybody who may act.
var parties = wordSet(`side sides parties party actor actors player players power powers organization organizations
	organisation organisations outfit outfits faction factions group groups body bodies institution institutions camp
	camps job jobs profession professions occupation occupations metier metiers cote cotes partie parties acteur acteurs puissance puissances groupe groupes organisme organismes`)

// pointsTo reports whether a claim bears the field of what is named that the
// question points to: then it answers by whatever word.
func (q *Question) pointsTo(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.Contains(q.Aims, Status) && slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return slices.Contains(q.Entries, e.ID) && bears(e, c.ID, Status)
	})
}
