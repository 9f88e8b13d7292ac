package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// correct returns the commonest known word within a typing error or two of w,
// with the terms that it leads to.
func (r *reader) correct(w *queried, visible func(*part, uint16) bool) (meant string, terms []string, ok bool) {
	letters := utf8.RuneCountInString(w.folded)
	if w.number || letters < 4 || strings.ContainsAny(w.folded, "0123456789") {
		return "", nil, false
	}
	most := 1
	if letters >= 9 {
		most = 2
	}
	for _, c := range r.near(w, most) {
		if c.seenIn(visible) {
			return c.word, c.terms, true
		}
	}
	return "", nil, false
}

// candidate is a known word that may have been meant.
type candidate struct {
	word   string
	errors int
	n      int // documents
	terms  []string
	seen   map[wordIn]bool
}

// near returns the known words within most errors of w, likeliest first.
func (r *reader) near(w *queried, most int) []candidate {
	byWord := map[string]*candidate{}
	for i := range r.parts {
		p := &r.parts[i]
		for _, t := range w.terms {
			for _, m := range p.spellings().near(t[0], w.folded, most) {
				for id := m.lo; id < m.hi; id++ {
					if n := p.wordFrequency(id); n > 0 {
						note(byWord, p, id, m.errors, n)
					}
				}
			}
		}
	}
	var all []candidate
	for _, c := range byWord {
		slices.Sort(c.terms)
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b candidate) int {
		if order := cmp.Or(cmp.Compare(a.errors, b.errors), cmp.Compare(b.n, a.n)); order != 0 {
			return order
		}
		return strings.Compare(a.word, b.word)
	})
	return all
}

// note adds what a part knows of a word to the candidates.
func note(byWord map[string]*candidate, p *part, id uint32, errors, n int) {
	word := p.bareWord(id)[1:]
	c := byWord[word]
	if c == nil {
		c = &candidate{word: word, errors: errors, seen: map[wordIn]bool{}}
		byWord[word] = c
	}
	c.errors = min(c.errors, errors)
	if at := (wordIn{p, id}); !c.seen[at] { // found by several ways
		c.seen[at] = true
		c.n += n
		c.addTerm(p.terms.at(p.wordOf[id]))
	}
}

// wordIn is a word of a part.
type wordIn struct {
	part *part
	id   uint32
}

// seenIn reports whether a visible document holds the word itself.
func (c *candidate) seenIn(visible func(*part, uint16) bool) bool {
	var words []uint32
	for at := range c.seen {
		l := at.part.list(at.part.wordOf[at.id])
		for _, doc := range l.docs {
			if visible(at.part, doc) {
				words = at.part.forward.of(int(doc), words[:0])
				if _, ok := slices.BinarySearch(words, at.id); ok {
					return true
				}
			}
		}
	}
	return false
}

// bareWord returns a word with its tag, without accents.
func (s *segment) bareWord(id uint32) string {
	word, _, _ := strings.Cut(s.words.at(id), "\x00")
	return word
}

func (c *candidate) addTerm(term string) {
	if !slices.Contains(c.terms, term) {
		c.terms = append(c.terms, term)
	}
}
