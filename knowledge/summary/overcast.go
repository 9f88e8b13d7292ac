package summary

import "slices"

// scope wants what the source says of the whole sentence kept: who says it, how
// sure it is, on which condition.
func (a *aligner) scope() string {
	r := a.reach()
	for i, s := range a.s.segments {
		if s.opened == ":" && r.first >= i {
			return "leaves out what stands before the colon"
		}
	}
	for j, t := range a.s.tokens {
		if !a.taken(j) && a.overcasts(j, r) {
			return without(gap{t})
		}
	}
	return ""
}

// span is the part of the source that a statement takes its words from.
type span struct {
	touched     map[int][2]int
	first, last int // segments
}

func (a *aligner) reach() span {
	r := span{touched: a.touched(), first: len(a.s.segments), last: -1}
	for i := range r.touched {
		r.first, r.last = min(r.first, i), max(r.last, i)
	}
	return r
}

// overcasts reports whether the token at j, which the statement leaves out, says
// something of what it takes.
func (a *aligner) overcasts(j int, r span) bool {
	t := a.s.tokens[j]
	place, used := r.touched[t.segment]
	s := a.s.segments[t.segment]
	aside := s.intro.class == relative && s.bare && !used
	switch t.class {
	case hedge:
		return true
	case condition:
		return !aside && t.canon != "avec sursis"
	case report, belief:
		return !aside && a.speaks(j, used, r)
	case connective:
		return !used && a.awaits(j)
	case when:
		return used && (a.tellsApart(j) || a.endsState(j))
	case coordinator:
		return used && (t.canon == "nor" || t.canon == "ni") || t.canon == "and" && a.halves(j)
	case quantifier:
		return used && (t.canon == "only" || t.canon == "alone" || t.canon == "seul") && !a.behindUnused(j, place[1])
	case negation, modal:
		return used && j < place[1]
	case prep:
		return j == 0 && (t.canon == "without" || t.canon == "sans")
	}
	return false
}

// behindUnused reports whether the token at j stands behind all that is taken from
// its segment and behind a verb that isn't: covered only five villages.
func (a *aligner) behindUnused(j, last int) bool {
	s := a.s.segments[a.s.tokens[j].segment]
	return s.verb > last && s.verb < j
}

// awaits reports whether the clause that begins at j says when what the statement
// foretells may come: would reopen when it had been cleared.
func (a *aligner) awaits(j int) bool {
	switch a.s.tokens[j].canon {
	case "when", "until", "quand", "jusque":
	default:
		return false
	}
	return slices.ContainsFunc(a.at, func(k int) bool {
		return a.s.tokens[k].class == modal && a.s.tokens[k].segment == a.s.tokens[j].segment-1
	})
}

// speaks reports whether the verb of saying or belief at j is an attribution of
// what the statement takes.
func (a *aligner) speaks(j int, used bool, r span) bool {
	t := a.s.tokens[j]
	s := a.s.segments[t.segment]
	opener := a.s.tokens[s.start].canon
	switch {
	case t.class == report && !used && s.intro.class == content && s.opened == ",":
		return true // eleven died, a nurse said in Kora, and dozens fled
	case opener == "as" || opener == "comme":
		return true // as the opposition claims
	}
	return (t.segment < r.last || used) && a.reaches(j)
}

// tellsApart reports whether the date at j stands before a noun that another
// date stands before too, and the statement has it not: the 2015 elections.
func (a *aligner) tellsApart(j int) bool {
	return a.beforeNoun(j) && a.isLeftOutDate(a.s.tokens[j]) && slices.ContainsFunc(a.s.tokens, func(t token) bool {
		return t.class == when && t.date != a.s.tokens[j].date && t.date.lead != movedPhrase
	})
}

// endsState reports whether the date at j says until when something was what the
// statement says that it was: was the longest bridge until 1994.
func (a *aligner) endsState(j int) bool {
	t := a.s.tokens[j]
	if t.date.lead != "until" && t.date.lead != "jusque" || !a.isLeftOutDate(t) {
		return false
	}
	s := a.s.segments[t.segment]
	be := slices.IndexFunc(a.s.tokens[s.start:j], func(t token) bool { return t.class == beVerb })
	return be >= 0 && !slices.ContainsFunc(a.s.tokens[s.start+be:j], func(t token) bool { return t.passive || t.class == content && a.lex.isVerb(t) })
}

func (a *aligner) beforeNoun(j int) bool {
	return j+1 < len(a.s.tokens) && a.s.tokens[j+1].class == content && !a.lex.isVerb(a.s.tokens[j+1]) && a.s.tokens[j+1].segment == a.s.tokens[j].segment
}

// halves reports whether the j-th token joins the second of two that a used both
// announces, and that second is left out.
func (a *aligner) halves(j int) bool {
	for i := a.s.segments[a.s.tokens[j].segment].start - 1; i >= 0; i-- {
		if a.s.tokens[i].canon == "both" {
			end := a.s.segments[a.s.tokens[j].segment].end
			for k := j + 1; k < end; k++ {
				if a.taken(k) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// reaches reports whether the verb of saying or belief at j has a clause behind
// it, so that what follows is said and not told.
func (a *aligner) reaches(j int) bool {
	if c := a.s.tokens[j].class; c != report && c != belief {
		return false
	}
	next := a.s.tokens[j].segment + 1
	if next == len(a.s.segments) || a.s.segments[next].intro.class != relative {
		return false
	}
	word := a.s.segments[next].intro.canon
	return word == "that" || word == "que"
}
