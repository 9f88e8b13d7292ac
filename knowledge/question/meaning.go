package question

import (
	"slices"
	"strings"

	"griot/knowledge/search"
	"griot/knowledge/text"
)

// meaning is what a word of a question may mean, by itself or in a phrase.
type meaning struct {
	said   string // what the lexicon says it stands for
	senses []int
}

// meantBy returns what each word of a question may mean. A phrase is read with
// its typing errors put right: the "primse" of "primse minister".
func meantBy(folded []string, read []search.Word) []meaning {
	put := slices.Clone(folded)
	for i, f := range folded {
		at := slices.IndexFunc(read, func(w search.Word) bool { return w.Typed == f && w.Meant != "" })
		if at >= 0 && len(f) >= shortestCorrected {
			put[i] = text.Fold(read[at].Meant)
		}
	}
	all := make([]meaning, len(folded))
	said, typed := meanings(folded), sensesOf(folded)
	for i := range folded {
		all[i] = meaning{said[i], typed[i]}
	}
	if slices.Equal(put, folded) {
		return all
	}
	said, typed = meanings(put), sensesOf(put)
	for i := range folded {
		if put[i] == folded[i] {
			all[i] = meaning{said[i], typed[i]}
		}
	}
	return all
}

// mean notes the senses of a word, as it stands in a question or put right.
func (w *word) mean(folded []string, meant []meaning) {
	for i, f := range folded {
		if f == w.Typed {
			w.senses = append(w.senses, meant[i].senses...)
		}
	}
	put := strings.Fields(text.Fold(w.Meant))
	for _, found := range sensesOf(put) {
		w.senses = append(w.senses, found...)
	}
	for _, f := range append(put, w.Typed) {
		if r := root(f); r != "" {
			w.roots = append(w.roots, r)
		}
	}
}

// mayMean gives a word that nothing knows the senses of those that it may be,
// typed badly, and returns what these stand for unless that is said already.
func (w *word) mayMean(said string) (also string) {
	if said != "" && len(w.senses) > 0 {
		return ""
	}
	senseless := len(w.senses) == 0
	for _, way := range meantWays(w.Typed) {
		if said == "" {
			also += meanings([]string{way})[0]
		}
		if senseless {
			w.senses = append(w.senses, sensesOf([]string{way})[0]...)
		}
	}
	w.guessed = w.guessed || also != "" || senseless && len(w.senses) > 0
	return also
}
