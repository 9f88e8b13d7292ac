package knowledge

import (
	"slices"
	"strings"

	"griot/knowledge/text"
)

// Uncovered returns the paragraphs of a source's body that no claim rests on,
// in order. Title and standfirst need none.
func (v *View) Uncovered(source ID) []*Passage {
	covered := map[int]bool{}
	for _, c := range v.Claims() {
		for _, cite := range c.Cites {
			if q, state := v.Prove(cite); state == Verified && q.Source() == source {
				covered[q.At().Paragraph] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(v.Passages(source)), func(p *Passage) bool {
		return p.Paragraph < 1 || covered[p.Paragraph]
	})
}

// Mentioned returns the entries that a text names by one of their names, in
// the order of ids.
func (v *View) Mentioned(body string) []ID {
	folded := " " + foldedWords(body) + " "
	var all []ID
	for _, e := range v.Entries("") {
		for _, name := range namesOf(e.Name, e.Also, e.Finds) {
			if words := foldedWords(name.Text); words != "" && strings.Contains(folded, " "+words+" ") {
				all = append(all, e.ID)
				break
			}
		}
	}
	return all
}

func foldedWords(s string) string { return strings.Join(text.Words(text.Fold(s)), " ") }
