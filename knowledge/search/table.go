package search

import (
	"hash/maphash"
	"math/bits"
	"strings"
)

// table numbers distinct strings from 0 and finds the number of one. It is one
// text and two slices of numbers, because a hundred thousand strings of their
// own would cost three times the memory. It never changes.
type table struct {
	text  string
	ends  []uint32
	slots []uint32 // open addressing: number+1, or 0 for a free place
}

// seed is the same for all tables, so that one hash serves for all parts of an
// index.
var seed = maphash.MakeSeed()

func hash(s string) uint64 { return maphash.String(seed, s) }

// newTable numbers the n distinct strings that at returns.
func newTable(n int, at func(i int) string) *table {
	size, slots := 0, 1<<bits.Len(uint(n*3/2))
	for i := range n {
		size += len(at(i))
	}
	numbers := make([]uint32, n+slots)
	t := &table{ends: numbers[:n:n], slots: numbers[n:]}
	var b strings.Builder
	b.Grow(size)
	for i := range n {
		s := at(i)
		b.WriteString(s)
		t.ends[i] = uint32(b.Len())
		at := t.slot(hash(s))
		for t.slots[at] != 0 {
			at = (at + 1) & (len(t.slots) - 1)
		}
		t.slots[at] = uint32(i + 1)
	}
	t.text = b.String()
	return t
}

func (t *table) len() int { return len(t.ends) }

func (t *table) slot(hash uint64) int { return int(hash) & (len(t.slots) - 1) }

// at returns the string with number i.
func (t *table) at(i uint32) string {
	if i == 0 {
		return t.text[:t.ends[0]]
	}
	return t.text[t.ends[i-1]:t.ends[i]]
}

// find returns the number of s.
func (t *table) find(s string) (uint32, bool) { return t.findHashed(s, hash(s)) }

// findHashed is find for who has the hash of s already.
func (t *table) findHashed(s string, hash uint64) (uint32, bool) {
	for at := t.slot(hash); t.slots[at] != 0; at = (at + 1) & (len(t.slots) - 1) {
		if i := t.slots[at] - 1; t.at(i) == s {
			return i, true
		}
	}
	return 0, false
}
