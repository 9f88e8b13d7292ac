package question

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// Aim is the kind of answer that is wanted.
type Aim string

// The aims.
const (
	Who     Aim = "who"
	When    Aim = "when"
	Where   Aim = "where"
	HowMany Aim = "how many"
	Why     Aim = "why"
	WhatIs  Aim = "what is"
	Happens Aim = "what happened"
	Status  Aim = "status"
	After   Aim = "after"
	Advice  Aim = "advice"
	Blame   Aim = "blame"
	Portion Aim = "portion"
)

// cues are the words that tell an aim, English and French, folded.
var cues = []struct {
	aim   Aim
	words []string
}{
	{HowMany, []string{"how many", "how much", "how large", "how big", "how old", "how tall", "how high", "how deep", "how wide", "how heavy", "how fast", "how far is", "how far was", "how far away", "how long", "population of", "number of", "death toll", "combien", "quel bilan", "quel age", "nombre de", "quel est le prix", "price of"}},
	{Portion, []string{"how much of", "what share", "what percentage", "what part of the", "what portion", "quelle part", "quel pourcentage"}},
	{When, []string{"when", "on what day", "what day", "which day", "in what year", "what year", "which year", "on which date", "what date", "by when", "since when", "quand", "en quelle annee", "quel jour", "a quelle date"}},
	{Where, []string{"where", "in which region", "which region", "which part of the country", "what part of the country", "which area", "which village", "which town", "which city", "in what place", "in what kind of place", "ou se", "ou est", "ou a", "dans quelle region"}},
	{Why, []string{"why", "for what reason", "what reason", "what caused", "purpose of", "aim of", "aims of", "goal of", "goals of", "the point of", "dans quel but", "le but de", "a quoi sert", "a quoi servait", "a quoi devait servir", "a quoi doit servir", "pourquoi", "pour quelle raison"}},
	{Happens, []string{"what happened", "what happend", "what took place", "what went wrong", "whatever happened", "que s est il passe", "qu est il arrive"}},
	{After, []string{"what came after", "what followed", "what happened after", "qu y a t il eu apres"}},
	{WhatIs, []string{"what kind of", "what sort of", "what type of", "quel genre de", "quel type de", "what is", "what are", "who is", "who are", "who was", "what was", "what does the name", "qui est", "qu est ce que", "c est quoi"}},
	{Blame, []string{"who attacked", "who killed", "who did it", "who committed", "who carried out", "responsible for", "behind the attack", "behind the massacre", "believed to have attacked", "qui a attaque", "qui a commis", "responsable", "guilty", "commit the"}},
	{Status, []string{"what happened to", "stalled", "stuck", "what became of", "how far along", "how far has", "how far have", "how far did", "how far with", "status of", "which reforms", "quelles reformes", "which promises", "quelles promesses", "been kept", "whatever happened to", "what came of", "any progress", "le point sur", "ou en est", "ou en sont", "ou en etait", "status", "statut", "carried out", "implemented"}},
	{Advice, []string{"should", "recommend", "author want", "author ask", "author call", "article call", "advice", "calls for", "want to see", "a l avis de l auteur", "preconise", "recommande", "what does the author", "devrait", "que demande l auteur", "faut il"}},
	{Who, []string{"name of", "who", "whom", "whose", "which movement", "which group", "which community", "by whom", "qui", "quel president", "quel groupe", "quelle communaute", "quel mouvement", "which organization", "which organisation", "which country", "which countries", "quel pays"}},
}

// aimsOf returns the aims of a question by its folded words.
func aimsOf(folded []string) []Aim {
	var aims []Aim
	padded := " " + strings.Join(folded, " ") + " "
	for _, c := range cues {
		if slices.ContainsFunc(c.words, func(w string) bool { return strings.Contains(padded, " "+w+" ") }) {
			aims = append(aims, c.aim)
		}
	}
	aims = slices.DeleteFunc(aims, func(a Aim) bool { return onlyJoins(folded, joiners[a]) })
	if slices.Contains(aims, Happens) && slices.ContainsFunc(folded, func(w string) bool { return afters[w] }) && !slices.Contains(aims, After) {
		aims = append(aims, After)
	}
	if goesHow(folded) {
		aims = append(aims, Status)
	}
	if n := len(folded); n > 2 && (folded[n-1] == "name" || folded[n-1] == "nom") && !slices.Contains(aims, Who) {
		aims = append(aims, Who)
	}
	return aims
}

// goesHow reports whether it is asked how something gets on: "how's the reform
// going".
func goesHow(folded []string) bool {
	at := slices.Index(folded, "how")
	return at >= 0 && at+2 < len(folded) && englishGrammar.helps[folded[at+1]] && slices.Contains(going, folded[len(folded)-1])
}

// joiners are the words that ask, or behind another that asks only join a
// sentence: "who ruled when it fell", "que recoit une famille qui plante".
var joiners = map[Aim]string{When: "when", Who: "qui"}

func onlyJoins(folded []string, joiner string) bool {
	asks := slices.IndexFunc(folded, func(w string) bool { return englishGrammar.asks[w] || frenchGrammar.asks[w] })
	at := slices.Index(folded, joiner)
	return at > asks && at < len(folded)-1
}

var afters = wordSet("after following apres suivi suite")

var going = strings.Fields("going doing coming along working progressing now faring getting")

// facts are the fields whose claims answer an aim.
var facts = map[Aim][]string{
	When:    {"dates", "steps"},
	Where:   {"places"},
	HowMany: {"counts"},
	WhatIs:  {"is"},
	Status:  {"steps"},
	Happens: {"is", "dates"},
	Who:     {"relations"},
	Blame:   {"relations"},
	After:   {"relations"},
	Why:     {"relations"},
}

// bears reports whether a fact of the entry that a claim bears out is of the
// kind that an aim wants.
func bears(e *knowledge.Entry, claim knowledge.ID, aim Aim) bool {
	for _, f := range e.Facts() {
		field, _, _ := strings.Cut(f.Path, "[")
		if f.Claim == claim && slices.Contains(facts[aim], field) && wantsRelation(e, f, aim) {
			return true
		}
	}
	return false
}

// wantsRelation narrows relations to the one that an aim is about.
func wantsRelation(e *knowledge.Entry, f knowledge.Fact, aim Aim) bool {
	want := map[Aim][]string{Blame: {knowledge.AccusedOf}, After: {knowledge.Follows}, Why: {knowledge.Opposes, knowledge.RespondedTo}}[aim]
	return want == nil || slices.ContainsFunc(e.Relations, func(r knowledge.Relation) bool { return r.Claim == f.Claim && slices.Contains(want, r.Is) })
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// pointed are the aims that one field of an entry answers.
var pointed = map[Aim]bool{When: true, Where: true, Why: true, HowMany: true, After: true, Blame: true, Status: true, Portion: true}
