package knowledge_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"griot/knowledge"
	"griot/knowledge/text"
)

// TestUnknown finds the names of testdata/unknown.txt, each sentence a text of
// its own.
func TestUnknown(t *testing.T) {
	file, err := os.Open("testdata/unknown.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var said string
	var want []string
	check := func() {
		if said == "" {
			return
		}
		if got := unknownIn(t, said); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", said, got, want)
		}
		said, want = "", nil
	}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		switch line := lines.Text(); {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "    "):
			want = append(want, strings.TrimSpace(line))
		case line == "":
			check()
		default:
			said = line
		}
	}
	check()
}

// unknownIn returns the names in a text of a shelf that has no other.
func unknownIn(t *testing.T, said string) []string {
	t.Helper()
	const id = "paper"
	source := knowledge.Source{ID: id, Label: "P1", Title: "A paper", Publisher: "A press", Language: "en"}
	passages := []knowledge.Passage{
		{Source: id, Paragraph: knowledge.TitleParagraph, Language: "en", Text: "The Names In A Title Don’t Count"},
		{Source: id, Paragraph: 1, Language: "en", Text: said},
	}
	var records []knowledge.Record
	put := func(kind knowledge.Kind, id knowledge.ID, body any) {
		r, err := knowledge.NewRecord(knowledge.Shelf, kind, id, body)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	put(knowledge.KindSource, id, source)
	for _, p := range passages {
		p.Sentences = text.Sentences(p.Text, "en")
		put(knowledge.KindPassage, knowledge.PassageID(id, p.Paragraph), p)
	}
	v, err := knowledge.NewView(records)
	if err != nil {
		t.Fatal(err)
	}
	return v.Unknown(id)
}

// TestUnknownLeavesOutWhatIsKnown: not a name, not a part of one.
func TestUnknownLeavesOutWhatIsKnown(t *testing.T) {
	lib := shelf(t)
	importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	if got := lib.View("").Unknown(chronicle); len(got) > 0 {
		t.Errorf("%q", got)
	}
}
