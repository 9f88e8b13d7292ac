package summary

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRules holds every stored sentence of testdata/rules to what it bears out
// and to what it doesn't.
func TestRules(t *testing.T) {
	paths, _ := filepath.Glob("testdata/rules/*.txt")
	n := 0
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lang := filepath.Base(path)[:2]
		stored := ""
		for line := range strings.Lines(string(b)) {
			mark, text, _ := strings.Cut(strings.TrimSpace(line), " ")
			switch mark {
			case "=":
				stored = text
			case "+", "-":
				n++
				passages := Passages([]Sentence{{ID: "p.1", Passage: "p", Lang: lang, Text: stored}})
				quotation := strings.TrimSuffix(stored, ".")
				_, v := prove(WrittenSentence{text, []string{"p"}, []Quote{{"p", quotation}}}, passages, byGaps)
				if (v.Rule == Kept) != (mark == "+") {
					t.Errorf("%s\n%s %s\n%s: %s", stored, mark, text, v.Rule, v.Why)
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d statements", n)
	}
}
