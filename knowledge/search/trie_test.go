package search

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"griot/knowledge/text"
)

// The walk must find just what comparing with every string finds, and with as
// many errors.
func TestTrieFindsWhatComparingFinds(t *testing.T) {
	drawWord := rapid.StringMatching(`[abcé]{0,7}`)
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(drawWord, 0, 60).Draw(t, "list")
		slices.Sort(list)
		typed := drawWord.Draw(t, "typed")
		most := rapid.IntRange(0, 2).Draw(t, "most")
		open := rapid.Bool().Draw(t, "open")
		x := newTrie(len(list), func(i uint32) string { return list[i] })
		got, want := map[string]int{}, map[string]int{}
		for _, m := range x.near(&x.nodes[0], typed, most, open) {
			for _, s := range list[m.lo:m.hi] {
				if e, ok := got[s]; !ok || m.errors < e {
					got[s] = m.errors
				}
			}
		}
		distance := text.Distance
		if open {
			distance = begun
		}
		for _, s := range list {
			if e := distance(typed, s, most); e <= most {
				want[s] = e
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q, %d errors, open %v, in %s (-want +got):\n%s", typed, most, open, strings.Join(list, " "), diff)
		}
	})
}

// begun returns the least distance between typed and any beginning of s: how
// many errors a name has so far while it is being typed.
func begun(typed, s string, most int) int {
	least, letters := most+1, []rune(s)
	for n := range len(letters) + 1 {
		least = min(least, text.Distance(typed, string(letters[:n]), most))
	}
	return least
}

// Words are looked for in two ways; together they must find what comparing
// with every word finds.
func TestSpellings(t *testing.T) {
	drawWord := rapid.StringMatching(`[abc]{7,12}`)
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(drawWord, 1, 40).Draw(t, "list")
		typed := rapid.SampledFrom(list).Draw(t, "word")
		for range rapid.IntRange(0, 3).Draw(t, "errors") {
			typed = edit(t, typed)
		}
		s := New().With([]Doc{{ID: "d", Language: "x", Fields: []Field{{Text: strings.Join(list, " ")}}}}, nil).state.Load().parts[0]
		got, want := map[string]int{}, map[string]int{}
		for _, m := range s.spellings().near('x', typed, 2) {
			for id := m.lo; id < m.hi; id++ {
				w := s.bareWord(id)[1:]
				if e, ok := got[w]; !ok || m.errors < e {
					got[w] = m.errors
				}
			}
		}
		for _, w := range list {
			if e := text.Distance(typed, w, 2); e <= 2 {
				want[w] = e
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q in %q (-want +got):\n%s", typed, list, diff)
		}
	})
}
