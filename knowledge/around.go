package knowledge

import "slices"

// checkAround reports what is wrong in the records of some ids, and what is
// newly wrong, against the view before, in the records that depend on them. A
// desk is checked so: what a newer pack broke elsewhere on it must not keep
// moderators from mending the rest.
func (v *View) checkAround(ids []ID, before *View) Problems {
	ps := v.checkMerges(ids)
	for _, id := range ids {
		if l, r, found := v.top(id); found && r.State == Live {
			ps = append(ps, v.checkRecord(id, l.bodies[id])...)
		}
	}
	for _, id := range v.dependents(ids) {
		known := before.checkStanding(id)
		for _, p := range v.checkStanding(id) {
			if !slices.Contains(known, p) {
				ps = append(ps, p)
			}
		}
	}
	return ps
}

// checkStanding reports what is wrong in a record that readers see.
func (v *View) checkStanding(id ID) Problems {
	l, r, found := v.top(id)
	if !found || r.State != Live {
		return nil
	}
	return v.checkRecord(id, l.bodies[id])
}

// dependents returns the ids of the records that point to some of these, but
// for these themselves.
func (v *View) dependents(ids []ID) []ID {
	var all []ID
	for _, l := range v.layers {
		for _, id := range ids {
			all = append(all, l.facts[id]...)
			for _, c := range l.about[id] {
				all = append(all, c.ID)
			}
			for _, a := range l.answers[id] {
				all = append(all, a.Claim)
			}
			for _, t := range l.tied[id] {
				all = append(all, t.From)
			}
			all = append(all, l.within[id]...)
			all = append(all, l.cited[id]...)
		}
	}
	return slices.DeleteFunc(sorted(all), func(id ID) bool { return slices.Contains(ids, id) })
}

// standing returns the body of a record that is there, whether or not readers
// see it, following merges; nil if there is none.
func standing[T any](v *View, id ID) *T {
	for range maxRedirects {
		l, r, found := v.top(id)
		switch {
		case !found || r.State == Withdrawn:
			return nil
		case r.State != Merged:
			b, _ := l.bodies[id].(*T)
			return b
		}
		id = r.Into
	}
	return nil
}
