package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// line is a text as folded words and their senses, for what stands near what.
type line struct {
	words  []string
	senses [][]int
}

func linesOf(t knowledge.Text) []line {
	var lines []line
	for _, s := range t.All() {
		words := strings.Fields(text.Fold(s))
		lines = append(lines, line{words, sensesIn(s)})
	}
	return lines
}

// tied is how many words may stand between a role and that of which it is.
const tied = 4

// has reports whether the word at i is a word, or one of nearly its meaning.
func (l line) has(i int, w *word) bool {
	return l.words[i] == w.Typed || slices.ContainsFunc(w.senses, func(n int) bool { return slices.Contains(l.senses[i], n) }) ||
		len(w.senses) == 0 && len(w.roots) > 0 && slices.Contains(w.roots, root(l.words[i]))
}

// says reports whether a line has a word, or one of nearly its meaning.
func (l line) says(w *word) bool {
	for i := range l.words {
		if l.has(i, w) {
			return true
		}
	}
	return false
}

// near reports whether a word stands at most n words from the one at i.
func (l line) near(i, n int, w *word) bool {
	for j := max(0, i-n); j < min(len(l.words), i+n+1); j++ {
		if j != i && l.has(j, w) {
			return true
		}
	}
	return false
}

// ties reports whether a role stands close to one of some words.
func (l line) ties(role *word, of []*word) bool {
	for i := range l.words {
		if l.has(i, role) && slices.ContainsFunc(of, func(w *word) bool { return l.near(i, tied, w) }) {
			return true
		}
	}
	return false
}

// calls reports whether a role stands by a word of a name, with nothing between
// that makes them two: the clerk of Judge Benguela is not Benguela.
func (l line) calls(role *word, name []string) bool {
	for i := range l.words {
		if l.has(i, role) && (l.runsInto(i, 1, name) || l.runsInto(i, -1, name)) {
			return true
		}
	}
	return false
}

func (l line) runsInto(i, step int, name []string) bool {
	for j, n := i+step, 0; j >= 0 && j < len(l.words) && n < tied && !parts[l.words[j]]; j, n = j+step, n+1 {
		if slices.Contains(name, l.words[j]) {
			return true
		}
	}
	return false
}

// parts are words that make what stands on their sides two.
var parts = wordSet("of and for with de du des d et pour avec")
