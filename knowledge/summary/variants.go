package summary

import (
	"slices"
	"strings"
)

// wordings returns the tokens as they are and as they read with each name or
// description that stands between commas put elsewhere: the mayor, Helen Osei,
// left; Helen Osei, the mayor, left; the mayor Helen Osei left. With shorter it
// also returns what the sentence says of each alone: Helen Osei left.
func (l *lexicon) wordings(all []token, shorter bool) [][]token {
	list := l.appositions(all, shorter)
	if titled := l.titled(all); titled != nil {
		list = append(list, l.appositions(titled, shorter)...)
	}
	if aside := l.aside(all); shorter && aside != nil {
		list = append(list, aside)
	}
	return list
}

// aside returns what a relative clause behind a comma says of the noun before
// it, as a statement: the mine, which opened in 2009. It returns nil if the noun
// may belong to another, or if anybody's word or doubt stands over the sentence.
func (l *lexicon) aside(all []token) []token {
	comma := slices.IndexFunc(all, func(t token) bool { return t.class == mark && t.raw == "," })
	if comma < 1 || comma+2 >= len(all) || !describes(all[comma+1]) || !l.isVerb(all[comma+2]) {
		return nil
	}
	end := comma + 1
	for ; end < len(all) && all[end].class != mark; end++ {
	}
	start := comma
	for start > 0 && all[start-1].class == content && !l.isVerb(all[start-1]) {
		start--
	}
	if start > 0 && all[start-1].class == article {
		start--
	}
	owned := start > 0 && (all[start-1].word == "of" || all[start-1].word == "de" || all[start-1].word == "d" || all[start-1].class == owner)
	overcast := slices.ContainsFunc(slices.Concat(all[:comma], all[end:]), func(t token) bool {
		switch t.class {
		case report, belief, hedge, condition, negation, modal:
			return true
		}
		return false
	})
	if start == comma || owned || overcast {
		return nil
	}
	return slices.Concat(all[start:comma], all[comma+2:end])
}

// titled turns round a title and its field, or returns nil if there is none: the
// leader of the union, union leader.
func (l *lexicon) titled(all []token) []token {
	for i := 0; i+2 < len(all); i++ {
		of := all[i+1]
		if !l.is(titleSection, all[i].word) || of.word != "of" && of.word != "for" {
			continue
		}
		start := i + 2
		if all[start].class == article {
			start++
		}
		end := start
		for end < len(all) && end < start+2 && all[end].class == content && !all[end].cap && !l.isVerb(all[end]) {
			end++
		}
		if end > start {
			return slices.Concat(all[:i], all[start:end], all[i:i+1], all[end:])
		}
	}
	return nil
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
		inside := i > 1 && all[i-1].class == when && strings.Contains(all[i-1].raw, ",") && slices.ContainsFunc(all[:i], l.isVerb)
		if inside && t.raw == "," && i+1 < len(all) && !introduces(all[i+1]) {
			continue
		}
		out = append(out, t)
	}
	return out
}
