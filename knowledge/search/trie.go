package search

import (
	"math/bits"
	"sort"
	"strings"
	"unicode/utf8"
)

// trie is a sorted list of strings read letter by letter. Each node stands for
// the strings with one beginning, which are neighbours in the list.
type trie struct {
	at    func(i uint32) string
	nodes []node
}

// node is a beginning: the strings from lo to hi-1 share their first depth
// bytes. One that has few strings has no children; they are read one by one.
type node struct {
	label  rune // the last letter of the beginning
	lo, hi uint32
	next   uint32 // the letters that come next: most ways end here, unseen
	first  uint32 // its children stand together: a to z, then others by label
	count  uint16
	depth  uint16
}

// bunch is how many strings are read one by one rather than split up.
const bunch = 4

func newTrie(n int, at func(i uint32) string) *trie {
	t := &trie{at: at, nodes: []node{{hi: uint32(n)}}}
	for i := 0; i < len(t.nodes); i++ {
		t.split(i)
	}
	return t
}

// others stands for all letters but a to z in a set of letters.
const others = 1 << 31

// letter returns the set of one letter.
func letter(r rune) uint32 {
	if 'a' <= r && r <= 'z' {
		return 1 << (r - 'a')
	}
	return others
}

// split gives a node its children, or says at least what comes next.
func (t *trie) split(i int) {
	n := t.nodes[i]
	lo, depth := n.lo, int(n.depth)
	for lo < n.hi && len(t.at(lo)) == depth {
		lo++
	}
	var plain, other []node
	longer := n.hi - lo
	for lo < n.hi {
		label, size := utf8.DecodeRuneInString(t.at(lo)[depth:])
		end := lo + uint32(sort.Search(int(n.hi-lo), func(j int) bool {
			s := t.at(lo + uint32(j))[depth:]
			return !strings.HasPrefix(s, t.at(lo)[depth:depth+size])
		}))
		child := node{label: label, lo: lo, hi: end, depth: uint16(depth + size)}
		if n.next |= letter(label); letter(label) == others {
			other = append(other, child)
		} else {
			plain = append(plain, child)
		}
		lo = end
	}
	if size := len(plain) + len(other); i == 0 || size > 0 && longer > bunch && depth <= maxDepth {
		n.first, n.count = uint32(len(t.nodes)), uint16(size)
		t.nodes = append(append(t.nodes, plain...), other...)
	}
	t.nodes[i] = n
}

// maxDepth bounds how far strings are split up that differ later still.
const maxDepth = 255

// child returns the child of a node for a letter.
func (t *trie) child(n *node, label rune) (*node, bool) {
	i, ok := t.childAt(n, label)
	return &t.nodes[i], ok
}

func (t *trie) childAt(n *node, label rune) (at uint32, ok bool) {
	set := letter(label)
	if n.next&set == 0 || n.count == 0 {
		return 0, false
	}
	if set != others {
		return n.first + uint32(bits.OnesCount32(n.next&(set-1))), true
	}
	for at = n.first + uint32(bits.OnesCount32(n.next&^others)); at < n.first+uint32(n.count); at++ {
		if t.nodes[at].label == label {
			return at, true
		}
	}
	return 0, false
}

// descend returns the last node on the way to the strings that begin with s,
// and whether there may be any.
func (t *trie) descend(s string) (at uint32, ok bool) {
	for _, r := range s {
		n := &t.nodes[at]
		if n.next&letter(r) == 0 {
			return 0, false
		}
		if n.count == 0 {
			return at, true
		}
		if at, ok = t.childAt(n, r); !ok {
			return 0, false
		}
	}
	return at, true
}
