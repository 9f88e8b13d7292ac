package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// holdsNames reports whether a claim has all the names of the question. Those
// that are words of every day may be said otherwise, and what was before or
// after need not be said.
func (q *Question) holdsNames(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	for i := range q.words {
		w := &q.words[i]
		if w.named && !w.aside && len(w.senses) == 0 && !w.isTime() && !q.land.atHome(w.Typed) && !d.bears(w) && !q.wide(v, d, w) && !q.isTied(v, c, w) {
			return false
		}
	}
	return true
}

// isTied reports whether a word names something that a claim is about, or to
// which somebody that it is about is tied.
func (q *Question) isTied(v *knowledge.View, c *knowledge.Claim, w *word) bool {
	return slices.ContainsFunc(q.named, func(n naming) bool { return slices.Contains(n.run, w.Typed) && n.isAbout(v, c) })
}

// wide reports whether a word names a region of which a claim, placed nowhere,
// may well tell: but for what happened there, to whom, and when.
func (q *Question) wide(v *knowledge.View, d *document, w *word) bool {
	return !d.placed && !slices.ContainsFunc(q.Aims, func(a Aim) bool { return happening[a] }) && slices.ContainsFunc(q.placed, func(n naming) bool {
		return slices.Contains(n.run, w.Typed) && slices.ContainsFunc(n.ids, func(id knowledge.ID) bool {
			p := v.Place(id)
			return p != nil && (p.Kind == "region" || p.Kind == "area")
		})
	})
}

// happening are the aims of who asks what happened at a place.
var happening = map[Aim]bool{Happens: true, HowMany: true, Who: true, When: true, After: true}

// concerns reports whether a claim is about something that the question names
// by its name, or about somebody tied to it, or says most of the name. Of
// several names one will do: the claim may have the others by other words.
func (q *Question) concerns(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	return len(q.named) == 0 || slices.ContainsFunc(q.named, func(n naming) bool { return n.isAbout(v, c) || q.mostlySaid(n, d) })
}

// isAbout reports whether a claim is about what is named, or about something
// that has a relation to it.
func (n naming) isAbout(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(n.ids, func(id knowledge.ID) bool {
		return slices.Contains(c.About, id) || speaks(c, id) || slices.ContainsFunc(c.About, func(about knowledge.ID) bool {
			e := v.Entry(about)
			return e != nil && (hasRelationTo(e, id) || n.isIn(e)) || heads(v.Entry(id), about)
		})
	})
}

// heads reports whether somebody leads something.
func heads(e *knowledge.Entry, of knowledge.ID) bool {
	return e != nil && slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool {
		return r.To == of && r.Is == knowledge.Leads
	})
}

// isIn reports whether the line on what an entry is has a name.
func (n naming) isIn(e *knowledge.Entry) bool {
	if len(n.run) == 0 {
		return false
	}
	run := " " + strings.Join(n.run, " ") + " "
	return slices.ContainsFunc(e.Is.Line.All(), func(s string) bool { return strings.Contains(" "+text.Fold(s)+" ", run) })
}

// hasRelationTo reports whether an entry has a relation to another.
func hasRelationTo(e *knowledge.Entry, id knowledge.ID) bool {
	return slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool { return r.To == id })
}

// mostlySaid reports whether a document has more than half of a name.
func (q *Question) mostlySaid(n naming, d *document) bool {
	said, of := 0, 0
	for i := range q.words {
		w := &q.words[i]
		if !slices.Contains(n.run, w.Typed) || q.land.atHome(w.Typed) || isTime(w.Typed) || isNumber(w.Typed) {
			continue
		}
		of++
		if d.holds(w) > 0 {
			said++
		}
	}
	return 2*said > of || of == 0 && !slices.ContainsFunc(n.run, isLight)
}
