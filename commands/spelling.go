package commands

import (
	"cmp"
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// spelled returns a folded word as it is written in what it finds. What the
// reader's language has goes before what another has, and last come names that
// no source uses. A word of another language gives way to one that differs by a
// single letter in the reader's own name of the same entry: "decentralization"
// for "décentralisation".
func (r Request) spelled(folded string) string {
	var hits []knowledge.ID
	for _, h := range r.View.Search(folded, maxResults, filter{r: r}.options()...).Hits {
		hits = append(hits, knowledge.ID(h.ID))
	}
	alike := func(word string) bool { return text.Fold(word) == folded }
	named := func(id knowledge.ID) []string { return r.namesOf(id, r.ownWording) }
	for _, written := range []string{
		firstWord(hits, func(id knowledge.ID) []string { return r.wordsOf(id, r.ownWording) }, alike),
		firstWord(r.holding(folded, hits), named, func(word string) bool { return near(text.Fold(word), folded) }),
		firstWord(hits, func(id knowledge.ID) []string { return r.wordsOf(id, knowledge.Text.All) }, alike),
		firstWord(hits, r.findsOf, alike),
	} {
		if written != "" {
			return written
		}
	}
	return folded
}

// near reports whether two words are one but for a letter, as far as so few
// letters can tell.
func near(a, b string) bool { return len(b) >= shortestNear && text.Distance(a, b, 1) <= 1 }

// shortestNear is the length from which a word that differs in one letter is
// taken for another spelling.
const shortestNear = 6

// firstWord returns the first word of some records that a test holds of, and
// rather one without a capital, since any word may begin a sentence.
func firstWord(records []knowledge.ID, wordings func(knowledge.ID) []string, test func(string) bool) string {
	first := ""
	for _, id := range records {
		for _, word := range wordForm.FindAllString(strings.Join(wordings(id), " "), -1) {
			switch {
			case !test(word):
			case word == strings.ToLower(word):
				return word
			default:
				first = cmp.Or(first, word)
			}
		}
	}
	return first
}

// holding returns the records with a folded word in any language.
func (r Request) holding(folded string, records []knowledge.ID) []knowledge.ID {
	return slices.DeleteFunc(slices.Clone(records), func(id knowledge.ID) bool {
		all := append(r.wordsOf(id, knowledge.Text.All), r.findsOf(id)...)
		return !slices.ContainsFunc(wordForm.FindAllString(strings.Join(all, " "), -1), func(w string) bool { return text.Fold(w) == folded })
	})
}

func (r Request) ownWording(t knowledge.Text) []string { return []string{r.text(t)} }

// findsOf are the names of an entry that the sources don't use.
func (r Request) findsOf(id knowledge.ID) []string {
	if e := r.View.Entry(id); e != nil {
		return e.Finds
	}
	return nil
}

// namesOf are what the sources call an entry.
func (r Request) namesOf(id knowledge.ID, wordings func(knowledge.Text) []string) (names []string) {
	if e := r.View.Entry(id); e != nil {
		for _, t := range append([]knowledge.Text{e.Name}, e.Also...) {
			names = append(names, wordings(t)...)
		}
	}
	return names
}

// wordsOf are the words of a record that readers see.
func (r Request) wordsOf(id knowledge.ID, wordings func(knowledge.Text) []string) []string {
	if e := r.View.Entry(id); e != nil {
		return append(r.namesOf(id, wordings), wordings(e.Is.Line)...)
	} else if c := r.View.Claim(id); c != nil {
		return wordings(c.Text)
	} else if p := r.View.PassageByID(id); p != nil {
		return []string{p.Text}
	}
	return nil
}
