package summary

import "slices"

// movedPhrase is the mark in a date that stands for a phrase taken out of a
// statement and of a sentence alike. From then on the phrase is held to its
// clause by the same rules as a date.
const movedPhrase = "#"

// adjunct is a statement without a phrase that may stand elsewhere in the
// sentence of the source.
type adjunct struct{ rest, phrase []token }

// adjuncts returns the statement whole, and without each phrase of place, time
// or manner that leads it, up to its comma, or ends one of its segments.
func (l *lexicon) adjuncts(all []token) []adjunct {
	list := []adjunct{{rest: all}}
	for end := 1; end <= len(all); end++ {
		if end < len(all) && all[end].class != mark && !introduces(all[end]) {
			continue
		}
		for start := end - 1; start >= 0 && all[start].class != mark; start-- {
			atStart := start == 0 && end < len(all) && all[end].class == mark
			if (start > 1 || atStart) && l.isAdjunct(all[start:end]) {
				list = append(list, adjunct{marked(all, start, end), all[start:end]})
			}
		}
	}
	return list
}

// marked returns all with a mark in place of a phrase. Its dates stay.
func marked(all []token, start, end int) []token {
	dates := slices.DeleteFunc(slices.Clone(all[start:end]), func(t token) bool { return t.class != when })
	stand := token{raw: all[start].raw, class: when, date: date{lead: movedPhrase}}
	return slices.Concat(all[:start], []token{stand}, dates, all[end:])
}

// isAdjunct reports whether tokens are one or more phrases that say where, when
// or how. Those with of, by, to, from or against stand to what is before them
// and can't be moved.
func (l *lexicon) isAdjunct(all []token) bool {
	first := all[0]
	switch first.word {
	case "of", "de", "d", "by", "par", "to", "into", "from", "against", "contre", "with", "avec", "than", "as", "like", "including", "out", "up", "off":
		return false
	}
	var last token
	for i, t := range all {
		behindNoun := i > 1 && hasEnding(t.word, "ed") && all[i-1].class == content // a deal brokered by
		if l.isVerb(t) && !behindNoun || t.class == mark || i > 0 && introduces(t) || t.class == pronoun {
			return false
		}
		if mustStand(t) {
			last = t
		}
	}
	switch first.class {
	case weakPrep, prep:
		return last.raw != ""
	case connective:
		return last.raw != "" && last.raw != first.raw && first.canon != "because" && first.canon != "parce que"
	case quantifier, number, article, content:
		return l.is(timeSection, last.word) && l.startsTime(all)
	}
	return false
}

// startsTime reports whether tokens begin as a phrase of time without a
// preposition does: last year, each day, two weeks later.
func (l *lexicon) startsTime(all []token) bool {
	first := all[0]
	last := all[len(all)-1].word
	switch first.class {
	case number:
		return last == "later" || last == "earlier" || last == "ago"
	case quantifier:
		return first.canon == "last" || first.canon == "all" || first.canon == "tous"
	case article:
		return first.word == "this" || first.word == "that" || first.word == "ce" || first.word == "cette"
	case content:
		return first.word == "next"
	}
	return false
}

// taking returns the sentence with the phrase of an adjunct marked at each place
// where it stands whole: up to the next mark, conjunction or preposition, or, at
// the start of a segment, up to where the statement goes on.
func (l *lexicon) taking(a adjunct, sentence []token) [][]token {
	var all [][]token
	for start := range sentence {
		end := l.runs(a.phrase, sentence, start)
		if end == 0 {
			continue
		}
		opens := start == 0 || sentence[start-1].class == mark || introduces(sentence[start-1])
		timed := l.is(timeSection, sentence[end-1].word) || sentence[end-1].class == when
		if endsPhrase(sentence, end) || (opens || timed) && sentence[end].class == article || opens && l.goesOn(a.rest, sentence[end]) {
			all = append(all, marked(sentence, start, end))
		}
	}
	return all
}

// goesOn reports whether a statement, its marked phrase apart, begins with what
// the token says.
func (l *lexicon) goesOn(rest []token, next token) bool {
	for _, t := range rest {
		if t.class != when && t.class != mark && t.class != article {
			return l.matches(t, next, false)
		}
	}
	return false
}

// runs returns where the phrase ends if it stands at j, or 0.
func (l *lexicon) runs(phrase, sentence []token, j int) int {
	if sentence[j].class == article || sentence[j].class == when {
		return 0
	}
	next := func(list []token, i int) int {
		for i < len(list) && (list[i].class == article || list[i].class == when) {
			i++
		}
		return i
	}
	for i := next(phrase, 0); i < len(phrase); i = next(phrase, i+1) {
		j = next(sentence, j)
		if j == len(sentence) {
			return 0
		}
		w, s := phrase[i], sentence[j]
		same := l.matches(w, s, false)
		if w.class == weakPrep && s.class == weakPrep {
			same = jointOf(gap{w}) == jointOf(gap{s}) // in the six, two of the six
		}
		if !same {
			return 0
		}
		j++
	}
	for j < len(sentence) && sentence[j].class == when && phrase[len(phrase)-1].class == when {
		j++
	}
	return j
}

// endsPhrase reports whether a phrase may end before the token at end.
func endsPhrase(sentence []token, end int) bool {
	if end == len(sentence) {
		return true
	}
	t := sentence[end]
	switch t.class {
	case mark, prep, when:
		return true
	case weakPrep:
		return t.word != "of" && t.word != "de" && t.word != "d"
	}
	return introduces(t)
}
