package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/text"
)

// isName reports whether a word stands in the question with a capital, but for
// the word that begins it.
func isName(question, folded string) bool {
	for i, w := range strings.FieldsFunc(question, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r, _ := utf8.DecodeRuneInString(w); i > 0 && unicode.IsUpper(r) && text.Fold(w) == folded {
			return true
		}
	}
	return false
}

// hasName reports whether something has a word in its name.
func hasName(v *knowledge.View, w string) bool {
	found := v.Find(w)
	return len(found) > 0 && found[0].Errors == 0
}

// capitals notes the runs of words with capitals.
func (q *Question) capitals(question string) {
	var run []string
	end := func() {
		if len(run) > 1 && !slices.ContainsFunc(run, q.ordinary) {
			q.runs = append(q.runs, q.corrected(run))
		}
		run = nil
	}
	for i, w := range strings.Fields(question) {
		if first, _ := utf8.DecodeRuneInString(w); i == 0 || !unicode.IsUpper(first) {
			end()
			continue
		}
		run = append(run, strings.Fields(text.Fold(w))...)
		if strings.ContainsAny(w[len(w)-1:], ",.;:?!") {
			end()
		}
	}
	end()
}

// ordinary reports whether a word is more than a name: the lexicon knows it, or
// it says nothing.
func (q *Question) ordinary(folded string) bool {
	return isLight(folded) || slices.ContainsFunc(q.words, func(w word) bool { return w.Typed == folded && w.said != "" })
}

// wholeNames reports whether a claim has the names of several words that the
// question writes with capitals as they stand there: the United Nations are
// not the United States. Words that the lexicon knows are no such names.
func (q *Question) wholeNames(v *knowledge.View, c *knowledge.Claim) bool {
	if len(q.runs) == 0 {
		return true
	}
	ours, names, source := v.WordsOf(c)
	held := " " + text.Fold(ours+" "+names+" "+source) + " "
	return !slices.ContainsFunc(q.runs, func(run []string) bool { return !strings.Contains(held, " "+strings.Join(run, " ")+" ") })
}
