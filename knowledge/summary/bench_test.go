package summary

import (
	"fmt"
	"testing"
)

// many returns the sentences of all topics, as those of one long answer.
func many(b *testing.B, n int) []Sentence {
	var all []Sentence
	for _, topic := range readTopics(b) {
		for _, s := range topic.sentences {
			s.ID = fmt.Sprintf("%s %s", topic.name, s.ID)
			all = append(all, s)
		}
	}
	return all[:n]
}

func BenchmarkExtract(b *testing.B) {
	for _, n := range []int{12, 60, 200} {
		sentences := many(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Extract(sentences, "Why was the bridge closed?", MaxExtract)
			}
		})
	}
}

func BenchmarkSelect(b *testing.B) {
	answer, sentences := []byte(`{"answerable":true,"picks":["s3","s1","s5"]}`), eight()
	for b.Loop() {
		if _, err := Select(answer, sentences); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkProve proves an honest sentence, and one that must be tried in every
// way before it is refused.
func BenchmarkProve(b *testing.B) {
	file := readLies(b, "testdata/lies/tune.jsonl")
	for _, id := range []string{"honest-1", "role swap-1"} {
		for _, item := range file.items {
			if item.ID != id {
				continue
			}
			b.Run(id, func(b *testing.B) {
				for b.Loop() {
					file.judge(item, byGaps)
				}
			})
		}
	}
}
