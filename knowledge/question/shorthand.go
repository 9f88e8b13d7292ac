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

// spellOut writes out what people shorten. What is written as a name is left
// alone, but for months.
func spellOut(question string) string {
	question = born.ReplaceAllString(question, "${1}born$2")
	question = won.ReplaceAllString(question, "${1}wins")
	fields := strings.Fields(question)
	for i, f := range fields {
		w := strings.TrimRight(f, ".,;:?!")
		long, ok := shorthand()[text.Fold(w)]
		lower, month := w == strings.ToLower(w), long != strings.ToLower(long)
		if ok && (lower || w != strings.ToUpper(w) && (i == 0 || month)) {
			fields[i] = long + f[len(w):]
		}
	}
	return strings.Join(fields, " ")
}

// born is a French word that without its accent is one that says nothing.
var born = regexp.MustCompile(`(?i)(^|[^\pL])née?s?([^\pL]|$)`)

// won is taken for "won't" by the index.
var won = regexp.MustCompile(`(?i)(^|[^\pL])won\b`)
