package importer

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot/knowledge/text"

	"github.com/google/go-cmp/cmp"
)

func TestReadRefuses(t *testing.T) {
	full := bytes.Repeat([]byte("a line of the river \n"), MaxBytes/21+1)
	tests := []struct {
		name, raw string
		want      error
		says      string
	}{
		{"empty", "", ErrEmpty, "copy the article"},
		{"blank lines", "\ufeff \n\t\r\n", ErrEmpty, "no words"},
		{"no word", "* * *\n—\n", ErrEmpty, "no words"},
		{"too large", string(full[:MaxBytes+1]), ErrTooLarge, "1048577 bytes, and at most 1048576"},
		{"too many paragraphs", numbered(MaxParagraphs + 1), ErrTooLarge, "¶ 99999, and at most 99998"},
		{"PDF", "%PDF-1.7\nsome text", ErrNotText, "a PDF document: open it"},
		{"Word", "PK\x03\x04\x14\x00\x06\x00", ErrNotText, "a Word or OpenDocument file"},
		{"old Word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", ErrNotText, "an old Word document"},
		{"rich text", `{\rtf1\ansi text}`, ErrNotText, "a rich text document"},
		{"gzip", "\x1f\x8b\x08\x00", ErrNotText, "gzip"},
		{"PNG", "\x89PNG\r\n\x1a\n", ErrNotText, "a picture"},
		{"JPEG", "\xff\xd8\xff\xe0", ErrNotText, "a picture"},
		{"GIF", "GIF89a", ErrNotText, "a picture"},
		{"page", "\ufeff\n <!DOCTYPE html>\n<html>", ErrNotText, "in a browser"},
		{"piece of a page", "<p>The river rises.</p>", ErrNotText, "in a browser"},
		{"UTF-16", "\xff\xfeT\x00h\x00e\x00", ErrNotUTF8, "in UTF-16: save the file again"},
		{"UTF-16, big end first", "\xfe\xff\x00T", ErrNotUTF8, "in UTF-16"},
		{"UTF-32", "\x00\x00\xfe\xff\x00\x00\x00T", ErrNotUTF8, "in UTF-32"},
		{"NUL", "one\r\ntwo\nth\x00ree", ErrNotText, "a NUL at byte 11, line 3"},
		{"NUL at the start", "\x00one", ErrNotText, "a NUL at byte 0, line 1"},
		{"Latin 1", "le fleuve\nla crue\nl'\xe9t\xe9", ErrNotUTF8, "the byte 0xe9 at byte 20, line 3"},
		{"first byte of a line", "a\n\xe9", ErrNotUTF8, "at byte 2, line 2"},
		{"control characters", "ab\n\x01\x02 the river", ErrNotText, "the first at byte 3, line 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := Read([]byte(test.raw), Options{Source: "test"})
			if !errors.Is(err, test.want) {
				t.Fatalf("error %v, want one of kind %q", err, test.want)
			}
			if !strings.Contains(err.Error(), test.says) {
				t.Errorf("error %q, want it to say %q", err, test.says)
			}
			if diff := cmp.Diff(Article{}, a); diff != "" {
				t.Errorf("an article comes with the error:\n%s", diff)
			}
		})
	}
}

// TestReadTakes reads what is just within the limits.
func TestReadTakes(t *testing.T) {
	for name, raw := range map[string]string{
		"largest":               strings.Repeat("river ", MaxBytes/6) + strings.Repeat("r", MaxBytes%6),
		"most paragraphs":       strings.Repeat("a.\n", MaxParagraphs),
		"one control character": "The river\x01 rises.",
		"not quite a page":      "<3 rivers, three names",
		"a damaged character":   "\ufffd river",
	} {
		t.Run(name, func(t *testing.T) {
			a, err := Read([]byte(raw), Options{Source: "test"})
			if err != nil {
				t.Fatal(err)
			}
			holds(t, []byte(raw), a)
		})
	}
}

