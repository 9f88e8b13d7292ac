package summary

import "slices"

// senses returns the i-th sentence of a passage as its tokens stand, and with
// what the sentences before it make plain: whom a pronoun at its start means,
// and who the mayor is.
func (l *lexicon) senses(p Passage, i int) [][]token {
	tokens := l.read(p.Sentences[i].Text)
	list := [][]token{tokens}
	if at := l.resolvable(tokens); at >= 0 && !l.crossesBody(tokens[:at]) {
		for _, who := range l.antecedent(p, i, tokens[at:]) {
			first := inPlace(tokens, at, 1, who)
			list = append(list, first)
			if next := slices.IndexFunc(first[at+1:], func(t token) bool { return t.class == pronoun && t.canon == tokens[at].canon }); next >= 0 {
				list = append(list, inPlace(first, at+1+next, 1, who))
			}
		}
	}
	if full := l.fullName(p, tokens); full != nil {
		list = append(list, full)
	}
	if which := l.whichOne(p, i, tokens); which != nil {
		list = append(list, which)
	}
	for _, sense := range slices.Clone(list) {
		list = append(list, l.told(sense)...)
	}
	roles := l.roles(p)
	for _, sense := range slices.Clone(list) {
		for _, pair := range roles {
			list = append(list, l.exchanged(sense, pair.role, pair.name)...)
			list = append(list, l.exchanged(sense, pair.name, pair.role)...)
		}
	}
	return list
}

// senses returns what lexicon.senses does, and remembers it.
func (t *trial) senses(l *lexicon, p Passage, i int) [][]token {
	id := p.Sentences[i].ID
	if t.read == nil {
		t.read = map[string][][]token{}
	}
	if _, known := t.read[id]; !known {
		t.read[id] = l.senses(p, i)
	}
	return t.read[id]
}

// inPlace returns tokens with other ones in the place of n; a possessive gets
// the mark of an owner.
func inPlace(tokens []token, at, n int, who []token) []token {
	who = slices.Clone(who)
	if isPossessive(tokens[at]) && n == 1 && !isObject(tokens, at) {
		who = append(who, token{raw: "'s", class: owner})
	}
	return slices.Concat(tokens[:at], who, tokens[at+n:])
}

// isObject reports whether a her stands for a person and not for an owner: critics
// praised her as a poet, critics praised her poems.
func isObject(tokens []token, at int) bool {
	if tokens[at].word != "her" {
		return false
	}
	if at+1 == len(tokens) {
		return true
	}
	switch tokens[at+1].class {
	case content, number, quantifier, report, belief, hedge:
		return false
	}
	return true
}
