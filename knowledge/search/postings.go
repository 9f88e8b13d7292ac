package search

import "math"

// postings say for every term which documents have it, and how often. Numbers
// of documents take 16 bits as a segment has no more documents, so nothing
// needs unpacking: reading a list is adding up what it says.
type postings struct {
	terms  table             // sorted
	starts []uint32          // where each term's list begins; one more for the end
	docs   []uint16          // of all lists, ascending within each
	counts []uint8           // weighted frequency in the document, at most maxCount
	bounds []bound           // of each list
	spans  map[uint32][]span // of long lists, by term
}

// bound says how short the shortest document is in which a term stands once,
// twice, three times, or more often, and how often at most: no document in the
// list scores more than the best of these.
type bound struct {
	count uint8
	codes [4]uint8
}

func noBound() bound {
	return bound{codes: [4]uint8{math.MaxUint8, math.MaxUint8, math.MaxUint8, math.MaxUint8}}
}

func (b *bound) take(count, code uint8) {
	b.count = max(b.count, count)
	c := &b.codes[min(count, 4)-1]
	*c = min(*c, code)
}

// span is the part of a long list that falls into one window of documents.
type span struct {
	from, to uint32 // within the list
	bound
}

const (
	window   = 1 << 12 // documents that are scored together; their sums stay in the first-level cache
	maxCount = 15      // a higher frequency adds next to nothing
	long     = 256     // from this length on a list has spans
)

// list is the postings of one term in one segment.
type list struct {
	docs   []uint16
	counts []uint8
	bound  bound
	spans  []span
}

// list returns the postings of a term.
func (p *postings) list(term uint32) list {
	from, to := p.starts[term], p.starts[term+1]
	return list{p.docs[from:to], p.counts[from:to], p.bounds[term], p.spans[term]}
}

// within returns the part of the list that falls into the w-th window.
func (l *list) within(w int) (docs []uint16, counts []uint8, b bound) {
	if l.spans != nil {
		s := &l.spans[w]
		return l.docs[s.from:s.to], l.counts[s.from:s.to], s.bound
	}
	from := lowerBound(l.docs, w*window)
	to := from + lowerBound(l.docs[from:], (w+1)*window)
	return l.docs[from:to], l.counts[from:to], l.bound
}

// lowerBound returns the place of the first document that is not below d.
func lowerBound(docs []uint16, d int) int {
	lo, hi := 0, len(docs)
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); int(docs[m]) < d {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// seal computes the bounds and spans once docs and counts are filled.
func (p *postings) seal(code []uint8, docs int) {
	p.bounds = make([]bound, p.terms.len())
	for t := range p.bounds {
		from, to := p.starts[t], p.starts[t+1]
		b := noBound()
		for i := from; i < to; i++ {
			b.take(p.counts[i], code[p.docs[i]])
		}
		p.bounds[t] = b
		if to-from >= long {
			if p.spans == nil {
				p.spans = map[uint32][]span{}
			}
			p.spans[uint32(t)] = p.cutSpans(from, to, code, docs)
		}
	}
}

func (p *postings) cutSpans(from, to uint32, code []uint8, docs int) []span {
	spans := make([]span, (docs+window-1)/window)
	i := from
	for w := range spans {
		s := &spans[w]
		s.from, s.bound = i-from, noBound()
		for ; i < to && int(p.docs[i]) < (w+1)*window; i++ {
			s.take(p.counts[i], code[p.docs[i]])
		}
		s.to = i - from
	}
	return spans
}

// longest is the code of the longest documents; one more stands for none.
const longest = math.MaxUint8 - 1

// packLength puts the weighted length of a document into 8 bits: exact to 64,
// then 24 steps to each doubling.
func packLength(n int) uint8 {
	if n < 64 {
		return uint8(n)
	}
	return uint8(min(longest, 64+int(math.Log2(float64(n)/64)*24)))
}

// unpackLength returns the middle of the lengths that a code stands for.
func unpackLength(code uint8) float64 {
	if code < 64 {
		return float64(code)
	}
	return 64 * math.Exp2((float64(code)-63.5)/24)
}

// lengths are the unpacked lengths, by code.
var lengths = func() (all [1 << 8]float64) {
	for code := range all {
		all[code] = unpackLength(uint8(code))
	}
	return all
}()
