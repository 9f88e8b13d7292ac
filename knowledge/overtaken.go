package knowledge

// Overtaken is a record of a desk whose original on the shelf has changed since
// the desk replaced it.
type Overtaken struct {
	Own   Record // the desk's
	Shelf Record // as the shelf has it now
}

// Overtaken returns the records of the desk that the shelf has moved past, in
// the order of ids.
func (v *View) Overtaken() []Overtaken {
	if len(v.layers) < 2 {
		return nil
	}
	var all []Overtaken
	for _, id := range sortedKeys(v.layers[0].records) {
		if o, ok := v.OvertakenBy(id); ok {
			all = append(all, o)
		}
	}
	return all
}

// OvertakenBy returns how one record of the desk was overtaken, if it was.
func (v *View) OvertakenBy(id ID) (Overtaken, bool) {
	if len(v.layers) < 2 {
		return Overtaken{}, false
	}
	own, under := v.layers[0].records[id], v.layers[1].records[id]
	return Overtaken{own, under}, own.Base > 0 && own.Base < under.Rev && own.State != Returned
}

// Draft returns the record that a view has of an id, whatever its state, as an
// edit of its desk must begin: with the desk's own Rev, which is 0 where the
// record is the shelf's, and with the shelf's as its Base.
func (v *View) Draft(id ID) (Record, bool) {
	l, r, found := v.top(id)
	if !found || v.name == Shelf || l != v.layers[len(v.layers)-1] {
		return r, found
	}
	r.Base, r.Rev, r.Layer, r.Pack = r.Rev, 0, v.name, ""
	if len(v.layers) > 1 {
		r.Rev = v.layers[0].records[id].Rev // of one that was returned
	}
	return r, true
}
