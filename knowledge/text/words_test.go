package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"no words", " — … “” ", nil},
		{"punctuation parts words", "a self-defense group’s", []string{"a", "self", "defense", "group", "s"}},
		{"numbers are words", "160 dead, 5 %, ½", []string{"160", "dead", "5", "1", "2"}},
		{"case folds in full", "STRASSE Straße ΣΊΣΥΦΟΣ", []string{"strasse", "strasse", "σίσυφοσ"}},
		{"ligatures and wide letters", "ﬁn Ｍａｌｉ", []string{"fin", "mali"}},
		{"a mark joins its letter", "Keïta Kei\u0308ta", []string{"keïta", "keïta"}},
		{"folding that decomposes is composed again", "\u01f0 J\u030c", []string{"\u01f0", "\u01f0"}},
		{"marks count as parts of words", "नमस्ते दुनिया", []string{"नमस्ते", "दुनिया"}},
		{"a byte that is not UTF-8 parts a word", "h\xf2¼", []string{"h", "1", "4"}},
		{"a damaged character parts a word", "Kona\ufffdre", []string{"kona", "re"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Words(c.text), cmp.Transformer("empty", func(s []string) string {
				return strings.Join(s, "|")
			})); diff != "" {
				t.Errorf("Words(%q) (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// The vectors are those that the design fixes; a store written by one version
// must be proved by every later one.
func TestDigestVectors(t *testing.T) {
	for _, c := range []struct {
		text   string
		words  int
		digest string
	}{
		{"“Don’t Touch My Constitution,”", 5, "e0af0fcc4f55f4c14aa8b35a9b880d6a84fb4bb54e6ae13d4e29e0d8c31a9dc2"},
		{"Le 23 mars 2019, à Ogossagou…", 6, "d5eb9e882a51693fd53bb5152887eb6f3e9651710c078c4b6f0b488ea1478074"},
		{"STRASSE, Straße: ﬁn de siècle (5 %)", 6, "3566bda38b67e738b070bec5d7f88ac9666495dcecd06d7efcf1e608fc5e92fe"},
	} {
		words, digest := Digest(c.text)
		if words != c.words || digest != c.digest {
			t.Errorf("Digest(%q) = %d, %s; want %d, %s", c.text, words, digest, c.words, c.digest)
		}
	}
}

func TestDigestSurvivesOnlySpelling(t *testing.T) {
	_, want := Digest("The group’s “self-defense” — they say")
	for _, same := range []string{
		"The group's \"self-defense\" - they say",
		"  the GROUP’S\n«\u202fself–defense\u202f»: they say.",
	} {
		if _, got := Digest(same); got != want {
			t.Errorf("Digest(%q) differs", same)
		}
	}
	for _, other := range []string{
		"The groups “self-defense” — they say",
		"The group’s “self-defense” — they say so",
		"The group’s “self-def\ufffdnse” — they say",
		"group’s The “self-defense” — they say",
	} {
		if _, got := Digest(other); got == want {
			t.Errorf("Digest(%q) does not differ", other)
		}
	}
}

func TestWordRun(t *testing.T) {
	const s = "The well, they say, was “dry for a year.” Nobody came."
	for run, want := range map[string]bool{
		"dry for a year":         true,
		"DRY, for a — year":      true,
		"The well":               true,
		"Nobody came":            true,
		"year nobody":            true,
		s:                        true,
		"dry for year":           false,
		"ell they":               false,
		"body came":              false,
		"Nobody cam":             false,
		"well was":               false,
		"came again":             false,
		"":                       false,
		"…":                      false,
		s + " And nobody waited": false,
	} {
		if got := WordRun(s, run); got != want {
			t.Errorf("WordRun(%q) = %v, want %v", run, got, want)
		}
	}
}

func TestLongestSharedRun(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       int
	}{
		{"nothing", "", "the well", 0},
		{"no word shared", "a dry well", "the full river", 0},
		{"the same", "the well was dry", "The well was dry.", 4},
		{"at the start", "the well was dry", "the well was full", 3},
		{"at the end", "our well was dry", "that well was dry", 3},
		{"in the middle", "so the well was dry then", "if the well was full", 3},
		{"the longer of two", "a b c x d e f g y", "a b c z d e f g w", 4},
		{"the longer first", "d e f g y a b c x", "d e f g w a b c z", 4},
		{"broken by a word", "the well was very dry", "the well was dry", 3},
		{"repeated words", "no no no", "no no", 2},
		{"words repeated apart", "a b a b c", "a b c", 3},
		{"spelling aside", "the group's self-defense", "The GROUP’S self–defense", 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := LongestSharedRun(c.a, c.b); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
			if got := LongestSharedRun(c.b, c.a); got != c.want {
				t.Errorf("the other way round got %d, want %d", got, c.want)
			}
		})
	}
}

// TestPlainWordsAreWords: each character that the digest takes the short way
// with is folded, and parts words, as the tables of Unicode have it, by itself
// and between letters.
func TestPlainWordsAreWords(t *testing.T) {
	for r := range rune(0x30000) {
		for _, s := range []string{string(r), "a" + string(r) + "b", "É " + string(r) + "’x"} {
			line, words, ok := plainWords(s)
			if list := Words(s); ok && (words != len(list) || string(line) != strings.Join(list, " ")) {
				t.Errorf("%q: %d words, %q; want %q", s, words, line, list)
			}
		}
	}
	if _, _, ok := plainWords("L’armée… «\u202foui\u202f» — “Œuvre”, 5 %"); !ok {
		t.Error("plain French takes the long way")
	}
	if _, _, ok := plainWords("e\u0301"); ok {
		t.Error("a mark takes the short way")
	}
}

func FuzzDigest(f *testing.F) {
	for _, s := range []string{"The group’s “self-defense” — they say", "L’armée… «\u202foui\u202f»", "a\u0301'b", "İ ŉ ſ"} {
		f.Add(s)
	}
	// Only what sits between words is changed; what carries a mark or composes
	// with its neighbour belongs to a word.
	retyped := strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", " ", "\n\t", "\u202f", " ")
	f.Fuzz(func(t *testing.T, s string) {
		words, digest := Digest(s)
		if line, n, ok := plainWords(s); ok && (n != words || string(line) != strings.Join(Words(s), " ")) {
			t.Errorf("the short way of %q gives %d words, %q", s, n, line)
		}
		for _, same := range []string{retyped.Replace(s), " " + s + "\n", "“" + s + "”"} {
			if n, d := Digest(same); n != words || d != digest {
				t.Errorf("Digest(%q) = %d, Digest(%q) = %d", s, words, same, n)
			}
		}
		if again := strings.Join(Words(s), "-"); len(Words(again)) != words {
			t.Errorf("Words(%q) has %d words, %q %d", s, words, again, len(Words(again)))
		}
	})
}

func BenchmarkDigest(b *testing.B) {
	s := strings.Repeat("The group’s “self-defense” left Ségou at dawn. ", 4)
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Digest(s)
	}
}
