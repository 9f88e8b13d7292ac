package knowledge

import "slices"

// Answered returns the live claims that answer a claim, and how.
func (v *View) Answered(claim ID) []Answer {
	return gather(v, claim,
		func(l *layer, id ID) []Answer { return l.answers[id] },
		func(a Answer) ID { return a.Claim })
}

// Disputed reports whether a live claim denies or contradicts this one, or is
// contradicted by it: of two accounts that exclude each other both are disputed.
func (v *View) Disputed(claim ID) bool {
	if slices.ContainsFunc(v.Answered(claim), func(a Answer) bool { return a.How.Disputes() }) {
		return true
	}
	c := v.Claim(claim)
	return c != nil && slices.ContainsFunc(c.Answers, func(a Answer) bool {
		return a.How == Contradicts && v.Claim(a.Claim) != nil
	})
}

// Bound returns the claims without which this one may not be shown: those that
// it denies, contradicts or corrects, and those that do so to it.
func (v *View) Bound(c *Claim) []*Claim {
	var bound []*Claim
	add := func(a Answer) {
		other := v.Claim(a.Claim)
		if a.How.Binds() && other != nil && !slices.Contains(bound, other) {
			bound = append(bound, other)
		}
	}
	for _, a := range c.Answers {
		add(a)
	}
	for _, a := range v.Answered(c.ID) {
		add(a)
	}
	return bound
}
