package search

import (
	"cmp"
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
	return c.add(b.count, b.code, w) + 1 // the quotient may round up
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
	weights *weights
	visible func(p *part, doc uint16) bool
	top     top
	tasks   []task
	live    []reading
	sums    [window]uint32
	seen    [window / 64]uint64
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
	s.collect(t, code, s.live[:spare], rest)
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

// collect offers the documents that were added up, and clears the sums. What
// the spare terms, of which rest is the most, add to a document is looked up
// if it matters.
func (s *scan) collect(t *task, code *[window]uint8, spare []reading, rest uint32) {
	floor := s.top.floor()
	for word := range s.seen {
		for set := s.seen[word]; set != 0; set &= set - 1 {
			at := uint(word<<6 + bits.TrailingZeros64(set))
			sum := s.sums[at%window]
			s.sums[at%window] = 0
			if sum+rest < floor {
				continue
			}
			doc := uint16(uint(t.window*window) + at)
			if sum = s.complete(sum, rest, floor, doc, code[at%window], spare); sum >= floor && s.visible(t.part, doc) {
				s.top.offer(found{t.part, doc, sum})
				floor = s.top.floor()
			}
		}
		s.seen[word] = 0
	}
}

// complete adds what the spare terms give to a document, the greatest first; 0
// as soon as it can't reach the floor.
func (s *scan) complete(sum, rest, floor uint32, doc uint16, code uint8, spare []reading) uint32 {
	for i := len(spare) - 1; i >= 0; i-- {
		if sum+rest < floor {
			return 0
		}
		r := &spare[i]
		rest -= r.most
		at := lowerBound(r.docs, int(doc))
		r.docs, r.counts = r.docs[at:], r.counts[at:]
		if len(r.docs) > 0 && r.docs[0] == doc {
			sum += r.add(r.counts[0], code, s.weights)
		}
	}
	return sum
}
