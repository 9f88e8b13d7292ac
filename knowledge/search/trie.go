package search

import (
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
	first  uint32 // its children stand together, by label
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

// split gives a node its children.
func (t *trie) split(i int) {
	n := t.nodes[i]
	lo, depth := n.lo, int(n.depth)
	for lo < n.hi && len(t.at(lo)) == depth {
		lo++
	}
	if i > 0 && n.hi-lo <= bunch || depth > maxDepth {
		return
	}
	first := len(t.nodes)
	for lo < n.hi {
		label, size := utf8.DecodeRuneInString(t.at(lo)[depth:])
		end := lo + uint32(sort.Search(int(n.hi-lo), func(j int) bool {
			s := t.at(lo + uint32(j))[depth:]
			return !strings.HasPrefix(s, t.at(lo)[depth:depth+size])
		}))
		t.nodes = append(t.nodes, node{label: label, lo: lo, hi: end, depth: uint16(depth + size)})
		lo = end
	}
	t.nodes[i].first, t.nodes[i].count = uint32(first), uint16(len(t.nodes)-first)
}

// maxDepth bounds how far strings are split up that differ later still.
const maxDepth = 255

// child returns the child of a node for a letter.
func (t *trie) child(n *node, label rune) (*node, bool) {
	children := t.nodes[n.first : n.first+uint32(n.count)]
	if len(children) > 8 {
		i := sort.Search(len(children), func(i int) bool { return children[i].label >= label })
		children = children[i:min(i+1, len(children))]
	}
	for i := range children {
		if children[i].label == label {
			return &children[i], true
		}
	}
	return nil, false
}
