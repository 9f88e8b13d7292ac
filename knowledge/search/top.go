package search

import "strings"

// found is a document that may be a hit.
type found struct {
	part  *part
	doc   uint16
	score uint32
}

func (f *found) id() string { return f.part.ids.at(uint32(f.doc)) }

// worse reports whether f comes after g: less score, or a later id.
func (f *found) worse(g *found) bool {
	if f.score != g.score {
		return f.score < g.score
	}
	return strings.Compare(f.id(), g.id()) > 0
}

// top keeps the best k documents in a heap with the worst one first.
type top struct {
	k    int
	heap []found
}

// floor is the least score that a document needs to be kept.
func (t *top) floor() uint32 {
	if len(t.heap) < t.k {
		return 1
	}
	return t.heap[0].score
}

func (t *top) offer(f found) {
	if len(t.heap) < t.k {
		t.heap = append(t.heap, f)
		for i := len(t.heap) - 1; i > 0; {
			up := (i - 1) / 2
			if !t.heap[i].worse(&t.heap[up]) {
				break
			}
			t.heap[i], t.heap[up] = t.heap[up], t.heap[i]
			i = up
		}
		return
	}
	if t.heap[0].worse(&f) {
		t.heap[0] = f
		t.sink(len(t.heap))
	}
}

// sink puts the first of n in its place.
func (t *top) sink(n int) {
	for i := 0; ; {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < n; c++ {
			if t.heap[c].worse(&t.heap[least]) {
				least = c
			}
		}
		if least == i {
			return
		}
		t.heap[i], t.heap[least] = t.heap[least], t.heap[i]
		i = least
	}
}

// sorted returns what was kept, best first; t is used up.
func (t *top) sorted() []found {
	for n := len(t.heap) - 1; n > 0; n-- {
		t.heap[0], t.heap[n] = t.heap[n], t.heap[0]
		t.sink(n)
	}
	return t.heap
}
