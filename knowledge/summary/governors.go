package summary

import (
	"fmt"
	"strings"
)

// governors wants the word on which a used clause, infinitive or gerund hangs
// used too: who agreed to leave has not left.
func (a *aligner) governors() string {
	for seg := range a.touched() {
		s := a.s.segments[seg]
		if s.intro.class == relative || s.intro.class == condition {
			if why := a.governed(s.start); why != "" {
				return why
			}
		}
	}
	for _, j := range a.at {
		if start := a.hangs(j); start >= 0 {
			if why := a.governed(start); why != "" {
				return why
			}
		}
	}
	return ""
}

// governed reports what is missing before the place at which something that
// hangs on it starts.
func (a *aligner) governed(start int) string {
	for j := start - 1; j >= 0; j-- {
		t := a.s.tokens[j]
		if !mustStand(t) || t.class == prep && !a.taken(j) && j == start-1 && (t.canon == "to" || t.canon == "pour") {
			continue
		}
		if !a.taken(j) {
			return fmt.Sprintf("leaves out %q, on which the rest hangs", t.raw)
		}
		return ""
	}
	return ""
}

// hangs returns where the infinitive or gerund at j begins to hang on what is
// before it, or -1 if it is none.
func (a *aligner) hangs(j int) int {
	t := a.s.tokens[j]
	if j == 0 || t.class != content && t.class != belief && t.class != report {
		return -1
	}
	start := j
	for start > 0 && (isAdverb(a.s.tokens[start-1]) || a.s.tokens[start-1].class == auxiliary || a.s.tokens[start-1].class == beVerb) {
		start--
	}
	helped := a.s.tokens[start:j]
	if start == 0 {
		return -1
	}
	before := a.s.tokens[start-1]
	if a.lex.lang == "fr" {
		infinitive := strings.HasSuffix(t.word, "er") || strings.HasSuffix(t.word, "ir") || strings.HasSuffix(t.word, "re") || strings.HasSuffix(t.word, "oir")
		for _, h := range helped {
			infinitive = infinitive || h.word == "avoir" || h.word == "être"
		}
		if infinitive && before.class != mark {
			return start
		}
		return -1
	}
	gerund := strings.HasSuffix(t.word, "ing")
	for _, h := range helped {
		gerund = gerund || h.word == "having" || h.word == "being"
	}
	switch {
	case before.canon == "to" && !t.cap && a.s.tokens[start-1].class == prep:
		return start
	case gerund && (before.class == prep || before.class == weakPrep || before.class == belief || a.lex.isVerb(before)) && before.class != beVerb:
		return start
	}
	return -1
}

// scope wants what the source says of the whole sentence kept: who says it, how
// sure it is, on which condition.
func (a *aligner) scope() string {
	touched := a.touched()
	first, last := len(a.s.segments), -1
	for i := range touched {
		first, last = min(first, i), max(last, i)
	}
	for i, s := range a.s.segments {
		if s.opened == ":" && first >= i {
			return "leaves out what stands before the colon"
		}
	}
	for j, t := range a.s.tokens {
		if a.taken(j) {
			continue
		}
		_, used := touched[t.segment]
		s := a.s.segments[t.segment]
		aside := s.intro.class == relative && s.bare && !used
		switch t.class {
		case hedge:
			return without(gap{t})
		case condition:
			if !aside {
				return without(gap{t})
			}
		case report, belief:
			if t.class == report && t.segment > last && s.intro.class == content && s.opened == "," {
				return without(gap{t})
			}
			if !aside && (t.segment < first || t.segment > first && t.segment < last || used) && a.reaches(j) {
				return without(gap{t})
			}
		case coordinator:
			if t.canon == "and" && a.halves(j) {
				return "leaves out one of both"
			}
		case quantifier:
			if t.canon == "only" || t.canon == "alone" || t.canon == "seul" {
				return without(gap{t})
			}
		case negation, modal:
			if used && j < touched[t.segment][1] {
				return without(gap{t})
			}
		}
	}
	return ""
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
