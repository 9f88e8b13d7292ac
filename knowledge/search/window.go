package search

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
