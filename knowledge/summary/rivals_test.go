package summary

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot/knowledge"
)

// topic is a question, sentences in the order of a source, and which of them a
// person would pick; or what several people wrote instead.
type topic struct {
	name, query string
	lang        string // English if empty
	sentences   []Sentence
	picks       []int
	references  [][]Sentence // what people wrote
	n           int          // how many sentences stand against these
}

// add puts a sentence at the end of the source.
func (t *topic) add(words string) {
	n := len(t.sentences) + 1
	t.sentences = append(t.sentences, Sentence{
		ID: fmt.Sprint(n), Passage: t.name, Lang: cmp.Or(t.lang, "en"), Text: words, At: knowledge.Sentences(1, n, n),
	})
}

// wanted returns what a choice is compared with, and how many sentences it has.
func (t topic) wanted() (references [][]Sentence, n int) {
	if t.references != nil {
		return t.references, t.n
	}
	var picked []Sentence
	for _, i := range t.picks {
		picked = append(picked, t.sentences[i])
	}
	return [][]Sentence{picked}, len(picked)
}

// readTopics reads lines that begin with ? (the question), * (a sentence that a
// person picks) or - (one that he leaves).
func readTopics(t testing.TB) []topic {
	t.Helper()
	paths, _ := filepath.Glob("testdata/topics/*.txt")
	var all []topic
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		one := topic{name: filepath.Base(path)}
		one.lang = strings.Split(one.name, ".")[1]
		for line := range strings.Lines(string(b)) {
			mark, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
			switch mark {
			case "?":
				one.query = rest
			case "*", "-":
				if mark == "*" {
					one.picks = append(one.picks, len(one.sentences))
				}
				one.add(rest)
			}
		}
		all = append(all, one)
	}
	return all
}

// first takes the first n sentences.
func first(t topic, n int) []Sentence { return t.sentences[:n] }

// byRelevance takes the n best by BM25 alone.
func byRelevance(t topic, n int) []Sentence {
	c := corpusOf(t.sentences)
	return best(t, c.relevance(bagOf(t.query, t.sentences[0].Lang)), n)
}

// textRank takes the n best of TextRank (Mihalcea and Tarau 2004): a walk along
// ties weighted with shared words over the logarithms of both lengths.
func textRank(t topic, n int) []Sentence {
	bags := corpusOf(t.sentences).bags
	weight := func(a, b bag) float64 {
		shared := 0.0
		for _, w := range a.terms {
			if b.of(w) > 0 {
				shared++
			}
		}
		return shared / max(math.Log(float64(a.size))+math.Log(float64(b.size)), 1)
	}
	ties, out := make([][]float64, len(bags)), make([]float64, len(bags))
	for i := range bags {
		ties[i] = make([]float64, len(bags))
		for j := range bags {
			if i != j {
				ties[i][j] = weight(bags[i], bags[j])
				out[i] += ties[i][j]
			}
		}
	}
	scores := slices.Repeat([]float64{1}, len(bags))
	for range 100 {
		next := slices.Repeat([]float64{0.15}, len(bags))
		for i := range bags {
			for j := range bags {
				if out[i] > 0 {
					next[j] += 0.85 * scores[i] * ties[i][j] / out[i]
				}
			}
		}
		scores = next
	}
	return best(t, scores, n)
}

func best(t topic, scores []float64, n int) []Sentence {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	var all []Sentence
	for _, i := range order[:n] {
		all = append(all, t.sentences[i])
	}
	return all
}
