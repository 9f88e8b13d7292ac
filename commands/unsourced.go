package commands

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// longestUnsourced is how many words a name has that is looked for in what
// somebody typed.
const longestUnsourced = 8

// unsourced returns the names in what somebody typed that lead to entries
// although no source uses them, each once and as it is kept. Of names within
// names the longest counts.
func (r Request) unsourced(typed string) (names []string) {
	words := strings.Fields(text.Fold(typed))
	for len(words) > 0 {
		n := min(longestUnsourced, len(words))
		for n > 1 && len(r.View.Named(strings.Join(words[:n], " "))) == 0 {
			n--
		}
		if name := r.asFound(strings.Join(words[:n], " ")); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
		words = words[n:]
	}
	return names
}

// asFound returns a folded name as it stands under finds; "" if it is nobody's,
// or if anything is called so.
func (r Request) asFound(folded string) (found string) {
	for _, id := range r.View.Named(folded) {
		if slices.ContainsFunc(r.namesOf(id, knowledge.Text.All), func(name string) bool { return text.Fold(name) == folded }) {
			return ""
		}
		only := r.onlyFound(id)
		if i := slices.IndexFunc(only, func(name string) bool { return text.Fold(name) == folded }); i >= 0 {
			found = only[i]
		}
	}
	return found
}

// onlyFound returns the names under finds of an entry, but for those that stand
// within a name that the sources do use, as a family name does.
func (r Request) onlyFound(id knowledge.ID) []string {
	used := r.namesOf(id, knowledge.Text.All)
	return slices.DeleteFunc(slices.Clone(r.findsOf(id)), func(found string) bool {
		return slices.ContainsFunc(used, func(name string) bool {
			return strings.Contains(" "+text.Fold(name)+" ", " "+text.Fold(found)+" ")
		})
	})
}
