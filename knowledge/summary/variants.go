package summary

import "slices"

// wordings returns the tokens as they are and as they read with each name or
// description that stands between commas put elsewhere: the mayor, Helen Osei,
// left; Helen Osei, the mayor, left; the mayor Helen Osei left. With shorter it
// also returns what the sentence says of each alone: Helen Osei left.
func (l *lexicon) wordings(all []token, shorter bool) [][]token {
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
	if all[i].class != mark || all[i].raw != "," {
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
	return end, first.class == article || first.class == content && first.cap
}

// opens reports whether tokens are no more than the subject of the sentence.
func (l *lexicon) opens(all []token) bool {
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

// ownersBehind turns round who owns: the militia's barracks, the barracks of
// the militia. Names such as the Teachers' Union stay.
func (l *lexicon) ownersBehind(all []token) []token {
	for i := 1; i+1 < len(all); i++ {
		if all[i].class != owner || all[i+1].cap || all[i+1].class != content {
			continue
		}
		start := i
		for start > 0 && l.inNoun(all[start-1]) {
			start--
		}
		end := i + 1
		for end < len(all) && all[end].class == content && !l.isVerb(all[end]) {
			end++
		}
		if start == i || end == i+1 {
			continue
		}
		of := token{raw: "of", word: "of", class: weakPrep, canon: "in"}
		all = slices.Concat(all[:start], all[i+1:end], []token{of}, all[start:i], all[end:])
	}
	return all
}

// inNoun reports whether a token may stand within the name of an owner.
func (l *lexicon) inNoun(t token) bool {
	return t.class == article || t.class == number || t.class == content && (!l.isVerb(t) || t.cap)
}

// quietDates takes away the comma behind a date within a sentence, which parts
// nothing: on Monday, 8 October 2012, to demand.
func (l *lexicon) quietDates(all []token) []token {
	var out []token
	for i, t := range all {
		inside := i > 1 && all[i-1].class == when && t.raw == "," && slices.ContainsFunc(all[:i], l.isVerb)
		if inside && i+1 < len(all) && all[i+1].class != coordinator && all[i+1].class != connective {
			continue
		}
		out = append(out, t)
	}
	return out
}

// adjuncts returns the ways to take a phrase of place or manner out of a
// statement, which may stand elsewhere in the sentence of the source: none; the
// one that leads, up to its comma; the one that ends it.
func (l *lexicon) adjuncts(all []token) (rest, taken [][]token) {
	rest, taken = [][]token{all}, [][]token{nil}
	if len(all) == 0 {
		return rest, taken
	}
	if comma := slices.IndexFunc(all, func(t token) bool { return t.class == mark && t.raw == "," }); comma > 0 && l.isAdjunct(all[:comma]) {
		rest, taken = append(rest, slices.Concat(all[comma+1:], datesIn(all[:comma]))), append(taken, all[:comma])
	}
	for i := len(all) - 1; i > 2; i-- {
		if l.isAdjunct(all[i:]) {
			rest, taken = append(rest, slices.Concat(trimMark(all[:i]), datesIn(all[i:]))), append(taken, all[i:])
		}
	}
	return rest, taken
}

// datesIn returns the dates among tokens. They stay in the statement, where
// they are looked at by themselves.
func datesIn(all []token) []token {
	return slices.DeleteFunc(slices.Clone(all), func(t token) bool { return t.class != when })
}

// isAdjunct reports whether tokens are one or more phrases that say where, when
// or how. Those with of, by, to, from or against stand to what is before them
// and can't be moved.
func (l *lexicon) isAdjunct(all []token) bool {
	first := all[0]
	switch first.word {
	case "of", "de", "d", "by", "par", "to", "from", "against", "contre", "than", "as", "like", "including", "without", "sans", "out", "up", "off":
		return false
	}
	if first.class != weakPrep && first.class != prep {
		return false
	}
	weight := 0
	for _, t := range all {
		if l.isVerb(t) || t.class == mark || introduces(t) || t.class == pronoun {
			return false
		}
		if mustStand(t) {
			weight++
		}
	}
	return weight > 0
}

// moved reports whether an adjunct stands in the source behind the verb from
// which the rest of the statement comes, in one piece and whole.
func (a *aligner) moved() bool {
	if len(a.adjunct) == 0 {
		return true
	}
	last := a.s.tokens[a.at[len(a.at)-1]].segment
	first := a.s.tokens[a.at[0]].segment
	for j := range a.s.tokens {
		seg := a.s.tokens[j].segment
		s := a.s.segments[seg]
		leads := s.verb < 0 && s.start == j && seg == 0 && first <= 1
		if !leads && (seg != first || first != last || s.verb < 0 || j < s.verb) {
			continue
		}
		if end := a.runs(j); end > 0 && a.endsPhrase(end) {
			return true
		}
	}
	return false
}

// runs returns where the adjunct ends if it stands at j, or 0.
func (a *aligner) runs(j int) int {
	next := func(list []token, i int) int {
		for i < len(list) && (list[i].class == article || list[i].class == when) {
			i++
		}
		return i
	}
	i := 0
	for {
		i, j = next(a.adjunct, i), next(a.s.tokens, j)
		switch {
		case i == len(a.adjunct):
			return j
		case j == len(a.s.tokens) || a.taken(j):
			return 0
		}
		w, s := a.adjunct[i], a.s.tokens[j]
		if w.class == weakPrep && s.class == weakPrep && jointOf(gap{w}) == jointOf(gap{s}) {
			i, j = i+1, j+1
			continue
		}
		if !a.lex.matches(w, s, false) {
			return 0
		}
		i, j = i+1, j+1
	}
}

// endsPhrase reports whether a phrase may end before the j-th token.
func (a *aligner) endsPhrase(j int) bool {
	if j == len(a.s.tokens) {
		return true
	}
	t := a.s.tokens[j]
	return t.class == mark || t.class == prep || t.class == weakPrep && t.word != "of" && t.word != "de" && t.word != "d" || introduces(t) || t.class == when
}
