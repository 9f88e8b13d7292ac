package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// longestName is how many words a name in a question may have.
const longestName = 8

// link finds the entries that a question names: first whole names as they
// stand there, the longest first; then names whose words are all said in some
// order ("when did the government resign" names the resignation of the
// government); then those that alone have a word in their name ("Serval").
func (q *Question) link(v *knowledge.View, question string, folded []string) {
	words := q.corrected(folded)
	used := make([]bool, len(words))
	for n := min(longestName, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			run := words[i : i+n]
			if slices.Contains(used[i:i+n], true) || n == 1 && isLight(run[0]) && !isAcronym(question, run[0]) {
				continue
			}
			if ids := named(v, run); len(ids) > 0 {
				q.Entries = append(q.Entries, ids...)
				q.named = append(q.named, naming{ids, folded[i : i+n]})
				q.mark(folded[i : i+n])
				for j := i; j < i+n; j++ {
					used[j] = true
				}
			}
		}
	}
	q.linkLoosely(v, folded, strings.Join(words, " "))
	q.Entries = unique(q.Entries)
	q.complete(v)
}

// corrected returns the words with those typed badly put right.
func (q *Question) corrected(folded []string) []string {
	words := slices.Clone(folded)
	for i, w := range words {
		for _, c := range q.Corrected {
			if c.Typed == w {
				words[i] = text.Fold(c.Meant)
			}
		}
	}
	return words
}

// named returns the entries called by a run of words, or by it in the
// singular.
func named(v *knowledge.View, run []string) []knowledge.ID {
	name := strings.Join(run, " ")
	if ids := v.Named(name); len(ids) > 0 {
		return ids
	}
	if singular, ok := strings.CutSuffix(name, "s"); ok {
		return v.Named(singular)
	}
	return nil
}

// mark notes that words are part of a name.
func (q *Question) mark(run []string) {
	for i := range q.words {
		if slices.Contains(run, q.words[i].Typed) {
			q.words[i].named, q.words[i].linked = true, true
		}
	}
}

// naming is a name as a question has it, and what is called so.
type naming struct {
	ids []knowledge.ID
	run []string
}

func isPerson(v *knowledge.View, id knowledge.ID) bool {
	e := v.Entry(id)
	return e != nil && e.Is.Type == knowledge.Person
}

func unique(ids []knowledge.ID) []knowledge.ID {
	var all []knowledge.ID
	for _, id := range ids {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}
