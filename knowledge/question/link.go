package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// longestName is how many words a name in a question may have.
const longestName = 8

// link finds the entries that a question names: first whole names as they
// stand there, the longest first; then names whose words are all said in some
// order ("when did the government resign" names the resignation of the
// government); then those that alone have a word in their name ("Serval").
func (q *Question) link(v *knowledge.View, folded []string) {
	words := q.corrected(folded)
	used := make([]bool, len(words))
	for n := min(longestName, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			run := words[i : i+n]
			if slices.Contains(used[i:i+n], true) || n == 1 && isLight(run[0]) {
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

// linkLoosely adds entries by names that are said in another order, or in
// part. It looks at the entries that the words lead to.
func (q *Question) linkLoosely(v *knowledge.View, folded []string, words string) {
	entries := search.InGroups(string(knowledge.KindActor), string(knowledge.KindEvent), string(knowledge.KindReform))
	var near []nearEntry
	for _, hit := range v.Search(words, 12, entries).Hits {
		if e := v.Entry(knowledge.ID(hit.ID)); e != nil {
			near = append(near, nearEntry{e.ID, nameTerms(v, e)})
		}
	}
	for _, n := range near {
		if slices.ContainsFunc(n.names, q.says) {
			q.Entries = append(q.Entries, n.id)
		}
	}
	for _, w := range q.words {
		if w.linked || len(w.Typed) < shortestPart {
			continue
		}
		if id, ok := only(near, w.Terms); ok && (w.capital || isPerson(v, id) || definite(folded, w.Typed) && !slices.ContainsFunc(w.Terms, dated)) {
			q.Entries = append(q.Entries, id)
			if isPerson(v, id) && len(w.senses) == 0 {
				q.named = append(q.named, naming{[]knowledge.ID{id}, []string{w.Typed}})
				q.mark([]string{w.Typed})
			}
		}
	}
}

// naming is a name as a question has it, and what is called so.
type naming struct {
	ids []knowledge.ID
	run []string
}

// definite reports whether a word stands after an article that says which:
// "the massacre" is one that is known.
func definite(folded []string, w string) bool {
	i := slices.Index(folded, w)
	return i > 0 && articles[folded[i-1]]
}

var articles = wordSet("the le la l du")

// only returns the one entry that has a word in a name.
func only(near []nearEntry, terms []string) (id knowledge.ID, ok bool) {
	for _, n := range near {
		if slices.ContainsFunc(n.names, func(name map[string]bool) bool { return hasAny(name, terms) }) {
			if ok {
				return "", false
			}
			id, ok = n.id, true
		}
	}
	return id, ok
}

func isPerson(v *knowledge.View, id knowledge.ID) bool {
	e := v.Entry(id)
	return e != nil && e.Is.Type == "person"
}

// shortestPart is the length from which one word may stand for a longer name.
const shortestPart = 4

type nearEntry struct {
	id    knowledge.ID
	names []map[string]bool
}

// nameTerms returns the names of an entry as terms, without those under finds:
// no source bears these out, so a part of one stands for nothing.
func nameTerms(v *knowledge.View, e *knowledge.Entry) []map[string]bool {
	var names []map[string]bool
	add := func(t knowledge.Text) {
		for language, s := range t {
			names = append(names, v.Terms(s, language))
		}
	}
	add(e.Name)
	for _, t := range e.Also {
		add(t)
	}
	return names
}

// says reports whether the question says every word of a name of several,
// at least one of them as it is.
func (q *Question) says(name map[string]bool) bool {
	said, directly := 0, false
	for t := range name {
		for _, w := range q.words {
			if slices.Contains(w.Terms, t) {
				directly = true
			} else if !w.means[t] {
				continue
			}
			said++
			break
		}
	}
	return len(name) > 1 && said == len(name) && directly
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
