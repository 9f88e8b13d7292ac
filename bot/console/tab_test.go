package console

import (
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge/packs"
)

func TestTab(t *testing.T) {
	s := hale(t)
	table(t, "tab.txt", func(typed string) string {
		offers := ""
		for _, line := range s.Complete(typed) {
			offers += "  [" + line + "]\n"
		}
		return offers
	})
}

// TestTabLeadsToTheEntry takes every offer of the packs at its word: asking it
// answers about the entry that the list stood for.
func TestTabLeadsToTheEntry(t *testing.T) {
	s := open(t, packs.Builtin()...)
	for _, command := range []string{"actor", "event", "reform"} {
		typed := "/" + command + " name:"
		choices := s.Griot.Complete(s.Asker, commands.Ask{Command: command, Values: map[string]string{"name": ""}}, "name")
		offers := s.Complete(typed)
		if len(choices) == 0 || len(offers) != len(choices) {
			t.Fatalf("%s: %d offers for %d choices", typed, len(offers), len(choices))
		}
		for i, offer := range offers {
			x := s.Do(t.Context(), offer)
			if string(x.Entry) != choices[i].Value || !strings.HasPrefix(offer, typed) {
				t.Errorf("%s answers about %q, not %q", offer, x.Entry, choices[i].Value)
			}
		}
	}
}
