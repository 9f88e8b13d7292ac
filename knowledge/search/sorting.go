package search

import (
	"slices"
	"strings"
)

// segment sorts what was read by term.
func (b *builder) segment() *segment {
	s := &segment{}
	b.fillDocs(s)
	words, newWord := sorted(b.words.list)
	terms, newTerm := sorted(b.terms.list)
	s.words, s.terms = newTable(words), newTable(terms)
	s.wordDoc, s.wordOf = make([]uint32, len(words)), make([]uint32, len(words))
	for old, to := range newWord {
		s.wordDoc[to], s.wordOf[to] = b.wordDocs[old], newTerm[b.termOf[old]]
	}
	b.fillForward(s, newWord)
	b.fillPostings(s, newTerm)
	s.seal(s.code, len(b.docs))
	return s
}

func (b *builder) fillDocs(s *segment) {
	ids := make([]string, len(b.docs))
	for i := range b.docs {
		ids[i] = b.docs[i].ID
	}
	s.ids = newTable(ids)
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

// sorted returns the strings in order, and the new place of each old one.
func sorted(list []string) (ordered []string, place []uint32) {
	order := make([]uint32, len(list))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(list[a], list[b]) })
	ordered, place = make([]string, len(list)), make([]uint32, len(list))
	for to, from := range order {
		ordered[to], place[from] = list[from], uint32(to)
	}
	return ordered, place
}
