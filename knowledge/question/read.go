package question

import (
	"slices"
	"strings"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// Question is what was asked, as far as rules can read it.
type Question struct {
	Aims      []Aim
	Entries   []knowledge.ID // those named, the surest first
	Corrected []search.Correction

	words         []word
	dates         []asked
	long, since   bool       // a length of time is asked for, or since when
	unit          string     // of time, that is to be counted
	runs          [][]string // runs of words with capitals
	shape         shape
	named, placed []naming // entries and places
	country       bool     // a country is asked for
	future        bool     // what will be is asked for
	speaks        bool     // what somebody says is asked for
	often         bool     // how many times is asked for
	hour          bool     // the time of day is asked for
	land          *gazetteer
}

// longest is how many letters of a question are read: more than any reader
// types, and few enough to answer at once.
const longest = 600

// Read reads a question against what a view knows.
func Read(v *knowledge.View, question string) Question {
	question = spellOut(shorten(question, longest))
	question, respelt := respell(v, question)
	all := strings.Fields(text.Fold(question))
	read := v.Words(question)
	folded := plain(strings.Fields(withoutIdle(strings.Join(all, " "))), read, question)
	q := Question{Aims: aimsOf(folded), Corrected: respelt, land: gazetteerOf(v)}
	meant, ends := meantBy(folded, read), endsOfPhrases(folded)
	for _, w := range read {
		switch {
		case w.Typed == "":
			q.addDate(w)
		case w.Meant != "" && isLight(text.Fold(w.Meant)), slices.Contains(all, w.Typed) && !slices.Contains(folded, w.Typed):
			// part of a phrase that says nothing
		case ends[w.Typed] || !isLight(w.Typed) && (w.Known && w.Meant == "" || isName(question, w.Typed) || !nearlyLight(w.Typed)):
			q.words = append(q.words, q.word(v, w, question, folded, meant))
		}
	}
	q.countsTime(all)
	q.capitals(question)
	q.link(v, folded)
	q.linkPlaces(folded)
	q.setAside(folded)
	q.shape = q.shapeOf(folded)
	q.country = asksCountry(folded)
	q.speaks = asksSpeech(folded)
	q.future = slices.ContainsFunc(folded, func(w string) bool { return futures[w] })
	return q
}

// endsOfPhrases returns the words of a question that end a phrase which has a
// sense although its words say nothing: "people who saw".
func endsOfPhrases(folded []string) map[string]bool {
	ends := map[string]bool{}
	for i, w := range folded {
		for _, s := range senses().ways[begins(w)] {
			if len(s.words) > 1 && s.at(folded, i) {
				ends[folded[i+len(s.words)-1]] = true
			}
		}
	}
	return ends
}

// asksCountry reports whether a country is asked for.
func asksCountry(folded []string) bool {
	for i, w := range folded {
		if i > 0 && folded[i-1] == "foreign" && (w == "powers" || w == "states" || w == "governments") {
			return true
		}
		if i > 0 && (w == "country" || w == "countries" || w == "pays" || w == "puissances") && (englishGrammar.kinds[folded[i-1]] || frenchGrammar.kinds[folded[i-1]]) {
			return true
		}
	}
	return false
}

// shorten cuts s after at most n bytes, between letters.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// meant returns the question in the words of the sources.
func (q *Question) meant() string {
	var all []string
	for _, w := range q.words {
		all = append(all, w.Meant, w.said)
	}
	return strings.Join(all, " ")
}
