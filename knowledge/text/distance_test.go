package text

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "kidal", 5},
		{"kidal", "", 5},
		{"kidal", "kidal", 0},
		{"kidal", "kidol", 1},  // a letter for another
		{"kidl", "kidal", 1},   // one left out
		{"kiddal", "kidal", 1}, // one put in
		{"kiadl", "kidal", 1},  // two swapped
		{"ikdal", "kidal", 1},  // two swapped at the start
		{"kidla", "kidal", 1},  // two swapped at the end
		{"ca", "abc", 3},       // no letter is touched twice
		{"kuofa", "koufa", 1},
		{"kou", "koufa", 2}, // a beginning
		{"kuo", "koufa", 3}, // a beginning with a swap
		{"kouf", "koufa", 1},
		{"koufax", "koufa", 1}, // more than the whole
		{"oufa", "koufa", 1},
		{"tuore", "touré", 2}, // accents count: fold first
		{"é", "e", 1},         // a letter is a rune
		{"ogosagu", "ogossagou", 2},
		{"azawad", "kidal", 5},
	} {
		for limit := range 7 {
			if got, want := Distance(c.a, c.b, limit), min(c.want, limit+1); got != want {
				t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.a, c.b, limit, got, want)
			}
		}
	}
	if got := Distance("a", "b", -3); got != 1 {
		t.Errorf("a negative limit counts as 0: got %d, want 1", got)
	}
}

// plainDistance is the definition without a band: Boytsov 2011, section 2.
func plainDistance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestDistanceIsItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("abé")), 0, 8, -1)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		limit := rapid.IntRange(0, 9).Draw(t, "limit")
		if got, want := Distance(a, b, limit), min(plainDistance([]rune(a), []rune(b)), limit+1); got != want {
			t.Fatalf("Distance = %d, want %d", got, want)
		}
	})
}

func BenchmarkDistance(b *testing.B) {
	for _, c := range []struct{ name, a, b string }{
		{"near", "coordinaton of azawad", "coordination of azawad"},
		{"far", "dan na ambassagou", "katiba macina militia"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Distance(c.a, c.b, 2)
			}
		})
	}
}
