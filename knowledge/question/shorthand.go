package question

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"griot/knowledge/text"
)

// shorthand.txt says what people shorten.
//
//go:embed shorthand.txt
var shorthandFile string

// shortForms are what short forms stand for, by their folded letters, and what
// those of several words begin with.
type shortForms struct {
	means  map[string]string
	begins map[string]bool
}

// shorthand reads the file once.
var shorthand = sync.OnceValue(func() shortForms {
	all := shortForms{map[string]string{}, map[string]bool{}}
	for line := range strings.Lines(shorthandFile) {
		forms, means, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for form := range strings.SplitSeq(forms, ",") {
			all.means[text.Fold(form)] = strings.TrimSpace(means)
			if words := strings.Fields(form); len(words) > 1 {
				all.begins[words[0]] = true
			}
		}
	}
	return all
})

// longestForm is how many words a short form may have.
const longestForm = 5

// spellOut writes out what people shorten, the longest form first. What is
// written as a name is left alone, but for months.
func spellOut(question string) string {
	question = born.ReplaceAllString(question, "${1}born$2")
	question = won.ReplaceAllString(question, "${1}wins")
	var all []string
	for fields := strings.Fields(question); len(fields) > 0; {
		long, n := longForm(fields, len(all) == 0)
		all, fields = append(all, long), fields[n:]
	}
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// longForm returns what the first of some words stand for, and how many these
// are.
func longForm(fields []string, first bool) (long string, n int) {
	for n = min(longestForm, len(fields)); n > 0; n-- {
		if n > 1 && !shorthand().begins[strings.ToLower(fields[0])] {
			continue
		}
		w := strings.TrimRight(strings.Join(fields[:n], " "), ".,;:?!")
		long, ok := shorthand().means[text.Fold(w)]
		lower, month := w == strings.ToLower(w), long != strings.ToLower(long)
		if ok && (lower || w != strings.ToUpper(w) && (first || month)) {
			return long + fields[n-1][len(strings.TrimRight(fields[n-1], ".,;:?!")):], n
		}
	}
	return fields[0], 1
}

// born is a French word that without its accent is one that says nothing.
var born = regexp.MustCompile(`(?i)(^|[^\pL])née?s?([^\pL]|$)`)

// won is taken for "won't" by the index.
var won = regexp.MustCompile(`(?i)(^|[^\pL])won\b`)
