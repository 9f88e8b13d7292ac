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
	if all == nil {
		return nil
	}
	list := l.appositions(all, shorter)
	if titled := l.titled(all); titled != nil {
		list = append(list, l.appositions(titled, shorter)...)
	}
	if shorter {
		for _, aside := range [][]token{l.aside(all), l.asideOn(all), l.whoIs(all), l.asideFirst(all), l.namedFirst(all)} {
			if aside != nil {
				list = append(list, aside)
			}
		}
	}
	for _, turn := range []func([]token) []token{laterAdverb, l.activated, l.denied, l.asideBehind, l.placeBehind} {
		for _, wording := range list {
			if turned := turn(wording); turned != nil && len(list) < maxWordings {
				list = append(list, turned)
			}
		}
	}
	return list
}

// maxWordings bounds the ways to read one sentence.
const maxWordings = 24

// asideBehind puts a relative clause between commas behind the sentence, or
// returns nil: the captain, who denies it, was detained.
func (l *lexicon) asideBehind(all []token) []token {
	start := slices.IndexFunc(all, func(t token) bool { return t.class == mark && t.raw == "," })
	if start < 1 || start+2 >= len(all) || !describes(all[start+1]) || !l.opens(all[:start]) {
		return nil
	}
	end := start + 1
	for end < len(all) && all[end].class != mark {
		end++
	}
	if end+1 >= len(all) || slices.ContainsFunc(all[end+1:], func(t token) bool { return t.class == mark }) {
		return nil
	}
	return slices.Concat(all[:start], all[end+1:], all[start:end])
}

// asideFirst puts what was done to the subject, told between commas, before it, or
// returns nil: the bridge, designed by Ines Karr, opened; designed by Ines Karr, the
// bridge opened.
func (l *lexicon) asideFirst(all []token) []token {
	isComma := func(t token) bool { return t.class == mark && t.raw == "," }
	start := slices.IndexFunc(all, isComma)
	if start < 1 || start+2 >= len(all) || !l.isParticiple(all[start+1]) || overcast(all[start+1]) || !l.opens(all[:start]) {
		return nil
	}
	end := start + 1
	for end < len(all) && all[end].class != mark {
		end++
	}
	if end+1 >= len(all) || !isComma(all[end]) || slices.ContainsFunc(all[start+1:end], introduces) || !l.isVerb(all[end+1]) {
		return nil
	}
	return slices.Concat(all[start+1:end], all[start:start+1], all[:start], all[end+1:])
}

// namedFirst puts the name behind a description with a clause before it, or returns
// nil if the name may be that of something in the clause: the firm that sells it,
// Verdano, declined; but the man who shot the mayor, Ida Lund, fled.
func (l *lexicon) namedFirst(all []token) []token {
	start := slices.IndexFunc(all, func(t token) bool { return t.class == mark })
	if start < 4 {
		return nil
	}
	end, ok := l.apposition(all, start)
	if !ok || !isAllName(all[start+1:end]) || all[0].class != article || all[2].class != relative || all[1].class != content || l.isPlural(all[1]) || end+1 >= len(all) || !l.isVerb(all[end+1]) && all[end+1].class != negation {
		return nil
	}
	last := all[start-1]
	if last.class != pronoun && !l.isPlural(last) || slices.ContainsFunc(all[3:start], introduces) || slices.ContainsFunc(all[:start], overcast) {
		return nil
	}
	return slices.Concat(all[start+1:end], all[start:start+1], all[:start], all[end:])
}

// placeBehind puts a place that opens a sentence, with what is said of it, at the
// end, or returns nil: in Weir, where two are level, a recount has begun.
func (l *lexicon) placeBehind(all []token) []token {
	if len(all) == 0 || !isPrep(all[0]) {
		return nil
	}
	start := slices.IndexFunc(all, func(t token) bool { return t.class == mark })
	if start < 0 || start+1 == len(all) || all[start].raw != "," || all[start+1].word != "where" && all[start+1].word != "où" {
		return nil
	}
	end := start + 1
	for end < len(all) && all[end].class != mark {
		end++
	}
	if end+1 >= len(all) || slices.ContainsFunc(all[end+1:], func(t token) bool {
		return t.class == mark || t.class == report || t.class == belief || introduces(t) && t.class != negation
	}) {
		return nil
	}
	return slices.Concat(all[end+1:], all[:end])
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
