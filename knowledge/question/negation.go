package question

import (
	"slices"
	"strings"
)

// negations say that something is not so, or was refused.
var (
	negations = wordSet("not never no nobody none without t n ne pas jamais aucun aucune personne sans")
	refusals  = wordSet("refuse refused refuses decline declined reject rejected rejects deny denies denied failed fail fails refusent rejette")
)

// asksNot reports whether it is asked who or what did not do something.
func (q *Question) asksNot(folded []string) bool {
	if !slices.Contains(q.Aims, Who) && !slices.ContainsFunc(folded[:min(1, len(folded))], func(w string) bool { return doers[w] }) {
		return false
	}
	for i, w := range folded {
		elided := w == "t" && i > 0 && strings.HasSuffix(folded[i-1], "n") && len(folded[i-1]) > 2
		french := (w == "pas" || w == "jamais") && slices.Contains(folded[:i], "n")
		if w == "not" || w == "never" || elided || french {
			return true
		}
	}
	return false
}

// tellsNot reports whether our words say that something is not so.
func (d *document) tellsNot() bool {
	return d.anyWord(func(w string) bool { return negations[w] || refusals[w] })
}
