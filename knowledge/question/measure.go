package question

import "slices"

// measures are what somebody or something is asked to measure: "how tall".
var measures = wordSet("tall old high deep wide heavy fast hot cold")

// units tell a measure.
var units = wordSet(`meter meters metre metres foot feet mile miles kilometer kilometers kilometre kilometres km
	kilo kilos kilogram kilograms kg ton tons tonne tonnes hectare hectares degrees years old aged age tall high deep
	ans hauteur taille pese mesure`)

// asksMeasure reports whether a measure is asked for.
func asksMeasure(folded []string) bool {
	at := slices.Index(folded, "how")
	return at >= 0 && at+1 < len(folded) && measures[folded[at+1]] || slices.Contains(folded, "age") && slices.Contains(folded, "quel")
}
