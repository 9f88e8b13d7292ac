package question

import (
	"cmp"
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
	runs          [][]string // runs of words with capitals
	shape         shape
	named, placed []naming // entries and places
	country       bool     // a country is asked for
	land          *gazetteer
}

// word is a word of the question that says something: what it is looked up by,
// what it stands for, and how much it counts.
type word struct {
	search.Word
	said    string          // what the lexicon says it stands for
	means   map[string]bool // the same as terms
	senses  []int           // of senses.txt
	roots   []string        // what it has in common with words made of it
	capital bool            // written with a capital, and not the first word
	named   bool            // part of a name
	aside   bool            // of what only says when, beside another name
	linked  bool            // by which an entry is named
	strange bool            // a name or number that nothing has
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
	q.countsTime(folded)
	q.capitals(question)
	q.link(v, folded)
	q.linkPlaces(folded)
	q.setAside(folded)
	q.shape = q.shapeOf(folded)
	q.country = asksCountry(folded)
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

// word reads one word of a question.
func (q *Question) word(v *knowledge.View, w search.Word, question string, folded []string, meant []meaning) word {
	known, said := word{Word: w}, ""
	for i, f := range folded {
		if f == w.Typed {
			said += meant[i].said
		}
	}
	name := isName(question, w.Typed)
	known.capital = name
	q.correct(v, &known, said, name)
	said += strings.Join(meanings(strings.Fields(known.Meant)), " ")
	known.mean(folded, meant)
	if !known.Known && !name && !isCountry(w.Typed) {
		said += known.mayMean(said)
	}
	known.said, known.means = said, terms(v, said)
	if !known.Known && len(known.means) > 0 {
		if weight := weightOf(v, said); weight > 0 || !slices.ContainsFunc(known.senses, isKind) {
			known.Weight = weight
		}
	}
	if year, ok := yearOf(w.Typed); ok {
		q.dates = append(q.dates, asked{year, w.Terms})
	}
	known.named = name && known.Known && hasName(v, cmp.Or(known.Meant, w.Typed))
	abroad := isCountry(w.Typed) && (!known.Known || known.Meant != "")
	known.strange = abroad && !q.land.atHome(w.Typed) || !known.Known && len(known.means) == 0 && (isNumber(w.Typed) || name)
	return known
}

// weightOf returns the weight of the commonest of some words that is known: a
// word that nothing has counts as what it stands for.
func weightOf(v *knowledge.View, said string) float64 {
	least := 0.0
	for _, w := range v.Words(said) {
		if w.Known && w.Meant == "" && (least == 0 || w.Weight < least) {
			least = w.Weight
		}
	}
	return least
}

// shortestCorrected is the length from which a word that nothing has is taken
// for a typing error: of shorter ones too many other words are one error away.
// What is written as a name is taken for a word of a name, or for none.
const shortestCorrected = 5

// correct keeps a correction of a word unless the lexicon knows the word as it
// was typed, or it is too short to tell.
func (q *Question) correct(v *knowledge.View, w *word, said string, name bool) {
	if w.Meant == "" {
		return
	}
	letters := utf8.RuneCountInString(w.Typed)
	wrong := letters < shortestCorrected
	if name {
		wrong = !hasName(v, w.Meant)
	}
	if said != "" || wrong {
		w.Meant, w.Terms, w.Known = "", nil, false
		return
	}
	q.Corrected = append(q.Corrected, search.Correction{Typed: w.Typed, Meant: w.Meant})
}

// meant returns the question in the words of the sources.
func (q *Question) meant() string {
	var all []string
	for _, w := range q.words {
		all = append(all, w.Meant, w.said)
	}
	return strings.Join(all, " ")
}
