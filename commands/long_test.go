package commands_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/text"
)

// longGriot returns a Griot over a source with a paragraph that no page has room
// for, full of what Discord would read as Markdown, and a sentence that no page
// has room for.
func longGriot(t *testing.T) *commands.Griot {
	t.Helper()
	folder := t.TempDir()
	var paragraph []string
	for i := range 60 {
		paragraph = append(paragraph, fmt.Sprintf("Sentence %d of *many* says [a](https://b.example) little_thing, %s.", i+1, strings.Repeat("and on and on ", 20)))
	}
	article := "A long article\n" + strings.Join(paragraph, " ") + "\n" + "One sentence " + strings.Repeat("that never ends ", 400) + "until it does.\n"
	passages := read(t, []byte(article), "long-source")
	write(t, folder, "article.txt", article)
	write(t, folder, "pack.yaml", "id: long\nversion: 1\ntitle: Long\nabout: Long texts.\nrights: none\n")
	write(t, folder, "long.yaml", `sources:
- {id: long-source, label: LONG1, title: A long article, publisher: Nobody, date: 2020, language: en}
events:
- id: talk
  name: A long talk
  is: {line: a talk that was long, claim: talk-long}
claims:
- id: talk-long
  about: [talk]
  text: Somebody talked for a long time.
  certainty: stated
  cites: [{source: long-source, at: P1}, {source: long-source, at: P2.1}]
`)
	seals := ""
	for _, p := range passages[1:] {
		words, digest := text.Digest(p.Text)
		at := knowledge.Sentences(p.Paragraph, 0, 0)
		if p.Paragraph == 2 {
			at = knowledge.Sentences(2, 1, 1)
		}
		seals += fmt.Sprintf("long-source %s %d %s\n", at, words, digest)
	}
	write(t, folder, "seals.txt", seals)
	g := griot(t, folder)
	importText(t, g, "long-source", filepath.Join(folder, "article.txt"))
	return g
}

func write(t *testing.T, folder, name, s string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(s), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, raw []byte, source knowledge.ID) []knowledge.Passage {
	t.Helper()
	article, err := importer.Read(raw, importer.Options{Source: source})
	if err != nil {
		t.Fatal(err)
	}
	return article.Passages
}

// TestLongQuotationsAreNotCut: a quotation that no page has room for goes on,
// sentence by sentence, on the next; a sentence that no page has room for is
// named and not shown.
func TestLongQuotationsAreNotCut(t *testing.T) {
	g := longGriot(t)
	v := g.Library.View("")
	s := &shelf{Griot: g}
	for _, line := range []string{"/event name:talk", "/quote words:LONG1-1", "/context at:LONG1-1.1", "/quotations name:talk", "/quote words:never ends"} {
		r := answer(g, line)
		if r.Err != nil {
			t.Fatalf("%s: %v", line, r.Err)
		}
		for i, p := range r.Pages {
			if problem := s.overLimit(p); problem != "" {
				t.Errorf("%s, page %d: %s", line, i+1, problem)
			}
			for _, c := range p.Citations {
				if !strings.Contains(quotedWords(p), c.Text) {
					t.Errorf("%s, page %d: cites words that are not shown: %.60s…", line, i+1, c.Text)
				}
			}
			for _, b := range p.Blocks {
				if !b.Quotation.IsZero() && !isSentence(v, b.Quotation.Text()) {
					t.Errorf("%s, page %d: a quotation is cut: %.60s…", line, i+1, b.Quotation.Text())
				}
			}
		}
	}
	shown := map[string]bool{}
	whole := answer(g, "/quote words:LONG1-1")
	for _, p := range whole.Pages {
		for _, b := range p.Blocks {
			shown[b.Quotation.Text()] = true
		}
	}
	for i := range 60 {
		q, err := v.QuoteAt("LONG1", knowledge.Sentences(1, i+1, i+1))
		if err != nil || !shown[q.Text()] {
			t.Errorf("sentence %d is missing: %v", i+1, err)
		}
	}
	over := answer(g, "/quote words:LONG1-2.1")
	for _, c := range over.Citations() {
		if c.Text != "" {
			t.Errorf("a sentence that is not shown is cited with its words: %.60s…", c.Text)
		}
	}
	endless := print(over)
	if !strings.Contains(endless, "LONG1-2.1 is too long to be shown whole") || strings.Contains(endless, "never ends") {
		t.Errorf("a sentence without end: %.300s", endless)
	}
}

func isSentence(v *knowledge.View, s string) bool {
	for _, p := range v.Passages("long-source") {
		for _, at := range p.Sentences {
			if p.Text[at.Start:at.End] == s {
				return true
			}
		}
	}
	return false
}
