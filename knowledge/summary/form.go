package summary

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge/text"
)

// links are what a client may show as a link: addresses with or without their
// scheme, and invitations.
var links = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://|\bwww\.|\b[a-z0-9-]+\.(?:[a-z]{2,24}/|com|org|net|io|gg|me|ru|info|example|xyz|app|dev|co|fr|uk|ml)\b|\b(?:mailto|javascript|data|tel):`)

// formOf returns what is wrong with the outer form of a written sentence, or "".
func formOf(s, lang string) string {
	if !utf8.ValidString(s) {
		return "is not UTF-8"
	}
	if text.UTF16Len(s) > MaxCharacter {
		return "is too long"
	}
	for _, r := range s {
		if why := oddCharacter(r); why != "" {
			return why
		}
	}
	switch {
	case strings.Contains(s, "...") || strings.Contains(s, ". ."):
		return "holds an ellipsis"
	case links.MatchString(s):
		return "holds a link"
	case mixedScripts(s):
		return "holds letters of several scripts"
	case !strings.HasSuffix(s, ".") || strings.TrimSpace(s) != s:
		return "doesn't end as a statement"
	case strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "+ ") || strings.Contains(s, "--"):
		return "holds markup"
	case len(text.Sentences(s, lang)) != 1:
		return "is not one sentence"
	}
	return ""
}

// oddCharacter says why a character may not stand in a model's words. Quotation
// marks may not, since generated words never stand between them.
func oddCharacter(r rune) string {
	switch {
	case r == '\n' || r == '\t' || text.Invisible(r):
		return "holds a character that can't be seen"
	case strings.ContainsRune("*_~`|<>[]{}#\\@^=&", r):
		return "holds markup or a mention"
	case strings.ContainsRune("\"“”„«»‹›‟＂", r):
		return "holds a quotation mark"
	case r == '…':
		return "holds an ellipsis"
	case r == '!' || r == '?':
		return "is not a statement"
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
		if strings.Contains(folded, " "+text.Fold(order)+" ") {
			return true
		}
	}
	return false
}
