package summary

import "slices"

// whichOne returns a sentence that begins with that survey or the survey with what
// the sentence before it says of whose or from when that is, or nil: a survey from
// 2011. It does so only where the passage has named no other.
func (l *lexicon) whichOne(p Passage, i int, tokens []token) []token {
	if i == 0 || len(tokens) < 3 || !points(tokens[0]) || tokens[1].class != content || tokens[1].cap || l.isPlural(tokens[1]) {
		return nil
	}
	noun := tokens[1]
	same := func(t token) bool { return t.class == content && t.stem == noun.stem }
	if slices.ContainsFunc(l.before(p, i-1), same) {
		return nil
	}
	last := l.read(p.Sentences[i-1].Text)
	at := slices.IndexFunc(last, same)
	if at < 1 || last[at].fold != noun.fold || !isOneOfMany(last[at-1]) || slices.ContainsFunc(last[at+1:], same) {
		return nil
	}
	end := l.whose(last, at+1)
	if end == at+1 {
		return nil
	}
	the := token{raw: "the", word: "the", class: article, canon: tokens[0].canon, cap: true, first: true}
	return slices.Concat([]token{the, noun}, last[at+1:end], tokens[2:])
}

// points reports whether a token that opens a sentence points at one thing.
func points(t token) bool {
	switch t.word {
	case "the", "that", "this", "le", "la", "l", "ce", "cet", "cette":
		return true
	}
	return false
}

// isOneOfMany reports whether an article brings up something new.
func isOneOfMany(t token) bool {
	switch t.word {
	case "a", "an", "un", "une":
		return t.class == article
	}
	return false
}

// whose returns where the phrase ends that begins at i and says from when or of
// whom something is; i if there is none.
func (l *lexicon) whose(tokens []token, i int) int {
	if i == len(tokens) {
		return i
	}
	if t := tokens[i]; t.class == when && t.date.lead == "from" {
		return i + 1
	} else if !isOf(t) && !isBy(t) && t.canon != "from" {
		return i
	}
	end := i + 1
	for end < len(tokens) && (tokens[end].class == article || tokens[end].class == content && !l.isVerb(tokens[end])) {
		end++
	}
	if end == i+1 || end < len(tokens) && tokens[end].class != mark {
		return i // who knows how the phrase goes on
	}
	return end
}
