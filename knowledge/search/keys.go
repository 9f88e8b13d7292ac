package search

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// names of a segment, found by the beginning of any word in them.
type names struct {
	entries []*entry // in the order of compareRank
	ranked  []named  // in the order of hits that are equally good
	keys    []key    // in the order of their texts
	texts   string   // of all keys, one after another: a search reads neighbours
	ends    []uint32
	trie    *trie
	byKind  *ranks              // of keys: by kind, then rank
	firsts  map[uint32][]uint32 // keys, by node of the trie
}

// kindShift makes room for the rank below the kind.
const kindShift = 30

// named is a name of an entry.
type named struct {
	entry *entry
	name  *name
}

// compareNamed orders names that are equally good hits: the better connected,
// and the one that is the sooner typed to its end.
func compareNamed(a, b named) int {
	return cmp.Or(
		cmp.Compare(b.entry.weight, a.entry.weight),
		cmp.Compare(len(a.name.folded), len(b.name.folded)),
		cmp.Compare(a.name.folded, b.name.folded),
		cmp.Compare(a.entry.id, b.entry.id),
	)
}

// key stands for a name from one of its words on.
type key struct {
	rank  uint32
	start uint16
	kind  keyKind
}

// keyKind says what a text that begins like the key means. Better is lower.
type keyKind uint8

const (
	beginsMain  keyKind = iota // it begins a Main name
	beginsOther                // it begins another name
	begins                     // it begins a word inside
)

// why is the reason that a key of this kind gives.
func (k keyKind) why() Why { return Prefix + Why(k) }

func newNames(entries []*entry) *names {
	n := &names{entries: entries}
	for _, e := range entries {
		for i := range e.names {
			n.ranked = append(n.ranked, named{e, &e.names[i]})
		}
	}
	slices.SortStableFunc(n.ranked, compareNamed)
	for rank, d := range n.ranked {
		for _, start := range d.name.starts {
			n.keys = append(n.keys, key{uint32(rank), uint16(start), d.name.kind(start)})
		}
	}
	slices.SortFunc(n.keys, func(a, b key) int {
		return cmp.Or(strings.Compare(n.from(a), n.from(b)), cmp.Compare(a.kind, b.kind), cmp.Compare(a.rank, b.rank), cmp.Compare(a.start, b.start))
	})
	var texts strings.Builder
	for _, k := range n.keys {
		texts.WriteString(n.from(k))
		n.ends = append(n.ends, uint32(texts.Len()))
	}
	n.texts = texts.String()
	n.trie = newTrie(len(n.keys), n.text)
	byKind := make([]uint32, len(n.keys))
	for i, k := range n.keys {
		byKind[i] = uint32(k.kind)<<kindShift | k.rank
	}
	n.byKind = newRanks(byKind)
	n.keepFirsts()
	return n
}

// kind of the key of a name from one of its words on.
func (n *name) kind(start int) keyKind {
	switch {
	case start != 0 && start != n.body:
		return begins
	case n.role == Main:
		return beginsMain
	}
	return beginsOther
}

// from returns the name of a key from its word on.
func (n *names) from(k key) string { return n.ranked[k.rank].name.joined[k.start:] }

// text returns the same for the i-th key.
func (n *names) text(i uint32) string {
	if i == 0 {
		return n.texts[:n.ends[0]]
	}
	return n.texts[n.ends[i-1]:n.ends[i]]
}

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
			if e := n.ranked[n.keys[key].rank].entry; !seen[e] {
				seen[e] = true
				n.firsts[uint32(i)] = append(n.firsts[uint32(i)], key)
			}
		}
	}
}

// rarest returns runs of keys among which is one of every name that has all
// words within so many errors each: the runs of the word that fewest keys fit.
func (n *names) rarest(words []string, errors func(word string) int) (best []match) {
	least := -1
	for _, w := range words {
		runs, sum := n.trie.near(&n.trie.nodes[0], w, errors(w), true), 0
		for _, r := range runs {
			sum += int(r.hi - r.lo)
		}
		if least < 0 || sum < least {
			best, least = runs, sum
		}
	}
	return best
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
