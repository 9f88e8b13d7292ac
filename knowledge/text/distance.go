package text

// Distance returns the least number of typing errors that turn a into b, where
// an error is a letter left out, put in or taken for another, or two neighbours
// swapped, and no letter is touched twice: the optimal string alignment
// distance, also called restricted Damerau-Levenshtein (Boytsov, "Indexing
// methods for approximate dictionary searching", ACM JEA 16, 2011, section 2).
// Letters are runes; fold both sides first.
//
// It returns max+1 as soon as the distance is known to be more than max. Only
// the band of 2·max+1 diagonals is computed (Ukkonen, "Algorithms for
// approximate string matching", Information and Control 64, 1985). A negative
// max counts as 0.
func Distance(a, b string, max int) int {
	t := newAlignment(a, b, max)
	if len(t.a)-len(t.b) > t.max || len(t.b)-len(t.a) > t.max || !t.fill() {
		return t.max + 1
	}
	return t.cell(len(t.b))
}

// alignment is the table of distances between the beginnings of a and of b,
// of which only the last three rows are kept.
type alignment struct {
	a, b         []rune
	max          int
	older, above []int // the rows two and one above the one being filled
	row          []int
}

func newAlignment(a, b string, max int) *alignment {
	if max < 0 {
		max = 0
	}
	t := &alignment{a: []rune(a), b: []rune(b), max: max}
	width := len(t.b) + 1
	cells := make([]int, 3*width)
	t.older, t.above, t.row = cells[:width], cells[width:2*width], cells[2*width:]
	return t
}

// low and high are the first and last column of row i inside the band.
func (t *alignment) low(i int) int  { return max(0, i-t.max) }
func (t *alignment) high(i int) int { return min(len(t.b), i+t.max) }

// cell is the distance in column j of the last row, at most max+1.
func (t *alignment) cell(j int) int { return min(t.row[j], t.max+1) }

// fill computes row after row, and stops with false once no cell of a row is
// within max: a swap costs no less than a letter taken for another, so the row
// above it can't lead to a better one either.
func (t *alignment) fill() bool {
	for j := range t.row {
		t.row[j] = j
	}
	for i := 1; i <= len(t.a); i++ {
		t.older, t.above, t.row = t.above, t.row, t.older
		if t.fillRow(i) > t.max {
			return false
		}
	}
	return true
}

// fillRow computes row i inside the band and returns its least cell. The cells
// next to the band hold max+1, for the rows below to read.
func (t *alignment) fillRow(i int) int {
	outside := t.max + 1
	low, high := t.low(i), t.high(i)
	if low > 0 {
		t.row[low-1] = outside
	}
	least := outside
	for j := low; j <= high; j++ {
		t.row[j] = t.step(i, j)
		least = min(least, t.row[j])
	}
	if high < len(t.b) {
		t.row[high+1] = outside
	}
	return least
}

// step computes one cell from its neighbours.
func (t *alignment) step(i, j int) int {
	if j == 0 {
		return i
	}
	a, b := t.a[i-1], t.b[j-1]
	best := t.above[j-1]
	if a != b {
		best++
	}
	best = min(best, t.above[j]+1, t.row[j-1]+1)
	if i > 1 && j > 1 && a == t.b[j-2] && t.a[i-2] == b {
		best = min(best, t.older[j-2]+1)
	}
	return best
}
