package question

import (
	"slices"
	"sync"

	"griot/knowledge"
)

// tellsCulprit reports whether a claim answers what a question asks of blame. To
// name somebody for another deed would be to accuse them of this one.
func (q *Question) tellsCulprit(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	a := q.accusation
	switch {
	case a == nil:
		return true
	case !a.who:
		return a.tellsGuilt(v, c, d)
	case len(a.crimes) > 0:
		return slices.ContainsFunc(a.crimes, func(crime knowledge.ID) bool { return a.tellsWho(v, c, d, crime) })
	case len(q.Entries) > 0 || a.claimed:
		return false // of what is named nobody is said to have suffered it
	}
	held := func(w *word) bool { return w.named || len(w.senses) == 0 || d.holds(w) > 0 }
	return (c.Certainty == knowledge.Alleged || isAboutDoer(v, c) || a.accuses(v, c, "")) &&
		!slices.ContainsFunc(q.shape.after, func(w *word) bool { return !held(w) })
}

// accusesOfCrimes reports whether a question asks of blame for events that are
// known.
func (q *Question) accusesOfCrimes() bool { return q.accusation != nil && len(q.accusation.crimes) > 0 }

// tellsWho reports whether a claim tells who may have done a crime: who is
// accused of it, or claimed it, or is suspected in a claim on it; only where
// nobody is, what else is known of those who did it.
func (a *accusation) tellsWho(v *knowledge.View, c *knowledge.Claim, d *document, crime knowledge.ID) bool {
	about := slices.Contains(c.About, crime)
	switch {
	case a.accuses(v, c, crime):
		return true
	case a.claimed:
		return false
	case about && c.Certainty == knowledge.Alleged:
		return true
	case slices.ContainsFunc(v.Ties(crime), func(t knowledge.Tie) bool { return accusing[t.Is] }):
		return false
	}
	return about && (isAboutDoer(v, c) || slices.ContainsFunc(d.ours, line.saysAttackers))
}

// tellsGuilt reports whether a claim tells of those of whom it is asked that they
// may have done it, or denies that.
func (a *accusation) tellsGuilt(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	return a.accusesAsked(v, c, d) || slices.ContainsFunc(v.Bound(c), func(b *knowledge.Claim) bool { return a.accusesAsked(v, b, d) })
}

func (a *accusation) accusesAsked(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	about := slices.ContainsFunc(a.suspects, func(id knowledge.ID) bool { return slices.Contains(c.About, id) }) ||
		slices.ContainsFunc(a.nouns, d.bears)
	if len(a.crimes) == 0 {
		told := c.Certainty == knowledge.Alleged || a.deed != nil && d.says(a.deed)
		return about && !a.others && (a.accuses(v, c, "") || told && isAboutDoer(v, c))
	}
	return about && slices.ContainsFunc(a.crimes, func(crime knowledge.ID) bool {
		return a.accuses(v, c, crime) || slices.Contains(c.About, crime) && (c.Certainty == knowledge.Alleged || a.stands(v, crime))
	})
}

// stands reports whether one of the suspects is accused of a crime or claimed it:
// then what else is said of both is no new accusation.
func (a *accusation) stands(v *knowledge.View, crime knowledge.ID) bool {
	return slices.ContainsFunc(v.Ties(crime), func(t knowledge.Tie) bool { return accusing[t.Is] && slices.Contains(a.suspects, t.From) })
}

// accusing are the relations of those who may have done something to it.
var accusing = map[string]bool{knowledge.AccusedOf: true, knowledge.Claimed: true}

// accuses reports whether a claim bears out that somebody, one of the suspects if
// there are any, is accused of an event or claimed it: of any event if none is
// given.
func (a *accusation) accuses(v *knowledge.View, c *knowledge.Claim, crime knowledge.ID) bool {
	return slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return (len(a.suspects) == 0 || slices.Contains(a.suspects, e.ID)) && slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool {
			is := accusing[r.Is] && (!a.claimed || r.Is == knowledge.Claimed)
			return r.Claim == c.ID && is && (crime == "" || v.Canonical(r.To) == crime)
		})
	})
}

// isAboutDoer reports whether a claim is about somebody to whom it was not done,
// and who does not only tell of it.
func isAboutDoer(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(c.About, func(id knowledge.ID) bool {
		e := v.Entry(id)
		if e == nil || e.Kind() != knowledge.KindActor {
			return false
		}
		suffered := slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool { return r.Is == knowledge.VictimOf && slices.Contains(c.About, r.To) })
		return !speaks(c, id) && !suffered
	})
}

// attacking are the senses of those who did it, whoever they are.
var attacking = sync.OnceValue(func() map[int]bool { return senseSet("attackers assailants") })

func (l line) saysAttackers() bool {
	return slices.ContainsFunc(l.senses, func(senses []int) bool {
		return slices.ContainsFunc(senses, func(n int) bool { return attacking()[n] })
	})
}
