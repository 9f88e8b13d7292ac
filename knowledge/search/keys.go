package search

import (
	"cmp"
	"slices"
	"strings"
)

// names of a segment, found by the beginning of any word in them.
type names struct {
	entries []*entry // in the order of compareRank
	ranked  []named  // in the order of hits that are equally good
	texts   string   // of all keys, in order, one after another: a search reads neighbours
	ends    []uint32
	trie    *trie
	byKind  *ranks              // of keys: by kind, then rank
	firsts  map[uint32][]uint32 // keys, by node of the trie
}

// kindShift makes room for the rank below the kind.
const kindShift = 30

// of returns the name that the i-th key stands for.
func (n *names) of(i uint32) *named { return &n.ranked[n.rank(i)] }

func (n *names) rank(i uint32) uint32 { return n.byKind.of[i] & (1<<kindShift - 1) }

func (n *names) kind(i uint32) keyKind { return keyKind(n.byKind.of[i] >> kindShift) }

// named is a name of an entry, with what most hits need of both: to follow the
// pointers would be half of the time of a look-up.
type named struct {
	entry    *entry
	name     *name
	id, text string
	mask     uint64 // of name
	doc      uint16
	only     bool // it has no other name
}

func newNamed(e *entry, n *name) named {
	return named{entry: e, name: n, id: e.id, text: n.text, mask: n.mask, doc: e.doc, only: len(e.names) == 1}
}

// compareNamed orders names that are equally good hits: the better connected,
// and the one that is the sooner typed to its end.
func compareNamed(a, b named) int {
	if c := cmp.Or(cmp.Compare(b.entry.weight, a.entry.weight), cmp.Compare(len(a.name.folded), len(b.name.folded))); c != 0 {
		return c
	}
	return cmp.Or(strings.Compare(a.name.folded, b.name.folded), strings.Compare(a.entry.id, b.entry.id))
}

// key stands for a name from one of its words on.
type key struct {
	text string
	rank uint32 // of the name, below the kind
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
			n.ranked = append(n.ranked, newNamed(e, &e.names[i]))
		}
	}
	slices.SortStableFunc(n.ranked, compareNamed)
	var keys []key
	for rank, d := range n.ranked {
		for _, start := range d.name.starts {
			keys = append(keys, key{d.name.joined[start:], uint32(d.name.kind(start))<<kindShift | uint32(rank)})
		}
	}
	slices.SortStableFunc(keys, func(a, b key) int {
		if c := strings.Compare(a.text, b.text); c != 0 {
			return c
		}
		return cmp.Compare(a.rank, b.rank)
	})
	n.order(keys)
	n.trie = newTrie(len(keys), n.text)
	n.keepFirsts()
	return n
}

// order takes the keys in the order of their texts.
func (n *names) order(keys []key) {
	var texts strings.Builder
	byKind := make([]uint32, len(keys))
	n.ends = make([]uint32, len(keys))
	for i, k := range keys {
		texts.WriteString(k.text)
		n.ends[i], byKind[i] = uint32(texts.Len()), k.rank
	}
	n.texts, n.byKind = texts.String(), newRanks(byKind)
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

// text returns the name of the i-th key from its word on.
func (n *names) text(i uint32) string {
	if i == 0 {
		return n.texts[:n.ends[0]]
	}
	return n.texts[n.ends[i-1]:n.ends[i]]
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
