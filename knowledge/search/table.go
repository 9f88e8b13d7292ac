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
	seed  maphash.Seed
}

func newTable(list []string) *table {
	size := 0
	for _, s := range list {
		size += len(s)
	}
	t := &table{ends: make([]uint32, len(list)), slots: make([]uint32, 1<<bits.Len(uint(len(list)*3/2))), seed: maphash.MakeSeed()}
	var b strings.Builder
	b.Grow(size)
	for i, s := range list {
		b.WriteString(s)
		t.ends[i] = uint32(b.Len())
		at := t.slot(s)
		for t.slots[at] != 0 {
			at = (at + 1) & (len(t.slots) - 1)
		}
		t.slots[at] = uint32(i + 1)
	}
	t.text = b.String()
	return t
}

func (t *table) len() int { return len(t.ends) }

func (t *table) slot(s string) int {
	return int(maphash.String(t.seed, s)) & (len(t.slots) - 1)
}

// at returns the string with number i.
func (t *table) at(i uint32) string {
	if i == 0 {
		return t.text[:t.ends[0]]
	}
	return t.text[t.ends[i-1]:t.ends[i]]
}

// find returns the number of s.
func (t *table) find(s string) (uint32, bool) {
	for at := t.slot(s); t.slots[at] != 0; at = (at + 1) & (len(t.slots) - 1) {
		if i := t.slots[at] - 1; t.at(i) == s {
			return i, true
		}
	}
	return 0, false
}
