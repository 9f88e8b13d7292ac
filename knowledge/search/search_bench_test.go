package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// madeDocs returns n passages of 80 words, the same at each run; words are as
// uneven as in real texts.
func madeDocs(n int) []Doc {
	draw := rand.New(rand.NewPCG(2019, 23))
	often := rand.NewZipf(draw, 1.1, 4, 20_000)
	docs := make([]Doc, n)
	for i := range docs {
		var words []string
		for range 80 {
			words = append(words, fmt.Sprintf("w%do", often.Uint64()))
		}
		docs[i] = Doc{ID: fmt.Sprint("d", i), Fields: []Field{{Text: strings.Join(words, " ")}}}
	}
	return docs
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		x := New().With(madeDocs(n), nil)
		for _, query := range []struct{ kind, text string }{
			{"4 words", "w5o w40o w200o w900o"}, {"error", "w5o w40o w200o w90xx0o"},
		} {
			b.Run(fmt.Sprintf("passages=%d/%s", n, query.kind), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if len(x.Search(query.text, 10).Hits) == 0 {
						b.Fatal("nothing found")
					}
				}
			})
		}
	}
}

func BenchmarkWith(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		docs := madeDocs(n + 1000)
		base := New().With(docs[:n], nil)
		b.Run(fmt.Sprintf("passages=%d/add", n), func(b *testing.B) {
			b.ReportAllocs()
			x, i := base, 0
			for b.Loop() {
				if i++; i == 1000 {
					x, i = base, 0
				}
				x = x.With(docs[n+i:n+i+1], nil)
			}
		})
		b.Run(fmt.Sprintf("passages=%d/replace", n), func(b *testing.B) {
			b.ReportAllocs()
			x, i := base, 0
			for b.Loop() {
				if i++; i == 1000 {
					x, i = base, 0
				}
				x = x.With(docs[i:i+1], nil)
			}
		})
	}
}

func BenchmarkRebuild(b *testing.B) {
	docs := madeDocs(10_000)
	b.ReportAllocs()
	for b.Loop() {
		New().With(docs, nil)
	}
}
