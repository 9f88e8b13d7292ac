package search

import "sync"

// segment is a part of an index that never changes: up to maxDocs documents
// with their postings and names. An index is a few of them; a change makes a
// small one, and small ones are merged when they pile up (O'Neil et al., "The
// log-structured merge-tree", Acta Informatica 33, 1996).
type segment struct {
	ids     table
	groups  []string // distinct
	group   []uint16 // of each document, into groups
	length  []uint16 // weighted words of each document, for exact sums
	code    []uint8  // the same, packed
	sums    sums     // of all documents, dead ones too
	words   table    // sorted
	wordDoc []uint32 // how many documents have a word
	wordOf  []uint32 // the term of a word
	forward forward  // the words of each document
	postings
	names   names // of documents that have some
	byDoc   map[uint16]*entry
	once    sync.Once
	spelled *spellings // of words, once they are needed
}

// maxDocs lets a document's number fit into 16 bits.
const maxDocs = 1 << 16

func (s *segment) docs() int { return s.ids.len() }

// forward lists the words of each document, so that one can be taken out of
// the counts without its text.
type forward struct {
	bytes []byte
	ends  []uint32
}

// add appends the next document's words, which are sorted.
func (f *forward) add(words []uint32) {
	last := uint32(0)
	for _, w := range words {
		for d := w - last; ; d >>= 7 {
			if d < 0x80 {
				f.bytes = append(f.bytes, byte(d))
				break
			}
			f.bytes = append(f.bytes, byte(d)|0x80)
		}
		last = w
	}
	f.ends = append(f.ends, uint32(len(f.bytes)))
}

// of appends the words of a document to list.
func (f *forward) of(doc int, list []uint32) []uint32 {
	at := uint32(0)
	if doc > 0 {
		at = f.ends[doc-1]
	}
	last := uint32(0)
	for at < f.ends[doc] {
		d, shift := uint32(0), 0
		for ; ; shift += 7 {
			b := f.bytes[at]
			at++
			d |= uint32(b&0x7f) << shift
			if b < 0x80 {
				break
			}
		}
		last += d
		list = append(list, last)
	}
	return list
}

// bitset is a set of documents of a segment.
type bitset []uint64

func newBitset(n int) bitset    { return make(bitset, (n+63)/64) }
func (b bitset) has(i int) bool { return b != nil && b[i>>6]>>(i&63)&1 != 0 }
func (b bitset) add(i int)      { b[i>>6] |= 1 << (i & 63) }
