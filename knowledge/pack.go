package knowledge

import (
	"slices"
	"strings"
)

// Packs returns the packs whose records the shelf holds, in use on the view's
// server or not, in the order of their ids.
func (v *View) Packs() []ID {
	var all []ID
	for _, r := range v.layers[len(v.layers)-1].records {
		if r.Pack != "" && !slices.Contains(all, r.Pack) {
			all = append(all, r.Pack)
		}
	}
	slices.Sort(all)
	return all
}

// unused reports whether a record of the shelf is of a pack that the view's
// server doesn't use. A source's text goes with its source.
func (v *View) unused(l *layer, id ID) bool {
	if len(v.without) == 0 {
		return false
	}
	owner, _, _ := strings.Cut(string(id), "/")
	r := l.records[ID(owner)]
	return r.Layer == Shelf && slices.Contains(v.without, r.Pack)
}
