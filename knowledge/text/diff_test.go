package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// marked writes a difference as people read it: [-gone-] and {+come+}.
func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(map[Op]string{Same: p.Text, Removed: "[-" + p.Text + "-]", Added: "{+" + p.Text + "+}"}[p.Op])
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for name, tt := range map[string]struct{ before, after, want string }{
		"the same":            {"The weir broke.", "The weir broke.", "The weir broke."},
		"nothing before":      {"", "The weir broke.", "{+The weir broke.+}"},
		"nothing after":       {"The weir broke.", "", "[-The weir broke.-]"},
		"nothing at all":      {"", "", ""},
		"one word":            {"At least 12 died.", "At least 14 died.", "At least [-12-]{+14+} died."},
		"a hedge taken out":   {"It is believed to be dry.", "It is dry.", "It is [-believed to be -]dry."},
		"a word at the end":   {"It is dry", "It is dry again", "It is dry{+ again+}"},
		"words in a row":      {"the old town council met", "the new city council met", "the [-old town-]{+new city+} council met"},
		"punctuation":         {"Yes, they did.", "Yes: they did!", "Yes[-,-]{+:+} they did[-.-]{+!+}"},
		"accents are letters": {"les élus", "les élues", "les [-élus-]{+élues+}"},
		"a word, not a space": {"a - - - b", "b - - - a", "[-a - - - -]b{+ - - - a+}"},
		"bytes of no letter":  {"a \xff b", "a \xfe b", "a [-\xff-]{+\xfe+} b"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := marked(Diff(tt.before, tt.after)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// prose makes texts of few words, so that they have much in common, and now
// and then of anything.
var prose = rapid.OneOf(
	rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "né", " ", "  ", ",", ".", "\n", "\xff"}), 0, 14), func(s []string) string { return strings.Join(s, "") }),
	rapid.String(),
)

// The pieces give back both texts, no two neighbours are of one kind, and as
// many words stay as in the longest run of words that both have in order.
func TestDiffGivesBackBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := prose.Draw(t, "before"), prose.Draw(t, "after")
		var a, b, stayed strings.Builder
		last := Op(-1)
		for _, p := range Diff(before, after) {
			if p.Text == "" || p.Op == last {
				t.Fatalf("piece %v after one of kind %d", p, last)
			}
			last = p.Op
			if p.Op != Added {
				a.WriteString(p.Text)
			}
			if p.Op != Removed {
				b.WriteString(p.Text)
			}
			if p.Op == Same {
				stayed.WriteString(p.Text + "\n")
			}
		}
		if a.String() != before || b.String() != after {
			t.Fatalf("got back %q and %q", a.String(), b.String())
		}
		if got, want := len(runs(stayed.String())), common(runs(before), runs(after)); got != want {
			t.Fatalf("%d words stay of %q and %q, want %d", got, before, after, want)
		}
	})
}

// runs cuts s at all that is no letter, as it stands: words are compared with
// their case.
func runs(s string) []string {
	var all []string
	for _, token := range tokens(s) {
		if strings.TrimFunc(token, inWord) == "" {
			all = append(all, token)
		}
	}
	return all
}

// common returns the length of the longest common subsequence, the slow way.
func common(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := range a {
		for j := range b {
			best[i+1][j+1] = max(best[i][j+1], best[i+1][j])
			if a[i] == b[j] {
				best[i+1][j+1] = best[i][j] + 1
			}
		}
	}
	return best[len(a)][len(b)]
}

func TestDiffOfLongTexts(t *testing.T) {
	long := strings.Repeat("river ", 50_000)
	got := Diff("The "+long+"is low.", "The "+strings.ToUpper(long)+"is low.")
	if len(got) != 4 || got[0].Text != "The " || got[1].Text != strings.TrimSpace(long) || got[3].Text != " is low." {
		t.Errorf("%d pieces", len(got))
	}
	edited := Diff(long, "A "+long)
	if marked(edited[:1]) != "{+A +}" || len(edited) != 2 {
		t.Errorf("a word before a long text makes %d pieces", len(edited))
	}
}
