package summary

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// quoteAll quotes each sentence that is long enough.
func quoteAll(stored []Sentence) []Quote {
	var all []Quote
	for _, s := range stored {
		if len(strings.Fields(s.Text)) >= MinQuoted {
			all = append(all, Quote{s.Passage, strings.TrimSuffix(s.Text, ".")})
		}
	}
	return all
}

// TestRules holds every stored sentence of testdata/rules to what it bears out
// and to what it doesn't. & is the next sentence of the same passage.
func TestRules(t *testing.T) {
	paths, _ := filepath.Glob("testdata/rules/*.txt")
	n := 0
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lang := filepath.Base(path)[:2]
		var stored []Sentence
		for line := range strings.Lines(string(b)) {
			mark, text, _ := strings.Cut(strings.TrimSpace(line), " ")
			switch mark {
			case "=":
				stored = []Sentence{{ID: "p.1", Passage: "p", Lang: lang, Text: text}}
			case "&":
				stored = append(stored, Sentence{ID: fmt.Sprintf("p.%d", len(stored)+1), Passage: "p", Lang: lang, Text: text})
			case "+", "-":
				n++
				_, v := prove(WrittenSentence{text, []string{"p"}, quoteAll(stored)}, Passages(stored), byGaps)
				if (v.Rule == Kept) != (mark == "+") {
					t.Errorf("%s\n%s %s\n%s: %s", stored[len(stored)-1].Text, mark, text, v.Rule, v.Why)
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d statements", n)
	}
}
