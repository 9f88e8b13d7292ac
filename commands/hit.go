package commands

import (
	"cmp"
	"maps"
	"slices"

	"griot/knowledge"
	"griot/knowledge/search"
)

// hit is a result, and how it is ranked before its score.
type hit struct {
	id     knowledge.ID
	rank   int  // what the words name; what shows them all; the rest
	unsure bool // the sources don't date it closely enough for the filter
}

// isOfWords reports whether the words stand in the result itself.
func (h hit) isOfWords() bool { return h.rank < 2 }

// ranked returns the hits that are listed, in the order of a list: an entry
// that is called by the words, then what shows all of them, then what is only
// about them; what may lie outside the span that was asked for comes last.
func (f filter) ranked(found []search.Hit, words string, asked []search.Word) []hit {
	r := f.r
	named := ids(leading(r.View.Find(words, knowledge.EntryKinds()...)))
	var hits []hit
	for _, h := range found {
		id, rank := knowledge.ID(h.ID), 2
		switch {
		case slices.Contains(named, id):
			rank = 0
		case r.shows(id, asked):
			rank = 1
		}
		claims, _ := f.claims(id)
		_, sure := f.dated(id, claims)
		hits = append(hits, hit{id, rank, !sure})
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.unsure != b.unsure {
			return map[bool]int{true: 1, false: -1}[a.unsure]
		}
		return cmp.Compare(a.rank, b.rank)
	})
	return hits[:min(len(hits), maxResults)]
}

// shows reports whether the result of a record would have all the words that
// are asked for and known.
func (r Request) shows(id knowledge.ID, asked []search.Word) bool {
	shown := ""
	switch v := r.View; {
	case v.Entry(id) != nil:
		shown = r.text(v.Entry(id).Name) + ". " + r.text(v.Entry(id).Is.Line)
	case v.Claim(id) != nil:
		shown = r.text(v.Claim(id).Text)
	case v.PassageByID(id) != nil:
		if q, ok := r.bestSentence(v.PassageByID(id), asked); ok {
			shown = q.Text()
		}
	}
	terms := map[string]bool{}
	for _, l := range languages {
		maps.Copy(terms, r.View.Terms(shown, l))
	}
	return !slices.ContainsFunc(asked, func(w search.Word) bool {
		return w.Known && !slices.ContainsFunc(w.Terms, func(t string) bool { return terms[t] })
	})
}

// bestSentence returns the sentence of a passage that has most of the words.
func (r Request) bestSentence(passage *knowledge.Passage, asked []search.Word) (knowledge.Quotation, bool) {
	best, most := 0, -1.0
	for i, s := range passage.Sentences {
		terms, has := r.View.Terms(passage.Text[s.Start:s.End], passage.Language), 0.0
		for _, w := range asked {
			if slices.ContainsFunc(w.Terms, func(t string) bool { return terms[t] }) {
				has += w.Weight
			}
		}
		if has > most {
			best, most = i+1, has
		}
	}
	q, err := r.View.QuoteAt(r.View.Source(passage.Source).Label, knowledge.Sentences(passage.Paragraph, best, best))
	return q, err == nil
}
