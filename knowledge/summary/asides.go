package summary

import "slices"

// aside returns what a relative clause behind a comma says of the noun before
// it, as a statement: the mine, which opened in 2009. It returns nil if the noun
// may belong to another, or if anybody's word or doubt stands over the sentence.
func (l *lexicon) aside(all []token) []token {
	comma := slices.IndexFunc(all, func(t token) bool { return t.class == mark && t.raw == "," })
	if comma > 0 && comma+2 < len(all) && l.isParticiple(all[comma+1]) && all[comma+1].class != report {
		be := token{raw: "was", word: "was", class: beVerb, canon: "be"} // the deal, brokered by Norway,
		all = slices.Concat(all[:comma+1], []token{l.which(), be}, all[comma+1:])
	}
	if comma < 1 || comma+2 >= len(all) || !describes(all[comma+1]) || !l.isVerb(all[comma+2]) {
		return nil
	}
	end := comma + 1
	for ; end < len(all) && all[end].class != mark; end++ {
	}
	start := comma
	if all[comma+1].word == "who" && l.opens(all[:comma]) {
		start = l.headOf(all[:comma])
	}
	for start > 0 && all[start-1].class == content && !l.isVerb(all[start-1]) {
		start--
	}
	if start > 0 && all[start-1].class == article {
		start--
	}
	owned := start > 0 && (all[start-1].word == "of" || all[start-1].word == "de" || all[start-1].word == "d" || all[start-1].class == owner)
	if start == comma || owned || slices.ContainsFunc(all[:comma], overcast) || l.attributed(all[end:]) {
		return nil
	}
	return slices.Concat(all[start:comma], all[comma+2:end])
}

// overcast reports whether a token puts what comes behind it into somebody's
// mouth, or in doubt.
func overcast(t token) bool {
	switch t.class {
	case report, belief, hedge, condition, negation, modal:
		return true
	}
	return false
}

// which returns the word that begins a clause on a noun.
func (l *lexicon) which() token {
	if l.lang == "fr" {
		return token{raw: "qui", word: "qui", class: relative, canon: "que"}
	}
	return token{raw: "which", word: "which", class: relative, canon: "that"}
}

// asideOn returns what somebody did to the noun before a relative clause, as a
// statement: the road, which the army has blocked since May. It returns nil where
// aside would.
func (l *lexicon) asideOn(all []token) []token {
	comma := slices.IndexFunc(all, func(t token) bool { return t.class == mark && t.raw == "," })
	if comma < 1 || comma+3 >= len(all) || all[comma+1].class != relative || all[comma+1].word != "which" && all[comma+1].word != "que" && all[comma+1].word != "qu" {
		return nil
	}
	end := comma + 1
	for end < len(all) && all[end].class != mark {
		end++
	}
	clause := all[comma+2 : end]
	verb := slices.IndexFunc(clause, l.isVerb)
	for verb > 0 && verb+1 < len(clause) && (l.isVerb(clause[verb+1]) || isAdverb(clause[verb+1])) {
		verb++
	}
	start := comma - 1
	for start > 0 && all[start].class != article && !l.isVerb(all[start]) {
		start--
	}
	if verb < 1 || all[start].class != article || slices.ContainsFunc(all[:comma], overcast) || l.attributed(all[end:]) {
		return nil
	}
	return slices.Concat(clause[:verb+1], all[start:comma], clause[verb+1:])
}

// headOf returns 0 if tokens are people of some place or body, by its name, which
// is nobody that a who could mean: scientists from the University of Plovdiv.
// Else it returns their end.
func (l *lexicon) headOf(tokens []token) int {
	in := slices.IndexFunc(tokens, isPrep)
	if in < 1 || tokens[in].word == "of" || slices.ContainsFunc(tokens[in:], func(t token) bool {
		return t.class == content && (!t.cap || l.is(titleSection, t.word))
	}) {
		return len(tokens)
	}
	return 0
}

// attributed reports whether tokens behind an aside put the sentence into
// somebody's mouth, or in doubt.
func (l *lexicon) attributed(all []token) bool {
	said := false
	for i, t := range all {
		switch {
		case t.class == hedge, t.class == condition, attributes(t):
			return true
		case t.class == mark && i > 0:
			said = true
		case said && (t.class == report || t.class == belief):
			return true
		}
	}
	return false
}

// appositions returns the tokens as they are, and with each apposition moved.
func (l *lexicon) appositions(all []token, shorter bool) [][]token {
	list := [][]token{all}
	for i := 1; i < len(all); i++ {
		end, ok := l.apposition(all, i)
		if !ok {
			continue
		}
		before, inner, rest := all[:i], all[i+1:end], all[end+1:]
		comma := all[i : i+1]
		named := isAllName(inner) || isAllName(before)
		if named && !slices.ContainsFunc(inner, isPrep) {
			list = append(list, slices.Concat(before, inner, rest))
		}
		if l.opens(before) {
			list = append(list, slices.Concat(inner, comma, before, comma, rest))
			if named && !slices.ContainsFunc(before, isPrep) && !slices.ContainsFunc(inner, isPrep) {
				list = append(list, slices.Concat(inner, before, rest))
			}
			if shorter {
				list = append(list, slices.Concat(inner, rest), slices.Concat(before, rest))
			}
		}
		i = end
	}
	return list
}

func isPrep(t token) bool { return t.class == prep || t.class == weakPrep }

// apposition reports whether a name or a description stands between the comma
// at i and the comma at end.
func (l *lexicon) apposition(all []token, i int) (end int, ok bool) {
	if i >= len(all) || all[i].class != mark || all[i].raw != "," {
		return 0, false
	}
	for end = i + 1; end < len(all) && all[end].class != mark; end++ {
		if l.isNoSpeaker(all[end]) || all[end].class == number || all[end].class == when {
			return 0, false
		}
	}
	if end == i+1 || end+1 >= len(all) || all[end].raw != "," || all[end+1].class == coordinator {
		return 0, false
	}
	first := all[i+1]
	return end, first.class == article || first.class == content && (first.cap || l.lang == "fr" && end == i+2 && isAllName(all[max(0, i-2):i])) || isPossessive(first)
}

// opens reports whether tokens are no more than the subject of the sentence.
func (l *lexicon) opens(all []token) bool {
	if slices.ContainsFunc(all, binds) || !slices.ContainsFunc(all, mustStand) {
		return false
	}
	return !slices.ContainsFunc(all, func(t token) bool { return l.isNoSpeaker(t) || t.class == mark }) &&
		all[0].class != weakPrep && all[0].class != prep && all[0].class != when
}

func isAllName(all []token) bool {
	all = trimArticles(all)
	return len(all) > 0 && !slices.ContainsFunc(all, func(t token) bool { return !t.cap || t.class != content })
}

func trimArticles(all []token) []token {
	for len(all) > 0 && all[0].class == article {
		all = all[1:]
	}
	return all
}
