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
func newTable(n int, at func(i int) string) table {
	size, slots := 0, 1<<bits.Len(uint(n*3/2))
	for i := range n {
		size += len(at(i))
	}
	numbers := make([]uint32, n+slots)
	t := table{ends: numbers[:n:n], slots: numbers[n:]}
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

// find returns the number of s, which has this hash.
func (t *table) find(s string, hash uint64) (uint32, bool) {
	for at := t.slot(hash); t.slots[at] != 0; at = (at + 1) & (len(t.slots) - 1) {
		if i := t.slots[at] - 1; t.at(i) == s {
			return i, true
		}
	}
	return 0, false
}

// mergeTables returns one sorted table of what keep keeps of sorted tables, and
// the new numbers.
func mergeTables(tables []*table, keep func(i int, id uint32) bool) (table, [][]uint32) {
	var heads []*head
	number, most := make([][]uint32, len(tables)), 0
	for i, t := range tables {
		number[i] = make([]uint32, t.len())
		most += t.len()
		if h := (&head{table: t, from: i}); h.advance(keep) {
			heads = append(heads, h)
		}
	}
	list := make([]string, 0, most)
	for len(heads) > 0 {
		least := heads[0]
		for _, h := range heads[1:] {
			if h.before(least) {
				least = h
			}
		}
		key, text, kept := least.key, least.text, heads[:0]
		for _, h := range heads {
			if h.key == key && h.text == text {
				number[h.from][h.next-1] = uint32(len(list))
				if !h.advance(keep) {
					continue
				}
			}
			kept = append(kept, h)
		}
		heads, list = kept, append(list, text)
	}
	return newTable(len(list), func(i int) string { return list[i] }), number
}

// head is the least string of a table that is not merged yet.
type head struct {
	*table
	from int
	next uint32
	text string
	key  uint64 // its first bytes
}

func (h *head) before(other *head) bool {
	return h.key < other.key || h.key == other.key && h.text < other.text
}

// advance goes on to the next string that is kept.
func (h *head) advance(keep func(i int, id uint32) bool) bool {
	for int(h.next) < h.len() {
		h.next++
		if keep(h.from, h.next-1) {
			h.text = h.at(h.next - 1)
			h.key = firstBytes(h.text)
			return true
		}
	}
	return false
}
