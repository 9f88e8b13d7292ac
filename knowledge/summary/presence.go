package summary

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"griot/knowledge"
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
	case !mustStand(t), isBy(t):
		return true
	}
	return slices.ContainsFunc(there, func(s token) bool { return l.matches(t, s, false) })
}

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

// support finds the sentences that bear a statement out: one for all of it, or
// one for each of the clauses that a plain conjunction joins.
func (l *lexicon) support(tokens []token, passages []Passage, level strictness) ([]Sentence, string) {
	if len(tokens) > 0 && tokens[0].class == pronoun && tokens[0].word != "its" && tokens[0].word != "their" {
		return nil, fmt.Sprintf("whom %q means can't be seen", tokens[0].raw)
	}
	s, why := l.oneSentence(tokens, passages, level)
	if why == "" {
		return []Sentence{s}, ""
	}
	for i := range tokens {
		left, right, parts := l.part(tokens, i)
		if !parts {
			continue
		}
		first, not := l.oneSentence(left, passages, level)
		if not != "" {
			continue
		}
		if rest, not := l.support(right, passages, level); not == "" {
			return append([]Sentence{first}, rest...), ""
		}
	}
	return nil, why
}

// part cuts a statement before the conjunction at i, if both halves have a verb
// of their own. The second gets the subject of the first where it has none.
func (l *lexicon) part(tokens []token, i int) (left, right []token, parts bool) {
	t := tokens[i]
	joins := t.class == coordinator && (t.canon == "and" || t.canon == "et" || t.canon == "but" || t.canon == "mais") || t.class == mark && t.raw == ";"
	if !joins || i == 0 || i+1 >= len(tokens) {
		return nil, nil, false
	}
	left, right = trimMark(tokens[:i]), tokens[i+1:]
	verb := slices.IndexFunc(left, l.isVerb)
	if verb < 0 || !slices.ContainsFunc(right, l.isVerb) {
		return nil, nil, false
	}
	if l.isVerb(right[0]) {
		right = slices.Concat(left[:verb], right)
	}
	right = slices.Clone(right)
	right[0].first = right[0].first || !right[0].cap
	return left, right, true
}

// oneSentence finds a sentence that bears a statement out by itself.
func (l *lexicon) oneSentence(tokens []token, passages []Passage, level strictness) (Sentence, string) {
	why, most := "no sentence of the cited passages says so", 0
	if !slices.ContainsFunc(tokens, l.isVerb) {
		return Sentence{}, "is no statement: it has no verb"
	}
	for _, p := range passages {
		short := l.shortNames(p)
		for _, s := range p.Sentences {
			not := l.bearsOut(tokens, s, short, level)
			if not == "" {
				return s, ""
			}
			if n := l.shared(tokens, s); n > most {
				why, most = not, n
			}
		}
	}
	return Sentence{}, why
}

// shortNames returns the names that a passage uses without another capital
// before them.
func (l *lexicon) shortNames(p Passage) map[string]bool {
	short := map[string]bool{}
	for _, s := range p.Sentences {
		tokens := l.read(s.Text)
		for i, t := range tokens {
			if t.cap && t.class == content && (i == 0 || !tokens[i-1].cap || tokens[i-1].class != content) && (i+1 == len(tokens) || !tokens[i+1].cap) {
				short[t.fold] = true
			}
		}
	}
	return short
}

// shared counts the words that a statement shares with a sentence: why the
// nearest one doesn't do is worth saying.
func (l *lexicon) shared(tokens []token, s Sentence) int {
	there, n := l.read(s.Text), 0
	for _, t := range tokens {
		if mustStand(t) && slices.ContainsFunc(there, func(o token) bool { return l.matches(t, o, false) }) {
			n++
		}
	}
	return n
}

// bearsOut returns "" if a sentence says what the tokens say, else why not.
func (l *lexicon) bearsOut(tokens []token, s Sentence, short map[string]bool, level strictness) string {
	if l.commands(s.Text) {
		return "the sentence is an order to a machine"
	}
	if s.Hedged && !knowledge.IsHedged(s.Text) {
		return "the sentence is held uncertain and doesn't say so itself"
	}
	there := l.read(s.Text)
	if level == bySentence {
		return l.inOneBag(tokens, there)
	}
	if missing := l.absent(tokens, there); missing != "" {
		return fmt.Sprintf("%q is not in the sentence", missing)
	}
	if level == byOrder {
		if why := l.inOneBag(tokens, there); why != "" {
			return why
		}
	}
	return l.fit(tokens, there, short, level)
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
func (l *lexicon) fit(tokens, there []token, short map[string]bool, level strictness) string {
	why := ""
	sentences := l.wordings(l.plain(there), true)
	for _, wording := range l.wordings(l.plain(tokens), false) {
		for _, a := range l.adjuncts(wording) {
			for _, sentence := range sentences {
				stored := [][]token{sentence}
				if a.phrase != nil {
					stored = l.taking(a, sentence)
				}
				for _, s := range stored {
					not := l.compare(a.rest, s, short, level)
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
func (l *lexicon) compare(tokens, there []token, short map[string]bool, level strictness) string {
	why := ""
	stored := l.readings(there)
	for _, w := range l.readings(tokens) {
		for _, s := range stored {
			if w.active != s.active {
				continue
			}
			not := align(w, s, short, level)
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

func firstRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }
func lastRune(s string) (rune, int)  { return utf8.DecodeLastRuneInString(s) }
