package search

import (
	"math/bits"
	"slices"
)

// fan is how many parts of about one size are merged into one: fewer parts
// make searching faster, more make adding cheaper. Of the smallest, which most
// changes make, twice as many are let pile up.
const fan, leastFan = 4, 8

// tier groups parts by size: each holds up to fan times the documents of the
// one below, the first fewer than leastFan.
func (p *part) tier() int {
	if n := p.live(); n >= leastFan {
		return bits.Len(uint(n)) / 2
	}
	return 0
}

// settle returns parts with the empty ones left out, small ones merged where
// they pile up, and those of which more than half is dead written anew.
func settle(parts []part) []part {
	parts = slices.DeleteFunc(parts, func(p part) bool { return p.live() == 0 })
	for i, p := range parts {
		if p.dead != nil && p.dead.n > p.live() {
			parts[i] = part{segment: merge(parts[i : i+1])}
		}
	}
	for {
		some := piled(parts)
		if some == nil {
			return parts
		}
		var rest, joined []part
		for i, p := range parts {
			if slices.Contains(some, i) {
				joined = append(joined, p)
			} else {
				rest = append(rest, p)
			}
		}
		parts = append(rest, part{segment: merge(joined)})
	}
}

// piled returns the places of parts of one tier to be merged, or nil.
func piled(parts []part) []int {
	var tiers [32][]int
	var live [32]int
	for i := range parts {
		t, n := parts[i].tier(), parts[i].live()
		if live[t]+n > maxDocs {
			continue
		}
		tiers[t], live[t] = append(tiers[t], i), live[t]+n
		if len(tiers[t]) == leastFan || t > 0 && len(tiers[t]) == fan {
			return tiers[t]
		}
	}
	return nil
}

// merge returns one segment with the live documents of parts, no more than
// maxDocs.
func merge(parts []part) *segment {
	m := merger{parts: parts}
	s := &segment{}
	m.mergeDocs(s)
	var words, terms []*table
	for _, p := range parts {
		words, terms = append(words, &p.words), append(terms, &p.terms)
	}
	s.words, m.word = mergeTables(words, func(i int, id uint32) bool { return parts[i].wordFrequency(id) > 0 })
	s.terms, m.term = mergeTables(terms, func(i int, id uint32) bool { return parts[i].frequency(id) > 0 })
	m.mergeWords(s)
	m.mergePostings(s)
	s.seal(s.code, s.docs())
	return s
}

// merger holds the new numbers of what is merged, by part and old number.
type merger struct {
	parts []part
	doc   [][]uint16
	word  [][]uint32
	term  [][]uint32
}

func (m *merger) mergeDocs(s *segment) {
	var ids []string
	for _, p := range m.parts {
		number := make([]uint16, p.docs())
		for i := range number {
			if p.isDead(i) {
				continue
			}
			number[i] = uint16(len(ids))
			ids = append(ids, p.ids.at(uint32(i)))
			d := Doc{Group: p.groups[p.group[i]]}
			s.addDoc(int(number[i]), &d, int(p.length[i]))
			if e := p.byDoc[uint16(i)]; e != nil {
				moved := *e
				s.addEntry(number[i], &moved)
			}
		}
		m.doc = append(m.doc, number)
	}
	s.ids = newTable(len(ids), func(i int) string { return ids[i] })
	s.finishDocs()
}

func (m *merger) mergeWords(s *segment) {
	s.wordDoc, s.wordOf = make([]uint32, s.words.len()), make([]uint32, s.words.len())
	var list []uint32
	for i, p := range m.parts {
		for old, to := range m.word[i] {
			if n := p.wordFrequency(uint32(old)); n > 0 {
				s.wordDoc[to] += uint32(n)
				s.wordOf[to] = m.term[i][p.wordOf[old]]
			}
		}
		for doc := range p.docs() {
			if p.isDead(doc) {
				continue
			}
			list = p.forward.of(doc, list[:0])
			for j, w := range list {
				list[j] = m.word[i][w]
			}
			s.forward.add(list)
		}
	}
	s.forward.bytes = slices.Clip(s.forward.bytes)
}

func (m *merger) mergePostings(s *segment) {
	s.starts = make([]uint32, s.terms.len()+1)
	for i, p := range m.parts {
		for old, to := range m.term[i] {
			if n := p.frequency(uint32(old)); n > 0 {
				s.starts[to+1] += uint32(n)
			}
		}
	}
	for i := range s.terms.len() {
		s.starts[i+1] += s.starts[i]
	}
	next := slices.Clone(s.starts)
	n := s.starts[s.terms.len()]
	s.postings.docs, s.counts = make([]uint16, n), make([]uint8, n)
	for i, p := range m.parts {
		for old, to := range m.term[i] {
			l := p.list(uint32(old))
			for j, doc := range l.docs {
				if !p.isDead(int(doc)) {
					at := next[to]
					s.postings.docs[at], s.counts[at] = m.doc[i][doc], l.counts[j]
					next[to]++
				}
			}
		}
	}
}
