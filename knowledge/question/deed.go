package question

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// tellsDeed reports whether a claim says that what the question says is done. A
// deed that people put in many ways may be said in one that no list has.
func (q *Question) tellsDeed(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	deed := q.shape.deed
	if deed == nil || carries(deed.Typed) || q.isSpoken(c) {
		return true
	}
	if !q.tiesDeed(v, c, d) {
		return false
	}
	if d.tells(deed) {
		return !q.asksReal() || !d.onlyWished(deed)
	}
	if q.future && len(deed.senses) > 0 && !beginning[deed.Typed] && c.Certainty != knowledge.Expected && c.Certainty != knowledge.Argued {
		return false
	}
	if slices.Contains(q.Aims, Advice) && c.Certainty == knowledge.Argued {
		return true
	}
	return !q.shape.state && !deed.isHard()
}

// isHard reports whether a deed can hardly be said by other words: all that it
// may mean leaves no room.
func (w *word) isHard() bool {
	return slices.ContainsFunc(w.senses, isHard) && !slices.ContainsFunc(w.senses, func(n int) bool { return isDeed(n) && !isHard(n) })
}

// tellsActor reports whether a claim has those who do it, by another word than
// a name, or says what they do: then it may call them otherwise.
func (q *Question) tellsActor(c *knowledge.Claim, d *document) bool {
	actor := q.shape.actor
	return actor == nil || len(actor.senses) == 0 || q.shape.deed == nil && !slices.ContainsFunc(actor.senses, isDeed) || d.bears(actor) || q.isSpoken(c) || q.saysDeed(d) && !q.shape.deed.isViolent()
}

// saysDeed reports whether our words say the deed of the question.
func (q *Question) saysDeed(d *document) bool { return q.shape.deed != nil && d.says(q.shape.deed) }

// isTiedTo reports whether a claim is about something tied to an entry of the
// question that has a word in its name.
func (q *Question) isTiedTo(v *knowledge.View, c *knowledge.Claim, w *word) bool {
	return slices.ContainsFunc(q.Entries, func(id knowledge.ID) bool {
		e := v.Entry(id)
		return e != nil && isPart(v, e, w) && naming{ids: []knowledge.ID{id}}.isAbout(v, c)
	})
}

// isSpoken reports whether the deed is one of speaking or thinking and a claim
// has speakers: then it is in who says the claim, not in its words.
func (q *Question) isSpoken(c *knowledge.Claim) bool {
	return q.shape.deed != nil && len(c.By) > 0 &&
		slices.ContainsFunc(q.shape.deed.senses, func(n int) bool { return speaking()[n] })
}

// holdsRest reports whether a claim has most of what is to be affirmed or
// denied of somebody.
func (q *Question) holdsRest(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	if !q.shape.polar {
		return true
	}
	held, of := 0, 0
	for _, w := range q.shape.after {
		if len(w.senses) == 0 || w.linked || w.named || carries(w.Typed) {
			continue
		}
		of++
		if d.holds(w) > 0 || q.isTiedTo(v, c, w) {
			held++
		}
	}
	return 2*held >= of
}

// carries reports whether a word only carries a deed, or a kind of thing: to
// give trust is to trust.
func carries(w string) bool {
	return carriers[w] || slices.ContainsFunc(carrying, func(c string) bool { return strings.HasPrefix(w, c) })
}

var carriers = wordSet(`achieve achieved accomplish accomplished begin bring called change commit commits committed
	commis commettre consist consists contain do ended enjoy entail face faced faces far gave give given help helped helps
	include involve involves involved keep kept launch launched lies pense play played plays sert servent servi stand submit
	submitted tender tendered durer dura duree lasted thanks think thinks thought treat`)

// carrying begin French words that carry a deed.
var carrying = strings.Fields("donn prend prenn mett")
