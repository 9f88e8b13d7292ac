package knowledge

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a sentence as it is written.
type token struct {
	text    string
	elided  string // what French elides before it: d’, l’
	capital bool   // begins with one
	opens   bool   // stands where any word has a capital
	glued   bool   // nothing but a space parts it from the one before
	ends    bool   // of a name: it is followed by its possession
}

// aToken finds words: with dots between capitals, with hyphens and apostrophes
// within.
var aToken = regexp.MustCompile(`(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*`)

// tokens returns the words of a sentence.
func tokens(sentence string) []token {
	var all []token
	end := 0
	for _, at := range aToken.FindAllStringIndex(sentence, -1) {
		between := sentence[end:at[0]]
		t := token{text: sentence[at[0]:at[1]], opens: len(all) == 0 || strings.ContainsAny(between, "“«\":?!…")}
		if len(all) > 0 {
			t.glued = all[len(all)-1].joins(between)
		}
		t.elide()
		if cut, ok := strings.CutSuffix(strings.Replace(t.text, "'", "’", 1), "’s"); ok {
			t.text, t.ends = cut, true
		}
		first, _ := utf8.DecodeRuneInString(t.text)
		t.capital = unicode.IsUpper(first)
		all = append(all, t)
		end = at[1]
	}
	return all
}

// joins reports whether what stands behind a word may stand within a name: a
// space, the dot of an initial or a title, the apostrophe of many owners.
func (t *token) joins(between string) bool {
	space := strings.TrimSpace(between)
	switch {
	case space == "":
		return true
	case space == ".":
		if utf8.RuneCountInString(t.text) == 1 {
			t.text += "."
			return true
		}
		return titles[strings.ToLower(t.text)]
	case (space == "’" || space == "'") && strings.HasSuffix(t.text, "s"):
		t.text += "’"
		return true
	}
	return false
}

// elide parts a word from what French elides before a name: d’Amadou, L’Union.
func (t *token) elide() {
	before, after, ok := strings.Cut(strings.Replace(t.text, "'", "’", 1), "’")
	first, _ := utf8.DecodeRuneInString(after)
	if !ok || !unicode.IsUpper(first) {
		return
	}
	switch before {
	case "l", "d", "qu", "s", "j", "n", "c", "m", "jusqu", "lorsqu", "puisqu":
		t.elided, t.text = before+"’", after
	case "L", "D", "Qu", "S", "J", "C":
		if t.opens {
			t.elided, t.text = before+"’", after
		}
	}
}

// isAcronym reports whether a word is made of capitals, such as MINUSMA or U.N.
func isAcronym(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// namesIn returns the runs of capitalised words of a sentence, with the small
// words within them. A sentence in capitals has none.
func namesIn(sentence string, common map[string]bool) []string {
	if len(sentence) > 20 && strings.ToUpper(sentence) == sentence {
		return nil
	}
	var all []string
	var run []token
	end := func() {
		if name := nameOf(run, common); name != "" {
			all = append(all, name)
		}
		run = nil
	}
	for _, t := range tokens(sentence) {
		joint := joints[t.text] && len(run) > 0
		if len(run) > 0 && (!t.glued || !t.capital && !joint || joint && !mayJoin(run, t.text)) {
			end()
		}
		if t.capital || joint && len(run) > 0 {
			run = append(run, t)
		}
		if t.ends {
			end()
		}
	}
	end()
	return all
}

// mayJoin reports whether a small word may go on with a name that has begun: and
// only one that another small word has joined before, the only behind such a
// word.
func mayJoin(run []token, word string) bool {
	switch word {
	case "and", "et":
		for _, t := range run {
			if !t.capital && t.text != "the" {
				return true
			}
		}
		return false
	case "the":
		last := run[len(run)-1]
		return !last.capital && last.text != "and"
	}
	return true
}

// nameOf makes a name of a run: without what opens the sentence, titles and days
// before it, small words behind it. A word alone is one if it stands where
// others have no capital, and nowhere without one.
func nameOf(run []token, common map[string]bool) string {
	for len(run) > 0 && run[0].leads(common, len(run) > 1 && run[1].capital) {
		run = run[1:]
	}
	for len(run) > 0 && (!run[len(run)-1].capital || calendar[strings.ToLower(run[len(run)-1].text)]) {
		run = run[:len(run)-1]
	}
	if len(run) == 0 || len(run) == 1 && !run[0].alone(common) {
		return ""
	}
	name := run[0].text
	for _, t := range run[1:] {
		name += " " + t.elided + t.text
	}
	return name
}

// leads reports whether a word at the beginning of a run is no part of the name.
func (t token) leads(common map[string]bool, more bool) bool {
	word := strings.TrimSuffix(strings.ToLower(t.text), ".")
	switch {
	case !t.capital || openers[word] || calendar[word]:
		return true
	case isAcronym(t.text):
		return false
	case titles[word]:
		return more
	}
	return t.opens && more && common[word]
}

// alone reports whether a single word may be a name.
func (t token) alone(common map[string]bool) bool {
	if isAcronym(t.text) {
		return true
	}
	word := strings.ToLower(t.text)
	return (!t.opens || t.ends) && utf8.RuneCountInString(t.text) > 2 && !common[word] && !peoples[word] && !titles[word]
}
