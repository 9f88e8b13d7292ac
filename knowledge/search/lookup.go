package search

import (
	"math"
	"slices"
)

// lookUp collects the documents that a typed text leads to, from every part of
// an index.
type lookUp struct {
	*reader
	typed  []typedPhrase
	groups []string
	most   int // hits of one reason that are wanted
	hits   []hit
}

// best returns the first hits as callers see them.
func (l *lookUp) best() []Completion {
	slices.SortFunc(l.hits, compareHits)
	return completions(l.hits[:min(l.most, len(l.hits))])
}

// open reports whether an entry may be a hit and is none yet.
func (l *lookUp) open(p *part, e *entry) bool {
	for i := range l.hits {
		if l.hits[i].entry == e {
			return false
		}
	}
	return e.in(l.groups) && l.holds(p, e.doc)
}

// fits collects what needs no correction; at least the best of each part, if
// there are more than are wanted.
func (l *lookUp) fits() {
	before := l.hits
	var all []hit
	for i := range l.parts {
		p := &l.parts[i]
		if len(p.names.keys) == 0 {
			continue
		}
		l.hits = nil
		l.exact(p)
		l.begin(p)
		// Of those that hold the words inside, either kind may have the best.
		if len(l.hits) < l.most || slices.ContainsFunc(l.hits, func(h hit) bool { return h.why == Inside }) {
			l.inside(p)
		}
		all = append(all, l.hits...)
	}
	l.hits = append(before, all...)
}

// exact adds the documents that have what is typed as a name.
func (l *lookUp) exact(p *part) {
	for _, q := range l.typed {
		lo, hi := p.names.beginning(q.joined)
		for i := lo; i < hi && len(p.names.text(i)) == len(q.joined); i++ {
			k := p.names.keys[i]
			if e := p.names.ranked[k.rank].entry; k.kind != begins && l.open(p, e) {
				h, _ := e.fit(l.typed)
				l.hits = append(l.hits, h)
			}
		}
	}
}

// begin adds the documents with a name, or a word in one, that begins as
// typed, in the order of hits, until there are enough.
func (l *lookUp) begin(p *part) {
	if len(l.typed) == 1 {
		for _, i := range p.names.first(l.typed[0].joined) {
			l.beginAt(p, i)
		}
	}
	s := stream{ranks: p.names.byKind}
	for _, q := range l.typed {
		if len(l.hits) < l.most {
			s.push(p.names.beginning(q.joined))
		}
	}
	for len(l.hits) < l.most {
		i, ok := s.next(math.MaxUint32)
		if !ok {
			return
		}
		l.beginAt(p, i)
	}
}

// beginAt adds the document of a key that begins as typed, if more are wanted.
func (l *lookUp) beginAt(p *part, i uint32) {
	k := p.names.keys[i]
	d := p.names.ranked[k.rank]
	if len(l.hits) == l.most || !l.open(p, d.entry) {
		return
	}
	// The document is shown by the best of its names: wait for that.
	h := hit{entry: d.entry, name: d.name, why: k.kind.why()}
	if len(d.entry.names) > 1 {
		if best, _ := d.entry.fit(l.typed); best != h {
			return
		}
	}
	h.in, h.rank = &p.names, k.rank
	l.hits = append(l.hits, h)
}

// inside adds the documents with a name in which every typed word begins a
// word.
func (l *lookUp) inside(p *part) {
	for _, q := range l.typed {
		if len(q.words) < 2 {
			continue
		}
		for _, r := range p.names.rarest(q.words, func(string) int { return 0 }) {
			for i := r.lo; i < r.hi; i++ {
				e := p.names.ranked[p.names.keys[i].rank].entry
				if h, ok := e.fit(l.typed); ok && h.why == Inside && l.open(p, e) {
					l.hits = append(l.hits, h)
				}
			}
		}
	}
}

// begun adds the documents that what is typed so far fits with this many
// errors, in the order of hits, until there are enough. Those that it fits
// with fewer are there already.
func (l *lookUp) begun(errors int, keys nearKeys) {
	var all []hit
	for i := range l.parts {
		p := &l.parts[i]
		if len(p.names.keys) == 0 {
			continue
		}
		slips, others := stream{ranks: p.names.byKind}, stream{ranks: p.names.byKind}
		keys(l, p, errors, func(m match) {
			if m.slip {
				slips.push(m.lo, m.hi)
			} else {
				others.push(m.lo, m.hi)
			}
		})
		kept := len(l.hits)
		for kind := beginsMain; kind <= begins; kind++ {
			l.take(p, &slips, hit{errors: errors, kind: kind, slip: true})
			l.take(p, &others, hit{errors: errors, kind: kind})
		}
		all = append(all, l.hits[kept:]...)
		l.hits = l.hits[:kept]
	}
	l.hits = append(l.hits, all...)
}

// correct adds what fits with this many errors if nothing does with fewer:
// behind a first letter that is right, else behind any, else word by word.
func (l *lookUp) correct(errors int) {
	if l.begun(errors, (*lookUp).nearRight); len(l.hits) > 0 {
		return
	}
	if l.begun(errors, (*lookUp).near); len(l.hits) > 0 {
		return
	}
	for i := range l.parts {
		p := &l.parts[i]
		if len(p.names.keys) == 0 {
			continue
		}
		l.nearApart(p, errors, func(m match) {
			e := p.names.ranked[p.names.keys[m.lo].rank].entry
			if h, ok := e.near(l.typed); ok && h.errors == errors && l.open(p, e) {
				l.hits = append(l.hits, h)
			}
		})
	}
}

// take adds the documents of a stream that fit as h says.
func (l *lookUp) take(p *part, s *stream, h hit) {
	h.why = Corrected
	for len(l.hits) < l.most {
		i, ok := s.next((uint32(h.kind) + 1) << kindShift)
		if !ok {
			return
		}
		d := p.names.ranked[p.names.keys[i].rank]
		if !l.open(p, d.entry) {
			continue
		}
		// All that fits better is there already. Of several names, the document
		// is shown by the best: wait for that.
		h.entry, h.name = d.entry, d.name
		if len(d.entry.names) > 1 {
			if best, ok := d.entry.near(l.typed); !ok || best != h {
				continue
			}
		}
		ranked := h
		ranked.in, ranked.rank = &p.names, p.names.keys[i].rank
		l.hits = append(l.hits, ranked)
	}
}

// meant adds the documents with a name that is meant as a whole.
func (l *lookUp) meant() {
	for i := range l.parts {
		p := &l.parts[i]
		if len(p.names.keys) == 0 {
			continue
		}
		add := func(m match) {
			for i := m.lo; i < m.hi; i++ {
				e := p.names.ranked[p.names.keys[i].rank].entry
				if h, ok := e.meant(l.typed); ok && l.open(p, e) {
					l.hits = append(l.hits, h)
				}
			}
		}
		l.near(p, l.typed[0].forgiven(), add)
		l.nearApart(p, l.typed[0].forgiven(), add)
	}
}
