package packs

import (
	"slices"

	"griot/knowledge"
	"griot/knowledge/text"
)

// pair is a record as it is read now and as a file has it.
type pair struct{ before, after knowledge.Record }

// same reports whether the file has the record as it is read now.
func (p pair) same() bool {
	return p.before.State == p.after.State && string(p.before.Body) == string(p.after.Body)
}

// over makes an item a record of a layer, in place of what the layer has of its
// id or lays over what lies beneath. What a moderator hid stays hidden. It
// returns false if the id can't be written.
func (it *item) over(v *knowledge.View, layer knowledge.Layer) (pair, bool) {
	own, beneath := v.Holding(layer, it.id)
	if own.State == knowledge.Returned { // the shelf decides
		own = knowledge.Record{Rev: own.Rev}
	}
	r, err := knowledge.NewRecord(layer, it.kind, it.id, it.body)
	if err != nil {
		it.wrong.add(it.where(""), "%s: %v", it.id, err)
		return pair{}, false
	}
	before := own
	switch r.Rev = own.Rev; {
	case own.ID == "":
		before, r.Base = beneath, beneath.Rev
	case own.State == knowledge.Withdrawn:
		r.Base = beneath.Rev
	default:
		r.Base = own.Base
	}
	switch {
	case before.ID != "" && before.Kind != it.kind:
		it.wrong.add(it.where("id"), "%s: the id is that of %s", it.id, article(before.Kind))
		return pair{}, false
	case before.State == knowledge.Merged:
		it.wrong.add(it.where("id"), "%s: has been merged into %s; write that one", it.id, before.Into)
		return pair{}, false
	case before.State == knowledge.Hidden && own.ID == "":
		it.wrong.add(it.where("id"), "%s: is hidden on the shelf", it.id)
		return pair{}, false
	case before.State == knowledge.Hidden:
		r.State = knowledge.Hidden
	}
	p := pair{before, r}
	if layer != knowledge.Shelf && v.Frozen(it.id) && !p.same() {
		it.wrong.add(it.where("id"), "%s: is frozen against edits", it.id)
	}
	return p, true
}

func article(kind knowledge.Kind) string {
	if slices.Contains([]rune("aeiou"), rune(kind[0])) {
		return "an " + string(kind)
	}
	return "a " + string(kind)
}

// alike returns the other entries that have one of the entry's names.
func (it *item) alike(v *knowledge.View) []knowledge.ID {
	e, ok := it.body.(*knowledge.Entry)
	if !ok {
		return nil
	}
	names := slices.Concat(e.Name.All(), e.Finds)
	for _, also := range e.Also {
		names = append(names, also.All()...)
	}
	var all []knowledge.ID
	for _, name := range names {
		for _, id := range v.Named(text.Fold(name)) {
			if id != e.ID && !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	slices.Sort(all)
	return all
}
