package summary

import (
	"strconv"
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
	modifier bool // a participle that stands to a noun: the armed groups

	passive bool // a participle behind a form of be
	acts    bool // one that was, before the passive was turned round
	segment int
}

// read cuts s into tokens. Dates, numbers in words and set phrases are one
// token each.
func (l *lexicon) read(s string) []token {
	var all []token
	list := atoms(s, l.lang)
	for i := 0; i < len(list); {
		t, n := l.next(all, list, i)
		t.first = len(all) == 0 || all[len(all)-1].class == mark && strings.ContainsAny(all[len(all)-1].raw, ".:!?")
		i += n
		all = append(all, t)
	}
	return markModifiers(leads(unitsBehind(all)))
}

// markModifiers marks participles between an article or the like and a noun.
func markModifiers(all []token) []token {
	for i := 1; i+1 < len(all); i++ {
		t, before, next := all[i], all[i-1], all[i+1]
		if t.class != content || next.class != content || next.cap || hasEnding(next.word, "ed ing") {
			continue
		}
		switch before.class {
		case article, number, owner, quantifier:
			all[i].modifier = hasEnding(t.word, "ed ing")
		case prep, weakPrep:
			all[i].modifier = hasEnding(t.word, "ed")
		}
	}
	return all
}

// next reads the token that begins at list[i] and says how many atoms it took.
func (l *lexicon) next(before []token, list []atom, i int) (token, int) {
	a := list[i]
	if d, n := l.date(list, i); n > 0 {
		return token{raw: rawOf(list[i : i+n]), class: when, date: d}, n
	}
	if p, found := l.lookup(list[i:]); found && !l.isName(a, list, i) && !isNoun(p, before) {
		n := len(p.words)
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

// isPlain reports whether the first atom is a word of no closed class and no
// number.
func (l *lexicon) isPlain(list []atom) bool {
	_, closed := l.lookup(list)
	return !closed && !list[0].cap && !l.is(numberSection, list[0].word) && !l.is(scaleSection, list[0].word)
}

// isNoun reports whether a verb of saying or belief stands where only a noun can:
// the report, her claim.
func isNoun(p phrase, before []token) bool {
	if p.class != report && p.class != belief || len(p.words) > 1 || len(before) == 0 {
		return false
	}
	switch last := before[len(before)-1]; last.class {
	case article, owner, quantifier, number:
		return !hasEnding(p.words[0], "ed")
	case pronoun:
		return isPossessive(last) && !hasEnding(p.words[0], "ed")
	}
	return false
}

// isName reports whether a word with a capital inside a sentence is part of a
// name and not the word of the lexicon that looks like it.
func (l *lexicon) isName(a atom, list []atom, i int) bool {
	if !a.cap || i == 0 || list[i-1].kind == markAtom {
		return false
	}
	p, _ := l.lookup(list[i:])
	switch p.class {
	case unit, pronoun, negation:
		return false
	}
	return true
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

// number reads a number in digits or words, with its scale: 2.3 million,
// forty-five, three hundred.
func (l *lexicon) number(list []atom) (value string, n int) {
	total, current, seen := 0.0, 0.0, false
	for n < len(list) {
		a := list[n]
		if scale, is := l.sides[scaleSection][a.word]; is && (seen || l.lang == "fr") {
			times, _ := strconv.ParseFloat(scale, 64)
			if current = max(current, 1) * times; times >= 1000 {
				total, current = total+current, 0
			}
		} else if small, is := l.numeral(a); is && (!seen || joinsTens(current, small) || current >= 100 && a.kind == wordAtom) {
			current += small
		} else {
			break
		}
		seen = true
		n++
	}
	if !seen {
		return "", 0
	}
	return strconv.FormatFloat(total+current, 'f', -1, 64), n
}

func (l *lexicon) numeral(a atom) (float64, bool) {
	word, is := a.word, a.kind == numberAtom
	if !is {
		word, is = l.sides[numberSection][a.word]
	}
	v, err := strconv.ParseFloat(word, 64)
	return v, is && err == nil
}

func joinsTens(tens, ones float64) bool {
	return tens >= 20 && tens < 100 && int(tens)%10 == 0 && ones < 10
}

// unitsBehind puts a sign of currency behind the number that it stands before.
func unitsBehind(all []token) []token {
	for i := 0; i+1 < len(all); i++ {
		if all[i].class == unit && all[i+1].class == number {
			all[i], all[i+1] = all[i+1], all[i]
			i++
		}
	}
	return all
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
