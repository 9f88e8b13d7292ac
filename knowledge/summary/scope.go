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
	case m.has(binds):
		return without(m)
	case !m.has(func(t token) bool { return !isAdverb(t) }):
		return ""
	case first && a.w.agentless && !m.has(a.lex.isVerb):
		return "" // who did it is left out
	case next.cap && !next.first && !m.has(a.isNoTitle) && !g.has(func(t token) bool { return t.class == owner || t.class == weakPrep }):
		return a.shortened(j)
	case a.frontPhrase(g, m, next), a.adjectives(start-1, j) && (g[0].class == article || g[len(g)-1].class == owner):
		return ""
	}
	return without(m)
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
	if before.first && j+1 < len(a.s.tokens) && a.s.tokens[j+1].cap {
		return "" // a word at the start of the sentence, then first name and name
	}
	if before.class != content || !before.cap || a.lex.is(titleSection, before.word) || a.short[a.s.tokens[j].fold] {
		return ""
	}
	return fmt.Sprintf("cuts %q off a name", before.raw)
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
