package search

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// interned numbers strings as they come.
type interned struct {
	ids   map[string]uint32
	list  []string
	place []uint32 // of each in order, once they are put in order
	order []keyed
}

func (n *interned) id(s string) (uint32, bool) {
	if id, ok := n.ids[s]; ok {
		return id, false
	}
	if n.ids == nil {
		n.ids = make(map[string]uint32, 64)
	}
	id := uint32(len(n.list))
	n.ids[s] = id
	n.list = append(n.list, s)
	return id, true
}

func (n *interned) reset() {
	clear(n.ids)
	clear(n.list)
	n.list = n.list[:0]
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
func (n *interned) sort() (table, []uint32) {
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
