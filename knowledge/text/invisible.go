package text

import (
	"strings"
	"unicode"
)

// Invisible reports whether r is a character that a reader can't see and that a
// stored text therefore must not hold: controls other than line feed and tab,
// format characters (zero width, bidirectional, soft hyphen, byte order mark,
// tags), variation selectors and the other characters that Unicode lets a font
// ignore (Default_Ignorable_Code_Point, UAX 44), line and paragraph separators,
// and code points that are private, unassigned, surrogates or no characters.
// Spaces of every width, no-break ones too, accents and U+FFFD are visible.
func Invisible(r rune) bool {
	switch {
	case ' ' <= r && r <= '~', '\u00c0' <= r && r <= '\u024f', '\u2010' <= r && r <= '\u2027':
		return false // nearly all that is asked about, spared the tables
	case r == '\n' || r == '\t':
		return false
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false // Cf, but drawn, such as the Arabic number sign
	case r == '\u2028' || r == '\u2029':
		return true
	case unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return true
	}
	// What is left of class C, and the unassigned, is what no visible class has.
	return !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z)
}

// Clean returns s without its invisible characters, and how many were taken
// out. Everything else stays byte for byte: U+FFFD, which shows the reader that
// something is damaged, and bytes that are not UTF-8.
func Clean(s string) (clean string, removed int) {
	first := strings.IndexFunc(s, Invisible)
	if first < 0 {
		return s, 0
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:first])
	kept := first
	for i, r := range s[first:] {
		if Invisible(r) {
			b.WriteString(s[kept : first+i])
			kept = first + i + len(string(r))
			removed++
		}
	}
	b.WriteString(s[kept:])
	return b.String(), removed
}

// UTF16Len returns the length of s in UTF-16 code units, the stricter way to
// count the characters of a Discord message: most characters are one, those
// beyond U+FFFF (emoji among them) two. A byte that is not UTF-8 counts as one.
func UTF16Len(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
