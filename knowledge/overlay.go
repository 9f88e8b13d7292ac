package knowledge

import "slices"

// A desk lies over the shelf record by record: what it has of an id decides,
// and what was merged leads on to what it was merged into.

// maxRedirects bounds how many merges are followed; writing refuses a cycle,
// so only a damaged store comes near.
const maxRedirects = 16

// record returns the layer that decides on id and its record there, following
// merges.
func (v *View) record(id ID) (*layer, Record, bool) {
	for range maxRedirects {
		l, r, found := v.top(id)
		if !found || r.State != Merged {
			return l, r, found && r.State == Live
		}
		id = r.Into
	}
	return nil, Record{}, false
}

// Canonical returns the id of the record that an id leads to, itself or what it
// was merged into; "" if readers see none.
func (v *View) Canonical(id ID) ID {
	_, r, ok := v.record(id)
	if !ok {
		return ""
	}
	return r.ID
}

func (v *View) top(id ID) (*layer, Record, bool) {
	for _, l := range v.layers {
		if r, ok := l.records[id]; ok && r.State != Returned && !v.unused(l, id) {
			return l, r, true
		}
	}
	return nil, Record{}, false
}

// aliases returns an id and those of the records merged into it, so that what
// names one of them is found under the other.
func (v *View) aliases(id ID) []ID {
	all := []ID{id}
	for n := 0; n < len(all); n++ {
		for i, l := range v.layers {
			for _, from := range l.merged[all[n]] {
				if !v.replaced(from, i) && !slices.Contains(all, from) {
					all = append(all, from)
				}
			}
		}
	}
	return all
}

// gather returns what the layers have of an id and of the records merged into
// it, each once, but for what a layer above replaces; from names the record
// that it stands in.
func gather[T comparable](v *View, id ID, in func(*layer, ID) []T, from func(T) ID) []T {
	var all []T
	for _, id := range v.aliases(id) {
		for i, l := range v.layers {
			for _, t := range in(l, id) {
				if !v.replaced(from(t), i) && !slices.Contains(all, t) {
					all = append(all, t)
				}
			}
		}
	}
	return all
}

// replaced reports whether a layer above the i-th decides on id, or the server
// doesn't use the pack that it is of.
func (v *View) replaced(id ID, i int) bool {
	if v.unused(v.layers[i], id) {
		return true
	}
	for _, above := range v.layers[:i] {
		if r, ok := above.records[id]; ok && r.State != Returned {
			return true
		}
	}
	return false
}

// checkMerges refuses redirects that lead nowhere, to another kind of record,
// or on for ever.
func (v *View) checkMerges(ids []ID) Problems {
	var ps Problems
	for _, id := range ids {
		_, first, found := v.top(id)
		r, steps := first, 0
		for r.State == Merged && found && steps < maxRedirects {
			_, r, found = v.top(r.Into)
			steps++
		}
		switch {
		case !found && steps > 0:
			ps = append(ps, Problem{ID: id, Path: "into", What: "leads to no record"})
		case steps == maxRedirects:
			ps = append(ps, Problem{ID: id, Path: "into", What: "leads back to itself"})
		case r.Kind != first.Kind:
			ps = append(ps, Problem{ID: id, Path: "into", What: "leads to another kind of record"})
		}
	}
	return ps
}
