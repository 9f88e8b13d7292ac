package question

import (
	"slices"

	"griot/knowledge"
)

// isSpokenBy reports whether a claim is said by somebody whom the question names,
// or by one who speaks for them: then it is what they say, by whatever words.
func (q *Question) isSpokenBy(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.ContainsFunc(c.By, func(s knowledge.Speaker) bool {
		return slices.ContainsFunc(q.Entries, func(id knowledge.ID) bool {
			speaker := v.Entry(s.Actor)
			return s.Actor == id || speaker != nil && hasRelationTo(speaker, id)
		})
	})
}

// speaks reports whether an actor says a claim.
func speaks(c *knowledge.Claim, id knowledge.ID) bool {
	return slices.ContainsFunc(c.By, func(s knowledge.Speaker) bool { return s.Actor == id })
}

// asksSpeech reports whether what somebody says is asked for.
func asksSpeech(folded []string) bool {
	return slices.ContainsFunc(folded, func(w string) bool { return sayings[w] }) && slices.ContainsFunc(folded, func(w string) bool { return saidWhat[w] })
}

var (
	sayings = wordSet(`say says said answer answers answered respond responds responded reply replies replied react reacts
		reacted think thinks thought argue argues argued claim claims claimed deny denies denied
		dit disent dire repond repondent repondu repondre pense pensent affirme affirment reagi reagit`)
	saidWhat = wordSet("what how que qu quoi comment")
)
