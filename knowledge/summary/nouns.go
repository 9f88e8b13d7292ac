package summary

// markModifiers marks participles between an article or the like and a noun.
func markModifiers(all []token) []token {
	for i := 1; i+1 < len(all); i++ {
		t, before, next := all[i], all[i-1], all[i+1]
		named := next.cap && before.class == article && !t.cap // the governing Conservatives
		if t.class != content || next.class != content || next.cap && !named || hasEnding(next.word, "ed ing") {
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

// isPlain reports whether the first atom is a word of no closed class and no
// number.
func (l *lexicon) isPlain(list []atom) bool {
	_, closed := l.lookup(list)
	return !closed && !list[0].cap && !l.is(numberSection, list[0].word) && !l.is(scaleSection, list[0].word)
}

// isNoun reports whether a verb of saying or belief stands where only a noun can:
// the report, her claim.
func isNoun(p phrase, before []token) bool {
	if len(before) > 0 && p.words[0] == "chief" && before[len(before)-1].class == content {
		return true // the police chief
	}
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
