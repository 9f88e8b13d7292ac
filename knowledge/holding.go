package knowledge

import (
	"cmp"
	"slices"
	"sync"
)

// Holding returns a layer's own record of an id and the record of the layer
// beneath it, whatever their states; one that isn't there is the zero Record.
func (v *View) Holding(name Layer, id ID) (own, beneath Record) {
	for _, l := range v.layers {
		r, found := l.records[id]
		switch {
		case !found:
		case r.Layer == name:
			own = r
		default:
			beneath = r
		}
	}
	return own, beneath
}

// Held returns every record that a layer of the view holds itself, whatever
// its state, by kind in the order of Kinds and then by id.
func (v *View) Held(name Layer) []Record {
	var all []Record
	for _, l := range v.layers {
		for _, r := range l.records {
			if r.Layer == name {
				all = append(all, r)
			}
		}
	}
	slices.SortFunc(all, func(a, b Record) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Kinds(), a.Kind), slices.Index(Kinds(), b.Kind)),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return all
}

// With returns the view as it would be if records stood in a layer, which is
// the topmost one or a desk that the view has nothing of yet. Nothing is
// stored; CheckEdit tells whether it could be.
func (v *View) With(name Layer, records []Record) (*View, error) {
	over, under := (*layer)(nil), v.layers
	if name == Shelf || len(v.layers) > 1 {
		over, under = v.layers[0], v.layers[1:]
	}
	next, err := over.with(records)
	if err != nil {
		return nil, err
	}
	after := &View{name: name, without: v.without, rev: v.rev, memo: &sync.Map{}}
	after.layers = append([]*layer{next}, under...)
	return after, nil
}

// CheckEdit reports what Apply would refuse of an edit that made v of before, by
// the ids of its records: on a desk what is wrong in these, or newly wrong in
// those that depend on them, on the shelf all that is wrong.
func (v *View) CheckEdit(before *View, ids []ID) Problems {
	if v.name == Shelf {
		return v.Check()
	}
	return v.checkAround(ids, before)
}

// Content returns what a record says, as the domain knows it: *Source, *Place,
// *Claim, *Entry, *Passage or *Intake.
func (r Record) Content() (any, error) { return r.decode() }
