package question

import (
	"slices"
	"strconv"
	"sync"

	"griot/knowledge"
)

// violent are the senses of deeds that somebody is to blame for.
var violent = sync.OnceValue(func() map[int]bool { return senseSet("kill attack massacre murder") })

// attacking are the senses of those who did it, whoever they are.
var attacking = sync.OnceValue(func() map[int]bool { return senseSet("attackers assailants") })

// asksBlame reports whether it is asked who did something violent, not to whom it
// was done.
func (q *Question) asksBlame(folded []string) bool {
	deed := q.shape.deed
	if !slices.Contains(q.Aims, Who) || len(folded) == 0 {
		return false
	}
	if deed == nil || !deed.isViolent() {
		return slices.Contains(q.Aims, Blame)
	}
	at := slices.Index(folded, deed.Typed)
	passive := at > 0 && passives[folded[at-1]] && !slices.Contains(folded, "by") && !slices.Contains(folded, "par")
	return !passive && (slices.Contains(q.Aims, Blame) || doers[folded[0]] && len(folded) > 1 && !passives[folded[1]])
}

var (
	passives = wordSet("is are was were be been being got get gets est sont ete etait etaient")
	doers    = wordSet("who whos whod qui which by par quel quelle quels quelles")
)

// crimesOf returns the events that a question of blame is about: those that it
// names, or else those of the victims or the number that it names.
func (q *Question) crimesOf(v *knowledge.View) []knowledge.ID {
	var named, suffered, counted []knowledge.ID
	for _, id := range q.Entries {
		e := v.Entry(id)
		if e == nil {
			continue
		}
		if e.Kind() == knowledge.KindEvent {
			named = append(named, id)
		}
		for _, r := range e.Relations {
			if r.Is == "victim of" {
				suffered = append(suffered, v.Canonical(r.To))
			}
		}
	}
	for _, e := range v.Entries(knowledge.KindEvent) {
		if slices.ContainsFunc(e.Counts, func(n knowledge.Count) bool { return q.saysNumber(n.Number) }) {
			counted = append(counted, e.ID)
		}
	}
	for _, crimes := range [][]knowledge.ID{named, counted, suffered} {
		if len(crimes) > 0 {
			return crimes
		}
	}
	return nil
}

// saysNumber reports whether the question says a number, in digits.
func (q *Question) saysNumber(n int) bool {
	return slices.ContainsFunc(q.words, func(w word) bool { return w.count && w.Typed == strconv.Itoa(n) || numerals[w.Typed] == n && n > 0 })
}

// markCounts marks the numbers of a question that are of no date.
func (q *Question) markCounts(folded []string) {
	for i, f := range folded {
		_, err := strconv.Atoi(f)
		before, after := folded[max(0, i-1)], folded[min(i+1, len(folded)-1)]
		if err != nil || isTime(f) || dated(before) || dated(after) {
			continue
		}
		for j := range q.words {
			q.words[j].count = q.words[j].count || q.words[j].Typed == f
		}
	}
}

// tellsCulprit reports whether a claim tells who may have done it, if that is
// asked. If it is asked of an event, that is who is accused of it, or claimed
// it, or is suspected in a claim on it; only where nobody is, what else is known
// of those who did it. To name somebody for another deed would be to accuse
// them of this one.
func (q *Question) tellsCulprit(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	if !q.blames {
		return true
	}
	if len(q.crimes) == 0 {
		return c.Certainty == knowledge.Alleged || suspects(v, c) || accuses(v, c, "")
	}
	return slices.ContainsFunc(q.crimes, func(crime knowledge.ID) bool {
		about := slices.Contains(c.About, crime)
		switch {
		case accuses(v, c, crime), about && c.Certainty == knowledge.Alleged:
			return true
		case slices.ContainsFunc(v.Ties(crime), func(t knowledge.Tie) bool { return accusing[t.Is] }):
			return false
		}
		return about && (suspects(v, c) || slices.ContainsFunc(d.ours, line.saysAttackers))
	})
}

func (l line) saysAttackers() bool {
	return slices.ContainsFunc(l.senses, func(senses []int) bool {
		return slices.ContainsFunc(senses, func(n int) bool { return attacking()[n] })
	})
}

// accusing are the relations of those who may have done something to it.
var accusing = map[string]bool{knowledge.AccusedOf: true, "claimed": true}

// accuses reports whether a claim bears out that somebody is accused of an
// event, any if none is given, or claimed it.
func accuses(v *knowledge.View, c *knowledge.Claim, crime knowledge.ID) bool {
	return slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool {
			return r.Claim == c.ID && accusing[r.Is] && (crime == "" || v.Canonical(r.To) == crime)
		})
	})
}

// suspects reports whether a claim is about somebody to whom it was not done,
// and who does not only tell of it.
func suspects(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(c.About, func(id knowledge.ID) bool {
		e := v.Entry(id)
		if e == nil || e.Kind() != knowledge.KindActor {
			return false
		}
		suffered := slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool { return r.Is == "victim of" && slices.Contains(c.About, r.To) })
		return !speaks(c, id) && !suffered
	})
}

func (w *word) isViolent() bool {
	return slices.ContainsFunc(w.senses, func(n int) bool { return violent()[n] })
}
