package search

import "slices"

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
