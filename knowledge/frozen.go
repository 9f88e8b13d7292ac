package knowledge

// Frozen keeps a record of a desk from being edited, as long as it is live.
type Frozen struct {
	Target ID `json:"target"`
}

// FrozenID returns the id of the record that freezes a target.
func FrozenID(target ID) ID { return target + "/frozen" }

// Frozen reports whether a record is kept from edits here; a claim is if one of
// its entries is.
func (v *View) Frozen(id ID) bool {
	if body[Frozen](v, FrozenID(id)) != nil {
		return true
	}
	c := v.Claim(id)
	if c == nil {
		return false
	}
	for _, entry := range c.About {
		if body[Frozen](v, FrozenID(entry)) != nil {
			return true
		}
	}
	return false
}
