package summary

import "slices"

// isPlaceOf reports whether what is left out is the kind of a place before its
// name: the village of Obery.
func (a *aligner) isPlaceOf(k int, g gap, next token) bool {
	m := g.weight()
	if len(m) == 0 || len(m) > 2 || m.has(func(t token) bool { return t.class != content || t.cap || a.lex.isVerb(t) }) {
		return false
	}
	before := g[:slices.IndexFunc(g, func(t token) bool { return t.class == content })]
	if jointOf(before) != jointOf(a.w.tokens[a.must[k-1]+1:a.must[k]]) && a.lex.lang == "en" {
		return false
	}
	return next.cap && a.lex.is(placeSection, m[len(m)-1].word) && (g[len(g)-1].class == weakPrep || g[len(g)-1].class == article)
}

// isNameOf reports whether what is left out is the name behind a title.
func (a *aligner) isNameOf(i int, g gap, next token) bool {
	return a.lex.is(titleSection, a.s.tokens[i].word) && a.lex.isVerb(next) &&
		!g.has(func(t token) bool { return !t.cap && t.class != auxiliary && t.class != beVerb })
}

// isBrokered reports whether what is left out is a participle with its agent
// behind one thing: a group led by his deputy.
func (a *aligner) isBrokered(i int, g gap, next token) bool {
	return len(g) > 2 && a.lex.isParticiple(g[0]) && isBy(g[1]) && !g[1:].weight().has(a.lex.isVerb) &&
		a.lex.isVerb(next) && next.class != report && !a.lex.isPlural(a.s.tokens[i]) && a.s.tokens[i].class == content
}

// adjectives reports whether what is left out between i and j stands only to
// make the noun at j narrower, where the noun is one thing or is counted.
func (a *aligner) adjectives(i, j int) bool {
	g, next := gap(a.s.tokens[i+1:j]), a.s.tokens[j]
	m := g.weight()
	counted := i >= 0 && a.s.tokens[i].class == number
	if g.has(func(t token) bool { return t.class == owner }) {
		return a.possessor(g, next)
	}
	if a.lex.lang == "fr" && a.frenchAdjective(i, g, next) {
		return true
	}
	if len(m) > 3 || len(m) == 0 || a.lex.isVerb(next) || a.lex.isPlural(next) && !counted {
		return false
	}
	if !counted && (len(g) == len(m) || g[0].class == content) {
		return false
	}
	seen := false
	for _, t := range g {
		switch {
		case t.class == content && !a.lex.isVerb(t):
			seen = true
			if a.lex.is(dangerSection, t.word) || t.cap && !next.cap {
				return false
			}
		case seen || t.class == owner || t.class == prep || t.class == content && mustStand(t):
			return false
		}
	}
	return seen
}

// frenchAdjective reports whether what is left out is one adjective behind the one
// thing at i, before what that is of or what it does: le tribunal correctionnel de
// Valmont.
func (a *aligner) frenchAdjective(i int, g gap, next token) bool {
	if i < 1 || a.lex.isPlural(a.s.tokens[i]) || a.s.tokens[i].class != content || a.s.tokens[i].cap || a.s.tokens[i-1].class != article {
		return false
	}
	t := g[0]
	return t.class == content && !t.cap && !a.lex.is(dangerSection, t.word) && !isAdverb(t) && hasEnding(t.word, "el elle al ale if ive ique ain aine ais aise ois oise ien ienne aire eux euse") &&
		!a.lex.is(titleSection, a.s.tokens[i].word) && (len(g) == 1 && a.lex.isVerb(next) || len(g) > 1 && g[1].class == weakPrep && len(g[1:].weight()) == 0)
}

// possessor reports whether what is left out is only whose the one thing at next
// is: the center's report.
func (a *aligner) possessor(g gap, next token) bool {
	owners := 0
	for _, t := range g {
		switch {
		case t.class == owner:
			owners++
		case t.class != article && (t.class != content || a.lex.isVerb(t) && !t.cap):
			return false
		}
	}
	return owners == 1 && g[len(g)-1].class == owner && !a.lex.isPlural(next) && !a.lex.isVerb(next) && !next.cap
}

// phrase reports whether what is left out behind i is a phrase that begins with
// a preposition, and i is one thing, or counted, or the verb is past.
func (a *aligner) phrase(i int, g, m gap) bool {
	before := a.s.tokens[i]
	first := g[0]
	if first.class != weakPrep && first.class != prep && first.class != when || m[len(m)-1].class == prep || m.has(a.lex.isVerb) {
		return false
	}
	if first.class == prep && a.lex.isVerb(before) {
		return false
	}
	return a.verbSeen(i) || !a.lex.isPlural(before) || a.countedBefore(i) || a.someOfBody(i, g)
}

// someOfBody reports whether the plural at i is some people whom the gap says to
// be of a body by its name, and what they did follows: soldiers of the 5th Brigade
// burned.
func (a *aligner) someOfBody(i int, g gap) bool {
	bare := i == a.s.segments[a.s.tokens[i].segment].start
	next := i + len(g) + 1
	if !bare || next >= len(a.s.tokens) || !isOf(g[0]) && g[0].canon != "from" || !g.has(func(t token) bool { return t.cap && t.class == content }) {
		return false
	}
	return a.s.tokens[next].class == content && a.lex.isVerb(a.s.tokens[next]) && !a.s.tokens[next].passive && !hasEnding(a.s.tokens[next].word, "ing s")
}

// verbSeen reports whether a verb of the segment, not just a modal, is used up
// to i.
func (a *aligner) verbSeen(i int) bool {
	for _, j := range a.at {
		if j <= i && a.s.tokens[j].segment == a.s.tokens[i].segment && a.lex.isVerb(a.s.tokens[j]) && a.s.tokens[j].class != modal {
			return true
		}
	}
	return false
}

func (a *aligner) countedBefore(i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if a.s.tokens[j].class == number {
			return true
		}
	}
	return false
}

// negative reports whether the segment has said by i that something is not so:
// behind that, less said is more claimed.
func (a *aligner) negative(i int) bool {
	s := a.s.segments[a.s.tokens[i].segment]
	for j := s.start; j <= i; j++ {
		if t := a.s.tokens[j]; t.class == negation || a.lex.is(negativeSection, t.word) {
			return true
		}
	}
	return false
}

// quantified reports whether a quantifier before i, with no verb between, says
// how many of the things that are named.
func (a *aligner) quantified(i int) bool {
	for j := i; j >= a.s.segments[a.s.tokens[i].segment].start; j-- {
		switch t := a.s.tokens[j]; {
		case a.lex.isVerb(t):
			return false
		case isOrdinal(t):
		case t.class == quantifier || t.class == unit:
			return j+1 >= len(a.s.tokens) || a.s.tokens[j+1].class != pronoun // most of them in the
		}
	}
	return false
}
