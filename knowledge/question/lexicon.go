package question

import (
	_ "embed"
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

// lexicon reads the file once; it is small, and a test holds its form.
var lexicon = sync.OnceValue(func() []saying {
	var all []saying
	for line := range strings.Lines(lexiconFile) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		ways, means, _ := strings.Cut(line, "=")
		for way := range strings.SplitSeq(ways, ",") {
			all = append(all, saying{foldWay(way), strings.TrimSpace(means)})
		}
	}
	return all
})

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

// meanings returns for each word of a question what it stands for besides
// itself.
func meanings(words []string) []string {
	means := make([]string, len(words))
	for _, s := range lexicon() {
		for i := range words {
			if s.at(words, i) {
				for j := range s.words {
					means[i+j] += " " + s.means
				}
			}
		}
	}
	return means
}
