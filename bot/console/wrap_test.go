package console

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func wrapped(width int, runs ...run) []string {
	var lines []string
	for _, line := range wrap(runs, width) {
		lines = append(lines, Terminal{}.painted(line))
	}
	return lines
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		width int
		want  []string
	}{
		{"nothing", "", 5, []string{""}},
		{"fits exactly", "ab cd", 5, []string{"ab cd"}},
		{"one too long", "ab cde", 5, []string{"ab", "cde"}},
		{"a space at the end of the room", "abcde f", 5, []string{"abcde", "f"}},
		{"several lines", "a b c d e f", 3, []string{"a b", "c d", "e f"}},
		{"a long word stays whole", "a abcdefgh b", 4, []string{"a", "abcdefgh", "b"}},
		{"a long word at the start", "abcdefgh b", 4, []string{"abcdefgh", "b"}},
		{"only one space is taken", "ab   cd", 3, []string{"ab ", " cd"}},
		{"a line feed breaks", "ab\ncd ef", 5, []string{"ab", "cd ef"}},
		{"a line feed begins to count anew", "abcd\nab cd", 5, []string{"abcd", "ab cd"}},
		{"a no-break space doesn't break", "ab cd\u00a0ef", 5, []string{"ab", "cd\u00a0ef"}},
		{"combining marks take no room", "e\u0301e\u0301 e\u0301e\u0301", 5, []string{"e\u0301e\u0301 e\u0301e\u0301"}},
		{"an accent counts as one", "éé éé", 5, []string{"éé éé"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, wrapped(c.width, run{text: c.text})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestWrapKeepsTiedRunsTogether(t *testing.T) {
	got := wrapped(12, run{text: "The end."}, run{text: " [1] PKT11-1.1", tied: true})
	if diff := cmp.Diff([]string{"The end.", "[1] PKT11-1.1"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestWrapLosesNothing holds of any text: its lines joined by spaces are the
// text, a line is too long only if it is one word, and none could take the next
// word too.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab é\u0301 ’—")), 0, 60, -1).Draw(t, "text")
		width := rapid.IntRange(1, 20).Draw(t, "width")
		lines := wrap([]run{{text: text}}, width)
		var joined []string
		for i, line := range lines {
			s := Terminal{}.painted(line)
			joined = append(joined, s)
			if columnsOf(line) > width && strings.Contains(s, " ") {
				t.Fatalf("%q at %d: %q is too long", text, width, s)
			}
			if i+1 < len(lines) {
				next := lines[i+1]
				if end := slices.IndexFunc(next, func(g glyph) bool { return g.r == ' ' }); end >= 0 {
					next = next[:end]
				}
				if columnsOf(line)+1+columnsOf(next) <= width {
					t.Fatalf("%q at %d: %q has room for more", text, width, s)
				}
			}
		}
		if got := strings.Join(joined, " "); got != text {
			t.Fatalf("at %d: %q became %q", width, text, got)
		}
	})
}

func TestPaint(t *testing.T) {
	line := glyphs([]run{{text: "a", paint: strong}, {text: "b"}, {text: "c", paint: dim}, {text: "d", paint: dim}})
	if got, want := (Terminal{Colour: true}).painted(line), "\x1b[1ma\x1b[0mb\x1b[2mcd\x1b[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := (Terminal{}).painted(line); got != "abcd" {
		t.Errorf("without colours: %q", got)
	}
}
