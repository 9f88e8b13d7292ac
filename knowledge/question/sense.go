package question

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"griot/knowledge/text"
)

// senses.txt says which words of conflict and politics mean nearly the same,
// in English and French.
//
//go:embed senses.txt
var sensesFile string

// What begins a line of something done, and of an office that people hold; what
// parts a kind of thing from things of that kind.
const (
	deedMark   = "to "
	hardMark   = "to! "
	officeMark = "as "
	kindMark   = ";"
)

// way is a way to say a sense, as folded words; the last may end in *.
type way struct {
	saying
	sense int
}

// senseBook is senses.txt as it is looked up.
type senseBook struct {
	ways           map[string][]way // by the two letters that a way begins with
	deeds, offices map[int]bool
	hard           map[int]bool
	instances      map[int]int // the sense of things of a kind, by that of the kind
	senses         int
}

// senses reads the file once.
var senses = sync.OnceValue(func() *senseBook {
	b := &senseBook{map[string][]way{}, map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]int{}, 0}
	for line := range strings.Lines(sensesFile) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			b.read(line)
		}
	}
	return b
})

func (b *senseBook) read(line string) {
	b.senses++
	n := b.senses
	if rest, ok := strings.CutPrefix(line, deedMark); ok {
		line, b.deeds[n] = rest, true
	}
	if rest, ok := strings.CutPrefix(line, hardMark); ok {
		line, b.deeds[n], b.hard[n] = rest, true, true
	}
	if rest, ok := strings.CutPrefix(line, officeMark); ok {
		line, b.offices[n] = rest, true
	}
	kind, things, parted := strings.Cut(line, kindMark)
	b.add(kind, n)
	if parted {
		b.add(things, n)
		b.senses++
		b.instances[n] = b.senses
		b.add(things, b.senses)
	}
}

func (b *senseBook) add(ways string, n int) {
	for s := range strings.SplitSeq(ways, ",") {
		if words := foldWay(s); len(words) > 0 {
			key := begins(words[0])
			b.ways[key] = append(b.ways[key], way{saying{words: words}, n})
		}
	}
}

// sensesIn returns for each folded word of a text the senses that it has there. A
// month that is another word too is known by its capital.
func sensesIn(s string) [][]int {
	return sensesOf(strings.Fields(text.Fold(months.ReplaceAllString(s, "xx"))))
}

var months = regexp.MustCompile(`\b(?:March|May)\b`)

// sensesOf returns for each of some folded words the senses that it has there.
func sensesOf(words []string) [][]int {
	found := make([][]int, len(words))
	for i, w := range words {
		if inDate(words, i) {
			continue
		}
		for _, s := range senses().ways[begins(w)] {
			if !s.at(words, i) {
				continue
			}
			for j := range s.words {
				if !slices.Contains(found[i+j], s.sense) {
					found[i+j] = append(found[i+j], s.sense)
				}
			}
		}
	}
	return found
}

func isDeed(sense int) bool { return senses().deeds[sense] }

// isKind reports whether a sense is of no deed: of things, people, or degree.
func isKind(sense int) bool { return !isDeed(sense) }

func isHard(sense int) bool { return senses().hard[sense] }

func isOffice(sense int) bool { return senses().offices[sense] }

// senseSet returns the senses of some words.
func senseSet(words string) map[int]bool {
	set := map[int]bool{}
	for _, found := range sensesOf(strings.Fields(words)) {
		for _, n := range found {
			set[n] = true
		}
	}
	return set
}

// speaking are the senses of speaking and thinking.
var speaking = sync.OnceValue(func() map[int]bool {
	return senseSet("say think argue warn fear hope explain expect dislike complain")
})
