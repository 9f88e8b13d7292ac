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

// lexicon.txt says in the words of the sources what people ask in theirs, in
// English and French.
//
//go:embed lexicon.txt
var lexiconFile string

// saying is a way to ask, as folded words, and what it stands for.
type saying struct {
	words []string // the last may end in *
	means string
}

// lexicon reads the file once, by the two letters that a way to ask begins
// with; it is small, and a test holds its form.
var lexicon = sync.OnceValue(func() map[string][]saying {
	all := map[string][]saying{}
	for line := range strings.Lines(lexiconFile) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		ways, means, _ := strings.Cut(line, "=")
		for way := range strings.SplitSeq(ways, ",") {
			if words := foldWay(way); len(words) > 0 {
				key := begins(words[0])
				all[key] = append(all[key], saying{words, strings.TrimSpace(means)})
			}
		}
	}
	return all
})

// begins returns the first two letters of a folded word.
func begins(w string) string { return w[:min(2, len(w))] }

// foldWay folds the words of a saying and keeps the star at an end.
func foldWay(way string) []string {
	var words []string
	for _, w := range strings.Fields(way) {
		stem, star := strings.CutSuffix(w, "*")
		folded := strings.Fields(text.Fold(stem))
		if star && len(folded) > 0 {
			folded[len(folded)-1] += "*"
		}
		words = append(words, folded...)
	}
	return words
}

// at reports whether the saying stands in words at i.
func (s saying) at(words []string, i int) bool {
	if i+len(s.words) > len(words) {
		return false
	}
	for j, w := range s.words {
		got := words[i+j]
		if stem, star := strings.CutSuffix(w, "*"); star && strings.HasPrefix(got, stem) || got == w {
			continue
		}
		return false
	}
	return true
}

// meanings returns for each folded word of a question what it stands for
// besides itself.
func meanings(words []string) []string {
	means := make([]string, len(words))
	for i, w := range words {
		for _, s := range lexicon()[begins(w)] {
			if s.at(words, i) {
				for j := range s.words {
					means[i+j] += " " + s.means
				}
			}
		}
	}
	return means
}

// meantWay returns the way to ask that a word is one typing error away from.
func meantWay(w string) (way string, ok bool) {
	return nearest(w, singleWays()[len(w)], func(way string) bool { return text.Distance(w, way, 1) <= 1 })
}

// singleWays are the ways of one word of both lists, by how many letters a word
// has that is at most one letter longer or shorter.
var singleWays = sync.OnceValue(func() map[int][]string {
	set := map[string]bool{}
	add := func(s saying) {
		if len(s.words) == 1 {
			set[strings.TrimSuffix(s.words[0], "*")] = true
		}
	}
	for _, ways := range lexicon() {
		for _, s := range ways {
			add(s)
		}
	}
	for _, ways := range senses().ways {
		for _, s := range ways {
			add(s.saying)
		}
	}
	all := map[int][]string{}
	for _, way := range slices.Sorted(maps.Keys(set)) {
		for n := len(way) - 1; n <= len(way)+1; n++ {
			all[n] = append(all[n], way)
		}
	}
	return all
})

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
	return nearest(w, asking, func(l string) bool { return len(w) > 2 && swapped(w, l) && text.Distance(w, l, 1) <= 1 })
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

// asking are the words that ask, in their order.
var asking = slices.Sorted(maps.Keys(englishGrammar.asks))

// swapped reports whether two words have the same letters or lack one, as those
// typed in haste do.
func swapped(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y) || len(a)+1 == len(b)
}
