package search

import (
	"math"
	"strings"
)

// beginning returns the run of keys that begin with s.
func (n *names) beginning(s string) (lo, hi uint32) {
	i, ok := n.trie.descend(s)
	if !ok {
		return 0, 0
	}
	at := n.trie.nodes[i]
	for lo, hi = at.lo, at.hi; lo < hi && !strings.HasPrefix(n.text(lo), s); {
		lo++
	}
	for lo < hi && !strings.HasPrefix(n.text(hi-1), s) {
		hi--
	}
	return lo, hi
}

// first returns keys that begin with s, each of another document, the first in
// their order; none where it takes no time to look for them.
func (n *names) first(s string) []uint32 {
	if i, ok := n.trie.descend(s); ok {
		return n.firsts[i]
	}
	return nil
}

// many keys begin alike where their first ones are kept.
const many, kept = 64, 32

// keepFirsts finds the first keys of every beginning that many have.
func (n *names) keepFirsts() {
	n.firsts = map[uint32][]uint32{}
	for i := range n.trie.nodes {
		at := &n.trie.nodes[i]
		if at.hi-at.lo <= many {
			continue
		}
		s, seen := stream{ranks: n.byKind}, map[*entry]bool{}
		s.push(at.lo, at.hi)
		for key, ok := s.next(math.MaxUint32); ok && len(seen) < kept; key, ok = s.next(math.MaxUint32) {
			if e := n.of(key).entry; !seen[e] {
				seen[e] = true
				n.firsts[uint32(i)] = append(n.firsts[uint32(i)], key)
			}
		}
	}
}

// rarestBeginning returns the run of the word that fewest keys begin with.
func (n *names) rarestBeginning(words []string) (lo, hi uint32) {
	for i, w := range words {
		if from, to := n.beginning(w); i == 0 || to-from < hi-lo {
			lo, hi = from, to
		}
	}
	return lo, hi
}
