package search

import "strings"

// spellings finds the words of a segment that are near a typed one. It is made
// when a word is first corrected.
type spellings struct {
	segment *segment
	trie    *trie
	heads   []uint32 // into ids, by what a word ends with
	ids     []uint32
}

// ending is how many bytes at the end of a word it can be found by.
const ending = 4

// spellings returns the words as they are looked for in corrections.
func (s *segment) spellings() *spellings {
	s.once.Do(func() {
		s.spelled = &spellings{segment: s, trie: newTrie(s.words.len(), s.bareWord)}
		s.spelled.sortEndings()
	})
	return s.spelled
}

// sortEndings is a counting sort by ending.
func (x *spellings) sortEndings() {
	n := uint32(x.segment.words.len())
	x.heads, x.ids = make([]uint32, len(x.segment.words.slots)+1), make([]uint32, n)
	for id := range n {
		x.heads[x.slot(x.segment.bareWord(id))+1]++
	}
	for i := range len(x.heads) - 1 {
		x.heads[i+1] += x.heads[i]
	}
	next := append([]uint32(nil), x.heads...)
	for id := range n {
		slot := x.slot(x.segment.bareWord(id))
		x.ids[next[slot]] = id
		next[slot]++
	}
}

// slot is the place of a word's ending, a hash of its last bytes (FNV-1a).
func (x *spellings) slot(word string) int {
	h := uint32(2166136261)
	for i := max(0, len(word)-ending); i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return int(h) & (len(x.heads) - 2)
}

// near returns words of the tongue with this tag within most errors of typed.
// Two errors can stand anywhere in a word; if both stand in its first half, the
// rest of it is right, and the word is found by its ending.
func (x *spellings) near(tag byte, typed string, most int) []match {
	start, ok := x.trie.child(&x.trie.nodes[0], rune(tag))
	if !ok {
		return nil
	}
	half := len(typed) / 2
	if most < 2 || len(typed)-half-1 < ending || !isASCII(typed) {
		return x.trie.near(start, typed, most, false)
	}
	return append(x.trie.nearLate(start, typed, most, half), x.ended(tag, typed, half, most)...)
}

// ended returns the words that end as typed does behind its first half. The
// letter after the half may be one of two swapped ones.
func (x *spellings) ended(tag byte, typed string, half, most int) (found []match) {
	rest, letters := typed[half+1:], []rune(typed)
	slot := x.slot(typed)
	for _, id := range x.ids[x.heads[slot]:x.heads[slot+1]] {
		word := x.segment.bareWord(id)
		if word[0] != tag || !strings.HasSuffix(word, rest) || len(word)-1 > len(typed)+most || len(word)-1 < len(typed)-most {
			continue
		}
		if e := errorsIn(letters, word[1:], most, false); e <= most {
			found = append(found, match{lo: id, hi: id + 1, errors: e})
		}
	}
	return found
}
