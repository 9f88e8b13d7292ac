package summary

import (
	"fmt"
	"slices"
)

// across looks at a step over the bounds of segments that the statement takes
// within one of its own: past an aside, or from the subject to a later verb.
func (a *aligner) across(k int) string {
	i, j := a.at[k-1], a.at[k]
	from, to := a.s.tokens[i].segment, a.s.tokens[j].segment
	target := a.s.segments[to]
	rest := gap(a.s.tokens[i+1 : a.s.segments[from].end])
	before := gap(a.s.tokens[target.start:j])
	switch {
	case a.isOneOfTwo(from, j, rest, before):
		return ""
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

// isOneOfTwo reports whether the step goes from the first of two subjects to
// their verb: the minister and her deputy resigned. What takes two to do is not
// told of one.
func (a *aligner) isOneOfTwo(from, j int, rest, before gap) bool {
	to := a.s.tokens[j].segment
	target := a.s.segments[to]
	verb := a.s.tokens[j]
	if slices.ContainsFunc(a.s.tokens[:j], func(t token) bool { return t.canon == "both" }) {
		return false
	}
	return from == 0 && to == 1 && a.s.segments[0].verb < 0 && len(rest.weight()) == 0 && target.intro.class == coordinator &&
		(target.intro.canon == "and" || target.intro.canon == "et") && target.verb == j && !before.weight().has(binds) && a.lex.isVerb(verb) &&
		!a.lex.is(togetherSection, verb.word) && !before.has(func(t token) bool { return t.class == prep })
}

// isAside reports whether only asides between commas or brackets part the two
// segments, the later of which goes on with the earlier.
func (a *aligner) isAside(from, to int) bool {
	target := a.s.segments[to]
	if to < from+2 || target.opened == "" || target.intro.class != content {
		return false
	}
	for _, s := range a.s.segments[from+1 : to] {
		if s.intro.class == coordinator && s.verb >= 0 || s.intro.class == condition {
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
	if len(m) > 0 && m[0].canon == "ne" {
		m = m[1:] // skipped looks at it
	}
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
		case negation:
			if !a.setAgainst(from, to, g) {
				return without(g)
			}
		case modal, condition, hedge:
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

// setAgainst reports whether a but opens the clause right behind one that says what
// is not so, with a verb of its own form, so that the no doesn't reach it: police
// don't rule out arson but suspect a lamp.
func (a *aligner) setAgainst(from, to int, g gap) bool {
	target := a.s.segments[to]
	verb := a.s.tokens[target.verb]
	if to != from+1 || target.intro.class != coordinator || !isBut(target.intro) || g.has(func(t token) bool {
		return t.class == relative || t.class == belief || t.class == report || t.class == modal || t.canon == "to"
	}) {
		return false
	}
	if a.lex.lang == "fr" {
		return verb.class == auxiliary || verb.class == beVerb || !a.lex.isParticiple(verb) && !hasEnding(verb.word, "er ir re oir") || hasEnding(verb.word, "ie")
	}
	return !hasEnding(verb.word, "ing") && a.lex.sides[verbSection][verb.word] != verb.word && verb.class != modal
}

// subjects wants the subject of each used segment used too, and a verb where
// the segment has one.
func (a *aligner) subjects() string {
	touched := a.touched()
	verbless := !slices.ContainsFunc(a.w.tokens, a.lex.isVerb)
	for i := range touched {
		if verbless && a.s.segments[i].verb >= 0 {
			return "is no statement: it has no verb"
		}
		owner := a.s.segments[i].owner
		if _, used := touched[i-1]; owner < 0 && i > 0 && !used && a.s.segments[i].bare && a.s.segments[i].intro.class == coordinator {
			return "takes what nobody did for done" // nobody entered and took
		}
		if _, used := touched[owner]; owner >= 0 && !used && !a.doneBy(i, touched[i][0]) {
			return fmt.Sprintf("%q loses its subject", a.s.tokens[touched[i][0]].raw)
		}
	}
	return ""
}
