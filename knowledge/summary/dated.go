package summary

import "fmt"

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
	before := own - 1
	if s := a.w.segments[own]; s.intro.class == relative && !gap(a.w.tokens[s.start+1:s.end]).has(func(t token) bool { return t.class != when }) {
		before = own // it opens what is said: she said that in May, …
	}
	for _, segment := range []int{own, before} {
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

// opensFor reports whether the segment opens the sentence, or what is said in it,
// for the clause of home: the first behind it, or one that goes on with that without a word that
// starts another.
func (a *aligner) opensFor(segment, home int) bool {
	if segment != 0 && !introduces(a.s.segments[segment].intro) || home < segment {
		return false
	}
	main := segment
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
