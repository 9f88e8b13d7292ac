package summary

import "fmt"

// aligner looks for a way to read a written statement as a shortening of one
// sentence of a source: each of its words in the sentence, in the same order,
// and nothing left out that the rest depends on.
type aligner struct {
	lex    *lexicon
	w, s   reading
	level  strictness
	must   []int           // of the written tokens, those that need a place
	short  map[string]bool // names that the passages use without what goes before them
	at     []int           // where each of these stands in the source
	steps  int
	reason string // why the way that came farthest was given up
	far    int
}

// maxSteps bounds the search; sentences of forty words need a few hundred.
const maxSteps = 20_000

// align returns "" if the statement is borne out, else why not.
func align(w, s reading, short map[string]bool, level strictness) string {
	a := &aligner{lex: w.lex, w: w, s: s, short: short, level: level, far: -1}
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

// dates wants each date of the statement in the segment of the source that the
// words around it come from, or before it all.
func (a *aligner) dates() string {
	for i, t := range a.w.tokens {
		if t.class == when && !a.dated(i) {
			return fmt.Sprintf("the date %q is not there, or belongs to something else", t.raw)
		}
	}
	return ""
}

func (a *aligner) dated(i int) bool {
	homes := a.homes(i)
	w := a.w.tokens[i].date
	for j, s := range a.s.tokens {
		if s.class != when || !w.within(s.date) {
			continue
		}
		seg := a.s.segments[s.segment]
		if w.lead == movedPhrase && seg.verb > j && j > seg.start+1 {
			continue // it stands to the subject
		}
		if a.level < byGaps || a.beside(i, j) {
			return true
		}
		for _, home := range homes {
			if s.segment == home || a.standsAlone(s.segment) && s.segment == home+1 || (j == 0 || a.standsAlone(s.segment)) && a.opensFor(s.segment, home) {
				return true
			}
		}
	}
	return false
}

// beside reports whether the dates at i of the statement and j of the source
// stand right behind the same word.
func (a *aligner) beside(i, j int) bool {
	for k, m := range a.must {
		if m == i-1 {
			return a.at[k] == j-1
		}
	}
	return false
}

// homes returns the segments of the source that the words around the i-th
// written token come from: the last of its own segment; where that holds nothing
// but the date, of the segment before, else of those of the clause behind.
func (a *aligner) homes(i int) []int {
	own := a.w.tokens[i].segment
	for _, segment := range []int{own, own - 1} {
		if home := a.lastOf(segment); home >= 0 {
			return []int{home}
		}
	}
	var homes []int
	for next := own + 1; next < len(a.w.segments); next++ {
		if next > own+1 && a.w.segments[next].verb >= 0 {
			break
		}
		homes = append(homes, a.lastOf(next))
	}
	return homes
}

// lastOf returns the segment of the source that the last token of a written
// segment comes from, or -1.
func (a *aligner) lastOf(segment int) int {
	home := -1
	for k, m := range a.must {
		if a.w.tokens[m].segment == segment {
			home = a.s.tokens[a.at[k]].segment
		}
	}
	return home
}

// opensFor reports whether the segment opens the sentence for the clause of
// home: the first behind it, or one that goes on with that without a word that
// starts another.
func (a *aligner) opensFor(segment, home int) bool {
	if segment != 0 || home < 0 {
		return false
	}
	main := 0
	for main < len(a.s.segments)-1 && a.s.segments[main].verb < 0 {
		main++
	}
	for _, s := range a.s.segments[min(main+1, home+1) : home+1] {
		if s.intro.class == connective || s.intro.class == relative || s.intro.class == condition || s.owner != a.s.segments[main].owner {
			return false
		}
	}
	return true
}

// standsAlone reports whether a segment of the source holds nothing but a date.
func (a *aligner) standsAlone(segment int) bool {
	s := a.s.segments[segment]
	for _, t := range a.s.tokens[s.start:s.end] {
		if mustStand(t) {
			return false
		}
	}
	return true
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
