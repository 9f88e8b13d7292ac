package summary

import "slices"

// spelled returns the second half of a statement as it stands and, where it begins
// with a pronoun, with that put into words that the first half has and a cited
// sentence begins with: the owner is suspected, but he denies it; the Front
// attacked, but its leader denies it.
func (l *lexicon) spelled(left, right []token, passages []Passage) [][]token {
	list := [][]token{right}
	if len(right) < 2 || right[0].class != pronoun {
		return list
	}
	for _, p := range passages {
		for _, s := range p.Sentences {
			tokens := l.ownersBehind(l.read(s.Text))
			if isPossessive(right[0]) {
				list = append(list, l.owned(left, right, tokens)...)
				continue
			}
			subject := l.subject(tokens)
			if l.suits(right[0], subject) && l.within(subject, left) {
				list = append(list, slices.Concat(subject, right[1:]))
			}
		}
	}
	return list
}

// suits reports whether a pronoun may stand for a subject: he and she for a name,
// it for one thing.
func (l *lexicon) suits(pronoun token, subject []token) bool {
	if len(subject) == 0 {
		return false
	}
	last := subject[len(subject)-1]
	switch pronoun.canon {
	case "he", "she", "il", "elle":
		return last.cap || l.lang == "fr" && !l.isPlural(last)
	case "it":
		return !l.isPlural(last)
	}
	return true
}

// subject returns what stands before the first verb, if that is a plain name or
// noun.
func (l *lexicon) subject(tokens []token) []token {
	verb := slices.IndexFunc(tokens, l.isVerb)
	if verb < 1 || verb > 6 || slices.ContainsFunc(tokens[:verb], func(t token) bool {
		return t.class != content && t.class != article || isAdverb(t)
	}) {
		return nil
	}
	return tokens[:verb]
}

// owned returns the second half with its possessive written out where the
// sentence names an owner that the first half names: the leader of the Front.
func (l *lexicon) owned(left, right, tokens []token) [][]token {
	var list [][]token
	for i, t := range tokens {
		if i == 0 || t.word != "of" && t.word != "de" && t.word != "d" || !l.sameWord(right[1], tokens[i-1]) {
			continue
		}
		end := i + 1
		for end < len(tokens) && (tokens[end].class == article || tokens[end].class == content && (!l.isVerb(tokens[end]) || tokens[end].cap)) {
			end++
		}
		if end > i+1 && l.within(tokens[i+1:end], left) {
			list = append(list, slices.Concat(right[1:2], tokens[i:end], right[2:]))
		}
	}
	return list
}

// within reports whether every word of a name or noun stands in tokens.
func (l *lexicon) within(noun, tokens []token) bool {
	some := false
	for _, n := range noun {
		if n.class == article {
			continue
		}
		some = true
		if !slices.ContainsFunc(tokens, func(t token) bool { return t.class == content && l.sameWord(t, n) }) {
			return false
		}
	}
	return some
}
