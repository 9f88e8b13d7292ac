package knowledge

import (
	"cmp"
	"slices"
	"strings"
)

// About returns the live claims about an entry in the order of a card: by
// group, then by date of the source, source, place in it, and id.
func (v *View) About(entry ID) []*Claim {
	all := gather(v, entry,
		func(l *layer, id ID) []*Claim { return l.about[id] },
		func(c *Claim) ID { return c.ID })
	slices.SortFunc(all, v.compareOnCard)
	return all
}

// Group is a part of a card.
type Group int

// The groups of a card, in their order.
const (
	Told     Group = iota // stated and reported
	Disputed              // alleged and disputed
	Ahead                 // expected and argued
)

// GroupOf returns the group of a card that a claim stands in. Claims that are
// bound stand side by side, so one of a disputed pair draws the other.
func (v *View) GroupOf(c *Claim) Group {
	switch {
	case c.Certainty == Alleged || len(v.Bound(c)) > 0:
		return Disputed
	case c.Certainty == Expected || c.Certainty == Argued:
		return Ahead
	}
	return Told
}

func (v *View) compareOnCard(a, b *Claim) int {
	ca, cb := a.First(), b.First()
	return cmp.Or(
		cmp.Compare(v.GroupOf(a), v.GroupOf(b)),
		v.dateOf(ca.Source).Compare(v.dateOf(cb.Source)),
		strings.Compare(string(ca.Source), string(cb.Source)),
		cmp.Compare(ca.At.Paragraph, cb.At.Paragraph),
		cmp.Compare(ca.At.First, cb.At.First),
		strings.Compare(string(a.ID), string(b.ID)),
	)
}

func (v *View) dateOf(source ID) Date {
	if s := v.Source(source); s != nil {
		return s.Date
	}
	return Date{}
}

// Ties returns the live relations of other entries that name this one.
func (v *View) Ties(entry ID) []Tie {
	return gather(v, entry,
		func(l *layer, id ID) []Tie { return l.tied[id] },
		func(t Tie) ID { return t.From })
}
