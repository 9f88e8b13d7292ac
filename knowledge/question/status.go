package question

import (
	"slices"

	"griot/knowledge"
)

// statuses are the words by which people ask for reforms in a status.
var statuses = []struct {
	status string
	words  map[string]bool
}{
	{"partly done", wordSet("partly partially partiellement")},
	{"done", wordSet(`done completed complete finished achieved accomplished fulfilled
		terminees achevees realisees faites accomplies`)},
	{"stalled", wordSet("stalled stuck blocked deadlocked bloquees enlisees suspendues")},
	{"contested", wordSet("contested disputed contestees")},
	{"begun", wordSet("begun started underway commencees entamees")},
}

// statusOf returns the status of the reforms that a question asks for, or
// nothing.
func statusOf(folded []string) string {
	if !slices.ContainsFunc(folded, func(w string) bool { return reformers[w] }) {
		return ""
	}
	for _, s := range statuses {
		if slices.ContainsFunc(folded, func(w string) bool { return s.words[w] }) {
			return s.status
		}
	}
	return ""
}

// reformers are what reforms are asked for by, where none is named.
var reformers = wordSet("reforms reformes")

// tellsStatus reports whether a claim bears out that a reform is in the status
// that is asked for, where none is named.
func (q *Question) tellsStatus(v *knowledge.View, c *knowledge.Claim) bool {
	if q.status == "" || len(q.named) > 0 {
		return true
	}
	return slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return slices.ContainsFunc(e.Steps, func(s knowledge.Step) bool { return s.Claim == c.ID && s.Status == q.status })
	})
}
