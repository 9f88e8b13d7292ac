package search

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"golang.org/x/text/unicode/norm"

	"griot/knowledge/text"
)

// tongue is how words of one language become terms. Every term begins with
// the tag of its tongue, so that the English "pain" and the French one are two.
type tongue struct {
	tag  byte
	stop map[string]bool
	stem func(*snowballstem.Env) bool
}

// neutral is the tag of numbers and dates, which read alike in every language.
const neutral = '#'

// tongues are the languages that are known: English, French, and any other,
// whose words are folded only. Snowball is M. F. Porter's, "Snowball: a
// language for stemming algorithms", 2001; these are its English and French.
type tongues [3]tongue

func newTongues() tongues {
	return tongues{
		{tag: 'e', stop: stopSet(englishStops), stem: english.Stem},
		{tag: 'f', stop: stopSet(frenchStops), stem: french.Stem},
		{tag: 'x'},
	}
}

// of returns the tongue of a language such as "en" or "fr-ML". A text that
// doesn't say is taken for English.
func (all *tongues) of(language string) *tongue {
	switch code, _, _ := strings.Cut(strings.ToLower(language), "-"); code {
	case "", "en":
		return &all[0]
	case "fr":
		return &all[1]
	}
	return &all[2]
}

// spelling is what a token says: a word, by how it is written and how it
// folds, or a number.
type spelling struct {
	number bool // folded is a number in its plainest form
	part   datePart
	lower  string // in lower case, with accents, without what is elided
	folded string // as people type it
}

// spell reads a token, the same in every language.
func spell(tok string) spelling {
	if isDigit(tok[0]) {
		if s, ok := spellNumber(tok); ok {
			return s
		}
	}
	lower := strings.ToLower(tok)
	if !isASCII(lower) {
		lower = strings.ReplaceAll(norm.NFC.String(lower), "’", "'")
	}
	lower = strings.ReplaceAll(apostrophes(lower), ".", "")
	s := spelling{lower: lower, folded: foldWord(lower)}
	s.part = datePart{month: int16(Month(s.folded))}
	return s
}

// elided are the words that French joins to the next by an apostrophe.
var elided = stopSet("l d c j m n s t qu jusqu lorsqu puisqu quoiqu presqu")

// apostrophes returns a word without what is elided before it (l'accord), and
// without the English ending 's.
func apostrophes(w string) string {
	for {
		head, rest, found := strings.Cut(w, "'")
		switch {
		case !found:
			return w
		case elided[head] && len(rest) > 1:
			w = rest
		case rest == "s":
			return head
		default:
			return strings.ReplaceAll(w, "'", "")
		}
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldWord folds a word in lower case; a word stays one.
func foldWord(w string) string {
	if isASCII(w) {
		return w
	}
	return strings.ReplaceAll(text.Fold(w), " ", "")
}

// stops reports whether a word is a stop word.
func (t *tongue) stops(s spelling) bool {
	return !s.number && (s.folded == "" || t.stop[s.lower])
}

// term returns what a word is looked up by: its tag and its stem, folded after
// stemming because stemmers read accents.
func (t *tongue) term(s spelling) string {
	if s.number {
		return string(neutral) + s.folded
	}
	w := s.lower
	if t.stem != nil && len(w) < maxStem {
		env := snowballstem.NewEnv(w)
		t.stem(env)
		w = env.Current()
	}
	if w = foldWord(w); w == "" {
		w = s.folded // the stem was a mark that folding takes away
	}
	return string(t.tag) + w
}

// maxStem is the length in bytes from which a word is too long to be one.
const maxStem = 64

// word returns a word as people type it, with its tag. The same letters can
// lead to two terms (côté, cote); what has accents says so behind a zero byte.
func (t *tongue) word(s spelling) string {
	switch {
	case s.number:
		return string(neutral) + s.folded
	case s.lower != s.folded:
		return string(t.tag) + s.folded + "\x00" + s.lower
	}
	return string(t.tag) + s.folded
}
