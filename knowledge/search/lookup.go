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
	enough int // hits with which the part that is looked at has enough

	// Memory of the look-up before.
	fuzzy         fuzzy
	slips, others stream
}

// all is more hits than there can be.
const all = 1 << 30

// lookFor begins a look-up with memory that was used before.
func (r *reader) lookFor(typed []typedPhrase, groups []string, most int) *lookUp {
	l, used := r.scans.lookUps.Get().(*lookUp)
	if !used {
		l = &lookUp{}
	}
	l.reader, l.typed, l.groups, l.most = r, typed, groups, most
	return l
}

// done ends a look-up; its memory holds on to nothing.
func (l *lookUp) done() {
	pool := &l.scans.lookUps
	clear(l.hits)
	l.reader, l.typed, l.groups, l.hits = nil, nil, nil, l.hits[:0]
	l.fuzzy.trie, l.slips.ranks, l.others.ranks = nil, nil, nil
	pool.Put(l)
}

// best returns the first hits as callers see them. Those of one part are in
// order nearly, which a stable sort makes use of.
func (l *lookUp) best() []Completion {
	slices.SortStableFunc(l.hits, compareHits)
	return completions(l.hits[:min(l.most, len(l.hits))])
}

// open reports whether an entry may be a hit and is none yet.
func (l *lookUp) open(p *part, d *named) bool {
	for i := range l.hits {
		if l.hits[i].entry == d.entry {
			return false
		}
	}
	return (len(l.groups) == 0 || d.entry.in(l.groups)) && l.holds(p, d.doc)
}

// eachPart looks at every part with names, which may add as many hits as are
// wanted beside those that are there.
func (l *lookUp) eachPart(look func(p *part)) {
	wanted := l.most - len(l.hits)
	for i := range l.parts {
		if p := &l.parts[i]; len(p.names.ranked) > 0 {
			l.enough = len(l.hits) + wanted
			look(p)
		}
	}
}

// fits collects what needs no correction; at least the best of each part, if
// there are more than are wanted.
func (l *lookUp) fits() {
	l.eachPart(func(p *part) {
		from := len(l.hits)
		l.exact(p)
		l.begin(p)
		// Of those that hold the words inside, either kind may have the best.
		if len(l.hits) < l.enough || slices.ContainsFunc(l.hits[from:], func(h hit) bool { return h.why == Inside }) {
			l.inside(p)
		}
	})
}

// exact adds the documents that have what is typed as a name.
func (l *lookUp) exact(p *part) {
	for _, q := range l.typed {
		lo, hi := p.names.beginning(q.joined)
		for i := lo; i < hi && len(p.names.text(i)) == len(q.joined); i++ {
			if p.names.kind(i) == begins { // all that follow do, too
				break
			}
			if d := p.names.of(i); l.open(p, d) {
				h, _ := d.entry.fit(l.typed)
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
	s := &l.slips
	s.reset(p.names.byKind)
	for _, q := range l.typed {
		if len(l.hits) < l.enough {
			s.push(p.names.beginning(q.joined))
		}
	}
	for len(l.hits) < l.enough {
		i, ok := s.next(math.MaxUint32)
		if !ok {
			return
		}
		l.beginAt(p, i)
	}
}

// beginAt adds the document of a key that begins as typed, if more are wanted.
func (l *lookUp) beginAt(p *part, i uint32) {
	d := p.names.of(i)
	if len(l.hits) == l.enough || !l.open(p, d) {
		return
	}
	// The document is shown by the best of its names: wait for that.
	h := hit{entry: d.entry, name: d.name, why: p.names.kind(i).why()}
	if !d.only {
		if best, _ := d.entry.fit(l.typed); best != h {
			return
		}
	}
	h.in, h.rank = &p.names, p.names.rank(i)
	l.hits = append(l.hits, h)
}

// inside adds the documents with a name in which every typed word begins a
// word.
func (l *lookUp) inside(p *part) {
	for _, q := range l.typed {
		if len(q.words) < 2 {
			continue
		}
		lo, hi := p.names.rarestBeginning(q.words)
		for i := lo; i < hi; i++ {
			d := p.names.of(i)
			if q.mask&^d.mask != 0 || !d.name.holds(q.phrase) {
				continue
			}
			if h, ok := d.entry.fit(l.typed); ok && h.why == Inside && l.open(p, d) {
				if h.name == d.name {
					h.in, h.rank = &p.names, p.names.rank(i)
				}
				l.hits = append(l.hits, h)
			}
		}
	}
}

// meant adds the documents with a name that is meant as a whole.
func (l *lookUp) meant() {
	l.eachPart(func(p *part) {
		add := func(m match) {
			for i := m.lo; i < m.hi; i++ {
				d := p.names.of(i)
				if h, ok := d.entry.meant(l.typed); ok && l.open(p, d) {
					l.hits = append(l.hits, h)
				}
			}
		}
		l.near(p, l.typed[0].forgiven(), false, add)
		l.nearApart(p, l.typed[0].forgiven(), add)
	})
}
