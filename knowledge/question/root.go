package question

import "strings"

// endings make other words of a root, in English and French, each before those
// that it ends in: legitimate and legitimacy, companies and company, manifestant
// and manifestation.
var endings = strings.Fields(`izations isations ization isation ational ationnel ements ement ations ation
	ators ateurs ateur atrice ator ating ative atives ities ables ibles able ible ances ences ance ence
	ments ment tions tion sions sion ships ship ates ated ate acy acies ants ents ant ent istes iste ists ist
	ismes isme isms ism iques ique ical ics ic eurs eur euses euse ions ion ites ite ity ively ive ives ifs if
	ings ing ers er ors or ees ee ed ies es ie ly s e y`)

// shortestRoot is how many letters must be left: fewer are shared by chance.
const shortestRoot = 5

// root returns what a folded word has in common with the words made of it, or
// nothing if it is too short to tell.
func root(w string) string {
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) >= shortestRoot {
			return stem
		}
	}
	if len(w) < shortestRoot {
		return ""
	}
	return w
}
