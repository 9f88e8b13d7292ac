package search

import (
	"math"
	"slices"
)

// addDoc fills in what a segment keeps of its i-th document beside the text.
func (s *segment) addDoc(i int, d *Doc, length int) {
	g := slices.Index(s.groups, d.Group)
	if g < 0 {
		g = len(s.groups)
		s.groups = append(s.groups, d.Group)
	}
	s.group = append(s.group, uint16(g))
	s.addLength(length)
	if len(d.Names) > 0 {
		s.addEntry(uint16(i), newEntry(*d))
	}
}

func (s *segment) addLength(n int) {
	n = min(n, math.MaxUint16)
	s.length = append(s.length, uint16(n))
	s.code = append(s.code, packLength(n))
	if n > 0 {
		s.sums.texts++
		s.sums.length += n
	}
}

func (s *segment) addEntry(doc uint16, e *entry) {
	if s.byDoc == nil {
		s.byDoc = map[uint16]*entry{}
	}
	e.doc = doc
	s.byDoc[doc] = e
	s.names.entries = append(s.names.entries, e)
}

// finishDocs puts names in order.
func (s *segment) finishDocs() {
	if len(s.names.entries) > 0 {
		slices.SortFunc(s.names.entries, compareRank)
		s.names = *newNames(s.names.entries)
	}
}

// part is a segment in an index, with what was taken out of it since.
type part struct {
	*segment
	dead *dead // nil if nothing was
}

// dead are the documents taken out of a segment, and what they leave in its
// counts.
type dead struct {
	docs   bitset
	n      int
	texts  int
	length int
	words  tally
	terms  tally
}

func (p *part) live() int {
	if p.dead == nil {
		return p.docs()
	}
	return p.docs() - p.dead.n
}

func (p *part) isDead(doc int) bool { return p.dead != nil && p.dead.docs.has(doc) }

// find returns the number of the live document with an id, which has this hash.
func (p *part) find(id string, hash uint64) (int, bool) {
	i, ok := p.ids.find(id, hash)
	return int(i), ok && !p.isDead(int(i))
}

// frequency returns in how many live documents a term stands.
func (p *part) frequency(term uint32) int {
	n := int(p.starts[term+1] - p.starts[term])
	if p.dead != nil {
		n -= p.dead.terms.of(term)
	}
	return n
}

// wordFrequency returns in how many live documents a word stands.
func (p *part) wordFrequency(word uint32) int {
	n := int(p.wordDoc[word])
	if p.dead != nil {
		n -= p.dead.words.of(word)
	}
	return n
}

// without returns the part less some live documents.
func (p part) without(docs []int) part {
	d := &dead{docs: newBitset(p.docs())}
	if p.dead != nil {
		*d = *p.dead
		d.docs = slices.Clone(d.docs)
	}
	var words, terms, list []uint32
	for _, doc := range docs {
		d.docs.add(doc)
		d.n++
		d.length += int(p.length[doc])
		if p.length[doc] > 0 {
			d.texts++
		}
		list = p.forward.of(doc, list[:0])
		words = append(words, list...)
		for i, w := range list {
			list[i] = p.wordOf[w]
		}
		slices.Sort(list)
		terms = append(terms, slices.Compact(list)...)
	}
	d.words, d.terms = d.words.plus(words), d.terms.plus(terms)
	p.dead = d
	return p
}

// tally counts numbers: how often each of ids, which are sorted.
type tally struct{ ids, counts []uint32 }

func (t tally) of(id uint32) int {
	if i, ok := slices.BinarySearch(t.ids, id); ok {
		return int(t.counts[i])
	}
	return 0
}

// plus returns t with each of more, in any order, counted once more.
func (t tally) plus(more []uint32) tally {
	slices.Sort(more)
	sum := tally{make([]uint32, 0, len(t.ids)+len(more)), make([]uint32, 0, len(t.ids)+len(more))}
	i := 0
	for _, id := range more {
		for ; i < len(t.ids) && t.ids[i] <= id; i++ {
			sum.ids, sum.counts = append(sum.ids, t.ids[i]), append(sum.counts, t.counts[i])
		}
		if last := len(sum.ids) - 1; last >= 0 && sum.ids[last] == id {
			sum.counts[last]++
			continue
		}
		sum.ids, sum.counts = append(sum.ids, id), append(sum.counts, 1)
	}
	sum.ids, sum.counts = append(sum.ids, t.ids[i:]...), append(sum.counts, t.counts[i:]...)
	return sum
}
