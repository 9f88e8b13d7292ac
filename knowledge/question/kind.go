package question

import (
	"slices"

	"griot/knowledge"
)

// givesKind reports whether a claim has the kind of thing that is asked for. If
// nothing is said to be done with it, the kind alone is no answer: who asks
// what weapons were used is not told that there were weapons. Of which side or
// power is told by any that the question does not name.
func (q *Question) givesKind(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	kind := q.shape.focus
	if kind == nil || slices.Contains(q.Aims, Portion) || carries(kind.Typed) || shells[kind.Typed] || spots[kind.Typed] || parties[kind.Typed] && q.tellsWho(v, c) {
		return true
	}
	return d.bears(kind) && (q.shape.deed != nil || d.instance(kind))
}

// shells are nouns for what a sentence tells, which seldom says them itself: who
// asks what mistake somebody made is told what they did. After H.-J. Schmid,
// English Abstract Nouns as Conceptual Shells, 2000.
var shells = wordSet(`accusation accusations achievement achievements advantage advantages advice aim aims allegation
	allegations answer answers argument arguments aspect aspects assumption bargain basis belief beliefs benefit benefits
	change changes charge charges claim claims comment complaint complaints concern concerns concession concessions
	conclusion conclusions condition conditions consequence consequences contribution criticism criticisms danger dangers
	decision decisions demand demands difference differences difficulty difficulties disadvantage doubt doubts effect
	effects error errors evidence excuse excuses expectation expectations explanation explanations failure failures fear
	fears feature features finding findings flaw flaws goal goals ground grounds guarantee guarantees hope hopes idea ideas
	impact impacts improvement improvements issue issues justification lesson lessons limit limits limitation limitations
	link links loss losses measure measures mistake mistakes motive motives need needs objection objections objective
	objectives obligation obligations obstacle obstacles opinion opinions outcome outcomes penalty penalties plan plans
	point points position power powers precondition priority priorities problem problems progress promise promises proof
	proposal proposals punishment punishments purpose purposes question questions reaction reactions reason reasons
	recommendation recommendations remark remarks remedy remedies request requests requirement requirements response
	responses result results right rights risk risks rule rules shortcoming shortcomings sign signs solution solutions
	statement statements step steps strategy strategies suggestion suggestions task tasks term terms threat threats topic
	weakness weaknesses wish wishes worry worries
	avantage avantages but buts cause causes
	crainte craintes critique critiques defaut defauts demande demandes
	difficulte difficultes echec echecs effet effets enjeu enjeux erreur erreurs exigence exigences explication
	explications faute fautes faiblesse faiblesses idee idees lecon lecons limite limites mesure mesures menace menaces
	motif motifs objectif objectifs peine peines plainte plaintes preuve preuves
	priorite priorites probleme problemes progres promesse promesses proposition propositions raison raisons
	recommandation recommandations regle regles reponse reponses reproche reproches resultat resultats
	revendication revendications risque risques sanction sanctions souhait tache taches`)

// parties are words for anybody who may act.
var parties = wordSet(`side sides parties party actor actors player players power powers organization organizations
	organisation organisations outfit outfits faction factions group groups body bodies institution institutions camp
	camps job jobs profession professions occupation occupations metier metiers cote cotes partie acteur acteurs puissance puissances groupe groupes organisme organismes`)

// pointsTo reports whether a claim bears the field of what is named that the
// question points to: then it answers by whatever word.
func (q *Question) pointsTo(v *knowledge.View, c *knowledge.Claim) bool {
	return slices.Contains(q.Aims, Status) && slices.ContainsFunc(v.FactsOf(c.ID), func(e *knowledge.Entry) bool {
		return slices.Contains(q.Entries, e.ID) && bears(e, c.ID, Status)
	})
}
