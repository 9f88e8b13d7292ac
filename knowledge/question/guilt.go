package question

import (
	"slices"

	"griot/knowledge"
)

// guilty are deeds by which somebody is to blame for an event, beside those that
// are violent themselves.
var guilty = wordSet("commit committed perpetrate perpetrated carry carried order ordered organize organise plan planned mastermind orchestrate")

// asksGuilt notes of whom it is asked whether they did something violent: those
// named before a deed in the active voice.
func (q *Question) asksGuilt(v *knowledge.View, folded []string) {
	deed := q.shape.deed
	if !q.shape.polar || deed == nil || !actives[folded[0]] || !deed.isViolent() && !guilty[deed.Typed] {
		return
	}
	q.guilt = true
	before := folded[:max(0, slices.Index(folded, deed.Typed))]
	for _, id := range q.Entries {
		switch e := v.Entry(id); {
		case e == nil:
		case e.Kind() == knowledge.KindEvent:
			q.crimes = append(q.crimes, id)
		case e.Kind() == knowledge.KindActor && q.namesBy(before, v, e):
			q.suspects = append(q.suspects, id)
		}
	}
}

// namesBy reports whether some words of the question name an entry, or are part of
// its name.
func (q *Question) namesBy(words []string, v *knowledge.View, e *knowledge.Entry) bool {
	return slices.ContainsFunc(q.named, func(n naming) bool {
		return slices.Contains(n.ids, e.ID) && len(n.run) > 0 && slices.Contains(words, n.run[0])
	}) || slices.ContainsFunc(q.words, func(w word) bool { return slices.Contains(words, w.Typed) && isPart(v, e, &w) })
}

var actives = wordSet("did does do has have had")

// tellsGuilt reports whether a claim tells of somebody of whom that is asked
// whether they did it, or denies it: no other deed of theirs is an answer.
func (q *Question) tellsGuilt(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	if len(q.suspects) == 0 && len(q.crimes) > 0 && q.guilt && q.shape.actor != nil {
		return d.bears(q.shape.actor) && slices.ContainsFunc(q.crimes, func(crime knowledge.ID) bool {
			return accuses(v, c, crime) || c.Certainty == knowledge.Alleged && slices.Contains(c.About, crime)
		})
	}
	if len(q.suspects) == 0 || len(q.crimes) == 0 && !q.shape.deed.isViolent() {
		return true
	}
	return q.accusesAsked(v, c) || slices.ContainsFunc(v.Bound(c), func(b *knowledge.Claim) bool { return q.accusesAsked(v, b) })
}

func (q *Question) accusesAsked(v *knowledge.View, c *knowledge.Claim) bool {
	if !slices.ContainsFunc(q.suspects, func(id knowledge.ID) bool { return slices.Contains(c.About, id) }) {
		return false
	}
	if len(q.crimes) == 0 {
		return accuses(v, c, "") || c.Certainty == knowledge.Alleged
	}
	return slices.ContainsFunc(q.crimes, func(crime knowledge.ID) bool {
		return accuses(v, c, crime) || c.Certainty == knowledge.Alleged && slices.Contains(c.About, crime)
	})
}
