package search

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// segment sorts what was read by term.
func (b *builder) segment() *segment {
	s := &segment{}
	b.fillDocs(s)
	words, newWord := b.words.sort()
	terms, newTerm := b.terms.sort()
	s.words, s.terms = words, terms
	s.wordDoc, s.wordOf = make([]uint32, len(newWord)), make([]uint32, len(newWord))
	for old, to := range newWord {
		s.wordDoc[to], s.wordOf[to] = b.wordSeen[old].docs, newTerm[b.wordSeen[old].term]
	}
	b.fillForward(s, newWord)
	b.fillPostings(s, newTerm)
	s.seal(s.code, len(b.docs))
	return s
}

func (b *builder) fillDocs(s *segment) {
	s.ids = newTable(len(b.docs), func(i int) string { return b.docs[i].ID })
	for i := range b.docs {
		s.addDoc(i, &b.docs[i], b.lengths[i])
	}
	s.finishDocs()
}

func (b *builder) fillForward(s *segment, newWord []uint32) {
	s.forward.ends = make([]uint32, 0, len(b.docs))
	s.forward.bytes = make([]byte, 0, len(b.docWords)*3/2)
	at := uint32(0)
	for _, end := range b.wordEnds {
		list := b.docWords[at:end]
		for i, w := range list {
			list[i] = newWord[w]
		}
		slices.Sort(list)
		s.forward.add(list)
		at = end
	}
	s.forward.bytes = slices.Clip(s.forward.bytes)
}

// fillPostings is a counting sort; documents come in order, so every list is
// in order too.
func (b *builder) fillPostings(s *segment, newTerm []uint32) {
	s.starts = make([]uint32, len(newTerm)+1)
	for _, t := range b.postTerm {
		s.starts[newTerm[t]+1]++
	}
	for i := range newTerm {
		s.starts[i+1] += s.starts[i]
	}
	next := slices.Clone(s.starts)
	s.postings.docs, s.counts = make([]uint16, len(b.postTerm)), make([]uint8, len(b.postTerm))
	at := uint32(0)
	for doc, end := range b.postEnds {
		for ; at < end; at++ {
			place := &next[newTerm[b.postTerm[at]]]
			s.postings.docs[*place], s.counts[*place] = uint16(doc), b.postCount[at]
			*place++
		}
	}
}

// keyed is the number of a string and its first bytes.
type keyed struct {
	key uint64
	id  uint32
}

// firstBytes are in the order of strings, and tell most words apart.
func firstBytes(s string) uint64 {
	var first [8]byte
	copy(first[:], s)
	return binary.BigEndian.Uint64(first[:])
}

// sort returns a table of the strings in order, and the new place of each; the
// places are n's own.
func (n *interned) sort() (*table, []uint32) {
	n.order, n.place = n.order[:0], append(n.place[:0], make([]uint32, len(n.list))...)
	for i, s := range n.list {
		n.order = append(n.order, keyed{firstBytes(s), uint32(i)})
	}
	slices.SortFunc(n.order, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return strings.Compare(n.list[a.id], n.list[b.id])
	})
	for to, from := range n.order {
		n.place[from.id] = uint32(to)
	}
	return newTable(len(n.list), func(i int) string { return n.list[n.order[i].id] }), n.place
}
