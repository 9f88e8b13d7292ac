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

// isAcronym reports whether a word stands in a question in capitals only, as the
// UN does, where not all of it does: so it is a name, even if in small letters it
// says nothing.
func isAcronym(question, folded string) bool {
	return question != strings.ToUpper(question) && slices.ContainsFunc(strings.FieldsFunc(question, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }), func(w string) bool {
		w = strings.ReplaceAll(w, ".", "")
		return len(w) > 1 && w == strings.ToUpper(w) && text.Fold(w) == folded
	})
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

// setAside marks names that a claim need not have: whose something is, and what
// only says when, after another event or before, if something else is named too.
func (q *Question) setAside(folded []string) {
	for i := range q.words {
		if at := slices.Index(folded, q.words[i].Typed); at >= 0 && at+2 < len(folded) && folded[at+1] == "s" {
			q.words[i].aside = true
		}
	}
	from := slices.IndexFunc(folded, func(w string) bool { return asides[w] })
	if from < 0 {
		return
	}
	behind := func(w word) bool { return slices.Contains(folded[from:], w.Typed) }
	if !slices.ContainsFunc(q.words, func(w word) bool { return w.named && !behind(w) }) {
		return
	}
	for i := range q.words {
		q.words[i].aside = q.words[i].aside || behind(q.words[i])
	}
}

// asides are the words before what only says when.
var asides = wordSet("after before since during following until apres avant depuis pendant lors suite")

// ordinary reports whether a word is more than a name: the lexicon knows it, or
// it says nothing.
func (q *Question) ordinary(folded string) bool {
	return isLight(folded) || slices.ContainsFunc(q.words, func(w word) bool { return w.Typed == folded && w.said != "" })
}

// wholeNames reports whether a claim has the names of several words that the
// question writes with capitals as they stand there: the United Nations are
// not the United States. Words that the lexicon knows are no such names.
func (q *Question) wholeNames(d *document) bool {
	return !slices.ContainsFunc(q.runs, func(run []string) bool { return !holdsRun(d.held, run) })
}

// holdsRun reports whether words stand in others one behind the other, some of
// them typed badly.
func holdsRun(held, run []string) bool {
	for i := 0; i+len(run) <= len(held); i++ {
		near := true
		for j, w := range run {
			near = near && (held[i+j] == w || len(w) >= shortestCorrected && text.Distance(w, held[i+j], 1) <= 1)
		}
		if near {
			return true
		}
	}
	return false
}
