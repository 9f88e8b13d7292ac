package search

import (
	"cmp"
	"math"
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
			if i == len(b.codes)-1 { // so many times or more
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
	candidates []uint16 // places in the window
	sums       [window]uint32
	places     [window]uint16
	code       [window]uint8 // of a window that is not full
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
			if docs, _, bound := c.within(w); len(docs) > 0 {
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

// codes returns the packed lengths in a window. What is not full is copied, so
// that reading needs no check of its end, and a small segment takes little room.
func (s *scan) codes(t *task) *[window]uint8 {
	code := t.part.code[t.window*window:]
	if len(code) < window {
		copy(s.code[:], code)
		return &s.code
	}
	return (*[window]uint8)(code)
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
	code := s.codes(t)
	s.gather(s.live[spare:], code, floor, rest)
	for i := spare - 1; i >= 0; i-- {
		rest -= s.live[i].most
		s.complete(&s.live[i], code, floor, rest)
	}
	s.offer(t)
}
