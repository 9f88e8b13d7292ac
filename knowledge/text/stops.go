package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutClosing parts left, the end of which may be a sentence's, into what goes
// up to its terminator and the closing marks, footnotes and spaces behind it.
func cutClosing(left string) (stop, closing string) {
	stop = left
	for {
		shorter := strings.TrimRightFunc(cutNote(stop), func(r rune) bool {
			return unicode.IsSpace(r) || isSuperscript(r) || strings.ContainsRune(closers, r)
		})
		if shorter == stop {
			return stop, left[len(stop):]
		}
		stop = shorter
	}
}

// cutNote returns s without a footnote mark at its end.
func cutNote(s string) string {
	if i := strings.LastIndexByte(s, '['); i >= 0 && noteLen(s[i:]) == len(s)-i {
		return s[:i]
	}
	return s
}

// endsInEllipsis reports whether stop ends with "…", "..." or ". . .".
func endsInEllipsis(stop string) bool {
	before, dotted := strings.CutSuffix(stop, ".")
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	return strings.HasSuffix(stop, "…") || dotted && (strings.HasSuffix(before, ".") || strings.HasSuffix(before, "…"))
}

// isOmission reports whether stop ends with an ellipsis that stands by itself
// within a sentence, for words left out: "he met … Keita". One that follows its
// word at once, or a full stop, ends what it follows.
func isOmission(stop string) bool {
	if !endsInEllipsis(stop) {
		return false
	}
	before := strings.TrimRightFunc(stop, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == '…' })
	dots := stop[len(before):]
	first, _ := utf8.DecodeRuneInString(dots)
	return unicode.IsSpace(first) && !endsInTerminator(before)
}

// endsInTerminator reports whether s ends a sentence, closing marks aside.
func endsInTerminator(s string) bool {
	stop, _ := cutClosing(s)
	last, _ := utf8.DecodeLastRuneInString(stop)
	return strings.ContainsRune(terminators, last)
}

// firstInWord returns the first letter, mark or digit of s, or utf8.RuneError.
func firstInWord(s string) rune {
	first, _ := utf8.DecodeRuneInString(s[len(s)-len(strings.TrimLeftFunc(s, notInWord)):])
	return first
}

// nextWord returns the first word of s and what comes after it.
func nextWord(s string) (word, rest string) {
	s = strings.TrimLeftFunc(s, notInWord)
	rest = strings.TrimLeftFunc(s, inWord)
	return s[:len(s)-len(rest)], rest
}

// lastWord returns the word at the end of s with the stops and hyphens inside
// it: "U.N", "J.-C". Of a compound like "mid-Jan" or "pro-U.N" it is the last
// part.
func lastWord(s string) string {
	before := strings.TrimRightFunc(s, func(r rune) bool { return inWord(r) || r == '.' || r == '-' })
	word := strings.TrimLeft(s[len(before):], ".-")
	if i := strings.LastIndexByte(word, '-'); i >= 0 && !strings.Contains(word[:i], ".") {
		return word[i+1:]
	}
	return word
}

// isInitial reports whether word is the initial of a first name: "J", "J.-M".
func isInitial(word string) bool {
	for part := range strings.SplitSeq(word, ".-") {
		first, size := utf8.DecodeRuneInString(part)
		if !unicode.IsUpper(first) || size != len(part) {
			return false
		}
	}
	return true
}

// isAcronym reports whether word is capitals with stops between: "U.N", "I.B.K".
func isAcronym(word string) bool {
	return strings.Contains(word, ".") && isInitial(strings.ReplaceAll(word, ".", ".-"))
}

// isRoman reports whether word is written like a number in Roman capitals.
func isRoman(word string) bool {
	return word != "" && strings.Trim(word, "IVXLC") == ""
}

// isEnumerator reports whether body is nothing but the mark of an item in a
// list: "3.", "b.", "IV.".
func isEnumerator(body string) bool {
	mark, dotted := strings.CutSuffix(body, ".")
	number := len(mark) <= 2 && strings.Trim(mark, "0123456789") == ""
	return dotted && (number || utf8.RuneCountInString(mark) == 1 || isRoman(mark))
}

// followsEra reports whether before ends with "av. J.-C" or the like.
func followsEra(before string) bool {
	words := strings.Fields(before)
	if len(words) < 2 {
		return false
	}
	switch words[len(words)-2] {
	case "av.", "ap.", "apr.", "avant", "après":
		return true
	}
	return false
}

// notInWord reports whether r is of none of the classes that make words.
func notInWord(r rune) bool { return !inWord(r) }
