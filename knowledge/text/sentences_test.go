package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// paragraph is a block of a file in testdata/sentences.
type paragraph struct {
	name      string
	sentences []string
}

// paragraphs reads the file of lang.
func paragraphs(t testing.TB, lang string) []paragraph {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("testdata", "sentences", lang+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var list []paragraph
	for _, block := range strings.Split(string(file), "\n\n") {
		var p paragraph
		for line := range strings.Lines(block) {
			line = strings.TrimSuffix(line, "\n")
			if remark, ok := strings.CutPrefix(line, "# "); ok {
				p.name = remark
			} else if line != "" {
				p.sentences = append(p.sentences, strings.ReplaceAll(line, "~", "\u202f"))
			}
		}
		if len(p.sentences) > 0 {
			list = append(list, p)
		}
	}
	return list
}

// cut returns the sentences of s as texts.
func cut(s, lang string) []string {
	var list []string
	for _, span := range Sentences(s, lang) {
		list = append(list, s[span.Start:span.End])
	}
	return list
}

func TestSentences(t *testing.T) {
	for lang, least := range map[string]int{"en": 60, "fr": 50} {
		list := paragraphs(t, lang)
		if len(list) < least {
			t.Errorf("%s.txt has %d paragraphs, want at least %d", lang, len(list), least)
		}
		for _, p := range list {
			t.Run(lang+"/"+p.name, func(t *testing.T) {
				for _, between := range []string{" ", "\n", "\r\n", "\u2028"} {
					got := cut(strings.Join(p.sentences, between), lang)
					if diff := cmp.Diff(p.sentences, got); diff != "" {
						t.Fatalf("joined by %q, sentences (-want +got):\n%s", between, diff)
					}
				}
			})
		}
	}
}
