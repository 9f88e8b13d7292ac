package summary

import (
	"fmt"
	"slices"
)

// presence wants everything that a statement says to stand somewhere in the
// cited passages. It names the first that doesn't.
func (l *lexicon) presence(tokens []token, passages []Passage) (Rule, string) {
	var there []token
	for _, p := range passages {
		for _, s := range p.Sentences {
			if !l.commands(s.Text) {
				there = append(there, l.read(s.Text)...)
			}
		}
	}
	for i, t := range tokens {
		if l.isThere(tokens, i, there) {
			continue
		}
		return ruleFor(t), fmt.Sprintf("%q is not in the cited passages", t.raw)
	}
	return Kept, ""
}

func (l *lexicon) isThere(tokens []token, i int, there []token) bool {
	t := tokens[i]
	switch {
	case t.class == when:
		return slices.ContainsFunc(there, func(s token) bool { return s.class == when && t.date.within(s.date) })
	case t.class == number:
		return l.numberIsThere(tokens, i, there)
	case contrasts(t):
		return slices.ContainsFunc(there, func(s token) bool { return contrasts(s) || isBut(s) || s.class == mark && s.raw == ";" })
	case !mustStand(t), isBy(t), t.class == pronoun && i > 0 && tokens[i-1].class == coordinator:
		return true
	}
	if i > 0 && tokens[i-1].class == number && l.isSpan(t) && slices.ContainsFunc(there, func(s token) bool { return l.isSpan(s) && l.matches(t, l.oneSpan(s), false) }) {
		return true // an eleven day strike
	}
	return slices.ContainsFunc(there, func(s token) bool { return l.matches(t, s, false) })
}

// contrasts reports whether a token sets two clauses against each other.
func contrasts(t token) bool {
	return t.class == connective && (t.canon == "while" || t.canon == "tandis")
}

func isBut(t token) bool { return t.class == coordinator && (t.canon == "but" || t.canon == "mais") }

// numberIsThere wants the number with its own qualifier, or without one where
// it has none.
func (l *lexicon) numberIsThere(tokens []token, i int, there []token) bool {
	for j, s := range there {
		if s.class == number && s.canon == tokens[i].canon && qualified(tokens, i) == qualified(there, j) {
			return true
		}
	}
	return false
}

// qualified returns the qualifier before a number: at least, about, only.
func qualified(tokens []token, i int) string {
	for i--; i >= 0 && tokens[i].class == article; i-- {
	}
	if i < 0 {
		return ""
	}
	switch t := tokens[i]; {
	case t.class == qualifier:
		return t.canon
	case t.canon == "about" || t.canon == "around" || t.canon == "some":
		return "about"
	case t.canon == "over":
		return "more than"
	case t.class == quantifier:
		return t.canon
	}
	return ""
}

// ruleFor returns the rule that a missing token breaks.
func ruleFor(t token) Rule {
	switch {
	case t.class == when:
		return Dated
	case t.class == number || t.class == qualifier || t.class == unit:
		return Number
	case t.class == content && t.cap && !t.first:
		return Name
	case t.class == content:
		return Word
	}
	return Connection
}
