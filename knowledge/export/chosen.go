package export

import (
	"fmt"
	"slices"

	"griot/knowledge"
)

// chosen is what an export holds.
type chosen struct {
	Say
	name   string
	view   *knowledge.View
	bodies []any              // *Source, *Place, *Entry and *Claim that readers see, by kind and id
	unseen []knowledge.Record // of a layer: hidden, withdrawn and merged ones

	quotable func(knowledge.Quotation) bool
	asked    map[string]bool // what quotable said, by public id
}

func choose(v *knowledge.View, what Selection, say Say) (*chosen, error) {
	c := &chosen{Say: say, view: v, quotable: what.Quotable, asked: map[string]bool{}}
	if what.Entry != "" {
		e := v.Entry(what.Entry)
		if e == nil {
			return nil, fmt.Errorf("entry %s: %w", what.Entry, knowledge.ErrNotFound)
		}
		c.name = string(e.ID)
		c.entry(e)
		return c, nil
	}
	if c.name = "desk"; what.Layer == knowledge.Shelf {
		c.name = "shelf"
	}
	return c, c.layer(what.Layer)
}

// kinds are the kinds that are exported: neither the texts of sources, which are
// not ours to give, nor how a desk works and who suggested what.
var kinds = append(knowledge.EntryKinds(), knowledge.KindSource, knowledge.KindPlace, knowledge.KindClaim)

// layer chooses what a layer holds itself. What it has given back to the shelf
// it holds no more.
func (c *chosen) layer(name knowledge.Layer) error {
	for _, r := range c.view.Held(name) {
		if !slices.Contains(kinds, r.Kind) || r.State == knowledge.Returned {
			continue
		}
		body, err := r.Content()
		if err != nil {
			return err
		}
		if r.State == knowledge.Live {
			c.bodies = append(c.bodies, body)
		} else {
			c.unseen = append(c.unseen, r)
		}
	}
	return nil
}

// entry chooses an entry and what it rests on.
func (c *chosen) entry(e *knowledge.Entry) {
	var claims []*knowledge.Claim
	var sources []*knowledge.Source
	var places []*knowledge.Place
	claims = append(claims, c.view.About(e.ID)...)
	for _, f := range e.Facts() {
		claims = with(claims, c.view.Claim(f.Claim))
	}
	for i := 0; i < len(claims); i++ { // grows as it goes
		for _, a := range claims[i].Answers {
			claims = with(claims, c.view.Claim(a.Claim))
		}
		for _, bound := range c.view.Bound(claims[i]) {
			claims = with(claims, bound)
		}
		for _, cite := range claims[i].Cites {
			sources = with(sources, c.view.Source(cite.Source))
		}
	}
	for i := 0; i < len(sources); i++ {
		sources = with(sources, c.view.Source(sources[i].Repeats))
	}
	for _, l := range e.Places {
		for p := c.view.Place(l.Place); p != nil && !slices.Contains(places, p); p = c.view.Place(p.Within) {
			places = append(places, p)
		}
	}
	slices.SortFunc(claims, func(a, b *knowledge.Claim) int { return compare(a.ID, b.ID) })
	slices.SortFunc(sources, func(a, b *knowledge.Source) int { return compare(a.ID, b.ID) })
	slices.SortFunc(places, func(a, b *knowledge.Place) int { return compare(a.ID, b.ID) })
	c.bodies = slices.Concat(listed(sources), listed(places), listed(claims), []any{e})
}

// with adds what there is and is not yet listed.
func with[T any](all []*T, one *T) []*T {
	if one == nil || slices.Contains(all, one) {
		return all
	}
	return append(all, one)
}

func listed[T any](all []*T) []any {
	var bodies []any
	for _, one := range all {
		bodies = append(bodies, one)
	}
	return bodies
}

// of returns what is chosen of one type.
func of[T any](c *chosen) []*T {
	var all []*T
	for _, body := range c.bodies {
		if one, ok := body.(*T); ok {
			all = append(all, one)
		}
	}
	return all
}

// quotes reports whether the words of a quotation may be written.
func (c *chosen) quotes(q knowledge.Quotation) bool {
	said, asked := c.asked[q.ID()]
	if !asked {
		said = c.quotable == nil || c.quotable(q)
		c.asked[q.ID()] = said
	}
	return said
}
