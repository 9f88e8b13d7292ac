package summary

import (
	"slices"
	"strings"
)

// reading is one way to read a sentence: its tokens in an order that no longer
// depends on style (speaker before what is said, condition and cause behind
// what they stand to), parted into segments.
type reading struct {
	lex      *lexicon
	tokens   []token
	segments []segment
	active   bool // passives are turned round: agent, verb, patient

	agentless map[int]bool // segments that were a passive which doesn't say who did it
}

// segment is a run of tokens between commas, conjunctions and relatives, about
// a clause or less.
type segment struct {
	start, end int
	intro      token // the conjunction or relative it begins with, or none
	opened     string
	verb       int  // of its first verb, or -1
	bare       bool // begins with its verb: the subject stands elsewhere
	owner      int  // the segment that has its subject, or -1
}

// readings returns the sentence as written and, where a passive can be turned
// round, as active too.
func (l *lexicon) readings(tokens []token) []reading {
	as := l.parted(l.claimMarks(l.causeBehind(l.hedgesFirst(l.speakerFirst(tokens)))))
	return []reading{as, as.turned(false), as.turned(true)}
}

// plain returns the tokens without the marks that part nothing, and with owners
// behind what they own.
func (l *lexicon) plain(tokens []token) []token {
	var all []token
	for _, t := range tokens {
		if t.class == mark && !strings.ContainsAny(t.raw, ",;:()–—[]-") {
			continue
		}
		all = append(all, t)
	}
	return l.ownersBehind(l.quietDates(all))
}

// parted cuts tokens into segments.
func (l *lexicon) parted(tokens []token) reading {
	r := reading{lex: l, tokens: slices.Clone(tokens)}
	start, opened := 0, ""
	closeAt := func(end int) {
		if start < end {
			r.segments = append(r.segments, l.segment(r.tokens, start, end, opened))
			opened = ""
		}
	}
	for i, t := range r.tokens {
		switch t.class {
		case mark:
			closeAt(i)
			opened, start = t.raw, i+1
		case coordinator, connective, condition, relative:
			if i > start {
				closeAt(i)
				start = i
			}
		}
	}
	closeAt(len(r.tokens))
	for i := range r.segments {
		r.own(i)
		for j := r.segments[i].start; j < r.segments[i].end; j++ {
			r.tokens[j].segment = i
		}
	}
	r.markPassives()
	return r
}

func (l *lexicon) segment(tokens []token, start, end int, opened string) segment {
	s := segment{start: start, end: end, opened: opened, verb: -1, owner: -1}
	switch t := tokens[start]; t.class {
	case coordinator, connective, condition, relative:
		s.intro = t
	}
	subject := false
	for i := start; i < end; i++ {
		t := tokens[i]
		switch {
		case l.isVerb(t):
			if s.verb < 0 {
				s.verb = i
				s.bare = !subject
			}
		case i > start && t.class != negation && t.class != hedge && !isAdverb(t) || i == start && !introduces(t) && !isAdverb(t):
			subject = subject || t.class != auxiliary
		}
	}
	return s
}

func introduces(t token) bool {
	switch t.class {
	case coordinator, connective, condition, relative, negation, hedge:
		return true
	}
	return false
}

// describes reports whether a token begins a clause on a noun.
func describes(t token) bool {
	switch t.word {
	case "who", "which", "qui":
		return t.class == relative
	}
	return false
}

// startsClause reports whether a token begins a clause with a subject of its
// own; who, which and whose begin one on a noun.
func startsClause(t token) bool {
	switch t.class {
	case connective, condition:
		return true
	case relative:
		return t.word == "that" || t.word == "que" || t.word == "qu"
	}
	return false
}

// own finds the segment that has the subject of the i-th: itself, or the
// nearest before it that has one and a verb, past relatives; or one that is
// nothing but a subject, parted from its verb by an aside.
func (r *reading) own(i int) {
	s := &r.segments[i]
	if s.verb >= 0 && !s.bare {
		s.owner = i
		return
	}
	if r.mayGoOn(i) {
		s.owner = i - 1
		return
	}
	for j := i - 1; j >= 0; j-- {
		before := r.segments[j]
		phrase := j > 0 && before.intro.class == connective && r.segments[j-1].verb < 0 // the search, halted because of rain, went on
		bareSubject := s.bare && s.intro.class != coordinator && before.verb < 0 && before.end > before.start+1 && (j == 0 || startsClause(before.intro) && !phrase)
		if before.owner == j && before.intro.class != relative || bareSubject || j == 0 && before.owner == j {
			s.owner = j
			return
		}
	}
}

// mayGoOn reports whether the i-th segment goes on, with a could or would, with what
// the that before it opens: results suggest that it won and could govern.
func (r *reading) mayGoOn(i int) bool {
	s := r.segments[i]
	if i == 0 || s.intro.class != coordinator || s.intro.canon == "or" || s.verb != s.start+1 {
		return false
	}
	before := r.segments[i-1]
	switch r.tokens[s.verb].word {
	case "could", "would", "might", "pourrait", "pourraient":
		return startsClause(before.intro) && before.intro.class == relative && before.verb >= 0 && !before.bare
	}
	return false
}
