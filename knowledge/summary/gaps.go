package summary

import (
	"fmt"
	"slices"
)

// gap is a run of tokens of the source that a statement leaves out.
type gap []token

func (g gap) has(is func(token) bool) bool { return slices.ContainsFunc(g, is) }

// weight returns the tokens that are not grammar.
func (g gap) weight() gap {
	var all gap
	for _, t := range g {
		if mustStand(t) && !isPossessive(t) && t.class != coordinator {
			all = append(all, t)
		}
	}
	return all
}

// isPossessive reports whether a pronoun stands for an article: its owner.
func isPossessive(t token) bool {
	if t.class != pronoun {
		return false
	}
	switch t.word {
	case "his", "her", "its", "their", "our", "son", "sa", "ses", "leur", "leurs", "notre", "nos":
		return true
	}
	return false
}

func without(g gap) string {
	var first token
	for _, t := range g {
		if first.raw == "" && mustStand(t) || binds(t) {
			first = t
		}
		if binds(t) {
			break
		}
	}
	return fmt.Sprintf("leaves out %q", first.raw)
}

// bridge looks at the step from one used token to the next.
func (a *aligner) bridge(k int) string {
	i, j := a.at[k-1], a.at[k]
	from, to := a.s.tokens[i].segment, a.s.tokens[j].segment
	if from == to {
		return a.inner(k)
	}
	if a.w.tokens[a.must[k-1]].segment == a.w.tokens[a.must[k]].segment {
		return a.across(k)
	}
	if why := a.trailing(i, false); why != "" {
		return why
	}
	return a.leading(j, false)
}

// inner looks at what is left out within a segment.
func (a *aligner) inner(k int) string {
	i, j := a.at[k-1], a.at[k]
	g := gap(a.s.tokens[i+1 : j])
	m := g.weight()
	next := a.s.tokens[j]
	switch {
	case len(m) == 0:
		return a.joint(k, g)
	case !m.has(func(t token) bool { return !isAdverb(t) }):
		return a.joint(k, g)
	case m.has(binds), a.negative(i), a.quantified(i):
		return without(m)
	case a.isPlaceOf(k, g, next), a.isNameOf(i, g, next), a.isBrokered(i, g, next):
		return ""
	case next.cap && !g.has(func(t token) bool { return t.class != content || !t.cap }):
		return a.shortened(j)
	case g[len(g)-1].class == owner && a.adjectives(i, j):
		return ""
	case a.adjectives(i, j):
		if why := a.joint(k, g); why != "" {
			return why
		}
		return a.shortened(j)
	case a.phrase(i, g, m) && !a.owned(k) && a.startsPhrase(k, g):
		return ""
	}
	return without(m)
}

// joint wants the words by which a token hangs on what is before it kept:
// attacked in Kora is not attacked Kora, nor is the guard's widow the guard.
func (a *aligner) joint(k int, g gap) string {
	if why := a.kinship(k, g); why != "" {
		return why
	}
	w := jointOf(a.w.tokens[a.must[k-1]+1 : a.must[k]])
	s := jointOf(g)
	if w != s && a.lex.lang == "en" && !a.lex.isVerb(a.s.tokens[a.at[k]]) && !isAdverb(a.s.tokens[a.at[k]]) {
		return fmt.Sprintf("%q stands to the rest in another way", a.s.tokens[a.at[k]].raw)
	}
	return ""
}

// jointOf returns the kind of the last weak preposition: of, or one of place.
func jointOf(g gap) string {
	for i := len(g) - 1; i >= 0; i-- {
		switch {
		case g[i].class != weakPrep:
		case g[i].word == "of":
			return "of"
		default:
			return "in"
		}
	}
	return ""
}

// startsPhrase reports whether the k-th token begins a phrase of its own, so
// that all of the phrase before it is left out.
func (a *aligner) startsPhrase(k int, g gap) bool {
	next := a.s.tokens[a.at[k]]
	end := len(g)
	for end > 0 && g[end-1].class == article {
		end--
	}
	if end > 0 && g[end-1].class == weakPrep {
		return jointOf(g[end-1:]) == jointOf(a.w.tokens[a.must[k-1]+1:a.must[k]])
	}
	return next.class == prep || a.lex.isVerb(next)
}

// kinship keeps the guard's widow from becoming the guard: where the source
// has an owner mark or none, so has the statement.
func (a *aligner) kinship(k int, g gap) string {
	isOwner := func(t token) bool { return t.class == owner }
	between := gap(a.w.tokens[a.must[k-1]+1 : a.must[k]])
	of := func(t token) bool { return t.word == "of" || t.word == "de" || t.word == "d" }
	if g.has(isOwner) != between.has(isOwner) && !between.has(of) && !g.has(of) {
		return "an owner comes or goes"
	}
	return ""
}

// owned reports whether the statement says of what, just before its k-th token.
func (a *aligner) owned(k int) bool {
	between := gap(a.w.tokens[a.must[k-1]+1 : a.must[k]])
	return between.has(func(t token) bool {
		return t.class == owner || t.word == "of" || t.word == "de" || t.word == "d"
	})
}
