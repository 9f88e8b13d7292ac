package commands_test

import (
	"context"
	"testing"

	"griot/commands"
)

// From request value to reply value: what a reader waits for besides the
// network.

func BenchmarkCard(b *testing.B) {
	g := griot(b, "../knowledge/packs/mali-2019")
	ask := commands.Ask{Command: "event", Values: map[string]string{"name": "ogossagou-massacre"}}
	b.ReportAllocs()
	for b.Loop() {
		if r := g.Answer(context.Background(), asker(), ask); r.Outcome != commands.Answered {
			b.Fatal(r.Outcome)
		}
	}
}

func BenchmarkCardWithText(b *testing.B) {
	g := griot(b, "../knowledge/packs/mali-2019")
	importText(b, g, "fp-2019-mali", articleText(b))
	ask := commands.Ask{Command: "event", Values: map[string]string{"name": "ogossagou-massacre"}}
	b.ReportAllocs()
	for b.Loop() {
		if r := g.Answer(context.Background(), asker(), ask); r.Outcome != commands.Answered {
			b.Fatal(r.Outcome)
		}
	}
}

func BenchmarkAutocomplete(b *testing.B) {
	g := griot(b, "../knowledge/packs/mali-2019")
	for name, typed := range map[string]string{"empty": "", "prefix": "kou", "one error": "kuofa", "words": "al qaeda"} {
		b.Run(name, func(b *testing.B) {
			ask := commands.Ask{Command: "actor", Values: map[string]string{"name": typed}}
			b.ReportAllocs()
			for b.Loop() {
				if len(g.Complete(asker(), ask, "name")) == 0 {
					b.Fatal("nothing found")
				}
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	g := griot(b, "../knowledge/packs/mali-2019")
	importText(b, g, "fp-2019-mali", articleText(b))
	for name, words := range map[string]string{"name": "Ogossagou", "words": "who was president in 2002", "one error": "ogosagou"} {
		b.Run(name, func(b *testing.B) {
			ask := commands.Ask{Command: "search", Values: map[string]string{"words": words}}
			b.ReportAllocs()
			for b.Loop() {
				if r := g.Answer(context.Background(), asker(), ask); r.Outcome != commands.Answered {
					b.Fatal(r.Outcome)
				}
			}
		})
	}
}
