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
	candidates []uint16 // places in the window
	sums       [window]uint32
	places     [window]uint16
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
	s.gather(s.live[spare:], code, floor, rest)
	for i := spare - 1; i >= 0; i-- {
		rest -= s.live[i].most
		s.complete(&s.live[i], code, floor, rest)
	}
	s.offer(t)
}

// marked is set in the sum of a candidate; no score comes near it.
const marked = 1 << 31

// gather adds up the terms and lists the documents that reach the floor if the
// rest is added to them. The longest list is read last and once only, since
// what it adds can be judged at once.
func (s *scan) gather(live []reading, code *[window]uint8, floor, rest uint32) {
	last := len(live) - 1
	for i := range live {
		if len(live[i].docs) > len(live[last].docs) {
			live[i], live[last] = live[last], live[i]
		}
	}
	for i := range live[:last] {
		s.add(&live[i], code)
	}
	n := s.addLast(&live[last], code, floor, rest)
	for i := range live[:last] {
		n = s.judge(live[i].docs, n, floor, rest)
	}
	s.candidates = s.places[:n]
}

// add adds a term's part to the sums of the documents that have it.
func (s *scan) add(r *reading, code *[window]uint8) {
	counts, weight, table := r.counts[:len(r.docs)], r.weight, s.weights
	for i, d := range r.docs {
		at := d % window
		s.sums[at] += uint32(weight * table[uint(counts[i]&maxCount)<<8|uint(code[at])])
	}
}

// addLast is add and judge in one. It returns the number of candidates.
func (s *scan) addLast(r *reading, code *[window]uint8, floor, rest uint32) (n int) {
	counts, weight, table := r.counts[:len(r.docs)], r.weight, s.weights
	for i, d := range r.docs {
		at := d % window
		sum := s.sums[at] + uint32(weight*table[uint(counts[i]&maxCount)<<8|uint(code[at])])
		if sum+rest < floor {
			s.sums[at] = 0
			continue
		}
		s.sums[at] = sum | marked
		s.places[n%window] = at
		n++
	}
	return n
}

// judge adds to the n candidates those of the documents that reach the floor,
// and clears the sums of others.
func (s *scan) judge(docs []uint16, n int, floor, rest uint32) int {
	for _, d := range docs {
		at := d % window
		sum := s.sums[at]
		if sum-1 >= marked-1 { // judged before
			continue
		}
		if sum+rest < floor {
			s.sums[at] = 0
			continue
		}
		s.sums[at] = sum | marked
		s.places[n%window] = at
		n++
	}
	return n
}

// complete adds a spare term's part to the candidates, and drops those that
// can't reach the floor with the rest. Where candidates are many it reads the
// whole list, where they are few it looks each of them up.
func (s *scan) complete(r *reading, code *[window]uint8, floor, rest uint32) {
	if len(r.docs) < 8*len(s.candidates) {
		counts := r.counts[:len(r.docs)]
		for i, d := range r.docs {
			if at := d % window; s.sums[at] != 0 {
				s.sums[at] += r.add(counts[i], code[at], s.weights)
			}
		}
	} else {
		s.lookUp(r, code)
	}
	kept := s.candidates[:0]
	for _, at := range s.candidates {
		if s.sums[at%window]&^marked+rest < floor {
			s.sums[at%window] = 0
			continue
		}
		kept = append(kept, at)
	}
	s.candidates = kept
}

// lookUp adds a term's part to each candidate. They come in a few ascending
// runs.
func (s *scan) lookUp(r *reading, code *[window]uint8) {
	if len(r.docs) == 0 {
		return
	}
	base, i, before := r.docs[0]-r.docs[0]%window, 0, uint16(0)
	for _, at := range s.candidates {
		if at < before {
			i = 0
		}
		before = at
		if i = gallop(r.docs, i, base+at); i < len(r.docs) && r.docs[i] == base+at {
			s.sums[at%window] += r.add(r.counts[i], code[at%window], s.weights)
		}
	}
}

// offer hands the candidates on, and clears their sums.
func (s *scan) offer(t *task) {
	for _, at := range s.candidates {
		sum := s.sums[at%window] &^ marked
		s.sums[at%window] = 0
		doc := uint16(t.window*window) + at
		if sum >= s.top.floor() && s.visible(t.part, doc) {
			s.top.offer(found{t.part, doc, sum})
		}
	}
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
