package summary

import "slices"

// people returns the names in tokens that look like a person's: two words with
// capitals or more, without an article or a preposition of place before them.
// One name in two forms counts once.
func (l *lexicon) people(tokens []token) [][]token {
	var names [][]token
	for i := 0; i < len(tokens); i++ {
		end := i
		for end < len(tokens) && tokens[end].cap && tokens[end].class == content {
			end++
		}
		start := i
		for start < end && (l.is(titleSection, tokens[start].word) || tokens[start].first && end-start > 2) {
			start++
		}
		placed := i > 0 && (tokens[i-1].class == weakPrep && tokens[i-1].word != "of" || tokens[i-1].canon == "from" || tokens[i-1].class == article)
		if end-start >= 2 && !placed && !l.isArticle(tokens[start].word) {
			name := tokens[start:end]
			if !slices.ContainsFunc(names, func(n []token) bool { return n[len(n)-1].fold == name[len(name)-1].fold }) {
				names = append(names, name)
			}
		}
		i = max(i, end-1)
	}
	return names
}

func (l *lexicon) isArticle(word string) bool {
	p, found := l.lookup([]atom{{word: word}})
	return found && p.class == article
}

// fullName writes out the first name that stands short, if the passage has one
// person of that name, or returns nil.
func (l *lexicon) fullName(p Passage, tokens []token) []token {
	names := l.people(l.before(p, len(p.Sentences)))
	for i, t := range tokens {
		if !t.cap || t.class != content || i > 0 && tokens[i-1].cap && !l.is(titleSection, tokens[i-1].word) || i+1 < len(tokens) && tokens[i+1].cap {
			continue
		}
		for _, name := range names {
			if name[len(name)-1].fold == t.fold {
				return inPlace(tokens, i, 1, name)
			}
		}
	}
	return nil
}
