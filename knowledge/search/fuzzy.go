package search

import "unicode/utf8"

// match is a run of strings that a search found, with the typing errors it took.
type match struct {
	lo, hi uint32
	errors int
	slip   bool // letters are missing or swapped, and no other is wrong
}

// fuzzy looks for strings near a typed one: whole strings, or beginnings of
// strings if open. It goes down where the letters agree, and at every letter
// tries what one error makes of the rest; that visits a few hundred nodes for
// one error and some thousands for two, where comparing row by row
// (Navarro, "A guided tour to approximate string matching", ACM Computing
// Surveys 33, 2001, section 8) visits ten times as many.
type fuzzy struct {
	trie  *trie
	typed []rune
	open  bool
	most  int
	early int // errors are tried before this letter only while none was made
	found []match
}

// near returns spans of strings within most errors, in no order; one string
// may stand in several, the least errors count.
func (t *trie) near(start *node, typed string, most int, open bool) []match {
	f := fuzzy{trie: t, typed: []rune(typed), open: open, most: most}
	f.walk(start, 0, most, true)
	return f.found
}

// nearLate is near for whole strings, less those with two errors before the
// letter early: most of the work would be for them.
func (t *trie) nearLate(start *node, typed string, most, early int) []match {
	f := fuzzy{trie: t, typed: []rune(typed), most: most, early: early}
	f.walk(start, 0, most, true)
	return f.found
}

// begun is near for beginnings of strings, with the memory of the last time.
func (f *fuzzy) begun(t *trie, start *node, typed []rune, most int) []match {
	*f = fuzzy{trie: t, typed: typed, open: true, most: most, found: f.found[:0]}
	f.walk(start, 0, most, true)
	return f.found
}

func (f *fuzzy) report(lo, hi uint32, left int, slip bool) {
	if lo < hi {
		f.found = append(f.found, match{lo, hi, f.most - left, slip})
	}
}

// walk goes on from a node with the typed letters from i and the errors that
// are left.
func (f *fuzzy) walk(n *node, i, left int, slip bool) {
	for {
		if i == len(f.typed) {
			f.ended(n, left, slip)
		}
		if n.count == 0 {
			if f.leads(n, i, left) {
				f.read(n, i, left, slip)
			}
			return
		}
		if left > 0 && (i >= f.early || left == f.most) {
			f.err(n, i, left-1, slip)
		}
		if i == len(f.typed) {
			return
		}
		next, ok := f.trie.child(n, f.typed[i])
		if !ok {
			return
		}
		n, i = next, i+1
	}
}

// leads reports whether the typed letters from i may lead on from a node with
// the errors that are left.
func (f *fuzzy) leads(n *node, i, left int) bool {
	return left > 0 || i >= len(f.typed) || n.next&letter(f.typed[i]) != 0
}

// ended takes a node at which all typed letters are used up.
func (f *fuzzy) ended(n *node, left int, slip bool) {
	if f.open {
		f.report(n.lo, n.hi, left, slip)
		return
	}
	end := n.lo
	for end < n.hi && len(f.trie.at(end)) == int(n.depth) {
		end++
	}
	f.report(n.lo, end, left, slip)
}

// err tries each error that may stand at letter i.
func (f *fuzzy) err(n *node, i, left int, slip bool) {
	rest := len(f.typed) - i
	if rest > 0 && f.leads(n, i+1, left) { // a letter too many
		f.walk(n, i+1, left, false)
	}
	children := f.trie.nodes[n.first : n.first+uint32(n.count)]
	for c := range children {
		child := &children[c]
		if rest > 0 && child.label != f.typed[i] && f.leads(child, i+1, left) { // a wrong one
			f.walk(child, i+1, left, false)
		}
		if (rest > 0 || !f.open) && f.leads(child, i, left) { // one that is missing
			f.walk(child, i, left, slip)
		}
	}
	if rest > 1 && f.typed[i] != f.typed[i+1] {
		if child, ok := f.trie.child(n, f.typed[i+1]); ok {
			f.swapped(child, i, left, slip)
		}
	}
}

// swapped goes on behind the second of two letters that were swapped.
func (f *fuzzy) swapped(n *node, i, left int, slip bool) {
	if next, ok := f.trie.child(n, f.typed[i]); ok {
		f.walk(next, i+2, left, slip)
	} else if n.count == 0 {
		f.readSwapped(n, i, left, slip)
	}
}

// read compares the few strings of a node one by one.
func (f *fuzzy) read(n *node, i, left int, slip bool) {
	for s := n.lo; s < n.hi; s++ {
		f.compare(s, f.typed[i:], f.trie.at(s)[n.depth:], left, slip)
	}
}

// readSwapped reads the strings of a node whose next letter is the typed i-th,
// which was swapped with the one before.
func (f *fuzzy) readSwapped(n *node, i, left int, slip bool) {
	for s := n.lo; s < n.hi; s++ {
		rest := f.trie.at(s)[n.depth:]
		if r, size := utf8.DecodeRuneInString(rest); size > 0 && r == f.typed[i] {
			f.compare(s, f.typed[i+2:], rest[size:], left, slip)
		}
	}
}

// compare takes the string s, of which rest is left.
func (f *fuzzy) compare(s uint32, typed []rune, rest string, left int, slip bool) {
	if e := errorsIn(typed, rest, left, f.open); e <= left {
		f.report(s, s+1, left-e, slip && slips(typed, rest, e, f.open))
	}
}
