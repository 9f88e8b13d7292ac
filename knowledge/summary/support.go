package summary

import (
	"cmp"
	"slices"
)

// support finds the sentences that bear a statement out: one for all of it, or
// one for each of the clauses that a plain conjunction joins.
func (l *lexicon) support(tokens []token, passages []Passage, t *trial) ([]Sentence, string) {
	s, why := l.oneSentence(tokens, passages, t)
	if why == "" {
		return []Sentence{s}, ""
	}
	for i := range tokens {
		left, right, parts := l.part(tokens, i)
		if !parts {
			continue
		}
		first, not := l.oneSentence(left, passages, t)
		if not != "" {
			continue
		}
		for _, named := range l.spelled(left, right, passages) {
			rest, not := l.support(named, passages, t)
			if not == "" && contrasts(tokens[i]) && (len(rest) > 1 || rest[0].ID != first.ID) {
				not = "sets against each other what the sentences don't"
			}
			if not == "" {
				return append([]Sentence{first}, rest...), ""
			}
			why = cmp.Or(why, not)
		}
	}
	return nil, why
}

// part cuts a statement before the conjunction at i, if both halves have a verb
// of their own. The second gets the subject of the first where it has none.
func (l *lexicon) part(tokens []token, i int) (left, right []token, parts bool) {
	t := tokens[i]
	joins := t.class == coordinator && (t.canon == "and" || t.canon == "et" || t.canon == "but" || t.canon == "mais") || t.class == mark && t.raw == ";" || contrasts(t)
	if !joins || i == 0 || i+1 >= len(tokens) {
		return nil, nil, false
	}
	left, right = trimMark(tokens[:i]), tokens[i+1:]
	verb := slices.IndexFunc(left, l.isVerb)
	if verb < 0 || !slices.ContainsFunc(right, l.isVerb) {
		return nil, nil, false
	}
	if l.isVerb(right[0]) && !hasEnding(right[0].word, "ing") {
		right = slices.Concat(left[:verb], right)
	}
	right = slices.Clone(right)
	right[0].first = right[0].first || !right[0].cap
	return left, right, true
}

// oneSentence finds a sentence that bears a statement out by itself, first among
// those that are quoted.
func (l *lexicon) oneSentence(tokens []token, passages []Passage, t *trial) (Sentence, string) {
	why, most := "no sentence of the cited passages says so", 0
	for _, quoted := range []bool{true, false} {
		for _, p := range passages {
			t.short = l.shortNames(p)
			for i, s := range p.Sentences {
				if slices.Contains(t.quoted[p.ID], s.ID) != quoted {
					continue
				}
				not := l.bearsOut(tokens, p, i, t)
				if not == "" {
					return s, ""
				}
				if n := l.shared(tokens, s); n > most {
					why, most = not, n
				}
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
