package search

import (
	"sort"
	"strings"
	"unicode/utf8"

	"griot/knowledge/text"
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
	near := r.near(w, most)
	for _, c := range near {
		found, _ := r.lookUp(c.terms)
		if r.anyVisible(found, visible) {
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
}

// near returns the known words within most errors of w, likeliest first.
func (r *reader) near(w *queried, most int) []candidate {
	byWord := map[string]*candidate{}
	for i := range r.parts {
		p := &r.parts[i]
		for id := range uint32(p.words.len()) {
			key := p.words.at(id)
			if !asked(w, key[0]) {
				continue
			}
			word, _, _ := strings.Cut(key[1:], "\x00")
			if d := len(word) - len(w.folded); d > 4*most || -d > 4*most {
				continue
			}
			errors := text.Distance(w.folded, word, most)
			n := p.wordFrequency(id)
			if errors > most || n == 0 {
				continue
			}
			c := byWord[word]
			if c == nil {
				c = &candidate{word: word, errors: errors}
				byWord[word] = c
			}
			c.n += n
			c.addTerm(p.terms.at(p.wordOf[id]))
		}
	}
	var all []candidate
	for _, c := range byWord {
		sort.Strings(c.terms)
		all = append(all, *c)
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := &all[i], &all[j]
		if a.errors != b.errors {
			return a.errors < b.errors
		}
		if a.n != b.n {
			return a.n > b.n
		}
		return a.word < b.word
	})
	return all
}

// asked reports whether w was read in the tongue with this tag.
func asked(w *queried, tag byte) bool {
	for _, t := range w.terms {
		if t[0] == tag {
			return true
		}
	}
	return false
}

func (c *candidate) addTerm(term string) {
	for _, t := range c.terms {
		if t == term {
			return
		}
	}
	c.terms = append(c.terms, term)
}
