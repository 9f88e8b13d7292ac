package question

import (
	"cmp"
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

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
		if w.linked || len(w.Typed) < shortestPart || q.land.has(w.Typed) || w.isTime() {
			continue
		}
		id, ok := only(near, w.Terms)
		ok = ok && (w.capital || isPerson(v, id))
		if !ok && definite(folded, w.Typed) && !slices.ContainsFunc(w.Terms, dated) {
			id, ok = only(headed(v, near, cmp.Or(w.Meant, w.Typed)), w.Terms)
		}
		if ok {
			q.Entries = append(q.Entries, id)
			if isPerson(v, id) && len(w.senses) == 0 {
				q.named = append(q.named, naming{[]knowledge.ID{id}, []string{w.Typed}})
				q.mark([]string{w.Typed})
			}
		}
	}
}

// definite reports whether a word stands after an article that says which:
// "the massacre" is one that is known.
func definite(folded []string, w string) bool {
	i := slices.Index(folded, w)
	return i > 0 && articles[folded[i-1]]
}

// headed returns the entries with a name of which a word is the head.
func headed(v *knowledge.View, near []nearEntry, w string) []nearEntry {
	return slices.DeleteFunc(slices.Clone(near), func(n nearEntry) bool { return !isHead(v.Entry(n.id), w) })
}

// isHead reports whether a word is what a name of an entry is for: of "the army
// base attack" the attack.
func isHead(e *knowledge.Entry, w string) bool {
	if e == nil {
		return false
	}
	return slices.ContainsFunc(append([]knowledge.Text{e.Name}, e.Also...), func(t knowledge.Text) bool {
		for language, name := range t {
			words := strings.Fields(text.Fold(name))
			if end := slices.IndexFunc(words, func(w string) bool { return joining[w] }); end > 0 {
				words = words[:end]
			}
			words = slices.DeleteFunc(words, func(w string) bool { return articles[w] })
			if len(words) == 0 {
				continue
			}
			head := words[len(words)-1]
			if language == knowledge.French {
				head = words[0]
			}
			if root(head) == root(text.Fold(w)) {
				return true
			}
		}
		return false
	})
}

// joining are the words behind which stands what belongs to a thing.
var joining = wordSet("of after before during in for on against at to de du des d en contre sur pour a au aux")

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

// shortestPart is the length from which one word may stand for a longer name.
const shortestPart = 4

type nearEntry struct {
	id    knowledge.ID
	names []map[string]bool
}

// nameTerms returns the names of an entry as terms, without those under finds:
// no source bears these out, so a part of one stands for nothing.
func nameTerms(v *knowledge.View, e *knowledge.Entry) []map[string]bool {
	return knowledge.Remember(v, "names", e.ID, func() (names []map[string]bool) {
		for _, t := range append([]knowledge.Text{e.Name}, e.Also...) {
			for language, s := range t {
				names = append(names, v.Terms(s, language))
			}
		}
		return names
	})
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
