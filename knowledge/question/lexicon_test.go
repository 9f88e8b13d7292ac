package question

import (
	"slices"
	"strings"
	"testing"
)

// TestLexiconHasItsForm holds the lines of lexicon.txt to what its head says.
func TestLexiconHasItsForm(t *testing.T) {
	lines := 0
	for line := range strings.Lines(lexiconFile) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		lines++
		ways, means, found := strings.Cut(line, " = ")
		if !found || strings.ContainsAny(means, "=,*") {
			t.Errorf("want ways = words in %q", line)
		}
		for way := range strings.SplitSeq(ways, ",") {
			words := foldWay(way)
			if len(words) == 0 {
				t.Errorf("an empty way in %q", line)
				continue
			}
			last := words[len(words)-1]
			if stem, star := strings.CutSuffix(last, "*"); star && len(stem) < 3 {
				t.Errorf("%q in %q fits too much", last, line)
			}
		}
	}
	if lines < 100 {
		t.Errorf("read %d lines, want the lexicon", lines)
	}
}

func TestMeanings(t *testing.T) {
	for _, test := range []struct{ said, means string }{
		{"combien de tués", "killed"},
		{"its founders", "founded"},
		{"a base militaire", "base"},
		{"mise en œuvre", "implemented"},
		{"the zebras", ""},
	} {
		got := strings.Join(meanings(foldWay(test.said)), " ")
		if test.means == "" && strings.TrimSpace(got) != "" || !strings.Contains(got, test.means) {
			t.Errorf("%q stands for %q, want %q", test.said, got, test.means)
		}
	}
}

func TestSayingAt(t *testing.T) {
	s := saying{words: []string{"step*", "down"}}
	for _, test := range []struct {
		words string
		i     int
		want  bool
	}{
		{"he stepped down", 1, true},
		{"he stepped down", 0, false},
		{"he stepped", 1, false},
		{"he stepped aside", 1, false},
		{"he ste down", 1, false},
	} {
		if got := s.at(strings.Fields(test.words), test.i); got != test.want {
			t.Errorf("%q at %d: got %v", test.words, test.i, got)
		}
	}
}

func TestLightWords(t *testing.T) {
	for _, w := range []string{"who", "qui", "happened", "ou", "meme"} {
		if !isLight(w) {
			t.Errorf("%s says nothing of what a question is about", w)
		}
	}
	for _, w := range []string{"attack", "accord", "#", "president"} {
		if isLight(w) {
			t.Errorf("%s says what a question is about", w)
		}
	}
	if !nearlyLight("hapened") || nearlyLight("whp") || nearlyLight("attacked") {
		t.Error("want typing errors in longer light words, and nothing else")
	}
}

// TestCuesAreFolded holds that every cue can be met at all.
func TestCuesAreFolded(t *testing.T) {
	for _, c := range cues {
		for _, w := range c.words {
			if !slices.Contains(aimsOf(foldWay(w)), c.aim) {
				t.Errorf("%q never tells %s", w, c.aim)
			}
		}
	}
}
