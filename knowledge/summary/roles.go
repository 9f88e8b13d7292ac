package summary

import "slices"

// role says who holds it: the mayor, Petra Lund.
type role struct{ role, name []token }

// roles returns what a passage says of who is what, in the words before a name or
// in those between commas behind or before it.
func (l *lexicon) roles(p Passage) []role {
	var all []role
	for _, s := range p.Sentences {
		tokens := l.read(s.Text)
		all = append(all, l.heads(p, tokens)...)
		all = append(all, l.ranks(p, tokens)...)
		for i := 1; i < len(tokens); i++ {
			end, ok := l.apposition(tokens, i)
			if !ok || !isAllName(tokens[i+1:end]) {
				continue
			}
			start := i
			for start > 0 && tokens[start-1].class == content && !l.isVerb(tokens[start-1]) {
				start--
			}
			if start == i || start == 0 || tokens[start-1].class != article || tokens[start].cap && !tokens[start].first {
				continue
			}
			if start > 1 && (tokens[start-2].class == weakPrep && (tokens[start-2].word == "of" || tokens[start-2].word == "de")) {
				continue // the son of the mayor, Petra Lund
			}
			all = append(all, role{tokens[start-1 : i], tokens[i+1 : end]})
		}
	}
	return all
}

// heads returns who is meant by the last word of a description alone, where the
// passage has that word for nobody else: the aid group Medair, the group.
func (l *lexicon) heads(p Passage, tokens []token) []role {
	var all []role
	for _, d := range l.descriptions(tokens) {
		if len(d.words) < 2 || d.from > 0 && isOf(tokens[d.from-1]) || slices.ContainsFunc(d.words, isPrep) {
			continue
		}
		head := d.words[len(d.words)-1]
		alone := 0
		for _, s := range p.Sentences {
			others := l.read(s.Text)
			for i, t := range others {
				if i > 0 && t.fold == head.fold && others[i-1].class != article {
					alone++
				}
			}
		}
		if the := d.words[0]; the.class == article && alone <= 1 && head.class == content {
			all = append(all, role{[]token{the, head}, d.name})
		}
	}
	return all
}

// exchanged returns tokens with one side of a role in the place of the other,
// where that stands by itself.
func (l *lexicon) exchanged(tokens, from, to []token) [][]token {
	for i := 0; i+len(from) < len(tokens); i++ {
		same := true
		for k, f := range from {
			t := tokens[i+k]
			same = same && t.class == f.class && (t.class == article || t.fold == f.fold)
		}
		next := tokens[i+len(from)]
		alone := next.class != mark && !(next.class == content && (next.cap || !l.isVerb(next))) && next.class != owner && next.class != weakPrep
		if same && alone && (i == 0 || !tokens[i-1].cap || tokens[i-1].first) {
			return [][]token{inPlace(tokens, i, len(from), to)}
		}
	}
	return nil
}

// ranks returns who is meant by a title alone, where the passage gives it to one
// person and has it for nobody else: Major Ilya Renko, the major.
func (l *lexicon) ranks(p Passage, tokens []token) []role {
	var all []role
	for i := 0; i+1 < len(tokens); i++ {
		end := i + 1
		for end < len(tokens) && tokens[end].class == content && tokens[end].cap {
			end++
		}
		title := tokens[i]
		if end == i+1 || !title.cap || !l.is(titleSection, title.word) || l.is(titleSection, tokens[i+1].word) || i > 0 && tokens[i-1].cap || !l.ownsTitle(p, title, tokens[end-1]) {
			continue
		}
		the := token{raw: "the", word: "the", class: article, canon: "the"}
		title.cap = false
		name := tokens[i+1 : end]
		all = append(all, role{[]token{the, title}, name})
		if !l.is(bodySection, title.word) {
			all = append(all, role{[]token{the, title}, name[len(name)-1:]})
		}
	}
	return all
}

// ownsTitle reports whether a passage has a title only before one name, or alone
// behind the.
func (l *lexicon) ownsTitle(p Passage, title, last token) bool {
	for _, s := range p.Sentences {
		tokens := l.read(s.Text)
		for i, t := range tokens {
			if t.stem != title.stem || t.class != title.class {
				continue
			}
			if t.fold != title.fold || i+1 == len(tokens) {
				return false // majors
			}
			end := i + 1
			for end < len(tokens) && tokens[end].class == content && tokens[end].cap {
				end++
			}
			the := i > 0 && tokens[i-1].class == article && (tokens[i-1].word == "the" || tokens[i-1].word == "le" || tokens[i-1].word == "la" || tokens[i-1].word == "l")
			named := end > i+1 && tokens[end-1].fold == last.fold
			alone := the && end == i+1 && !isPrep(tokens[end]) && (tokens[end].class != content || l.isVerb(tokens[end]) || isAdverb(tokens[end]))
			if !named && !alone {
				return false
			}
		}
	}
	return true
}
