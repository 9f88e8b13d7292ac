package summary

import "slices"

// resolvable returns the place of a pronoun that opens the sentence, or of a he
// or she behind nothing but plurals, which it can't mean; else -1.
func (l *lexicon) resolvable(tokens []token) int {
	if at := l.openingPronoun(tokens); at >= 0 {
		return at
	}
	for i, t := range tokens {
		switch {
		case t.class == pronoun && (t.canon == "he" || t.canon == "she" || t.canon == "son"):
			return i
		case t.class == pronoun, t.class == content && !l.isVerb(t) && !isAdverb(t) && !l.isPlural(t) && !l.is(bodySection, t.word):
			return -1
		}
	}
	return -1
}

// crossesBody reports whether a court or the like stands before a pronoun: it
// can't be meant, but who is may be named further back.
func (l *lexicon) crossesBody(before []token) bool {
	return len(before) > 0 && !attributes(before[0]) && slices.ContainsFunc(before, func(t token) bool { return l.is(bodySection, t.word) })
}

// openingPronoun returns the place of a pronoun that is the sentence's subject or
// its owner: the first word, or the first behind a date or a phrase.
func (l *lexicon) openingPronoun(tokens []token) int {
	if comma := slices.IndexFunc(tokens, func(t token) bool { return t.class == mark }); comma > 0 && comma+1 < len(tokens) && tokens[comma].raw == "," &&
		tokens[comma+1].class == pronoun && !slices.ContainsFunc(tokens[:comma], func(t token) bool { return t.class == pronoun || l.isFinite(t) }) {
		return comma + 1 // born in Oran, she taught
	}
	for i, t := range tokens {
		switch {
		case t.class == pronoun:
			return i
		case i > 5, l.isVerb(t), t.class == coordinator, t.class == relative:
			return -1
		case i == 0 && t.class != when && !isPrep(t) && !attributes(t):
			return -1
		}
	}
	return -1
}

// isFinite reports whether a token can only be the verb of a clause.
func (l *lexicon) isFinite(t token) bool {
	switch t.class {
	case beVerb, auxiliary, modal, report, belief:
		return t.canon != "se"
	}
	return false
}

// antecedent returns the forms of the name that a pronoun stands for: of he and
// she the person that onlyPerson returns; of it and they the subject before, if
// they speak, since what else they do it might be another.
func (l *lexicon) antecedent(p Passage, i int, from []token) [][]token {
	switch from[0].canon {
	case "he", "she", "il", "elle", "son":
	case "it", "they", "ils", "elles", "leur":
		return l.speakers(p, i, from)
	default:
		return nil
	}
	if name := l.onlyPerson(p, i, isPossessive(from[0])); name != nil {
		return [][]token{name, name[len(name)-1:]}
	}
	if len(l.people(l.before(p, i))) == 0 {
		return l.speakers(p, i, from)
	}
	return nil
}

// onlyPerson returns the one person that the sentences before the i-th name; or
// for a subject, where they name several, the subject of the one before if that
// names nobody else.
func (l *lexicon) onlyPerson(p Passage, i int, owner bool) []token {
	if names := l.people(l.before(p, i)); len(names) == 1 {
		return names[0]
	}
	if i == 0 || owner {
		return nil
	}
	last := l.read(p.Sentences[i-1].Text)
	names := l.people(last)
	verb := slices.IndexFunc(last, l.isVerb)
	if len(names) != 1 || verb < 1 || len(l.people(last[:verb])) != 1 || slices.ContainsFunc(last[:verb], isPrep) {
		return nil
	}
	return names[0]
}

// before returns the sentences before the i-th.
func (l *lexicon) before(p Passage, i int) []token {
	var all []token
	for _, s := range p.Sentences[:i] {
		all = append(all, l.read(s.Text)...)
	}
	return all
}

// speakers returns the subject of the sentence before the i-th, if the pronoun
// is that of a verb of saying or belief.
func (l *lexicon) speakers(p Passage, i int, from []token) [][]token {
	verb := slices.IndexFunc(from, l.isVerb)
	if i == 0 || i >= len(p.Sentences) || verb < 1 || verb > 2 || from[verb].class != report && from[verb].class != belief {
		return nil
	}
	before := l.read(p.Sentences[i-1].Text)
	if comma := slices.IndexFunc(before, func(t token) bool { return t.class == mark }); comma > 0 && before[0].class == when {
		before = before[comma+1:]
	}
	if subject := l.subject(before); subject != nil && !slices.ContainsFunc(subject, func(t token) bool { return t.class == pronoun }) {
		return [][]token{subject}
	}
	return nil
}
