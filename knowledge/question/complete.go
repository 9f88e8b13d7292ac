package question

import (
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// complete takes words that no list knows for those of a name that is named in
// part, typed badly: the liesbet of "liesbet van der heide".
func (q *Question) complete(v *knowledge.View) {
	for _, id := range q.Entries {
		e := v.Entry(id)
		if e == nil || e.Kind() != knowledge.KindActor {
			continue
		}
		for _, part := range strings.Fields(text.Fold(strings.Join(e.Name.All(), " "))) {
			for i := range q.words {
				if w := &q.words[i]; !w.Known && len(w.senses) == 0 && isNearly(w.Typed, part) {
					q.take(v, w, part)
				}
			}
		}
	}
}

// take takes a word for one of a name.
func (q *Question) take(v *knowledge.View, w *word, part string) {
	read := v.Words(part)
	if len(read) != 1 {
		return
	}
	q.Corrected = append(q.Corrected, search.Correction{Typed: w.Typed, Meant: part})
	typed := w.Typed
	w.Word, w.named, w.strange = read[0], true, false
	w.Typed, w.Meant = typed, part
}

// isNearly reports whether a word is one of a name, typed badly.
func isNearly(w, name string) bool {
	errors := 1 + len(name)/longerName
	return len(name) >= shortestPart && text.Distance(w, name, errors) <= errors
}

// longerName is in how many letters of a name one more may be wrong.
const longerName = 7
