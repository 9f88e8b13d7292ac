package search

import (
	"math"

	"griot/knowledge/text"
)

// Find returns the documents of the groups (none given: of all) that somebody
// means who typed s and sent it without choosing: those that have s as a name;
// if there are none, those with a name that s begins or that holds every word
// of s; if there are none, those that fit with typing errors forgiven. It never
// mixes the three, and orders each as Complete does.
//
// A caller looks at the first result:
//   - none: nothing is called like that, or nothing was typed.
//   - Why Exact, Prefix, OtherName or Inside (Errors 0): it fits as typed. If
//     it is the only result, answer with it; if there are several, ask which.
//   - Why Corrected (Errors 1 or 2): nothing fits as typed. Offer the results
//     as "did you mean", even a single one.
//
// Corrected compares with whole names and whole words of names, not with
// beginnings as Complete does: what was sent is no longer being typed.
func (x *Index) Find(s string, groups ...string) []Completion {
	typed := readings(s)
	if typed == nil {
		return nil
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	found := newTiers(math.MaxInt)
	x.gather(found, typed, groups, (*entry).fit)
	if exact := found.kept[Exact]; len(exact) > 0 {
		return exact
	}
	if found.size() == 0 {
		x.gather(found, typed, groups, (*entry).meant)
	}
	return found.list()
}

// meant returns the match of e with the fewest errors in whole names and words.
func (e *entry) meant(typed []phrase) (Completion, bool) {
	return e.corrected(typed, (*name).whole)
}

// whole is the least number of errors between q and n, with or without its
// article, or between the words of q and words of n in any order; most+1 if
// that is more than most.
func (n *name) whole(q phrase, most int) int {
	return min(
		text.Distance(q.joined, n.joined, most),
		text.Distance(q.joined, n.joined[n.body:], most),
		n.apart(q, most, text.Distance),
	)
}
