package question

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// Question is what was asked, as far as rules can read it.
type Question struct {
	Aims      []Aim
	Entries   []knowledge.ID // those named, in the order of the question
	Corrected []search.Correction

	words []word
}

// word is a word of the question that says something: what it is looked up by,
// what it stands for, and how much it counts.
type word struct {
	search.Word
	means   map[string]bool // terms of what the lexicon says it stands for
	named   bool            // part of an entry's name
	strange bool            // a name, number or date that nothing has
}

// longestName is how many words a name in a question may have.
const longestName = 8

// Read reads a question against what a view knows.
func Read(v *knowledge.View, asked string) Question {
	folded := strings.Fields(text.Fold(asked))
	q := Question{Aims: aimsOf(strings.Join(folded, " "))}
	means := meanings(folded)
	named := q.link(v, folded)
	for _, w := range v.Words(asked) {
		if onlyAsks[w.Typed] {
			continue
		}
		known := word{Word: w}
		said := ""
		for i, f := range folded {
			if f == w.Typed {
				known.named = known.named || named[i]
				said += means[i]
			}
		}
		q.correct(&known, said)
		known.means = v.Terms(said+meaning(known.Meant), knowledge.English)
		known.strange = !known.Known && len(known.means) == 0 && (isNumber(w.Typed) || isName(asked, w.Typed))
		q.words = append(q.words, known)
	}
	return q
}

// correct keeps a correction of a word unless the lexicon knows the word as it
// was typed, or it is a name or too short to tell.
func (q *Question) correct(w *word, said string) {
	if w.Meant == "" {
		return
	}
	if said != "" || len(w.Typed) < shortestCorrected {
		w.Meant, w.Terms, w.Known = "", nil, false
		return
	}
	q.Corrected = append(q.Corrected, search.Correction{Typed: w.Typed, Meant: w.Meant})
}

// shortestCorrected is the length from which a word that nothing has is taken
// for a typing error: of shorter ones too many other words are one error away.
const shortestCorrected = 5

func meaning(w string) string {
	if w == "" {
		return ""
	}
	return meanings([]string{w})[0]
}

func isNumber(w string) bool { return strings.ContainsAny(w, "0123456789") }

// isName reports whether a word stands in the question with a capital, but for
// the word that begins it.
func isName(asked, folded string) bool {
	for i, w := range strings.FieldsFunc(asked, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r, _ := utf8.DecodeRuneInString(w); i > 0 && unicode.IsUpper(r) && text.Fold(w) == folded {
			return true
		}
	}
	return false
}

// link finds the names of entries in the words of a question, the longest
// first, and marks the words that it used.
func (q *Question) link(v *knowledge.View, words []string) []bool {
	used := make([]bool, len(words))
	for n := min(longestName, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			if anyOf(used[i : i+n]) {
				continue
			}
			ids := v.Named(strings.Join(words[i:i+n], " "))
			for _, id := range ids {
				q.Entries = append(q.Entries, id)
			}
			if len(ids) > 0 {
				for j := i; j < i+n; j++ {
					used[j] = true
				}
			}
		}
	}
	return used
}

func anyOf(used []bool) bool {
	for _, u := range used {
		if u {
			return true
		}
	}
	return false
}

// onlyAsks are words that make a sentence a question and say nothing of what
// it is about.
var onlyAsks = wordSet(`who whom whose what which when where why how many much did do does is are was were
	has have had can could would will shall may might the according say says said tell me about please
	qui que quoi quel quelle quels quelles quand ou pourquoi comment combien est ce qu a t il elle ont
	people person day year date happened happen happend happens take took place come came get got`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
