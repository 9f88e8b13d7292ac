package search

import "unicode/utf8"

// begun is the least number of errors between q and a beginning of n or of the
// rest of n from one of its words on, or between the words of q and beginnings
// of words of n in any order; most+1 if that is more than most.
func (n *name) begun(q typedPhrase, most int) int {
	least := most + 1
	for _, start := range n.starts {
		least = min(least, errorsIn(q.letters, n.joined[start:], least-1, true))
	}
	return min(least, n.apart(q, most, errorsBegun))
}

// begunRight is the same for q as a whole, where n has the first letter of q.
func (n *name) begunRight(q typedPhrase, most int) int {
	least := most + 1
	for _, start := range n.starts {
		if s := n.joined[start:]; q.rightAt(s) {
			least = min(least, errorsIn(q.letters, s, least-1, true))
		}
	}
	return least
}

// rightAt reports whether s begins with the first letter of q.
func (q typedPhrase) rightAt(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return first == q.letters[0]
}

// begunAt returns the best place at which n is begun with so many errors, if
// right where it has the first letter that was typed, and whether letters are
// only missing or swapped there. That is likelier than another letter in their
// place, which is one of many that could stand there.
func (n *name) begunAt(typed []typedPhrase, errors int, right bool) (kind keyKind, slip bool) {
	kind = begins
	for _, q := range typed {
		most := min(errors, q.forgiven())
		for _, start := range n.starts {
			s, k := n.joined[start:], n.kind(start)
			if right && !q.rightAt(s) {
				continue
			}
			if k < kind && errorsIn(q.letters, s, most, true) <= most {
				kind, slip = k, false
			}
			slip = slip || k == kind && slips(q.letters, s, most, true)
		}
	}
	return kind, slip
}
