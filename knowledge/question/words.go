package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// words are what a text can be met by: its terms, the senses of its words and
// what these have in common with others made of them.
type words struct {
	terms  map[string]bool
	senses map[int]bool
	roots  map[string]bool
}

func wordsOf(v *knowledge.View, s string) words {
	folded := strings.Fields(text.Fold(s))
	all := words{terms(v, s), map[int]bool{}, map[string]bool{}}
	for i, found := range sensesIn(s) {
		for _, n := range found {
			all.senses[n] = true
		}
		if r := root(folded[i]); r != "" {
			all.roots[r] = true
		}
	}
	return all
}

// close reports whether a word of nearly the same meaning is there.
func (t words) close(w *word) bool {
	if len(w.senses) > 0 {
		return slices.ContainsFunc(w.senses, func(n int) bool { return t.senses[n] })
	}
	return slices.ContainsFunc(w.roots, func(r string) bool { return t.roots[r] })
}

// terms returns what a text is looked up by, read in both languages.
func terms(v *knowledge.View, s string) map[string]bool {
	all := v.Terms(s, knowledge.English)
	for t := range v.Terms(s, knowledge.French) {
		all[t] = true
	}
	return all
}

// in reports whether a word, or what it stands for, is among some terms.
func (w *word) in(terms map[string]bool) bool { return hasAny(terms, w.Terms) || meets(terms, w.means) }

func hasAny(set map[string]bool, terms []string) bool {
	return slices.ContainsFunc(terms, func(t string) bool { return set[t] })
}

func meets(set, other map[string]bool) bool {
	for t := range other {
		if set[t] {
			return true
		}
	}
	return false
}
