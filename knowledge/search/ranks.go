package search

import "math/bits"

// ranks answers which of some neighbours has the least rank: a table of the
// least over runs of 1, 2, 4 … blocks, and a look at the blocks at both ends
// (Bender and Farach-Colton, "The LCA problem revisited", LATIN 2000).
type ranks struct {
	of     []uint32
	levels [][]uint32 // by the logarithm of the run: places of the least
}

// block is how many neighbours are looked at one by one.
const block = 16

func newRanks(of []uint32) *ranks {
	r := &ranks{of: of}
	var first []uint32
	for i := 0; i < len(of); i += block {
		first = append(first, r.scan(i, min(i+block, len(of))))
	}
	r.levels = [][]uint32{first}
	for n := 1; 2*n <= len(first); n *= 2 {
		below, row := r.levels[len(r.levels)-1], make([]uint32, len(first)-2*n+1)
		for i := range row {
			row[i] = r.lesser(below[i], below[i+n])
		}
		r.levels = append(r.levels, row)
	}
	return r
}

func (r *ranks) lesser(a, b uint32) uint32 {
	if r.of[b] < r.of[a] {
		return b
	}
	return a
}

func (r *ranks) scan(lo, hi int) uint32 {
	best := lo
	for i := lo + 1; i < hi; i++ {
		if r.of[i] < r.of[best] {
			best = i
		}
	}
	return uint32(best)
}

// least returns the place from lo to hi-1 with the least rank.
func (r *ranks) least(lo, hi uint32) uint32 {
	from, to := (int(lo)+block-1)/block, int(hi)/block
	if from >= to {
		return r.scan(int(lo), int(hi))
	}
	level := bits.Len(uint(to-from)) - 1
	row := r.levels[level]
	best := r.lesser(row[from], row[to-1<<level])
	if int(lo) < from*block {
		best = r.lesser(r.scan(int(lo), from*block), best)
	}
	if to*block < int(hi) {
		best = r.lesser(best, r.scan(to*block, int(hi)))
	}
	return best
}

// stream gives the places of several runs in the order of their ranks. A place
// that stands in two runs comes twice.
type stream struct {
	ranks *ranks
	heap  []run
}

// run is what is left of neighbours, and the place of their least rank.
type run struct{ lo, hi, least uint32 }

// reset makes s a stream of nothing, by other ranks.
func (s *stream) reset(ranks *ranks) { s.ranks, s.heap = ranks, s.heap[:0] }

func (s *stream) push(lo, hi uint32) {
	if lo >= hi {
		return
	}
	s.heap = append(s.heap, run{lo, hi, s.ranks.least(lo, hi)})
	for i := len(s.heap) - 1; i > 0 && s.before(i, (i-1)/2); i = (i - 1) / 2 {
		s.heap[i], s.heap[(i-1)/2] = s.heap[(i-1)/2], s.heap[i]
	}
}

func (s *stream) before(i, j int) bool {
	return s.ranks.of[s.heap[i].least] < s.ranks.of[s.heap[j].least]
}

// next returns the place with the least rank of what is left, if it is below
// the end.
func (s *stream) next(end uint32) (place uint32, ok bool) {
	if len(s.heap) == 0 || s.ranks.of[s.heap[0].least] >= end {
		return 0, false
	}
	r := s.heap[0]
	last := len(s.heap) - 1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	for i := 0; ; {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < last; c++ {
			if s.before(c, least) {
				least = c
			}
		}
		if least == i {
			break
		}
		s.heap[i], s.heap[least] = s.heap[least], s.heap[i]
		i = least
	}
	s.push(r.lo, r.least)
	s.push(r.least+1, r.hi)
	return r.least, true
}
