package question

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/search"
)

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
	guessed bool            // read as another that it may be, typed badly
	count   bool            // a number, of no date
	strange bool            // a name or number that nothing has
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
	_, year := yearOf(w.Typed)
	known.strange = abroad && !q.land.atHome(w.Typed) || !known.Known && len(known.means)+len(known.senses) == 0 && (isNumber(w.Typed) && !year || name)
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
