package summary

import (
	_ "embed" // the lexicons stand in files that a linguist could extend
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"

	"griot/knowledge/text"
)

//go:embed lexicon/en.txt
var englishWords string

//go:embed lexicon/fr.txt
var frenchWords string

var lexicons = map[string]*lexicon{
	"en": readLexicon("en", englishWords, english.Stem),
	"fr": readLexicon("fr", frenchWords, french.Stem),
}

// lexiconFor returns the lexicon of a language, or nil: what can't be read
// can't be proved.
func lexiconFor(lang string) *lexicon {
	base, _, _ := strings.Cut(lang, "-")
	return lexicons[base]
}

// class says what a word does to a statement. Content is what it is about.
type class string

const (
	content     class = ""
	article     class = "article"
	beVerb      class = "be"
	auxiliary   class = "auxiliary"
	weakPrep    class = "weak preposition"
	prep        class = "preposition"
	coordinator class = "coordinator"
	relative    class = "relative"
	connective  class = "connective"
	condition   class = "condition"
	negation    class = "negation"
	modal       class = "modal"
	quantifier  class = "quantifier"
	qualifier   class = "qualifier"
	pronoun     class = "pronoun"
	report      class = "report"
	belief      class = "belief"
	hedge       class = "hedge"
	unit        class = "unit"
	number      class = "number"
	when        class = "date"
	mark        class = "mark"
	owner       class = "owner"
	idiom       class = "idiom" // read as the content word that it stands for
)

// The sections of a lexicon that are no classes: what a word is besides.
const (
	dangerSection   = "danger"
	negativeSection = "negative verb"
	placeSection    = "place"
	titleSection    = "title"
	timeSection     = "time"
	togetherSection = "together"
	adverbSection   = "adverb"

	notAdverbSection = "not adverb"
	presentSection   = "present"
	pastSection      = "past"
	orderSection     = "order"
	monthSection     = "month"
	weekdaySection   = "weekday"
	numberSection    = "number"
	scaleSection     = "scale"
	verbSection      = "verb"
	synonymSection   = "synonym"
	nounSection      = "noun"
	bodySection      = "body"
	measureSection   = "measure"
)

// phrase is a line's word or words, with what they stand for.
type phrase struct {
	words []string
	class class
	canon string
}

// lexicon is what is known of the closed classes of a language.
type lexicon struct {
	lang    string
	phrases map[string][]phrase          // by first word, longest first
	sides   map[string]map[string]string // section, word, canon
	orders  []string                     // phrases that order a machine about, folded, a space before and behind
	meaning map[string]string            // of the stem of a word that has synonyms
	stemmer func(*snowballstem.Env) bool
	known   map[string][]token // what one proof has read already; nil outside one
}

// remembering returns a lexicon for one proof, in which the same sentences are
// read again and again. What it reads may not be written to.
func (l *lexicon) remembering() *lexicon {
	copied := *l
	copied.known = map[string][]token{}
	return &copied
}

// readLexicon reads sections in brackets and lines "name = word, phrase". The
// first line that has a word decides on its class.
func readLexicon(lang, file string, stemmer func(*snowballstem.Env) bool) *lexicon {
	l := &lexicon{lang: lang, phrases: map[string][]phrase{}, sides: map[string]map[string]string{}, meaning: map[string]string{}, stemmer: stemmer}
	section := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		name, list, isEntry := strings.Cut(line, " = ")
		switch {
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		case isEntry && !strings.HasPrefix(line, "#"):
			for _, words := range strings.Split(list, ", ") {
				l.add(section, name, words)
			}
		}
	}
	for first, list := range l.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
		l.phrases[first] = list
	}
	return l
}

func (l *lexicon) add(section, name, words string) {
	switch section {
	case dangerSection, negativeSection, placeSection, titleSection, timeSection, togetherSection, adverbSection, notAdverbSection, presentSection, pastSection, monthSection, weekdaySection, numberSection, scaleSection, verbSection, nounSection, bodySection, measureSection:
		if l.sides[section] == nil {
			l.sides[section] = map[string]string{}
		}
		l.sides[section][words] = name
	case synonymSection:
		l.meaning[l.stem(words)] = name
	case orderSection:
		l.orders = append(l.orders, " "+text.Fold(words)+" ")
	default:
		p := phrase{class: class(section), canon: name}
		for _, a := range atoms(words, l.lang) {
			p.words = append(p.words, a.word)
		}
		l.phrases[p.words[0]] = append(l.phrases[p.words[0]], p)
	}
}

// is reports whether a word stands in a side section.
func (l *lexicon) is(section, word string) bool {
	_, found := l.sides[section][word]
	return found
}

// lookup returns the longest phrase that the atoms begin with.
func (l *lexicon) lookup(all []atom) (phrase, bool) {
	for _, p := range l.phrases[all[0].word] {
		if len(p.words) <= len(all) && slices.EqualFunc(p.words, all[:len(p.words)], func(w string, a atom) bool { return w == a.word }) {
			return p, true
		}
	}
	return phrase{}, false
}

// stem returns the stem of a word in lower case: that of its lemma where the
// form is irregular, else Snowball's (Porter 2001).
func (l *lexicon) stem(word string) string {
	if lemma, odd := l.sides[verbSection][word]; odd {
		word = lemma
	}
	env := snowballstem.NewEnv(word)
	l.stemmer(env)
	return env.Current()
}
