package question

import (
	"strings"
	"testing"

	"griot/knowledge/text"
)

// TestShorthandHasItsForm holds the lines of shorthand.txt to what its head says.
func TestShorthandHasItsForm(t *testing.T) {
	lines := 0
	for line := range strings.Lines(shorthandFile) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		lines++
		forms, _, ok := strings.Cut(line, "=")
		if !ok {
			t.Errorf("want forms = words in %q", line)
		}
		for form := range strings.SplitSeq(forms, ",") {
			if n := len(strings.Fields(form)); n == 0 || n > longestForm {
				t.Errorf("%q in %q has %d words, want 1 to %d", form, line, n, longestForm)
			}
		}
	}
	if lines < 50 {
		t.Errorf("read %d lines, want the list", lines)
	}
}

func TestSpellOut(t *testing.T) {
	for typed, want := range map[string]string{
		"wtf is katiba macina":          "what is katiba macina",
		"how did it start bc of the pm": "how did it start because of the pm",
		"what happened in Jan?":         "what happened in January?",
		"What is APR?":                  "What is APR?",
		"who are Min and Cos":           "who are Min and Cos",
		"d'après les manifestants":      "d'après les manifestants",
		"près de la frontière":          "près de la frontière",
		"pk il a démissionné":           "pourquoi il a démissionné",
		"who's in it":                   "who are the members",
		"pls who won":                   "who wins",
		"il est né où":                  "il est born où",
	} {
		if got := spellOut(typed); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}

func TestMeantWays(t *testing.T) {
	for typed, want := range map[string]string{
		"tol":        "toll",     // a letter left out
		"hed":        "head",     // the same; others may be meant too
		"dyed":       "died",     // another vowel
		"referendom": "referend", // a letter wrong; the list has the word with a star
		"xq":         "",
		"zyxwvut":    "",
	} {
		got := meantWays(typed)
		if want == "" && len(got) > 0 || want != "" && !strings.Contains(" "+strings.Join(got, " "), " "+want) {
			t.Errorf("%q: got %q, want %q among them", typed, got, want)
		}
	}
}

func TestIsNearly(t *testing.T) {
	for typed, want := range map[string]bool{"liesbet": true, "lisbet": true, "lizbeth": true, "elizabeth": false, "koufa": false} {
		if got := isNearly(typed, "liesbeth"); got != want {
			t.Errorf("%q: got %t, want %t", typed, got, want)
		}
	}
}

// TestCountriesAreFolded holds abroad.txt to the letters that questions are
// read in.
func TestCountriesAreFolded(t *testing.T) {
	if len(countries()) < 150 {
		t.Errorf("read %d names, want the list", len(countries()))
	}
	for w := range countries() {
		if text.Fold(w) != w {
			t.Errorf("%q is not folded", w)
		}
	}
}

func TestGoesHow(t *testing.T) {
	for asked, want := range map[string]bool{
		"how is the reform going": true, "how are the talks coming along": true,
		"how is it called": false, "how many are going": false, "how": false,
	} {
		if got := goesHow(strings.Fields(asked)); got != want {
			t.Errorf("%q: got %t, want %t", asked, got, want)
		}
	}
}
