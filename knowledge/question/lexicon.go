package question

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

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

// shortestTwice is the length from which two letters of a word may be wrong.
const shortestTwice = 9

// meantWays returns the ways to ask that a word may be, typed badly. A short one
// may be several: it keeps its first letter, and has its letters swapped or
// lacks one.
func meantWays(w string) (all []string) {
	ways := singleWays()[len(w)]
	for _, stem := range stems()[begins(w)] {
		if len(w) > len(stem)+1 && slices.ContainsFunc([]int{-1, 0, 1}, func(n int) bool { return text.Distance(w[:len(stem)+n], stem, 1) <= 1 }) {
			return []string{stem}
		}
	}
	switch {
	case len(w) >= shortestCorrected:
		errors := 1
		way, ok := nearest(w, ways, func(way string) bool { return text.Distance(w, way, errors) <= errors })
		if errors = 2; !ok && len(w) >= shortestTwice {
			way, ok = nearest(w, ways, func(way string) bool { return text.Distance(w, way, errors) <= errors })
		}
		if ok {
			all = append(all, way)
		}
	case len(w) >= shortestSwapped:
		for _, way := range ways {
			if len(way) >= len(w) && way[0] == w[0] && swapped(w, way) && text.Distance(w, way, 1) <= 1 {
				all = append(all, way)
			}
		}
	}
	return all
}

// shortestSwapped is the length from which a short word is taken for another
// with its letters swapped or one left out.
const shortestSwapped = 3

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

// stems are the long ways of one word that stand for all that begin so, by the
// two letters that they begin with.
var stems = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, ways := range senses().ways {
		for _, s := range ways {
			if stem, star := strings.CutSuffix(s.words[0], "*"); star && len(s.words) == 1 && len(stem) > shortestCorrected {
				all[begins(stem)] = append(all[begins(stem)], stem)
			}
		}
	}
	return all
})
