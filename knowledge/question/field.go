package question

import (
	"slices"

	"griot/knowledge"
)

// byField returns, where no claim answers by its words, the fits that bear the
// field which is asked for of the one thing that is named: when it begins or
// was to begin, and how many came. Whatever else the question says makes it
// another question.
func (q *Question) byField(v *knowledge.View, fits []Fit) []Fit {
	if len(q.Entries) != 1 || q.strange() {
		return nil
	}
	e := v.Entry(q.Entries[0])
	if e == nil {
		return nil
	}
	bearing := func(is func(knowledge.ID) bool) []Fit {
		return slices.DeleteFunc(slices.Clone(fits), func(f Fit) bool { return !is(f.Claim.ID) })
	}
	switch {
	case slices.Contains(q.Aims, When) && q.saysOnly(beginning):
		return bearing(func(c knowledge.ID) bool { return bears(e, c, When) })
	case slices.Contains(q.Aims, HowMany) && q.saysOnly(coming):
		return bearing(func(c knowledge.ID) bool {
			return slices.ContainsFunc(e.Counts, func(n knowledge.Count) bool { return n.Claim == c && crowds[n.What] })
		})
	}
	return nil
}

// saysOnly reports whether the question says nothing beside names but words of
// a kind.
func (q *Question) saysOnly(words map[string]bool) bool {
	return !slices.ContainsFunc(q.words, func(w word) bool { return !w.named && !w.linked && !words[w.Typed] && !words[w.Meant] })
}

var (
	beginning = wordSet(`start starts started starting begin begins began beginning happen happens happened happening
		launch launched due supposed meant scheduled planned expected take takes took place held occur occurred kick off
		date day year commence commencer commencait debuter debute debut lancer lance lancee lieu prevu prevue
		cense censee devait devrait avoir arrive arriver`)
	coming = wordSet(`turn turned up come came coming attend attended show showed gather gathered join joined march marched
		participate participated present presents people person persons personnes personne monde gens ppl folks size crowd
		venu venus venues venir rassembles rassemblees rassembler participe participer defile foule devant`)
	// crowds are what is counted where people came of themselves.
	crowds = wordSet(`demonstrators participants people marchers protesters mourners attendees visitors voters onlookers supporters`)
)
