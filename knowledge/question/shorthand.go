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

// shorthand is what each short form stands for, by its folded letters.
var shorthand = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(shorthandFile) {
		forms, means, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for form := range strings.SplitSeq(forms, ",") {
			all[text.Fold(strings.TrimSpace(form))] = strings.TrimSpace(means)
		}
	}
	return all
})

// longestForm is how many words a short form may have.
const longestForm = 4

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
		w := strings.TrimRight(strings.Join(fields[:n], " "), ".,;:?!")
		long, ok := shorthand()[text.Fold(w)]
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
