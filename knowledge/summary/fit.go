package summary

import (
	"fmt"
	"slices"

	"griot/knowledge"
)

// bearsOut returns "" if a sentence says what the tokens say, else why not.
func (l *lexicon) bearsOut(tokens []token, p Passage, i int, t *trial) string {
	s := p.Sentences[i]
	if l.commands(s.Text) {
		return "the sentence is an order to a machine"
	}
	if s.Hedged && !knowledge.IsHedged(s.Text) {
		return "the sentence is held uncertain and doesn't say so itself"
	}
	why := ""
	for _, there := range t.senses(l, p, i) {
		not := l.saysSo(tokens, there, t)
		if not == "" {
			return ""
		}
		if why == "" {
			why = not
		}
	}
	return why
}

// saysSo returns "" if one sense of a sentence says what the tokens say, else why
// not.
func (l *lexicon) saysSo(tokens, there []token, t *trial) string {
	if t.level == bySentence {
		return l.inOneBag(tokens, there)
	}
	if l.servesLess(tokens, there) {
		return "leaves out that the term is suspended"
	}
	if opens := tokens[0]; opens.class == pronoun && !(l.resolvable(there) >= 0 && there[l.resolvable(there)].canon == opens.canon) {
		return fmt.Sprintf("whom %q means can't be seen", opens.raw)
	}
	if missing := l.absent(tokens, there); missing != "" {
		return fmt.Sprintf("%q is not in the sentence", missing)
	}
	if l.tells(tokens, presentSection) && l.tells(there, pastSection) && !l.tells(there, presentSection) {
		return "says of now what the sentence says of then"
	}
	if t.level == byOrder {
		if why := l.inOneBag(tokens, there); why != "" {
			return why
		}
	}
	return l.fit(tokens, there, t)
}

// servesLess reports whether a statement gives the years of a sentence without
// that they are not to be served.
func (l *lexicon) servesLess(tokens, there []token) bool {
	suspended := func(t token) bool { return t.canon == "avec sursis" }
	return slices.ContainsFunc(there, suspended) && !slices.ContainsFunc(tokens, suspended) &&
		slices.ContainsFunc(tokens, func(t token) bool { return t.class == number })
}

// tells reports whether a form of be or have of a tense stands among tokens.
func (l *lexicon) tells(tokens []token, tense string) bool {
	for i, t := range tokens {
		perfect := t.class == auxiliary && i+1 < len(tokens) && (l.isVerb(tokens[i+1]) || isAdverb(tokens[i+1]))
		if l.is(tense, t.word) && !(perfect && tense == presentSection) {
			return true // has killed is no more of now than had killed
		}
	}
	return false
}

// absent returns a word that a sentence doesn't have, or "". It spares the
// search for an order where there is none.
func (l *lexicon) absent(tokens, there []token) string {
	for _, t := range tokens {
		if mustStand(t) && !isBy(t) && !slices.ContainsFunc(there, func(s token) bool { return l.matches(t, s, false) }) {
			return t.raw
		}
	}
	return ""
}

// fit tries every way to read the statement on every way to read the sentence.
func (l *lexicon) fit(tokens, there []token, t *trial) string {
	why := ""
	sentences := l.wordings(l.plain(there), true)
	stated := l.wordings(l.plain(tokens), false)
	if t.names != nil {
		if found := l.descriptions(l.plain(there)); len(found) > 0 {
			sentences = append(sentences, l.wordings(bare(l.plain(there), found), true)...)
			sentences = append(sentences, l.wordings(l.unnamed(l.plain(there), found), true)...)
		}
		stated = append(stated, l.wordings(t.names(l.plain(tokens)), false)...)
	}
	for _, wording := range stated {
		for _, a := range l.adjuncts(wording) {
			for _, sentence := range sentences {
				stored := [][]token{sentence}
				if a.phrase != nil {
					stored = l.taking(a, sentence)
				}
				for _, s := range stored {
					not := l.compare(a.rest, s, t)
					if not == "" {
						return ""
					}
					if why == "" {
						why = not
					}
				}
			}
		}
	}
	return why
}

// compare tries the readings of one wording on those of another.
func (l *lexicon) compare(tokens, there []token, t *trial) string {
	if t.steps > maxSteps {
		return "takes too long to prove"
	}
	why := ""
	stored := l.readings(there)
	for _, w := range l.readings(tokens) {
		for _, s := range stored {
			if w.active != s.active {
				continue
			}
			not := align(w, s, t)
			if not == "" {
				return ""
			}
			if why == "" {
				why = not
			}
		}
	}
	return why
}

// isBy reports whether a token names the agent of a passive; where it is turned
// round there is none.
func isBy(t token) bool { return t.class == prep && (t.canon == "by" || t.canon == "par") }

// inOneBag is the looser rule of one sentence: every word in it, and every
// marker of it kept, in any order.
func (l *lexicon) inOneBag(tokens, there []token) string {
	for i, t := range tokens {
		if !l.isThere(tokens, i, there) {
			return fmt.Sprintf("%q is not in the sentence", t.raw)
		}
	}
	for _, s := range there {
		switch s.class {
		case negation, modal, hedge, report, belief, condition:
			if !slices.ContainsFunc(tokens, func(t token) bool { return l.matches(t, s, false) }) {
				return without(gap{s})
			}
		}
	}
	return ""
}
