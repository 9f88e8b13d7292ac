package commands_test

import (
	"strings"
	"testing"

	"griot/commands"
)

// TestRefusalsNameTopics: at most five, cited by nothing: those that are near
// or, where none is, those that most is told of. What a short word is only by a
// typing error is not near.
func TestRefusalsNameTopics(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	for line, near := range map[string]bool{
		"/ask question:who is Barack Obama": false, "/ask question:where is Timbuktu": false, "/ask question:what happened in Gao": false,
		"/ask question:???": false, "/search words:Timbuktu": false, "/search words:jmin": false, "/actor name:qwertyuiop": false,
		"/quote words:zeppelin of Paris": false, "/quote words:zeppelin of the presidency": true, "/ask question:who leads JNIM": true,
	} {
		r := answer(g, line)
		said, topics := print(r), items(r)
		if r.Outcome != commands.NotInSources || len(topics) == 0 || len(topics) > 5 || len(r.Citations()) > 0 {
			t.Errorf("%s: %s", line, said)
		}
		if strings.Contains(said, "Nearest topics:") != near || strings.Contains(said, "tell most of these:") == near {
			t.Errorf("%s: want topics that are near: %v\n%s", line, near, said)
		}
		if strings.Contains(said, "parties") {
			t.Errorf("%s: %s", line, said)
		}
	}
}
