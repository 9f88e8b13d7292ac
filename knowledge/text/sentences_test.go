package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

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

// A language without a table of its own is read with both.
func TestSentencesOfOtherLanguages(t *testing.T) {
	const s = "El Dr. Ba habló con M. Diarra y Mme. Cissé en el St. Louis. Hubo etc. The end came."
	want := []string{"El Dr. Ba habló con M. Diarra y Mme. Cissé en el St. Louis.", "Hubo etc.", "The end came."}
	for _, lang := range []string{"es", "", "x"} {
		if diff := cmp.Diff(want, cut(s, lang)); diff != "" {
			t.Errorf("language %q (-want +got):\n%s", lang, diff)
		}
	}
	// A region or capitals make no other language: "av" is French only.
	const street = "He lives at av. Kennedy."
	for lang, want := range map[string]int{"en": 2, "EN-us": 2, "fr": 1, "fr-ML": 1, "de": 1} {
		if got := len(Sentences(street, lang)); got != want {
			t.Errorf("language %q: %d sentences, want %d", lang, got, want)
		}
	}
}

// Texts that are hardly prose still come back whole.
func TestSentencesOfLittle(t *testing.T) {
	for s, want := range map[string][]string{
		"":                              nil,
		" \n\t\u00a0\u202f":             nil,
		"…":                             {"…"},
		"  Title without a stop\u00a0":  {"Title without a stop"},
		"!!! ??? ...":                   {"!!! ??? ..."},
		"One. *** Two.":                 {"One.", "*** Two."},
		"One. ***":                      {"One. ***"},
		"… … Two.":                      {"… … Two."},
		"1. 2. Three.":                  {"1. 2. Three."},
		"It ended. 13] Two.":            {"It ended.", "13] Two."},
		"It ended. 7.":                  {"It ended.", "7."},
		"战争结束了。和平来了。":                   {"战争结束了。", "和平来了。"},
		"A\u2028line\u0085break. Two.":  {"A\u2028line\u0085break.", "Two."},
		"Broken \xff. \xffNext one.":    {"Broken \xff.", "\xffNext one."},
		"Year 1999. \u0663 men came.":   {"Year 1999.", "\u0663 men came."},
		"Go! ) Then it closed. ” End.":  {"Go! )", "Then it closed. ”", "End."},
		"Stop! “Go. Now.”":              {"Stop!", "“Go.", "Now.”"},
		"He paused. \" Then he \" left": {"He paused.", "\" Then he \" left"},
	} {
		if diff := cmp.Diff(want, cut(s, "en")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
	}
}

// A long paragraph, however odd, takes time in proportion to its length; this
// test would run for minutes if each bound looked at the whole of it.
func TestSentencesOfAnOddBook(t *testing.T) {
	for _, piece := range []string{"! ", "M. A ", "J.-C. A ", "a (b. C ", "“B?” C ", "(", ". [", "… ", "a\u0301", "1. ", ".)\u00a0»", ". \u0301"} {
		s := strings.Repeat(piece, 1<<18/len(piece))
		total := 0
		for _, span := range Sentences(s, "fr") {
			total += len(strings.Join(strings.Fields(s[span.Start:span.End]), ""))
		}
		if want := len(strings.Join(strings.Fields(s), "")); total != want {
			t.Errorf("%q repeated: %d bytes in sentences, want %d", piece, total, want)
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, lang := range []string{"en", "fr"} {
		for _, p := range paragraphs(f, lang)[:20] {
			f.Add(strings.Join(p.sentences, " "), lang)
		}
	}
	f.Add("a.\u202f»\xff… [3]\u2028“(", "")
	f.Add(". [1]¹ 23 […] ) \r\n", "fr")
	f.Fuzz(func(t *testing.T, s, lang string) {
		if got := len(shadow(s)); got != len(s) {
			t.Fatalf("the shadow of %q has %d bytes, want %d", s, got, len(s))
		}
		end := 0
		for _, span := range append(Sentences(s, lang), Span{len(s), len(s)}) {
			if span.Start < end || span.End < span.Start {
				t.Fatalf("%q: %v does not come after %d", s, span, end)
			}
			if left := strings.TrimSpace(s[end:span.Start]); left != "" {
				t.Errorf("%q: %q is in no sentence", s, left)
			}
			sentence := s[span.Start:span.End]
			if strings.TrimSpace(sentence) != sentence || sentence == "" && span.Start < len(s) {
				t.Errorf("%q: sentence %q is not trimmed", s, sentence)
			}
			if utf8.ValidString(s) && !utf8.ValidString(sentence) {
				t.Errorf("%q: %v cuts a character", s, span)
			}
			end = span.End
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	for _, lang := range []string{"en", "fr"} {
		var all []string
		for _, p := range paragraphs(b, lang) {
			all = append(all, strings.Join(p.sentences, " "))
		}
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(strings.Join(all, ""))))
			for b.Loop() {
				for _, s := range all {
					Sentences(s, lang)
				}
			}
		})
	}
}
