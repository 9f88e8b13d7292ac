package text

import (
	"testing"
	"unicode/utf8"
)

func TestInvisible(t *testing.T) {
	for name, r := range map[string]rune{
		"null": 0, "carriage return": '\r', "escape": 0x1b, "delete": 0x7f, "next line": 0x85,
		"soft hyphen": 0xad, "grapheme joiner": 0x34f, "Arabic letter mark": 0x61c, "Hangul filler": 0x3164,
		"zero width space": 0x200b, "non-joiner": 0x200c, "joiner": 0x200d, "left-to-right mark": 0x200e,
		"line separator": 0x2028, "paragraph separator": 0x2029, "bidi override": 0x202e, "word joiner": 0x2060,
		"bidi isolate": 0x2066, "variation selector": 0xfe0f, "variation selector 256": 0xe01ef,
		"byte order mark": 0xfeff, "interlinear anchor": 0xfff9, "tag": 0xe0041, "private": 0xe000,
		"private plane": 0x100000, "surrogate": 0xd800, "no character": 0xffff, "unassigned": 0x378, "beyond": 0x110000,
		"negative": -1,
	} {
		if !Invisible(r) {
			t.Errorf("%s (%U) counts as visible", name, r)
		}
	}
	for name, r := range map[string]rune{
		"letter": 'a', "line feed": '\n', "tab": '\t', "space": ' ', "no-break space": 0xa0,
		"narrow no-break space": 0x202f, "ideographic space": 0x3000, "acute accent": 0x301, "nukta": 0x93c,
		"ellipsis": '…', "replacement": utf8.RuneError, "emoji": '🙂', "Arabic number sign": 0x600, "digit": '7', "symbol": '+',
	} {
		if Invisible(r) {
			t.Errorf("%s (%U) counts as invisible", name, r)
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		removed          int
	}{
		{"nothing to remove", "Ségou\u00a0: “oui”\n\t…", "Ségou\u00a0: “oui”\n\t…", 0},
		{"nothing at all", "", "", 0},
		{"at the start", "\ufeffMali", "Mali", 1},
		{"at the end", "Mali\u200b", "Mali", 1},
		{"inside, one, two, three and four bytes", "a\x00b\u00adc\u200dd\U000e0041e", "abcde", 4},
		{"next to each other", "a\u200b\u200bb", "ab", 2},
		{"nothing else", "\u200e\u200f", "", 2},
		{"a damaged character stays", "a\u200b\ufffdb", "a\ufffdb", 1},
		{"a byte that is not UTF-8 stays", "a\u200b\xffb\u200b", "a\xffb", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, n := Clean(c.text); got != c.want || n != c.removed {
				t.Errorf("Clean(%q) = %q, %d; want %q, %d", c.text, got, n, c.want, c.removed)
			}
		})
	}
}

func TestUTF16Len(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "Mali": 4, "Ségou": 5, "Se\u0301gou": 6, "…\uffff": 2, "\U00010000": 2, "🙂!": 3, "\xffa": 2,
	} {
		if got := UTF16Len(s); got != want {
			t.Errorf("UTF16Len(%q) = %d, want %d", s, got, want)
		}
	}
}
