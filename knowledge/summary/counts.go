package summary

import (
	"slices"
	"strings"
)

// someOf takes out of how many a number is: two of the three exits, two exits. One
// of the drivers stays, since a driver and the driver can't be told apart. It returns
// nil if there is no such number.
func (l *lexicon) someOf(all []token) []token {
	for i := 0; i+3 < len(all); i++ {
		if all[i].class != number || all[i].canon == "1" || !isOf(all[i+1]) {
			continue
		}
		of := i + 2
		counted := all[of].class == article
		if counted {
			of++
		}
		if of+1 < len(all) && all[of].class == number {
			of, counted = of+1, true
		}
		if !counted || all[of].class != content || !l.isPlural(all[of]) {
			continue
		}
		return slices.Concat(all[:i+1], all[of:])
	}
	return nil
}

// someOfThem takes out of whom a number or a quantifier is, where only a pronoun
// says so: some of them, some. It returns nil if there is none.
func (l *lexicon) someOfThem(all []token) []token {
	for i := 0; i+3 < len(all); i++ {
		some := all[i].class == number || all[i].class == quantifier && (all[i].canon == "some" || all[i].canon == "several" || all[i].canon == "a few")
		of := i + 1
		if some && isOf(all[of]) {
			of++
		}
		alone := i == 0 || introduces(all[i-1])
		if some && alone && l.isFinite(all[min(of+1, len(all)-1)]) && all[of].class == pronoun && all[of].word == "them" && (of > i+1 || strings.HasSuffix(all[i].word, " of")) {
			return slices.Concat(all[:i+1], all[of+1:])
		}
	}
	return nil
}

// noOnes marks the nouns behind no, which say the same of one and of many: no
// strikers, none of the strikers, no striker.
func noOnes(all []token) []token {
	for i := 0; i+1 < len(all); i++ {
		if all[i].class != negation || all[i].canon != "no" {
			continue
		}
		noun := i + 1
		if all[noun].class == article && noun+1 < len(all) {
			noun++
		}
		all[noun].none = true
	}
	return all
}
