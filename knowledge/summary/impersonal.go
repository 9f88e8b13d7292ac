package summary

import "slices"

// personal returns a statement with who says it first: it was proposed by the
// mediator that, the mediator proposed that. Any other it returns as it is.
func (l *lexicon) personal(all []token) []token {
	if len(all) < 6 || all[0].canon != "it" && all[0].canon != "il" {
		return all
	}
	be := 1
	for be < len(all) && (all[be].class == beVerb || all[be].class == auxiliary) {
		be++
	}
	if be == 1 || all[be-1].class != beVerb || be+2 >= len(all) || all[be].class != report && all[be].class != belief || !l.isParticiple(all[be]) || !isBy(all[be+1]) {
		return all
	}
	that := be + 2
	for that < len(all) && all[that].class != relative {
		that++
	}
	agent := all[be+2 : that]
	if that == len(all) || len(agent) == 0 || all[that].canon != l.that().canon || slices.ContainsFunc(agent, l.isNoSpeaker) {
		return all
	}
	agent = slices.Clone(agent)
	agent[0].first = true
	return slices.Concat(agent, all[be:be+1], all[that:])
}
