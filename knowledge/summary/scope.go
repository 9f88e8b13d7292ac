package summary

import (
	"fmt"
	"slices"
)

// leading looks at what stands before the used token j in its segment.
func (a *aligner) leading(j int, first bool) string {
	s := a.s.segments[a.s.tokens[j].segment]
	start := s.start
	if s.intro.class != content && s.intro.class != condition {
		start++
	}
	start = min(start, j)
	g := gap(a.s.tokens[start:j])
	m := g.weight()
	next := a.s.tokens[j]
	switch {
	case len(m) == 0:
		return ""
	case a.isAgentless(j) && !m.has(a.lex.isVerb) && !m.has(func(t token) bool { return binds(t) && t.class != number }):
		return "" // who did it is left out
	case m.has(binds):
		return without(m)
	case !m.has(func(t token) bool { return !isAdverb(t) }):
		return ""
	case next.cap && !next.first && !m.has(a.isNoTitle) && !g.has(func(t token) bool { return t.class == owner || t.class == weakPrep }):
		return a.shortened(j)
	case a.frontPhrase(g, m, next), a.adjectives(start-1, j) && (g[0].class == article || g[len(g)-1].class == owner):
		return ""
	}
	return without(m)
}

// isAgentless reports whether the statement's part that begins at j is a passive
// that doesn't say who did it.
func (a *aligner) isAgentless(j int) bool {
	k := slices.Index(a.at, j)
	if k < 0 {
		return false
	}
	segment := a.w.tokens[a.must[k]].segment
	return a.w.agentless[segment] && (k == 0 || a.w.tokens[a.must[k-1]].segment != segment)
}

// doneBy reports whether the i-th segment, of which the statement takes what was
// done to whom, hangs on the subject of an earlier one by a plain and: they took
// the station and arrested the minister.
func (a *aligner) doneBy(i, first int) bool {
	s := a.s.segments[i]
	verb := a.s.tokens[first]
	if s.verb != first || !s.bare || s.intro.class != coordinator || verb.passive || !hasEnding(verb.word, "ed") && a.lex.lang == "en" && a.lex.sides[verbSection][verb.word] == verb.word || !a.isAgentless(first) {
		return false
	}
	return !slices.ContainsFunc(a.s.tokens[a.s.segments[s.owner].start:first], func(t token) bool {
		switch t.class {
		case negation, modal, condition, hedge, quantifier, report, belief, relative, prep:
			return t.class != prep || t.canon == "to" || t.canon == "without" || t.canon == "pour" || t.canon == "sans"
		}
		return a.lex.is(negativeSection, t.word)
	})
}

// isNoTitle reports whether a token can't be part of a title before a name.
func (a *aligner) isNoTitle(t token) bool { return t.class != content || a.lex.isVerb(t) }

// shortened wants the name at j shortened only as the passages shorten it
// themselves: Sudan is not South Sudan, but Osei may be Helen Osei.
func (a *aligner) shortened(j int) string {
	if j == 0 {
		return ""
	}
	before := a.s.tokens[j-1]
	if t := a.s.tokens[j]; a.lex.is(bodySection, t.word) && a.writtenSmall(j) {
		return "" // the court, of the High Court
	}
	if before.first && j+1 < len(a.s.tokens) && a.s.tokens[j+1].cap {
		return "" // a word at the start of the sentence, then first name and name
	}
	if before.class != content || !before.cap || a.lex.is(titleSection, before.word) || a.short[a.s.tokens[j].fold] {
		return ""
	}
	return fmt.Sprintf("cuts %q off a name", before.raw)
}

// writtenSmall reports whether the statement writes the token at j without a
// capital.
func (a *aligner) writtenSmall(j int) bool {
	for k, at := range a.at {
		if at == j {
			return !a.w.tokens[a.must[k]].cap
		}
	}
	return false
}

// frontPhrase reports whether what is left out is a phrase of place or time
// before the subject.
func (a *aligner) frontPhrase(g, m gap, next token) bool {
	if g[0].class != weakPrep && g[0].class != prep && g[0].class != when || m.has(a.lex.isVerb) || a.lex.isVerb(next) {
		return false
	}
	last := g[len(g)-1]
	return last.class == article || last.class == when || next.cap
}

// trailing looks at what stands behind the used token j in its segment.
func (a *aligner) trailing(j int, last bool) string {
	s := a.s.segments[a.s.tokens[j].segment]
	g := gap(a.s.tokens[j+1 : s.end])
	m := g.weight()
	if g.has(func(t token) bool { return t.class == owner }) && g[0].class == owner {
		return "an owner comes or goes"
	}
	if a.restricted(j) {
		return "leaves out which of them"
	}
	if last && a.reaches(j) {
		return "breaks off before what is said or believed"
	}
	if g.has(a.isLeftOutDate) && gap(a.s.tokens[s.start:j]).has(func(t token) bool { return t.class == negation }) {
		return "leaves out since or until when it is not so"
	}
	for _, t := range m {
		switch t.class {
		case negation, condition, hedge, report, belief, modal:
			return without(m)
		}
	}
	switch {
	case len(m) == 0:
		return ""
	case a.negative(j):
		return without(m)
	case a.lex.isTime(g):
		return ""
	case !m.has(func(t token) bool { return !isAdverb(t) }):
		return ""
	case g[0].class == prep && (a.lex.isVerb(a.s.tokens[j]) || g[0].canon == "than" || g[0].canon == "as" || g[0].canon == "que"):
		return without(m)
	case g[0].class != weakPrep && g[0].class != prep && g[0].class != when:
		return without(m)
	case a.contrast(g, s):
		return without(m)
	}
	return ""
}

// isTime reports whether a gap is no more than a phrase of time without a
// preposition: the same evening.
func (l *lexicon) isTime(g gap) bool {
	return l.is(timeSection, g[len(g)-1].word) && len(g) <= 3 && (g[0].class == article || g[0].class == quantifier || g[0].word == "next") &&
		!g.has(func(t token) bool { return l.isVerb(t) || t.class == number || t.class == negation })
}

// restricted reports whether the clause that says which of the things at j are
// meant is left out, where all or none of them, or what is wished for them, is
// spoken of: release all prisoners who are ill.
func (a *aligner) restricted(j int) bool {
	seg := a.s.tokens[j].segment
	if j+1 != a.s.segments[seg].end || seg+1 >= len(a.s.segments) {
		return false
	}
	next := a.s.segments[seg+1]
	if next.intro.class != relative || next.opened != "" || slices.ContainsFunc(a.at, func(k int) bool { return k >= next.start && k < next.end }) {
		return false
	}
	wished := slices.ContainsFunc(a.at, func(k int) bool {
		c := a.s.tokens[k].class
		return c == belief || c == modal || c == condition
	})
	return a.quantified(j) || a.negative(j) || wished && a.lex.isPlural(a.s.tokens[j])
}

// isLeftOutDate reports whether a date of the source is not in the statement.
func (a *aligner) isLeftOutDate(t token) bool {
	return t.class == when && !slices.ContainsFunc(a.w.tokens, func(w token) bool { return w.class == when && w.date.within(t.date) })
}

// contrast reports whether another segment has a phrase with the preposition
// that the gap begins with, as in: rose in the north and fell in the capital.
func (a *aligner) contrast(g gap, s segment) bool {
	for _, other := range a.s.segments {
		if other.start < s.end || other.intro.class != coordinator || other.owner == -1 || !other.bare && other.verb >= 0 {
			continue
		}
		if gap(a.s.tokens[other.start:other.end]).has(func(t token) bool { return t.word == g[0].word && t.class == g[0].class }) {
			return true
		}
	}
	return false
}
