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
	if isPossessive(tokens[at]) && n == 1 {
		who = append(who, token{raw: "'s", class: owner})
	}
	return slices.Concat(tokens[:at], who, tokens[at+n:])
}

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

// role says who holds it: the mayor, Petra Lund.
type role struct{ role, name []token }

// roles returns what a passage says of who is what, in the words before a name or
// in those between commas behind or before it.
func (l *lexicon) roles(p Passage) []role {
	var all []role
	for _, s := range p.Sentences {
		tokens := l.read(s.Text)
		all = append(all, l.heads(p, tokens)...)
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
