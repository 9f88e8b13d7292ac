package search

// queried is a word of a query: what it may be looked up by, one term for each
// tongue, and how often it was typed.
type queried struct {
	folded string
	number bool
	terms  []string
	times  int
}

// maxQueried bounds the words of a query that count.
const maxQueried = 64

// queryWords analyses a query in all tongues that are known, since who asks in
// French may want an English text. What is a stop word of the tongue that the
// query seems to be written in is dropped; if nothing is left, all is kept.
func (l *lexicon) queryWords(query string) []queried {
	var tokens []token
	eachToken(query, func(t token) {
		if len(tokens) < maxQueried {
			tokens = append(tokens, t)
		}
	})
	r := queryReader{lexicon: l}
	spoken := r.guess(tokens)
	for _, t := range tokens {
		r.take(t, spoken)
	}
	r.dates.end(r.date)
	return r.words
}

// queryReader collects the words of a query.
type queryReader struct {
	lexicon *lexicon
	dates   dates
	words   []queried
}

// guess returns for each tongue whether its stop words are dropped: the tongue
// with the most stop words among the tokens, several if they are as many, and
// none if nothing would be left.
func (r *queryReader) guess(tokens []token) (drop [len(tongues{})]bool) {
	var stops [len(tongues{})]int
	most := 0
	for _, t := range tokens {
		for i := range stops {
			if r.lexicon.look(i, t.text).stop {
				stops[i]++
				most = max(most, stops[i])
			}
		}
	}
	for i := range drop {
		drop[i] = most > 0 && most < len(tokens) && stops[i] == most
	}
	return drop
}

// take adds one token.
func (r *queryReader) take(t token, drop [len(tongues{})]bool) {
	q := queried{times: 1}
	var first spelling
	for i := range drop {
		x := r.lexicon.look(i, t.text)
		first = x.spelling
		switch {
		case x.stop && drop[i]:
			q.terms = nil
			r.dates.next(first, t.joined, r.date)
			return
		case x.stop:
		default:
			q.add(x.term)
		}
	}
	r.dates.next(first, t.joined, r.date)
	q.folded, q.number = first.folded, first.number
	r.add(q)
}

// date adds a date that was found among the tokens.
func (r *queryReader) date(term string) {
	r.add(queried{number: true, terms: []string{term}, times: 1})
}

func (q *queried) add(term string) {
	for _, t := range q.terms {
		if t == term {
			return
		}
	}
	q.terms = append(q.terms, term)
}

// add joins a word with an equal one that was typed before.
func (r *queryReader) add(q queried) {
	if len(q.terms) == 0 {
		return
	}
	for i := range r.words {
		if r.words[i].terms[0] == q.terms[0] {
			r.words[i].times++
			return
		}
	}
	r.words = append(r.words, q)
}
