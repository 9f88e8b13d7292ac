package knowledge

// Place is a spot on the map and the larger one it lies within, so that a
// search for the region finds the village.
type Place struct {
	ID     ID       `json:"id"`
	Name   Text     `json:"name"`
	Also   []Text   `json:"also,omitempty"`
	Finds  []string `json:"finds,omitempty"`
	Kind   string   `json:"kind"`
	Within ID       `json:"within,omitempty"`
}

// PlaceKinds are the kinds of place, as a reader sees them.
var PlaceKinds = wordList("village", "town", "region", "country", "area", "building")

// Validate reports what is wrong with the place by itself.
func (p Place) Validate() Problems {
	var ps Problems
	ps.id(p.ID)
	ps.names(p.Name, p.Also, p.Finds)
	ps.oneOf("kind", p.Kind, PlaceKinds)
	if p.Within == p.ID {
		ps.add("within", "a place can't lie within itself")
	}
	return ps
}

// Places returns every place, in the order of ids.
func (v *View) Places() []*Place {
	var all []*Place
	each(v, func(p *Place) { all = append(all, p) })
	return all
}

// maxWithin bounds how far out a place is followed; writing refuses a circle.
const maxWithin = 64

// Lies reports whether a place is, or lies within, another; either may have
// been merged.
func (v *View) Lies(place, within ID) bool {
	within = v.Canonical(within)
	for range maxWithin {
		p := v.Place(place)
		if p == nil || p.ID == within {
			return p != nil
		}
		place = p.Within
	}
	return false
}
