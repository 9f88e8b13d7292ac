package search

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// made returns an index of n documents of one name each, of two or three made
// words, the same at each run.
func made(n int) *Index {
	syllables := []string{"ba", "dou", "ga", "ka", "li", "ma", "mo", "na", "pti", "sé", "tou", "wa"}
	draw := rand.New(rand.NewPCG(2019, 3))
	x := New()
	for i := range n {
		text := ""
		for word := range 2 + draw.IntN(2) {
			if word > 0 {
				text += " "
			}
			for range 2 + draw.IntN(3) {
				text += syllables[draw.IntN(len(syllables))]
			}
		}
		x.Add(Doc{ID: fmt.Sprint("d", i), Names: []Name{{Text: text}}, Weight: draw.IntN(50)})
	}
	x.Add(Doc{ID: "koufa", Names: []Name{{Text: "Amadou Koufa"}}})
	return x
}

func BenchmarkComplete(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		x := made(n)
		for _, typed := range []struct{ kind, text string }{
			{"prefix", "amadou k"}, {"error", "kuofa"}, {"empty", ""},
		} {
			b.Run(fmt.Sprintf("names=%d/%s", n, typed.kind), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if len(x.Complete(typed.text, 25)) == 0 {
						b.Fatal("nothing found")
					}
				}
			})
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		x := made(n)
		for _, typed := range []struct{ kind, text string }{
			{"exact", "amadou koufa"}, {"inside", "koufa"}, {"error", "amadou kuofa"},
		} {
			b.Run(fmt.Sprintf("names=%d/%s", n, typed.kind), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if len(x.Find(typed.text)) == 0 {
						b.Fatal("nothing found")
					}
				}
			})
		}
	}
}