// river is a text of eight lines: title, standfirst, two paragraphs, a marker and
// three teasers.
const river = `The River
Where three peoples meet.
The river rises in the hills, far from the desert that it will cross, and nobody who sees it there would think so. It is a brook.
In the plain it is as wide as a lake, and the villages on its banks have a boat for each house, and two for the chief.
Read next
The Lake
A village on stilts.
The Sea
`

func TestKeepAndDrop(t *testing.T) {
	tests := []struct {
		name       string
		raw        string
		keep, drop []int
		numbers    []int
		dropped    []int
		last       string
	}{
		{"as it is", river, nil, nil, []int{-1, 0, 1, 2}, []int{5, 6, 7, 8}, "the chief."},
		{"keep the tail", river, []int{5, 6, 7, 8}, nil, []int{-1, 0, 1, 2, 3, 4, 5, 6}, nil, "The Sea"},
		{"keep a part of it", river, []int{7}, nil, []int{-1, 0, 1, 2, 3}, []int{5, 6, 8}, "on stilts."},
		{"drop the standfirst", river, nil, []int{2}, []int{-1, 1, 2}, []int{2, 5, 6, 7, 8}, "the chief."},
		{"drop the marker", river, nil, []int{5}, []int{-1, 0, 1, 2, 3, 4, 5}, []int{5}, "The Sea"},
		{"drop a blank line", "The River\n\nIt rises.", nil, []int{2}, []int{-1, 1}, nil, "It rises."},
		{"keep a repetition", strings.Repeat("One line of eight words is long enough.\n", 2), []int{2}, nil, []int{1, 2}, nil, "long enough."},
		{"repetition of eight words", strings.Repeat("One line of eight words is long enough.\n", 3), nil, nil, []int{1}, []int{2, 3}, "long enough."},
		{"repetition of one word", "No.\nIt rose.\nNo.\n", nil, nil, []int{1, 2}, []int{3}, "rose."},
		{"repetition of no word", "No.\n***\nIt rose.\n***\n", nil, nil, []int{1, 2, 3, 4}, nil, "***"},
		{"another spelling", "“One line of eight words” is long enough.\n\"One line of eight words\" is long enough.\n", nil, nil, []int{1, 2}, nil, "enough."},
		{"a line of a wrapped paragraph",
			"The boats come in at night, and the\nADVERTISEMENT\nmarket opens before the sun is up and\ncloses when the last fish is sold.\n",
			nil, []int{2}, []int{1}, []int{2}, "and the market opens before the sun is up and closes when the last fish is sold."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := Read([]byte(test.raw), Options{Source: "test", Keep: test.keep, Drop: test.drop})
			if err != nil {
				t.Fatal(err)
			}
			var numbers, dropped []int
			for _, p := range a.Passages {
				numbers = append(numbers, p.Paragraph)
			}
			for _, d := range a.Intake.Dropped {
				dropped = append(dropped, d.Line)
			}
			if diff := cmp.Diff(test.numbers, numbers); diff != "" {
				t.Errorf("numbers (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.dropped, dropped); diff != "" {
				t.Errorf("dropped lines (-want +got):\n%s", diff)
			}
			if last := a.Passages[len(a.Passages)-1].Text; !strings.HasSuffix(last, test.last) {
				t.Errorf("the last passage is %q, want it to end in %q", last, test.last)
			}
		})
	}
}

func TestKeepAndDropRefuse(t *testing.T) {
	tests := []struct {
		name string
		o    Options
		want error
		says string
	}{
		{"line 0", Options{Keep: []int{0}}, ErrLines, "no line 0, the file has 1 to 8"},
		{"behind the end", Options{Drop: []int{8, 9}}, ErrLines, "no line 9"},
		{"both", Options{Keep: []int{2, 3}, Drop: []int{3}}, ErrLines, "line 3 is to be kept and to be dropped"},
		{"nothing left", Options{Drop: []int{1, 2, 3, 4, 5, 6, 7, 8}}, ErrEmpty, "every line"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read([]byte(river), test.o)
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("error %v, want one of kind %q that says %q", err, test.want, test.says)
			}
		})
	}
}

