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
	case a.frontPhrase(g, m, next), a.adjectives(start-1, j) && len(g) > 0 && g[0].class == article:
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
	case m.has(func(t token) bool { return !isAdverb(t) }) == false:
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

// across looks at a step over the bounds of segments that the statement takes
// within one of its own: past an aside, or from the subject to a later verb.
func (a *aligner) across(k int) string {
	i, j := a.at[k-1], a.at[k]
	from, to := a.s.tokens[i].segment, a.s.tokens[j].segment
	target := a.s.segments[to]
	rest := gap(a.s.tokens[i+1 : a.s.segments[from].end])
	before := gap(a.s.tokens[target.start:j])
	switch {
	case len(before.weight()) > 0:
		return without(before.weight())
	case a.isAside(from, to) && len(rest.weight()) == 0:
		return ""
	case a.isNameBeside(to) && len(rest.weight()) == 0 && to == from+1:
		return ""
	case target.bare && a.sameOwner(from, to) && !a.verbSeen(i) && a.headBefore(i, rest):
		return a.skipped(from, to, rest)
	}
	return "joins what the sentence keeps apart"
}

// isAside reports whether only asides between commas or brackets part the two
// segments, the later of which goes on with the earlier.
func (a *aligner) isAside(from, to int) bool {
	target := a.s.segments[to]
	if to < from+2 || target.opened == "" || target.intro.class != content {
		return false
	}
	for _, s := range a.s.segments[from+1 : to] {
		if s.intro.class == coordinator || s.intro.class == condition {
			return false
		}
	}
	return a.s.segments[from+1].opened != ""
}

// isNameBeside reports whether a segment is a name between commas, put beside
// what it names.
func (a *aligner) isNameBeside(i int) bool {
	s := a.s.segments[i]
	if s.opened == "" || i+1 >= len(a.s.segments) || a.s.segments[i+1].opened == "" {
		return false
	}
	m := gap(a.s.tokens[s.start:s.end]).weight()
	return len(m) > 0 && !m.has(func(t token) bool { return !t.cap })
}

func (a *aligner) sameOwner(from, to int) bool {
	owner := a.s.segments[to].owner
	return owner >= 0 && (owner == from || owner == a.s.segments[from].owner)
}

// headBefore reports whether nothing but phrases of the subject stands between
// i and the first verb of its segment.
func (a *aligner) headBefore(i int, rest gap) bool {
	verb := slices.IndexFunc(rest, a.lex.isVerb)
	if verb < 0 {
		return len(rest.weight()) == 0
	}
	m := rest[:verb].weight()
	return len(m) == 0 || !m.has(binds) && a.phrase(i, rest[:verb], m)
}

// skipped wants nothing in the skipped verbs that reaches on to later ones.
func (a *aligner) skipped(from, to int, rest gap) string {
	g := slices.Clone(rest)
	for _, s := range a.s.segments[from+1 : to] {
		g = append(g, a.s.tokens[s.start:s.end]...)
	}
	for i, t := range g {
		switch t.class {
		case negation, modal, condition, hedge:
			return without(g)
		case report, belief:
			if i+1 < len(g) && g[i+1].class == relative {
				return without(g)
			}
		}
	}
	verb := a.s.tokens[a.s.segments[to].verb]
	if g.has(func(t token) bool { return t.canon == "to" }) && !hasEnding(verb.word, "ed ing s") && a.lex.sides[verbSection][verb.word] == verb.word || a.lex.lang == "fr" && hasEnding(verb.word, "er ir re") {
		return "makes a deed of what was only to be done"
	}
	return ""
}

// subjects wants the subject of each used segment used too.
func (a *aligner) subjects() string {
	touched := a.touched()
	for i := range touched {
		owner := a.s.segments[i].owner
		if _, used := touched[owner]; owner >= 0 && !used {
			return fmt.Sprintf("%q loses its subject", a.s.tokens[touched[i][0]].raw)
		}
	}
	return ""
}
