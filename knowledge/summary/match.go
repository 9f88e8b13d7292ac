package summary

import "strings"

// mustStand reports whether a written token needs one like it in the source.
// The rest is grammar; dates are looked at by themselves.
func mustStand(t token) bool {
	switch t.class {
	case article, weakPrep, beVerb, auxiliary, mark, owner, relative, when:
		return false
	case coordinator:
		return t.canon != "and" && t.canon != "et" && t.canon != "but" && t.canon != "mais"
	}
	return true
}

// binds reports whether a token of the source may not be left out where the
// words around it are used: it says how far, how sure or by whom.
func binds(t token) bool {
	switch t.class {
	case negation, modal, quantifier, qualifier, condition, hedge, report, belief, number, unit:
		return true
	}
	return false
}

// matches reports whether a written token says what the source's token says.
// With voice, a participle in the passive matches none in the active.
func (l *lexicon) matches(w, s token, voice bool) bool {
	if voice && w.passive != s.passive && l.isVerb(s) && s.class != auxiliary && s.class != beVerb {
		return false
	}
	if w.class == report && s.class == report {
		return w.canon == s.canon || w.canon == "say" || w.canon == "dire"
	}
	if w.class == report && attributes(w) && s.class == belief && (s.canon == "argue" || s.canon == "contend" || s.canon == "assert" || s.canon == "estimer" || s.canon == "juger") {
		return true // according to her, for: she argues
	}
	if w.class != s.class {
		return (w.class == content || s.class == content) && w.word != "" && w.word == s.word
	}
	if w.class != content {
		return w.canon == s.canon || w.class == negation && isPlainNo(w) && isPlainNo(s) || w.class == modal && w.canon == "would" && s.canon == "will"
	}
	return l.sameWord(w, s)
}

// isLater reports whether a written word has the form in which one tells later what
// was foretold, which says no more: she says that it will, she said that it would.
func isLater(w, s token) bool { return w.tense == "conditional" && s.tense == "future" }

// isPlainNo reports whether a negation is no or not, which stand for each other
// where the order of words is the same.
func isPlainNo(t token) bool { return t.canon == "no" || t.canon == "not" && t.word != "never" }

// sameWord reports whether two content words are forms of one: a name by its
// letters, another word by its stem, and neither the plural of the other nor
// one who does what the other names.
func (l *lexicon) sameWord(w, s token) bool {
	if w.fold == s.fold {
		return w.tense == s.tense
	}
	if w.cap && !w.first || s.cap && !s.first {
		return false
	}
	if w.tense != s.tense && !isLater(w, s) {
		return false
	}
	if w.stem != s.stem {
		return l.synonyms(w, s)
	}
	if w.none && s.none && isAgent(w.word) == isAgent(strings.TrimSuffix(s.word, "s")) {
		return true
	}
	return !l.plural(w.word, s.word) && !l.plural(s.word, w.word) && isAgent(w.word) == isAgent(s.word)
}

// synonyms reports whether the lexicon takes two words, of one number, for the
// same.
func (l *lexicon) synonyms(w, s token) bool {
	meant := l.meaning[w.stem]
	return meant != "" && meant == l.meaning[s.stem] && l.isPlural(w) == l.isPlural(s)
}

// plural reports whether many is the plural of one. French participles agree
// with what they stand to and don't count.
func (l *lexicon) plural(one, many string) bool {
	if l.lang == "fr" && (hasEnding(one, participleEndings["fr"]) || strings.HasSuffix(one, "é")) {
		return false
	}
	for _, ending := range []string{"s", "es", "x"} {
		if many == one+ending {
			return true
		}
	}
	return strings.HasSuffix(one, "y") && many == strings.TrimSuffix(one, "y")+"ies"
}

// isAgent reports whether an English word names one who does: attacker.
func isAgent(word string) bool {
	return strings.HasSuffix(word, "er") || strings.HasSuffix(word, "ers") || strings.HasSuffix(word, "or") || strings.HasSuffix(word, "ors")
}

// isPlural reports whether a noun looks like more than one.
func (l *lexicon) isPlural(t token) bool {
	switch t.word {
	case "people", "men", "women", "children", "police", "troops", "gens":
		return true
	}
	if t.cap && !t.first || t.class != content {
		return false
	}
	if l.lang == "fr" {
		return strings.HasSuffix(t.word, "s") || strings.HasSuffix(t.word, "x")
	}
	return strings.HasSuffix(t.word, "s") && !strings.HasSuffix(t.word, "ss") && !strings.HasSuffix(t.word, "us") && !strings.HasSuffix(t.word, "is")
}
