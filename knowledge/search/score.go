package search

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// cursor reads one term's postings in one part.
type cursor struct {
	list
	weight float32 // of the term, in units
}

// most bounds what the term adds to any document with this bound.
func (c *cursor) most(b bound, w *weights) uint32 {
	most := uint32(0)
	for i, code := range b.codes {
		if count := min(uint8(i+1), b.count); code < math.MaxUint8 {
			if i == 3 {
				count = b.count
			}
			most = max(most, c.add(count, code, w))
		}
	}
	return most + 1 // the quotient may round up
}

// add is what the term adds to a document.
func (c *cursor) add(count, code uint8, w *weights) uint32 {
	return uint32(c.weight * w[uint(count&maxCount)<<8|uint(code)])
}

// task is a window of a part that has candidates.
type task struct {
	part    *part
	cursors []cursor
	window  int
	most    uint32 // no document in it scores more
}

// scan finds the best documents: it reads windows in the order of what they
// promise, and stops when no window can better what it has. Within a window
// the terms that together can't lift a document into the answer are not read
// but looked up for the documents that others found (Turtle and Flood, "Query
// evaluation: strategies and optimizations", IPM 31, 1995; by blocks as in
// Ding and Suel, "Faster top-k document retrieval using block-max indexes",
// SIGIR 2011).
type scan struct {
	weights    *weights
	visible    func(p *part, doc uint16) bool
	top        top
	tasks      []task
	live       []reading
	candidates []scored
	sums       [window]uint32
	count      [window]uint8
	seen       [window / 64]uint64
}

// reading is a cursor at a window.
type reading struct {
	*cursor
	docs   []uint16
	counts []uint8
	most   uint32
}

// plan adds the windows of a part in which the cursors' terms stand.
func (s *scan) plan(p *part, cursors []cursor) {
	for w := 0; w*window < p.docs(); w++ {
		t := task{part: p, cursors: cursors, window: w}
		for i := range cursors {
			c := &cursors[i]
			switch docs, _, bound := c.within(w); {
			case len(docs) > 0:
				t.most += c.most(bound, s.weights)
			}
		}
		if t.most > 0 {
			s.tasks = append(s.tasks, t)
		}
	}
}

func (s *scan) run() {
	slices.SortFunc(s.tasks, func(a, b task) int { return cmp.Compare(b.most, a.most) })
	for i := range s.tasks {
		if s.tasks[i].most < s.top.floor() {
			return
		}
		s.window(&s.tasks[i])
	}
}

// window scores the documents of one window.
func (s *scan) window(t *task) {
	s.live = s.live[:0]
	for i := range t.cursors {
		c := &t.cursors[i]
		if docs, counts, bound := c.within(t.window); len(docs) > 0 {
			s.live = append(s.live, reading{c, docs, counts, c.most(bound, s.weights)})
		}
	}
	slices.SortFunc(s.live, func(a, b reading) int { return cmp.Compare(a.most, b.most) })
	floor, spare, rest := s.top.floor(), 0, uint32(0)
	for spare < len(s.live)-1 && rest+s.live[spare].most < floor {
		rest += s.live[spare].most
		spare++
	}
	code := (*[window]uint8)(t.part.code[t.window*window:])
	for i := spare; i < len(s.live); i++ {
		s.add(&s.live[i], code)
	}
	s.collect(floor, rest)
	for i := spare - 1; i >= 0; i-- {
		r := &s.live[i]
		rest -= r.most
		s.complete(r, code, uint32(t.window*window), floor, rest)
	}
	for _, c := range s.candidates {
		doc := uint16(uint32(t.window*window) + uint32(c.at))
		if c.sum >= s.top.floor() && s.visible(t.part, doc) {
			s.top.offer(found{t.part, doc, c.sum})
		}
	}
}

// scored is a document of the window at hand, and what was added up for it.
type scored struct {
	at  uint16
	sum uint32
}

// add adds a term's part to the sums of the documents that have it.
func (s *scan) add(r *reading, code *[window]uint8) {
	counts, weight, table := r.counts[:len(r.docs)], r.weight, s.weights
	for i, d := range r.docs {
		at := d % window
		s.sums[at] += uint32(weight * table[uint(counts[i]&maxCount)<<8|uint(code[at])])
		s.seen[at/64] |= 1 << (at % 64)
	}
}

// collect lists the documents that reach the floor if the rest is added to
// them, and clears the sums.
func (s *scan) collect(floor, rest uint32) {
	s.candidates = s.candidates[:0]
	for word, set := range s.seen {
		if set == 0 {
			continue
		}
		s.seen[word] = 0
		for ; set != 0; set &= set - 1 {
			at := uint16(word<<6+bits.TrailingZeros64(set)) % window
			if sum := s.sums[at]; sum+rest >= floor {
				s.candidates = append(s.candidates, scored{at, sum})
			}
			s.sums[at] = 0
		}
	}
}

// complete adds a spare term's part to the candidates, and drops those that
// can't reach the floor with the rest. base is the window's first document.
func (s *scan) complete(r *reading, code *[window]uint8, base, floor, rest uint32) {
	if len(r.docs) < 6*len(s.candidates) {
		s.completeAll(r, code, floor, rest)
		return
	}
	docs, kept, i := r.docs, s.candidates[:0], 0
	for _, c := range s.candidates {
		doc := uint16(base + uint32(c.at))
		if i = gallop(docs, i, doc); i < len(docs) && docs[i] == doc {
			c.sum += r.add(r.counts[i], code[c.at%window], s.weights)
		}
		if c.sum+rest >= floor {
			kept = append(kept, c)
		}
	}
	s.candidates = kept
}

// completeAll does the work of complete where candidates are many: it reads the
// whole list rather than look each of them up.
func (s *scan) completeAll(r *reading, code *[window]uint8, floor, rest uint32) {
	counts, kept := r.counts[:len(r.docs)], s.candidates[:0]
	for i, d := range r.docs {
		s.count[d%window] = counts[i]
	}
	for _, c := range s.candidates {
		at := c.at % window
		c.sum += uint32(r.weight * s.weights[uint(s.count[at]&maxCount)<<8|uint(code[at])])
		if c.sum+rest >= floor {
			kept = append(kept, c)
		}
	}
	for _, d := range r.docs {
		s.count[d%window] = 0
	}
	s.candidates = kept
}

// gallop returns the first place from i on whose document is not below d.
func gallop(docs []uint16, i int, d uint16) int {
	step := 1
	for i+step < len(docs) && docs[i+step] < d {
		i += step
		step *= 2
	}
	end := min(i+step, len(docs))
	for i < end {
		if m := int(uint(i+end) >> 1); docs[m] < d {
			i = m + 1
		} else {
			end = m
		}
	}
	return i
}
