package summary

import "fmt"

// aligner looks for a way to read a written statement as a shortening of one
// sentence of a source: each of its words in the sentence, in the same order,
// and nothing left out that the rest depends on.
type aligner struct {
	*trial
	lex    *lexicon
	w, s   reading
	must   []int  // of the written tokens, those that need a place
	at     []int  // where each of these stands in the source
	reason string // why the way that came farthest was given up
	far    int
}

// trial is what all attempts to prove one written sentence share.
type trial struct {
	level  strictness
	quoted map[string][]string   // of each passage, ids of the sentences that are quoted
	short  map[string]bool       // names that the passage uses without what goes before them
	steps  int                   // taken so far
	names  func([]token) []token // takes descriptions that are proved off names
	read   map[string][][]token  // the senses of a sentence, by its id
}

// maxSteps bounds the search for one written sentence, in comparisons of two
// tokens. Honest sentences of forty words need some thousand; what needs more is
// not proved.
const maxSteps = 300_000

// align returns "" if the statement is borne out, else why not.
func align(w, s reading, t *trial) string {
	a := &aligner{trial: t, lex: w.lex, w: w, s: s, far: -1}
	for i, t := range w.tokens {
		if mustStand(t) {
			a.must = append(a.must, i)
		}
	}
	if len(a.must) < 2 {
		return "says too little to be proved"
	}
	a.at = make([]int, 0, len(a.must))
	if a.place(0) {
		return ""
	}
	if a.reason == "" {
		a.reason = "the words are not in one sentence in this order"
	}
	return a.reason
}

// place finds places for the k-th token and those after it.
func (a *aligner) place(k int) bool {
	if k == len(a.must) {
		why := a.whole()
		a.giveUp(k, why)
		return why == ""
	}
	from := 0
	if k > 0 {
		from = a.at[k-1] + 1
	}
	w := a.w.tokens[a.must[k]]
	found := false
	for j := from; j < len(a.s.tokens); j++ {
		if a.steps++; a.steps > maxSteps {
			return false
		}
		if !a.lex.matches(w, a.s.tokens[j], !a.w.active) {
			continue
		}
		found = true
		a.at = append(a.at[:k], j)
		if why := a.step(k); why != "" {
			a.giveUp(k, why)
			continue
		}
		if a.place(k + 1) {
			return true
		}
	}
	if !found {
		a.giveUp(k, fmt.Sprintf("%q is not in the sentence, or not in this place", w.raw))
	}
	return false
}

func (a *aligner) giveUp(k int, why string) {
	if why != "" && k > a.far {
		a.far, a.reason = k, why
	}
}

// step looks at what is left out before the k-th token.
func (a *aligner) step(k int) string {
	if a.level < byGaps {
		return ""
	}
	if k == 0 {
		return a.leading(a.at[0], true)
	}
	return a.bridge(k)
}

// whole looks at what can only be seen when every token has its place.
func (a *aligner) whole() string {
	if why := a.dates(); why != "" {
		return why
	}
	if a.level < byGaps {
		return ""
	}
	last := a.at[len(a.at)-1]
	if why := a.trailing(last, true); why != "" {
		return why
	}
	for _, look := range []func() string{a.subjects, a.governors, a.scope} {
		if why := look(); why != "" {
			return why
		}
	}
	return ""
}

// touched returns the segments of the source from which words are taken, each
// with its first and last such token.
func (a *aligner) touched() map[int][2]int {
	all := map[int][2]int{}
	for _, j := range a.at {
		seg := a.s.tokens[j].segment
		span, known := all[seg]
		if !known {
			span[0] = j
		}
		span[1] = j
		all[seg] = span
	}
	return all
}

// taken reports whether the j-th token of the source is used.
func (a *aligner) taken(j int) bool {
	for _, t := range a.at {
		if t == j {
			return true
		}
	}
	return false
}
