package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// gazetteer is what places are called, folded, and the country that all is
// about: most places lie in it, and to name it says little.
type gazetteer struct {
	called map[string][]knowledge.ID
	home   []string        // names of the country
	abroad map[string]bool // words that begin the names of others
	words  map[string]bool // of the names of places
}

func gazetteerOf(v *knowledge.View) *gazetteer {
	return knowledge.Remember(v, "gazetteer", "", func() *gazetteer {
		g := &gazetteer{called: map[string][]knowledge.ID{}, abroad: map[string]bool{}, words: map[string]bool{}}
		held, most := map[*knowledge.Place]int{}, 0
		for _, p := range v.Places() {
			for _, n := range namesOf(p) {
				g.called[n] = append(g.called[n], p.ID)
				for _, w := range strings.Fields(n) {
					g.words[w] = true
				}
			}
			c := countryOf(v, p)
			if held[c]++; c != nil && c != p && held[c] > most {
				most, g.home = held[c], namesOf(c)
			}
		}
		for _, p := range v.Places() {
			for _, n := range namesOf(p) {
				if first, _, _ := strings.Cut(n, " "); p.Kind == "country" && !g.atHome(first) && !isLight(first) {
					g.abroad[first] = true
				}
			}
		}
		return g
	})
}

// has reports whether a word is in the name of a place, but for the country.
func (g *gazetteer) has(w string) bool { return g.words[w] }

// namesOf returns all that a place is called, folded.
func namesOf(p *knowledge.Place) []string {
	all := append(p.Name.All(), p.Finds...)
	for _, t := range p.Also {
		all = append(all, t.All()...)
	}
	for i, s := range all {
		all[i] = text.Fold(s)
	}
	return all
}

// countryOf returns the country that a place is or lies in, or nil.
func countryOf(v *knowledge.View, p *knowledge.Place) *knowledge.Place {
	for n := 0; p != nil && p.Kind != "country" && n < deepest; n++ {
		p = v.Place(p.Within)
	}
	if p == nil || p.Kind != "country" {
		return nil
	}
	return p
}

// atHome reports whether a word is a name of the country that all is about, or
// made of it: Mali, Malian, malienne.
func (g *gazetteer) atHome(w string) bool {
	return slices.ContainsFunc(g.home, func(name string) bool {
		if strings.Contains(name, " ") {
			return false
		}
		stem := name[:max(min(len(name), shortestPart), len(name)-2)]
		return strings.HasPrefix(w, stem) && len(w) <= len(name)+len("iennes")
	})
}

// linkPlaces finds the places that a question names, and marks their words.
func (q *Question) linkPlaces(folded []string) {
	words := q.corrected(folded)
	for n := min(longestName, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			ids := q.land.called[strings.Join(words[i:i+n], " ")]
			if len(ids) == 0 || n == 1 && isLight(words[i]) {
				continue
			}
			run := folded[i : i+n]
			q.placed = append(q.placed, naming{ids, run})
			for j := range q.words {
				if slices.Contains(run, q.words[j].Typed) {
					q.words[j].named = true
				}
			}
		}
	}
}
