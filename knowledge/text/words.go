package text

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Words returns the words of s as the word digest sees them: s in NFKC, full
// case folding (Unicode 3.13, toCasefold) and NFKC again, cut into the longest
// runs of letters, marks and numbers (classes L, M and N). Punctuation, symbols
// and spacing separate words and are in none of them.
func Words(s string) []string {
	return strings.FieldsFunc(casefold(s), func(r rune) bool { return !inWord(r) })
}

// Digest returns the number of words in s and the SHA-256, in hex, of those
// words joined by one space. Curly or straight quotes, dashes and spacing don't
// change it; a character lost or damaged inside a word does.
func Digest(s string) (words int, digest string) {
	line, words, ok := plainWords(s)
	if !ok {
		list := Words(s)
		line, words = []byte(strings.Join(list, " ")), len(list)
	}
	sum := sha256.Sum256(line)
	return words, hex.EncodeToString(sum[:])
}

// plainWords returns the words of s, joined by one space, and their number, if
// s holds nothing but characters of which this is plain without the tables of
// Unicode: nearly all of English and French. None of them composes with another.
func plainWords(s string) (line []byte, words int, ok bool) {
	line = make([]byte, 0, len(s))
	gap := true
	for _, r := range s {
		folded, isWord, isPlain := plainFold(r)
		switch {
		case !isPlain:
			return nil, 0, false
		case !isWord:
			gap = true
			continue
		case gap:
			if words > 0 {
				line = append(line, ' ')
			}
			words++
			gap = false
		}
		line = utf8.AppendRune(line, folded)
	}
	return line, words, true
}

// plainFold folds a character of ASCII, a letter of French, or the punctuation
// and spaces of both languages; of any other, isPlain is false.
func plainFold(r rune) (folded rune, isWord, isPlain bool) {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9', 'à' <= r && r <= 'ÿ' && r != '÷', r == 'œ':
		return r, true, true
	case 'A' <= r && r <= 'Z', 'À' <= r && r <= 'Þ' && r != '×':
		return r + ('a' - 'A'), true, true
	case r == 'Œ':
		return 'œ', true, true
	case r < utf8.RuneSelf:
		return r, false, true
	}
	switch r {
	case '’', '‘', '“', '”', '–', '—', '…', '«', '»', '\u00a0', '\u202f':
		return r, false, true
	}
	return r, false, false
}

// WordRun reports whether the words of run stand in s one after another with no
// other word between them. A run without words stands nowhere.
func WordRun(s, run string) bool {
	words := Words(run)
	if len(words) == 0 {
		return false
	}
	// No word holds a space, so a space on each side holds the match to whole words.
	line := " " + strings.Join(Words(s), " ") + " "
	return strings.Contains(line, " "+strings.Join(words, " ")+" ")
}

// LongestSharedRun returns the length, in words, of the longest run of words
// that stands in both texts. It takes time in proportion to the product of
// their lengths, so give it a claim and a source, not two books.
func LongestSharedRun(a, b string) int {
	short, long := Words(a), Words(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	longest := 0
	// ending[j] is the length of the run that ends with the last word taken of
	// long and with short[j-1].
	ending := make([]int, len(short)+1)
	for _, word := range long {
		// From the end, so that ending[j] still holds the run of the word before.
		for j := len(short); j > 0; j-- {
			if short[j-1] != word {
				ending[j] = 0
				continue
			}
			ending[j] = ending[j-1] + 1
			longest = max(longest, ending[j])
		}
	}
	return longest
}

// casefold is NFKC, full case folding, NFKC.
func casefold(s string) string {
	return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(valid(s))))
}

// valid returns s with U+FFFD where bytes are not UTF-8: x/text leaves letters
// behind such a byte as they are.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// inWord reports whether r is of one of the classes that make words.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}
