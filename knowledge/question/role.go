package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// givesRole reports whether a claim gives the role that is asked for, to
// somebody, and of what is asked: the president of France is not the one who
// speaks to France.
func (q *Question) givesRole(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	role := q.shape.role
	switch {
	case role == nil || role.unread() || slices.Contains(q.Aims, Why):
		return true // of why something is so, the reason need not say again that it is
	case d.holds(role) == 0:
		return !role.Known && !role.isOffice() && q.isAboutAll(c)
	case q.shape.called && !role.isOffice():
		return slices.ContainsFunc(c.About, func(id knowledge.ID) bool { return isCalled(v, v.Entry(id), role) })
	case !slices.Contains(q.Aims, Who):
		return true
	case role.isOffice() && !slices.ContainsFunc(c.About, func(id knowledge.ID) bool { return d.holdsOffice(v, v.Entry(id), role) }):
		return false
	}
	return q.isWhole(role, d) && q.isOf(v, c, role, d)
}

// isAboutAll reports whether a claim is about all of several things that the
// question names: then it may say by another word what is between them.
func (q *Question) isAboutAll(c *knowledge.Claim) bool {
	return len(q.Entries) > 1 && !slices.ContainsFunc(q.Entries, func(id knowledge.ID) bool { return !slices.Contains(c.About, id) })
}

// unread reports whether a short word means nothing to anybody: it was typed
// badly, more likely than not.
func (w *word) unread() bool {
	return w.unheard() && len(w.Typed) < shortestCorrected
}

// unheard reports whether a word is in no source and in no list.
func (w *word) unheard() bool { return w != nil && !w.Known && len(w.senses) == 0 && len(w.means) == 0 }

func (w *word) isOffice() bool { return slices.ContainsFunc(w.senses, isOffice) }

// isWhole reports whether a claim has the role with all that the question says
// of it: a foreign minister is more than a minister.
func (q *Question) isWhole(role *word, d *document) bool {
	for _, w := range q.shape.besides {
		if !w.named && !q.land.atHome(w.Typed) && !slices.ContainsFunc(d.lines, func(l line) bool { return l.ties(role, []*word{w}) }) {
			return false
		}
	}
	return true
}

// isOf reports whether a claim has that of which the role is, and for a role at
// the head of something says so of it.
func (q *Question) isOf(v *knowledge.View, c *knowledge.Claim, role *word, d *document) bool {
	var of []*word
	for _, w := range q.shape.of {
		if q.land.atHome(w.Typed) || w.isTime() || isNumber(w.Typed) {
			continue
		}
		if !w.named && len(w.senses) > 0 && d.holds(w) == 0 {
			return false
		}
		of = append(of, w)
	}
	heads := role.isOffice() || slices.ContainsFunc(role.senses, func(n int) bool { return headship()[n] })
	return len(of) == 0 || !heads || q.leads(v, c) || slices.ContainsFunc(d.lines, func(l line) bool { return l.ties(role, of) })
}

// holdsOffice reports whether an actor is said to have a role: in the line on
// who they are, or right by their name.
func (d *document) holdsOffice(v *knowledge.View, e *knowledge.Entry, role *word) bool {
	if e == nil || e.Kind() != knowledge.KindActor || e.Is.Type != knowledge.Person && e.Is.Type != "" {
		return false
	}
	return isCalled(v, e, role) || slices.ContainsFunc(e.Name.All(), func(name string) bool {
		words := strings.Fields(text.Fold(name))
		return slices.ContainsFunc(d.lines, func(l line) bool { return l.calls(role, words) })
	})
}

// isCalled reports whether the line on what an entry is says a word.
func isCalled(v *knowledge.View, e *knowledge.Entry, role *word) bool {
	if e == nil {
		return false
	}
	lines := knowledge.Remember(v, "lines", e.ID, func() []line { return linesOf(e.Is.Line) })
	return slices.ContainsFunc(lines, func(l line) bool { return l.says(role) })
}

// leads reports whether a claim bears out that somebody leads what the question
// names.
func (q *Question) leads(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool {
			return r.Claim == c.ID && r.Is == knowledge.Leads && slices.Contains(q.Entries, r.To)
		})
	})
}
