package summary

import (
	"slices"
	"strings"

	"griot/knowledge/text"
)

// token is a word or phrase with what the rules need to know of it.
type token struct {
	raw   string
	word  string // lower case
	stem  string
	fold  string // as names are compared
	class class
	canon string // of a closed class: what it stands for; of a number: its value
	cap   bool   // begins with a capital
	first bool   // stands where any word has a capital
	date  date
	tense string // French: future or conditional by its ending

	adverb   bool // one that the lexicon lists
	none     bool // behind no: as many as you like
	modifier bool // a participle that stands to a noun: the armed groups

	passive bool // a participle behind a form of be
	acts    bool // one that was, before the passive was turned round
	segment int
}

// read cuts s into tokens. Dates, numbers in words and set phrases are one
// token each.
func (l *lexicon) read(s string) []token {
	if all, known := l.known[s]; known {
		return all
	}
	all := l.readAnew(s)
	if l.known != nil {
		l.known[s] = slices.Clip(all)
	}
	return all
}

func (l *lexicon) readAnew(s string) []token {
	var all []token
	list := atoms(s, l.lang)
	for i := 0; i < len(list); {
		t, n := l.next(all, list, i)
		t.first = len(all) == 0 || all[len(all)-1].class == mark && strings.ContainsAny(all[len(all)-1].raw, ".:!?")
		i += n
		all = append(all, t)
	}
	return noOnes(markModifiers(leads(estimates(unitsBehind(all)))))
}

// next reads the token that begins at list[i] and says how many atoms it took.
func (l *lexicon) next(before []token, list []atom, i int) (token, int) {
	a := list[i]
	if d, n := l.date(list, i); n > 0 {
		return token{raw: rawOf(list[i : i+n]), class: when, date: d}, n
	}
	if p, found := l.lookup(list[i:]); found && !l.isName(a, list, i) && !isNoun(p, before) {
		n := len(p.words)
		if p.class == idiom {
			return token{raw: rawOf(list[i : i+n]), word: p.canon, stem: l.stem(p.canon), fold: text.Fold(p.canon), adverb: l.isMannered(p.canon)}, n
		}
		return token{raw: rawOf(list[i : i+n]), word: rawWord(list[i : i+n]), class: p.class, canon: p.canon, cap: a.cap, stem: l.stem(a.word), fold: text.Fold(a.raw)}, n
	}
	if a.word == "one" && i+1 < len(list) && list[i+1].kind == wordAtom && l.isPlain(list[i+1:]) {
		return token{raw: a.raw, word: a.word, class: article, canon: "the"}, 1 // one survivor, a survivor
	}
	if v, n := l.number(list[i:]); n > 0 {
		return token{raw: rawOf(list[i : i+n]), class: number, canon: v}, n
	}
	switch a.kind {
	case markAtom:
		return token{raw: a.raw, class: mark}, 1
	case ownerAtom:
		return token{raw: a.raw, class: owner}, 1
	}
	t := token{raw: a.raw, word: a.word, stem: l.stem(a.word), fold: text.Fold(a.raw), cap: a.cap, adverb: l.isMannered(a.word)}
	if l.lang == "fr" {
		t.tense = frenchTense(a.word)
	}
	return t, 1
}

func rawOf(list []atom) string {
	var words []string
	for _, a := range list {
		words = append(words, a.raw)
	}
	return strings.Join(words, " ")
}

func rawWord(list []atom) string {
	var words []string
	for _, a := range list {
		words = append(words, a.word)
	}
	return strings.Join(words, " ")
}

// frenchTense tells the future and the conditional by their endings, which the
// stem loses: fournira, fournirait.
func frenchTense(word string) string {
	for _, t := range []struct{ tense, endings string }{
		{"conditional", "erait eraient irait iraient drait draient vrait vraient"},
		{"future", "era eront ira iront dra dront vra vront"},
	} {
		for _, ending := range strings.Fields(t.endings) {
			if strings.HasSuffix(word, ending) && len(word) > len(ending)+1 {
				return t.tense
			}
		}
	}
	return ""
}
