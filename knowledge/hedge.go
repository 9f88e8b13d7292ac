package knowledge

import (
	"slices"
	"strings"

	"griot/knowledge/text"
)

// hedges are the words, English and French, that keep a sentence from saying
// as a fact what somebody only believes, suspects, reports or says. They are
// compared folded; what stands on both sides of … must stand in this order. A
// word that means other things too needs its company: somebody is found
// with weapons, kills a suspect, reports to a barracks or marches in May.
var hedges = phrases(`
accuse … of, accuses … of, accused of, is accused, are accused, was accused, were accused, accused by
according to, in the view of, in the words of
allege, alleges, allegedly, alleged to, is alleged, are alleged, was alleged, were alleged, alleged by
apparently, appear to, appears to, appeared to, seem to, seems to, seemed to, it seems
argue that, argues that, argued that, assert that, asserts that, asserted that
believe, believes, believed
blame … for, blames … for, blamed for, is blamed, are blamed, was blamed, were blamed
charge that, charges that, charged with, is charged, are charged
claim that, claims that, claimed that, claim to have, claims to have, claimed to have, claim responsibility, claims responsibility, claimed responsibility
complain that, complains that, complained that
is considered, are considered, seen as, viewed as
deny, denies, denied that, denied having, denied any
find that, finds that, found that, found to have
implicated in
likely to have, most likely, very likely, probably, presumably, supposedly
may have, might have, could have, may be, might be, could be
reportedly, reported that, reports that, report that, reported to have, is reported, are reported, was reported, were reported
say, says, said
suspect … of, suspects … of, suspected of, suspected to, is suspected, are suspected, was suspected, were suspected, suspected by
thought to

accuse … de, accusent … de, accuse … d’, accusent … d’, accuse … du, accusent … du, accuse … des, accusent … des
accusé de, accusée de, accusés de, accusées de, accusé d’, accusée d’, accusés d’, accusées d’
accusé du, accusée du, accusés du, accusées du, accusé des, accusée des, accusés des, accusées des
affirme, affirment, prétend, prétendent, dit, disent, croit, croient
estime que, estiment que, rapporte que, rapportent que
aurait, auraient, serait, seraient, probablement
d’après, selon
dément, démentent, nie, nient
auteur présumé, auteurs présumés
soupçonne, soupçonnent, soupçonné, soupçonnée, soupçonnés, soupçonnées
suspecté de, suspectée de, suspectés de, suspectées de, suspecté d’, suspectée d’, suspectés d’, suspectées d’
`)

// outlooks are the words of those who expect or argue something: enough for a
// claim that is expected or argued, not for an accusation.
var outlooks = phrases(`
ask, asks, asked, call for, calls for, call on, calls on, should, ought to, consider, considers
argue, argues, argued, judge, judges, describe, describes, described, view, views, underlines, warn, warns
critics, estimate, estimated, report, reports, reported
expected, expects, expect, planned, promised, vowed, was to, were to, is to, are to, likely, may, might

devrait, devraient, doit, doivent, demande, demandent, estime, estiment, prévoit, prévoient, prévu, prévue, attendu, attendue, promis, promet
`)

// phrases folds a list of phrases, each in its parts.
func phrases(list string) [][]string {
	var all [][]string
	for _, phrase := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
		var parts []string
		for part := range strings.SplitSeq(phrase, "…") {
			parts = append(parts, " "+text.Fold(part)+" ")
		}
		all = append(all, parts)
	}
	return all
}

// IsHedged reports whether s says, in a word of its own, that it is somebody's
// belief, report or accusation.
func IsHedged(s string) bool { return holdsAny(s, hedges) }

// looksAhead reports whether s says that it is somebody's plan, hope or advice.
func looksAhead(s string) bool { return holdsAny(s, outlooks) }

func holdsAny(s string, phrases [][]string) bool {
	folded := " " + text.Fold(s) + " "
	return slices.ContainsFunc(phrases, func(parts []string) bool {
		rest, found := folded, true
		for _, part := range parts {
			if _, rest, found = strings.Cut(rest, part); !found {
				return false
			}
			rest = " " + rest
		}
		return true
	})
}
