package question

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"griot/knowledge/text"
)

// light.txt holds the words that say nothing of what a question is about.
//
//go:embed light.txt
var lightFile string

var light = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(lightFile) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, idleMark) {
			continue
		}
		for _, w := range strings.Fields(text.Fold(line)) {
			set[w] = true
		}
	}
	return set
})

// idleMark begins the lines of light.txt that are phrases.
const idleMark = "+ "

// idle are the phrases that carry a question along, folded, each with a space
// at both ends.
var idle = sync.OnceValue(func() []string {
	var all []string
	for line := range strings.Lines(lightFile) {
		if phrase, ok := strings.CutPrefix(line, idleMark); ok {
			all = append(all, " "+text.Fold(phrase)+" ")
		}
	}
	return all
})

// withoutIdle returns a folded question without the phrases that say nothing.
func withoutIdle(folded string) string {
	folded = " " + folded + " "
	for _, phrase := range idle() {
		folded = strings.ReplaceAll(folded, phrase, " ")
	}
	return strings.TrimSpace(folded)
}

func isLight(w string) bool { return light()[w] }

// nearlyLight reports whether a word is a typing error away from one that says
// nothing.
func nearlyLight(w string) bool {
	_, ok := lightMeant(w)
	return ok
}

// lightMeant returns the word that says nothing which another is a typing error
// away from: of those that ask any, of others those that are long enough.
func lightMeant(w string) (string, bool) {
	if isLight(w) || len(sensesOf([]string{w})[0]) > 0 {
		return "", false
	}
	if utf8.RuneCountInString(w) > shortestCorrected {
		return nearest(w, longLight(), func(l string) bool { return text.Distance(w, l, 1) <= 1 })
	}
	if l, ok := nearest(w, asking, func(l string) bool { return len(w) > 2 && swapped(w, l) && text.Distance(w, l, 1) <= 1 }); ok {
		return l, true
	}
	return nearest(w, shortLight(), func(l string) bool {
		return len(w) == len(l) && w[0] == l[0] && swapped(w, l) && text.Distance(w, l, 1) <= 1
	})
}

// nearest returns the first of some words, in their order, that a test holds of
// and that is at most one letter longer or shorter.
func nearest(w string, words []string, test func(string) bool) (string, bool) {
	for _, l := range words {
		if len(l)-len(w) <= 1 && len(w)-len(l) <= 1 && test(l) {
			return l, true
		}
	}
	return "", false
}

// longLight are the words that say nothing and are long enough to be told from
// others, in their order.
var longLight = sync.OnceValue(func() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(light())), func(l string) bool { return len(l) < shortestCorrected })
})

// shortLight are the others of three letters and more.
var shortLight = sync.OnceValue(func() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(light())), func(l string) bool { return len(l) >= shortestCorrected || len(l) < shortestSwapped })
})

// asking are the words that ask, in their order.
var asking = append(slices.Sorted(maps.Keys(englishGrammar.asks)), "status")

// swapped reports whether two words have the same letters, lack one or have
// another vowel, as those typed in haste or by ear do.
func swapped(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y) || len(a)+1 == len(b) || vowels.Replace(a) == vowels.Replace(b)
}

// vowels makes all vowels one.
var vowels = strings.NewReplacer("e", "a", "i", "a", "o", "a", "u", "a", "y", "a")
