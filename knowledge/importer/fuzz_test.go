package importer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"griot/knowledge"
	"griot/knowledge/text"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// FuzzRead holds Read to its promises on any bytes: an error that can be told
// from others, or valid passages in order that, with the dropped lines, are the
// whole of what came in.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("Title\n12 March 2019\nBy Anna\n\nwell-\nknown words\nRelated\nA\nB"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := Read(raw, Options{Source: "test"})
		if err != nil {
			if !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrNotText) && !errors.Is(err, ErrNotUTF8) && !errors.Is(err, ErrEmpty) {
				t.Fatalf("an error of no kind: %v", err)
			}
			return
		}
		holds(t, raw, a)
		again, _ := Read(raw, Options{Source: "test"})
		if diff := cmp.Diff(a, again); diff != "" {
			t.Fatalf("the second reading differs (-first +second):\n%s", diff)
		}
	})
}

// holds checks what is true of every article.
func holds(t testing.TB, raw []byte, a Article) {
	t.Helper()
	whole, _ := text.Clean(strings.ReplaceAll(string(raw), "\r", "\n"))
	whole = visible(whole)
	var kept strings.Builder
	before := knowledge.TitleParagraph - 1
	for _, p := range a.Passages {
		if err := p.Validate().Err(); err != nil {
			t.Fatalf("¶ %d: %v", p.Paragraph, err)
		}
		if p.Paragraph <= before || p.Paragraph > 1 && p.Paragraph != before+1 {
			t.Fatalf("¶ %d comes after ¶ %d", p.Paragraph, before)
		}
		before = p.Paragraph
		if !strings.Contains(whole, visible(p.Text)) {
			t.Fatalf("¶ %d is not in the file: %q", p.Paragraph, p.Text)
		}
		kept.WriteString(p.Text)
	}
	for _, d := range a.Intake.Dropped {
		kept.WriteString(d.Text)
	}
	if got, want := runes(kept.String()), runes(whole); got != want {
		t.Fatalf("kept and dropped together differ from the file:\n got %q\nwant %q", got, want)
	}
}

// visible returns s without white space.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// runes returns the visible characters of s in a fixed order, since credits are
// numbered after the article.
func runes(s string) string {
	list := []rune(visible(s))
	slices.Sort(list)
	return string(list)
}

// TestOrdinaryTextLosesNothing makes texts of paragraphs that differ and hold no
// line that could start a list of other articles.
func TestOrdinaryTextLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "paragraphs")
		between := rapid.SampledFrom([]string{"\n", "\n\n", "\r\n", "\r\n\r\n"}).Draw(t, "between")
		sentence := rapid.StringMatching(`[A-Z][a-z]{2,9}( [a-z]{3,9}){3,14}\.`)
		var want []string
		for i := range n {
			sentences := rapid.SliceOfN(sentence, 1, 6).Draw(t, "sentences")
			want = append(want, fmt.Sprintf("In the year %d it was so. %s", 1800+i, strings.Join(sentences, " ")))
		}
		a, err := Read([]byte(strings.Join(want, between)), Options{Source: "test"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range a.Passages {
			got = append(got, p.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" || len(a.Intake.Dropped) > 0 {
			t.Fatalf("paragraphs (-want +got):\n%s\ndropped: %v", diff, a.Intake.Dropped)
		}
	})
}
