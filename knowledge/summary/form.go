package summary

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge/text"
)

// links are what a client may show as a link: an address with its scheme, or a
// stop between two words without a space, as in a bare domain.
var links = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*:/|[\pL\pN-]{2,}\.[\pL]{2,}|\b(?:mailto|javascript|data|tel):|/[\pL\pN]`)

// single finds a straight mark that opens a quotation, not an apostrophe.
var single = regexp.MustCompile(`(?:^|[\s(])'`)

// formOf returns what is wrong with the outer form of a written sentence, or "".
func formOf(s, lang string) string {
	switch {
	case text.UTF16Len(s) > MaxCharacters:
		return "is too long"
	case strings.Contains(s, "...") || strings.Contains(s, ". .") || strings.Contains(s, "…"):
		return "holds an ellipsis"
	case strings.ContainsAny(s, "\"“”„«»‹›‟＂‘‚‛`´") || single.MatchString(s):
		return "holds a quotation mark" // generated words never stand between them
	case !strings.HasSuffix(s, ".") || strings.TrimSpace(s) != s || strings.ContainsAny(s, "!?"):
		return "is no plain statement"
	case len(text.Sentences(s, lang)) != 1:
		return "is not one sentence"
	}
	return ""
}

// oddIn says what in s could do something to a reader's client or eye: links,
// mentions, markup, what can't be seen. No model has an honest use for these, so
// one of them brings down the answer.
func oddIn(s string) string {
	if !utf8.ValidString(s) {
		return "is not UTF-8"
	}
	for _, r := range s {
		if why := oddCharacter(r); why != "" {
			return why
		}
	}
	switch {
	case links.MatchString(s):
		return "holds a link"
	case mixedScripts(s):
		return "holds letters of several scripts"
	case strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "+ ") || strings.Contains(s, "--"):
		return "holds markup"
	}
	return ""
}

func oddCharacter(r rune) string {
	switch {
	case r == '\n' || r == '\t' || text.Invisible(r):
		return "holds a character that can't be seen"
	case strings.ContainsRune("*_~`|<>[]{}#\\@^=&", r):
		return "holds markup or a mention"
	case r > unicode.MaxLatin1 && unicode.Is(unicode.S, r) && r != '€':
		return "holds a symbol"
	case unicode.IsSpace(r) && r != ' ' && r != '\u00a0' && r != '\u202f':
		return "holds an odd space"
	}
	return ""
}

// mixedScripts reports whether s has letters of another script than Latin,
// which may look like it. What only an odd form of a Latin letter is (full
// width, mathematical) counts as another.
func mixedScripts(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && (!unicode.Is(unicode.Latin, r) || r >= 0xFB00) {
			return true
		}
		if r > unicode.MaxASCII && unicode.Is(unicode.N, r) {
			return true
		}
	}
	return false
}

// commands reports whether s orders a machine about, as an injected sentence
// does. Such a sentence bears nothing out.
func (l *lexicon) commands(s string) bool {
	folded := " " + text.Fold(s) + " "
	for _, order := range l.orders {
		if strings.Contains(folded, order) {
			return true
		}
	}
	return false
}
