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
	side          int        // of the one date, on which something is asked for
	long, since   bool       // a length of time is asked for, or since when
	unit          string     // of time, that is to be counted
	runs          [][]string // runs of words with capitals
	shape         shape
	not           bool        // who did not do something is asked
	accusation    *accusation // nil if nobody is asked to be blamed
	named, placed []naming    // entries and places
	country       bool        // a country is asked for
	future, modal bool        // what will be is asked for, or what can or must be
	status        string      // of the reforms that are asked for
	speaks        bool        // what somebody says is asked for
	often         bool        // how many times is asked for
	measure       bool        // how tall, how old
	hour          bool        // the time of day is asked for
	land          *gazetteer
}

// longest is how many bytes of a question are read: more than any reader
// types, and few enough to answer at once.
const longest = 600

// Read reads a question against what a view knows.
func Read(v *knowledge.View, question string) Question {
	question = inDigits(spellOut(shorten(question, longest)))
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
	if len(q.dates) == 1 {
		q.side = sideOf(folded)
	}
	q.countsTime(all)
	q.markCounts(folded)
	q.capitals(question)
	q.link(v, question, folded)
	q.linkPlaces(folded)
	q.setAside(folded)
	q.shape = q.shapeOf(folded)
	q.country = asksCountry(folded)
	q.not = q.asksNot(all)
	q.status = statusOf(folded)
	q.speaks, q.measure = asksSpeech(folded), asksMeasure(folded)
	q.modal = slices.ContainsFunc(folded, func(w string) bool { return modals[w] })
	q.future = slices.ContainsFunc(folded, func(w string) bool { return futures[w] })
	q.accusation = q.readAccusation(v, folded)
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
