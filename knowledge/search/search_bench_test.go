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
			words = append(words, madeWord(often.Uint64()))
		}
		docs[i] = Doc{ID: fmt.Sprint("d", i), Fields: []Field{{Text: strings.Join(words, " ")}}}
	}
	return docs
}

// madeWord returns a word of letters, another for each number.
func madeWord(n uint64) string {
	syllables := []string{"ba", "dou", "ga", "ka", "li", "mo", "na", "pe", "ri", "wo"}
	word := "k"
	for ; n > 0; n /= 10 {
		word += syllables[n%10]
	}
	return word + "m"
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		x := New().With(madeDocs(n), nil)
		words := []string{madeWord(5), madeWord(40), madeWord(200), madeWord(1234)}
		wrong := append(words[:3:3], strings.Replace(words[3], "ga", "gx", 1))
		if corrected := x.Search(wrong[3], 1).Corrected; len(corrected) != 1 || corrected[0].Meant != words[3] {
			b.Fatalf("%s is corrected to %v, want %s", wrong[3], corrected, words[3])
		}
		for _, query := range []struct{ kind, text string }{
			{"4 words", strings.Join(words, " ")}, {"error", strings.Join(wrong, " ")},
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
	for _, n := range []int{2_000, 10_000, 100_000} {
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
		b.Run(fmt.Sprintf("passages=%d/remove", n), func(b *testing.B) {
			b.ReportAllocs()
			x, i := base, 0
			for b.Loop() {
				if i++; i == 1000 {
					x, i = base, 0
				}
				x = x.With(nil, []string{docs[i].ID})
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
