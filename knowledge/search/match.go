package search

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// fit returns the best match of e that needs no correction. Names come by
// role, so an earlier one is kept among equals.
func (e *entry) fit(typed []typedPhrase) (best hit, ok bool) {
	for i := range e.names {
		n := &e.names[i]
		for _, q := range typed {
			if why, fits := n.fit(q.phrase); fits && (!ok || why < best.why) {
				best, ok = hit{entry: e, name: n, why: why}, true
			}
		}
	}
	return best, ok
}

// near returns the match of e with the fewest errors so far, for a text that
// is still being typed; if right, of what begins with the letter that was typed.
func (e *entry) near(typed []typedPhrase, right bool) (hit, bool) {
	measure := (*name).begun
	if right {
		measure = (*name).begunRight
	}
	h, ok := e.corrected(typed, measure)
	if ok {
		h.kind, h.slip = h.name.begunAt(typed, h.errors, right)
	}
	return h, ok
}

// meant returns the match of e with the fewest errors for a whole text.
func (e *entry) meant(typed []typedPhrase) (hit, bool) {
	return e.corrected(typed, (*name).whole)
}

// corrected returns the match of e with the fewest errors by the given
// measure, which returns more than most for more than most. There is none if
// all names have too many errors, or if one has no error at all: that is for
// fit to find, and no document comes twice.
func (e *entry) corrected(typed []typedPhrase, measure func(n *name, q typedPhrase, most int) int) (best hit, ok bool) {
	for i := range e.names {
		n := &e.names[i]
		for _, q := range typed {
			most := q.forgiven()
			if n.lacks(q.phrase, most) {
				continue
			}
			errors := measure(n, q, most)
			if errors == 0 {
				return hit{}, false
			}
			if errors <= most && (!ok || errors < best.errors) {
				best, ok = hit{entry: e, name: n, why: Corrected, errors: errors}, true
			}
		}
	}
	return best, ok
}

// fit says why q leads to n without any typing error; false if it does not.
func (n *name) fit(q phrase) (Why, bool) {
	whole, body := n.joined, n.joined[n.body:]
	switch {
	case q.joined == whole || q.joined == body:
		return Exact, true
	case strings.HasPrefix(whole, q.joined) || strings.HasPrefix(body, q.joined):
		if n.role == Main {
			return Prefix, true
		}
		return OtherName, true
	case n.holds(q):
		return Inside, true
	}
	return 0, false
}

// holds reports whether every word of q begins a word of n, in any order, or
// q as a whole begins at a word of n.
func (n *name) holds(q phrase) bool {
	for _, start := range n.starts {
		if strings.HasPrefix(n.joined[start:], q.joined) {
			return true
		}
	}
	for _, w := range q.words {
		if !n.hasWord(w) {
			return false
		}
	}
	return true
}

// hasWord reports whether a word of n begins with w.
func (n *name) hasWord(w string) bool {
	for _, word := range n.words {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

// forgiven is the number of typing errors allowed in a typed text. Spaces
// count as letters: leaving one out, or hitting another key, is an error too.
func (q typedPhrase) forgiven() int { return forgiven(q.folded) }

func forgiven(typed string) int {
	switch n := utf8.RuneCountInString(typed); {
	case n < 4:
		return 0
	case n < 6:
		return 1
	default:
		return 2
	}
}

// lacks reports whether more than most letters of q do not occur in n at all.
// Each of them costs an error, so the costly comparison can be spared.
func (n *name) lacks(q phrase, most int) bool {
	return bits.OnesCount64(q.mask&^n.mask) > most
}

// apart is the sum over the words of q of the least distance to a word of n;
// most+1 if that is more than most, or if a word has more errors than its own
// length allows.
func (n *name) apart(q typedPhrase, most int, errors func(typed []rune, s string, most int) int) int {
	sum := 0
	for i, w := range q.words {
		allowed := min(forgiven(w), most-sum)
		least := allowed + 1
		for _, word := range n.words {
			least = min(least, errors(q.wordLetters[i], word, least-1))
		}
		if least > allowed {
			return most + 1
		}
		sum += least
	}
	return sum
}

// whole is the least number of errors between q and n, with or without its
// article, or between the words of q and words of n in any order; most+1 if
// that is more than most.
func (n *name) whole(q typedPhrase, most int) int {
	return min(
		errorsIn(q.letters, n.joined, most, false),
		errorsIn(q.letters, n.joined[n.body:], most, false),
		n.apart(q, most, errorsWhole),
	)
}

// errorsBegun and errorsWhole compare a typed word with a beginning of s, and
// with all of it.
func errorsBegun(typed []rune, s string, most int) int { return errorsIn(typed, s, most, true) }
func errorsWhole(typed []rune, s string, most int) int { return errorsIn(typed, s, most, false) }
