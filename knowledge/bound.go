package knowledge

import (
	"cmp"
	"slices"
	"strings"
)

// Answered returns the live claims that answer a claim, and how.
func (v *View) Answered(claim ID) []Answer {
	var all []Answer
	for _, id := range v.aliases(claim) {
		for i, l := range v.layers {
			for _, a := range l.answers[id] {
				if !v.replaced(a.Claim, i) {
					all = append(all, a)
				}
			}
		}
	}
	return all
}

// Disputed reports whether a live claim denies or contradicts this one, or is
// contradicted by it: of two accounts that exclude each other both are disputed.
func (v *View) Disputed(claim ID) bool {
	if slices.ContainsFunc(v.Answered(claim), func(a Answer) bool { return a.How.Disputes() }) {
		return true
	}
	c := v.Claim(claim)
	return c != nil && slices.ContainsFunc(c.Answers, func(a Answer) bool {
		return a.How == Contradicts && v.Claim(a.Claim) != nil
	})
}

// Bound returns the claims without which this one may not be shown: those that
// it denies, contradicts or corrects, and those that do so to it.
func (v *View) Bound(c *Claim) []*Claim {
	var bound []*Claim
	add := func(a Answer) {
		other := v.Claim(a.Claim)
		if a.How.Binds() && other != nil && !slices.Contains(bound, other) {
			bound = append(bound, other)
		}
	}
	for _, a := range c.Answers {
		add(a)
	}
	for _, a := range v.Answered(c.ID) {
		add(a)
	}
	return bound
}

// About returns the live claims about an entry in the order of a card: by
// group, then by date of the source, source, place in it, and id.
func (v *View) About(entry ID) []*Claim {
	var all []*Claim
	for _, id := range v.aliases(entry) {
		for i, l := range v.layers {
			for _, c := range l.about[id] {
				if !v.replaced(c.ID, i) && !slices.Contains(all, c) {
					all = append(all, c)
				}
			}
		}
	}
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
	ca, cb := a.Cites[0], b.Cites[0]
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
	var all []Tie
	for _, id := range v.aliases(entry) {
		for i, l := range v.layers {
			for _, t := range l.tied[id] {
				if !v.replaced(t.From, i) {
					all = append(all, t)
				}
			}
		}
	}
	return all
}

// Lies reports whether a place is, or lies within, another.
func (v *View) Lies(place, within ID) bool {
	for range maxRedirects {
		if place == within {
			return true
		}
		p := v.Place(place)
		if p == nil || p.Within == "" {
			return false
		}
		place = p.Within
	}
	return false
}
