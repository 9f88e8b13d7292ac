package knowledge_test

import (
	"os"
	"strings"
	"testing"

	"griot/knowledge"
	"griot/knowledge/packs"
)

// TestHedges holds testdata/hedges.txt.
func TestHedges(t *testing.T) {
	file, err := os.ReadFile("testdata/hedges.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		want, sentence, _ := strings.Cut(line, " ")
		if got := knowledge.IsHedged(sentence); got != (want == "yes") {
			t.Errorf("hedged %t, want %s: %s", got, want, sentence)
		}
	}
}

// TestOutlooks: a plan or an opinion is hedge enough for a claim that says no
// more, and for no other.
func TestOutlooks(t *testing.T) {
	for certainty, wording := range map[knowledge.Certainty]string{
		knowledge.Expected: "A new weir is planned.", knowledge.Argued: "The weir should be of stone.",
	} {
		c := knowledge.Claim{ID: "c-1", About: []knowledge.ID{"weir"}, Text: knowledge.InEnglish(wording),
			Certainty: certainty, Cites: []knowledge.Citation{{Source: "letter"}}}
		if err := c.Validate().Err(); err != nil {
			t.Error(err)
		}
		if knowledge.IsHedged(wording) {
			t.Errorf("%q hedges an accusation", wording)
		}
		for _, other := range []knowledge.Certainty{knowledge.Reported, knowledge.Alleged} {
			c.Certainty = other
			if len(c.Validate()) != 1 {
				t.Errorf("%q is enough for a claim that is %s", wording, other)
			}
		}
	}
}

// TestBuiltinPacksKeepTheRules: no accusation of the packs rests on a word that
// only looks like a hedge.
func TestBuiltinPacksKeepTheRules(t *testing.T) {
	for _, folder := range packs.Builtin() {
		if _, err := packs.Load(folder); err != nil {
			t.Error(err)
		}
	}
}
