package main

import (
	"slices"
	"sort"
	"strings"
)

// walk is the peer for completion: the sorted names read as a trie, with a row
// of the table of edit distances for each letter and cells beyond the allowed
// errors left out. It takes the first letter to be right, knows beginnings of
// whole names only, and asks for no errors before one, and for one before two.
type walk struct {
	names   []string // sorted
	numbers []int
	typed   string
	allowed int
	rows    [][]int
	found   []int
}

func newWalk(folded []string) completer {
	w := &walk{numbers: make([]int, len(folded)), names: make([]string, len(folded))}
	for i := range w.numbers {
		w.numbers[i] = i
	}
	slices.SortFunc(w.numbers, func(a, b int) int { return strings.Compare(folded[a], folded[b]) })
	for i, n := range w.numbers {
		w.names[i] = folded[n]
	}
	for range 64 {
		w.rows = append(w.rows, make([]int, 64))
	}
	return w
}

func (w *walk) find(typed string, errors int) []int {
	w.typed, w.found = typed[:min(60, len(typed))], nil
	lo := sort.SearchStrings(w.names, typed)
	if errors == 0 {
		for i := lo; i < len(w.names) && len(w.found) < most && strings.HasPrefix(w.names[i], typed); i++ {
			w.found = append(w.found, w.numbers[i])
		}
		return w.found
	}
	lo = sort.SearchStrings(w.names, typed[:1])
	hi := lo + sort.Search(len(w.names)-lo, func(i int) bool { return w.names[lo+i][0] != typed[0] })
	for i := range w.rows[0] {
		w.rows[0][i] = i
	}
	for w.allowed = 0; w.allowed <= errors && len(w.found) < most; w.allowed++ {
		w.down(lo, hi, 0)
	}
	return w.found
}

// down visits the names from lo to hi-1, which share their first letters.
func (w *walk) down(lo, hi, depth int) {
	if w.rows[depth][len(w.typed)] <= w.allowed {
		for ; lo < hi && len(w.found) < most; lo++ {
			if !slices.Contains(w.found, w.numbers[lo]) {
				w.found = append(w.found, w.numbers[lo])
			}
		}
		return
	}
	for lo < hi && len(w.names[lo]) == depth {
		lo++
	}
	for lo < hi && len(w.found) < most && depth < 60 {
		letter := w.names[lo][depth]
		end := lo + w.run(lo, hi, depth, letter)
		if w.fill(depth+1, letter) <= w.allowed {
			w.down(lo, end, depth+1)
		}
		lo = end
	}
}

// run returns how many names from lo on have this letter, looking near first.
func (w *walk) run(lo, hi, depth int, letter byte) int {
	near := 1
	for lo+near < hi && w.names[lo+near][depth] == letter {
		near *= 2
	}
	near = min(near, hi-lo)
	return sort.Search(near, func(i int) bool { return w.names[lo+i][depth] != letter })
}

// fill computes the row of a letter and returns its least cell.
func (w *walk) fill(depth int, letter byte) int {
	above, row := w.rows[depth-1], w.rows[depth]
	from, to := max(1, depth-w.allowed), min(len(w.typed), depth+w.allowed)
	for i := range row[:len(w.typed)+1] {
		row[i] = w.allowed + 1
	}
	row[0] = min(depth, w.allowed+1)
	least := row[0]
	for i := from; i <= to; i++ {
		cell := above[i-1]
		if w.typed[i-1] != letter {
			cell++
		}
		row[i] = min(cell, above[i]+1, row[i-1]+1, w.allowed+1)
		least = min(least, row[i])
	}
	return least
}
