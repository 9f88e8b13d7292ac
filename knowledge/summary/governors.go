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
