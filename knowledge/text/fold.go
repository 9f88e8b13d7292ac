package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold returns s in the form in which people's typing and our names meet:
// without case, accents and ligatures, with one space wherever apostrophes,
// hyphens, other punctuation or spaces stand, and none at the ends. "Trop c’est
// trop" and "TROP C EST TROP" fold alike. Folding twice changes nothing.
//
// It is for looking up, never for showing and never for proving a quotation.
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	return foldAny(s)
}

// foldASCII is Fold for ASCII, which is most of what people type.
func foldASCII(s string) (folded string, ok bool) {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, c := range []byte(s) {
		if c >= utf8.RuneSelf {
			return "", false
		}
		if !inWord(rune(c)) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return b.String(), true
}

func foldAny(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range decompose(s) {
		switch {
		case unicode.Is(unicode.M, r):
			// An accent leaves its letter as it is, and is no gap between letters.
		case !unicode.In(r, unicode.L, unicode.N) || isApostrophe(r):
			gap = true
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			// Cherokee folds to capitals, and x/text folds those back.
			writeLetter(&b, unicode.ToLower(r))
		}
	}
	return b.String()
}

// decompose is NFKD, full case folding, NFKD: accents stand as marks of their
// own, ligatures and wide letters as plain ones.
func decompose(s string) string {
	return norm.NFKD.String(cases.Fold().String(norm.NFKD.String(valid(s))))
}

// isApostrophe reports whether r is one of the letters that serve as an
// apostrophe, a glottal stop or an ayn. Unicode counts them as letters (Lm, Lo),
// a keyboard has only the apostrophe for them.
func isApostrophe(r rune) bool {
	return 'ʹ' <= r && r <= 'ˏ' || r == 'ꞌ' || r == 'Ꞌ'
}

// writeLetter writes the letters that people type for r.
func writeLetter(b *strings.Builder, r rune) {
	if plain := plainLetter(r); plain != "" {
		b.WriteString(plain)
		return
	}
	b.WriteRune(r)
}

// plainLetter returns what stands for a letter that Unicode doesn't decompose,
// or "". It is asked after case folding, so capitals need no entry. The letters
// of Bamanankan, Fulfulde, Hausa and Songhay are here because the names of the
// Sahel are written with them and typed without.
func plainLetter(r rune) string {
	switch r {
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ɓ', 'ƀ':
		return "b"
	case 'đ', 'ð', 'ɖ', 'ɗ':
		return "d"
	case 'ə', 'ɛ', 'ǝ':
		return "e"
	case 'ɣ', 'ǥ':
		return "g"
	case 'ħ', 'ɦ':
		return "h"
	case 'ı', 'ɨ', 'ɩ':
		return "i"
	case 'ƙ', 'ĸ':
		return "k"
	case 'ł', 'ƚ':
		return "l"
	case 'ŋ', 'ɲ', 'ɳ':
		return "n"
	case 'ø', 'ɔ', 'ɵ':
		return "o"
	case 'ʃ':
		return "s"
	case 'ŧ', 'ƭ':
		return "t"
	case 'ʋ', 'ʊ':
		return "u"
	case 'ƴ':
		return "y"
	case 'ƶ', 'ʒ':
		return "z"
	}
	return ""
}