func TestParseLines(t *testing.T) {
	tests := []struct {
		in   string
		want []int
	}{
		{"", nil},
		{"  ", nil},
		{"4", []int{4}},
		{"1-2", []int{1, 2}},
		{"1048576", []int{1048576}},
		{"21-23,40", []int{21, 22, 23, 40}},
		{" 3 , 5 - 5 ", []int{3, 5}},
	}
	for _, test := range tests {
		got, err := ParseLines(test.in)
		if err != nil {
			t.Errorf("ParseLines(%q): %v", test.in, err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("ParseLines(%q) (-want +got):\n%s", test.in, diff)
		}
	}
	for _, in := range []string{"0", "-3", "5-4", "a", "3-", "3-b", ",", "1,,2", "1-2-3", "1048577", "a-5", "99999999999999999999"} {
		if got, err := ParseLines(in); !errors.Is(err, ErrLines) {
			t.Errorf("ParseLines(%q) = %v, %v; want ErrLines", in, got, err)
		}
	}
}

func TestLanguageIsTakenAsGiven(t *testing.T) {
	a, err := Read([]byte(river), Options{Source: "test", Language: "fr-CA"})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range a.Passages {
		if p.Language != "fr-CA" || p.Source != "test" {
			t.Errorf("¶ %d is in %q, of source %q", p.Paragraph, p.Language, p.Source)
		}
	}
}

func TestLanguageIsFound(t *testing.T) {
	for raw, want := range map[string]string{
		"Bamako":                            "en",
		"The bank of the Niger":             "en",
		"La rive du Niger":                  "fr",
		"L’eau des barrages, for the mills": "en",
	} {
		if got := languageOf(raw); got != want {
			t.Errorf("languageOf(%q) = %q, want %q", raw, got, want)
		}
	}
}

// TestFirstArticle reads the first source as people paste it. The text itself
// stays out of the project: numbers, lines and digests say what is expected.
func TestFirstArticle(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(root(t), "..", "shared", "sources", "mali-2019.txt"))
	if err != nil {
		t.Skipf("the text of the first article is not here, so its import is not tested: %v", err)
	}
	a, err := Read(raw, Options{Source: "fp-2019-mali"})
	if err != nil {
		t.Fatal(err)
	}
	holds(t, raw, a)
	lines := strings.Split(string(raw), "\n")
	if len(a.Passages) != 19 {
		t.Fatalf("%d passages, want the title, ¶ 0 and ¶ 1 to ¶ 17", len(a.Passages))
	}
	for i, p := range a.Passages {
		at := i // the lead's repetition is line 4
		if i > 2 {
			at++
		}
		if p.Paragraph != i-1 || p.Text != lines[at] || p.Language != "en" {
			t.Errorf("passage %d is ¶ %d in %q, want ¶ %d with the text of line %d", i, p.Paragraph, p.Language, i-1, at+1)
		}
	}
	var dropped []int
	for _, d := range a.Intake.Dropped {
		dropped = append(dropped, d.Line)
	}
	if diff := cmp.Diff([]int{4, 21, 23, 24, 26, 27, 29, 30, 32, 33}, dropped); diff != "" {
		t.Errorf("dropped lines (-want +got):\n%s", diff)
	}
	if len(a.Intake.Repaired) != 1 || a.Intake.Repaired[0].Line != 13 || !strings.Contains(a.Intake.Repaired[0].What, "U+FFFD ×3") {
		t.Errorf("repaired: %v, want one run of three damaged characters in line 13", a.Intake.Repaired)
	}
	if _, got := text.Digest(a.Passages[18].Text); got != "304a5978f779484107d46b30b95b87a483d9f829b8bbed97ddad46965cca957a" {
		t.Errorf("¶ 17 has the word digest %s, which is not that of the line about the author", got)
	}
	if got := a.Intake.Digest; got != "5651742da80edc33f7023f14c41819edbe7accf56cb42a387f435a5a8432ada2" {
		t.Errorf("the file has the digest %s", got)
	}
}

// root returns the folder of go.mod.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// numbered returns n short paragraphs, no two alike.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d.\n", i)
	}
	return b.String()
}
