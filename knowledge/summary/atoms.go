package summary

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// atom is the least piece of a text that the rules look at: a word, a number in
// digits, a mark of punctuation. Words joined by a hyphen are atoms each.
type atom struct {
	raw  string // as written
	word string // in lower case; of a number, its value; of a mark, the mark
	kind atomKind
	cap  bool // a word that begins with a capital
}

type atomKind int

const (
	wordAtom atomKind = iota
	numberAtom
	markAtom
	ownerAtom // the 's of possession
)

// numberForm is a number in digits, with its thousands and its decimals.
var numberForm = regexp.MustCompile(`^[0-9]{1,3}(?:[ \x{a0}\x{202f}\x{2009}][0-9]{3})+(?:,[0-9]+)?|^[0-9]+(?:[.,][0-9]+)*`)

// thousands is a number whose marks all part groups of three.
var thousands = regexp.MustCompile(`^[0-9]{1,3}(?:[.,][0-9]{3})+$`)

// atoms cuts s, in the language lang, into its atoms.
func atoms(s, lang string) []atom {
	var all []atom
	s = strings.NewReplacer("’", "'", "ʼ", "'").Replace(s)
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsDigit(r):
			raw := numberForm.FindString(s)
			if raw == "" { // digits of another script
				raw = s[:size]
			}
			all = append(all, atom{raw: raw, word: value(raw), kind: numberAtom})
			s = s[len(raw):]
		case unicode.IsLetter(r):
			raw := s[:len(s)-len(strings.TrimLeftFunc(s, isLetter))]
			s = s[len(raw):]
			all = append(all, wordAtomOf(raw))
			all, s = apostrophe(all, s, lang)
		case r == '-' && joins(all, s):
			s = s[size:]
		case unicode.IsSpace(r):
			s = s[size:]
		default:
			all = append(all, atom{raw: s[:size], word: s[:size], kind: markAtom})
			s = s[size:]
		}
	}
	return all
}

func isLetter(r rune) bool { return unicode.In(r, unicode.L, unicode.M) }

func wordAtomOf(raw string) atom {
	first, _ := utf8.DecodeRuneInString(raw)
	return atom{raw: raw, word: strings.ToLower(raw), cap: unicode.IsUpper(first)}
}

// joins reports whether the hyphen at the start of s stands inside a compound.
func joins(before []atom, s string) bool {
	if len(before) == 0 || len(s) < 2 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[1:])
	return before[len(before)-1].kind != markAtom && (isLetter(next) || unicode.IsDigit(next))
}

// apostrophe takes apart what is written together with the last word: the
// English not and 's. What French elides (l', d', qu') is a word of its own.
func apostrophe(all []atom, s, lang string) ([]atom, string) {
	if !strings.HasPrefix(s, "'") {
		return all, s
	}
	rest := s[1:]
	word := rest[:len(rest)-len(strings.TrimLeftFunc(rest, isLetter))]
	last := &all[len(all)-1]
	switch lower := strings.ToLower(word); {
	case lang == "fr" && word != "":
		return all, rest
	case lower == "t" && strings.HasSuffix(last.word, "n"):
		last.word = strings.TrimSuffix(last.word, "n")
		if full, odd := map[string]string{"ca": "can", "wo": "will", "sha": "shall"}[last.word]; odd {
			last.word = full
		}
		return append(all, atom{raw: "n't", word: "not"}), rest[len(word):]
	case lower == "s", word == "" && strings.HasSuffix(last.word, "s"):
		return append(all, atom{raw: "'" + word, word: "'s", kind: ownerAtom}), rest[len(word):]
	case lower == "re" || lower == "ve" || lower == "ll" || lower == "d":
		full := map[string]string{"re": "are", "ve": "have", "ll": "will", "d": "would"}[lower]
		return append(all, atom{raw: "'" + word, word: full}), rest[len(word):]
	}
	return all, s
}

// value writes a number in digits one way: no marks between thousands, a point
// before decimals.
func value(raw string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, raw)
	if thousands.MatchString(plain) {
		return strings.NewReplacer(",", "", ".", "").Replace(plain)
	}
	if strings.Count(plain, ",") > 1 || strings.Contains(plain, ",") && strings.Contains(plain, ".") {
		plain = strings.ReplaceAll(plain, ",", "")
	}
	return strings.ReplaceAll(plain, ",", ".")
}
