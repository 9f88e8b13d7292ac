package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
)

// maker makes any number of passages of 60 to 120 words from runs of words of
// the English collections, so that words are as common and keep such company
// as in real texts. Of words that are rare there, one in eight gets an ending
// that later passages share less and less, so that the vocabulary keeps
// growing. The same number gives the same passage on every machine.
type maker struct {
	runs   [][]string
	common map[string]int
	asked  [][]string // questions, as words
}

var abstracts = []string{"cranfield", "med", "npl"}

func newMaker(folder string) (*maker, error) {
	m := &maker{common: map[string]int{}}
	for _, name := range abstracts {
		c, err := read(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		for _, p := range c.passages {
			words := strings.Fields(strings.ToLower(p.Text))
			for _, w := range words {
				m.common[w]++
			}
			for ; len(words) >= 12; words = words[12:] {
				m.runs = append(m.runs, words[:12])
			}
		}
		for _, q := range c.questions {
			m.asked = append(m.asked, content(q.Text))
		}
	}
	return m, nil
}

// content returns the longer words of a question, in its order.
func content(s string) (words []string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if len(w) > 4 && !strings.Contains(" about above after their there these those which where while would could should ", " "+w+" ") {
			words = append(words, w)
		}
	}
	return words
}

// passage makes the i-th passage.
func (m *maker) passage(i int) passage {
	draw := rand.New(rand.NewPCG(23, uint64(i)))
	n, words := 60+draw.IntN(61), make([]string, 0, 132)
	for len(words) < n {
		for _, w := range m.runs[draw.IntN(len(m.runs))] {
			if m.common[w] < 4 && len(w) > 4 && draw.IntN(8) == 0 {
				w = strings.TrimRight(w, ".,;:)") + string([]byte{'a' + byte(draw.IntN(26)), "aeiou"[draw.IntN(5)], 'a' + byte(i/2000%26)})
			}
			words = append(words, w)
		}
	}
	return passage{fmt.Sprintf("p%07d", i), strings.Join(words[:n], " ")}
}

func (m *maker) passages(n int) []passage {
	all := make([]passage, n)
	for i := range all {
		all[i] = m.passage(i)
	}
	return all
}

// queries makes queries of n words that follow each other in real questions.
func (m *maker) queries(n, count int) []string {
	var long [][]string
	for _, words := range m.asked {
		if len(words) >= n {
			long = append(long, words)
		}
	}
	draw, all := rand.New(rand.NewPCG(29, uint64(n))), make([]string, count)
	for i := range all {
		words := long[draw.IntN(len(long))]
		at := draw.IntN(len(words) - n + 1)
		all[i] = strings.Join(words[at:at+n], " ")
	}
	return all
}
