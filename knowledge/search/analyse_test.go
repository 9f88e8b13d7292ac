package search

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// terms returns what a text in one language is found by, in its order.
func terms(language, text string) (list []string) {
	l := newLexicon()
	t := l.tongues.of(language)
	var found dates
	date := func(term string) { list = append(list, term) }
	eachToken(text, func(tok token) {
		x := l.look(l.index(t), tok.text)
		found.next(x.spelling, tok.joined, date)
		if !x.stop {
			list = append(list, x.term)
		}
	})
	found.end(date)
	return list
}

func TestTerms(t *testing.T) {
	f, err := os.Open("testdata/analysis.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases, text := 0, ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			text = line
		default:
			cases++
			language, said, ok := strings.Cut(text, " | ")
			if !ok {
				t.Fatalf("%q is not language | text", text)
			}
			if diff := cmp.Diff(strings.Fields(line), terms(language, said)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", text, diff)
			}
		}
	}
	if cases == 0 {
		t.Error("testdata/analysis.txt has no case")
	}
}

// One date is found however it is asked for.
func TestDatesMeet(t *testing.T) {
	x := New()
	for id, text := range map[string]string{
		"day":   "The village was attacked on 23 March 2019",
		"iso":   "Dated 2019-03-23",
		"month": "It rained in March 2019",
		"other": "On 24 April 2018 nothing was said, nor in 2019, of the 23",
	} {
		x.Add(Doc{ID: id, Language: "en", Fields: []Field{{Text: text}}})
	}
	x.Add(Doc{ID: "fr", Language: "fr", Fields: []Field{{Text: "Le 23 mars 2019, le village"}}})
	for _, query := range []string{"23 March 2019", "2019-03-23", "le 23 mars 2019", "March 23rd, 2019", "23/03/2019", "23 mars"} {
		hits := x.Search(query, 5).Hits
		got := map[string]bool{}
		for _, h := range hits[:min(3, len(hits))] {
			got[h.ID] = true
		}
		if !got["day"] || !got["iso"] || !got["fr"] {
			t.Errorf("%q finds %v first", query, hits)
		}
	}
}

func TestNumberOfMonth(t *testing.T) {
	for i, names := range []string{
		"january janvier jan", "february fevrier feb", "march mars", "april avril apr", "may mai", "june juin",
		"july juillet", "august aout aug", "september septembre sept", "october octobre oct", "november novembre nov", "december decembre dec",
	} {
		for _, w := range strings.Fields(names) {
			if got := Month(w); got != i+1 {
				t.Errorf("Month(%q) = %d, want %d", w, got, i+1)
			}
		}
	}
	for _, w := range []string{"", "ma", "marsh", "mar", "s a"} {
		if got := Month(w); got != 0 {
			t.Errorf("Month(%q) = %d, want none", w, got)
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	for _, s := range []string{"L’accord d'Alger, 1,600 km", "U.N.'s 2019-03-23", "a_b 1'a 3.x é’", "\xff’\x80 ‘x’ ’", "23.03.2019 ١٢", "ŉ ﬁ ͏a", "0_.x", "0.R3.2", "0.0..0", "˭s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, language := range []string{"en", "fr", "bm"} {
			for _, term := range terms(language, s) {
				if len(term) < 2 || !utf8.ValidString(term) || strings.ContainsAny(term, " \x00") {
					t.Errorf("%q in %s has the term %q", s, language, term)
				}
			}
		}
		for chunk := range strings.FieldsSeq(s) {
			if !isASCII(chunk) {
				continue
			}
			var plain, full []token
			cut(chunk, 0, func(t token) { plain = append(plain, t) })
			cutUnicode(chunk, func(t token) { full = append(full, t) })
			if diff := cmp.Diff(full, plain, cmp.AllowUnexported(token{})); diff != "" {
				t.Errorf("%q (-by Unicode +plain):\n%s", chunk, diff)
			}
		}
		x := New()
		x.Add(Doc{ID: "a", Language: "fr", Fields: []Field{{Text: s}, {Kind: FieldNames, Text: s}}, Names: []Name{{Text: s}}})
		x.Search(s, 3)
		x.Complete(s, 3)
		x.Find(s)
	})
}
