package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// token is a word of a text as it stands there, and whether only one hyphen,
// slash or stop parts it from the word before: dates are written so.
type token struct {
	text   string
	joined byte // '-', '/' or '.'; 0 for anything else
}

// eachToken calls yield for the words of s in their order. Words are bounded
// as in Unicode Standard Annex #29; of what it keeps together, acronyms
// (U.N.), numbers (1,600 and 14.2) and words with an apostrophe stay whole,
// and all else is taken apart. What holds no letter and no digit is no word.
//
// A space always bounds words, so s is read from space to space, and what is
// plain ASCII is cut without looking up the properties of its characters.
func eachToken(s string, yield func(token)) {
	for i := 0; i < len(s); {
		if isSpace(s[i]) {
			i++
			continue
		}
		start, plain := i, true
		for ; i < len(s) && !isSpace(s[i]); i++ {
			plain = plain && s[i] < utf8.RuneSelf
		}
		if chunk := s[start:i]; plain {
			cut(chunk, 0, yield)
		} else {
			cutUnicode(chunk, yield)
		}
	}
}

func isSpace(b byte) bool { return b == ' ' || '\t' <= b && b <= '\r' }

// cutUnicode hands on the words of a text that is not all ASCII.
func cutUnicode(s string, yield func(token)) {
	joined, last := byte(0), ""
	for it := words.FromString(s); it.Next(); {
		w := it.Value()
		if !utf8.ValidString(w) {
			w = strings.ToValidUTF8(w, "")
		}
		if !strings.ContainsFunc(w, isWordRune) {
			joined, last = joiner(last, w), ""
			continue
		}
		cut(w, joined, yield)
		joined, last = 0, w
		if !inWord(w, len(w)-1) {
			last = "" // an underscore parts it from what follows
		}
	}
}

// joiner is the byte by which a mark joins the parts of a date.
func joiner(before, mark string) byte {
	if before != "" && len(mark) == 1 && strings.Contains("-/.", mark) {
		return mark[0]
	}
	return 0
}

func isWordRune(r rune) bool { return unicode.In(r, unicode.L, unicode.N) }

// cut hands on the words of s, in which no space stands. joined is what stands
// between s and the word before it.
func cut(s string, joined byte, yield func(token)) {
	for i := 0; i < len(s); {
		if !inWord(s, i) {
			joined = 0
			if i > 0 && i+1 < len(s) && inWord(s, i-1) && inWord(s, i+1) {
				joined = joiner("x", s[i:i+1])
			}
			if strings.HasPrefix(s[i:], "’") {
				i += len("’") - 1
			}
			i++
			continue
		}
		end := wordEnd(s, i)
		yield(token{s[i:end], joined})
		i, joined = end, 0
	}
}

// inWord reports whether the byte belongs to a word. Every byte beyond ASCII
// does: those that don't were cut away before, or are apostrophes.
func inWord(s string, i int) bool {
	b := s[i]
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' ||
		b >= utf8.RuneSelf && !strings.HasPrefix(s[i:], "’")
}

// wordEnd returns where the word that begins at i ends.
func wordEnd(s string, i int) int {
	start := i
	for i < len(s) {
		switch {
		case inWord(s, i):
			i++
		case linked(s, start, i) > 0:
			i += linked(s, start, i)
		default:
			return i
		}
	}
	return i
}

// linked returns the length of the mark at i if it holds two parts of a word
// together, and 0 if it parts them.
func linked(s string, start, i int) int {
	n := 1
	if strings.HasPrefix(s[i:], "’") {
		n = len("’")
	}
	if i == start || i+n >= len(s) || !inWord(s, i+n) {
		return 0
	}
	before, after := s[i-1], s[i+n]
	switch {
	case (n > 1 || s[i] == '\'') && !isDigit(before) && !isDigit(after):
		return n
	case s[i] == ',' && isDigit(before) && isDigit(after):
		return n
	case s[i] == '.' && isDigit(before) && isDigit(after):
		// Two stops make a date: 23.03.2019.
		behind := start > 1 && isDigit(s[start]) && s[start-1] == '.' && isDigit(s[start-2])
		if behind || stopWithin(s[i+n:]) {
			return 0
		}
		return n
	case s[i] == '.' && isLetter(before) && isLetter(after):
		return acronym(s, start, i)
	}
	return 0
}

// stopWithin reports whether s begins with digits, a stop and a digit.
func stopWithin(s string) bool {
	stop := strings.IndexFunc(s, func(r rune) bool { return r < '0' || '9' < r })
	return stop >= 0 && s[stop] == '.' && stop+1 < len(s) && isDigit(s[stop+1])
}

// acronym returns 1 if single letters stand on both sides of the stop at i.
func acronym(s string, start, i int) int {
	left := i-start == 1 || s[i-2] == '.'
	right := i+2 >= len(s) || !inWord(s, i+2)
	if left && right {
		return 1
	}
	return 0
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
