package search

// Word is a word of a query as an index knows it.
type Word struct {
	Typed  string   // folded
	Meant  string   // the known word that it was corrected to, if it was
	Terms  []string // what it is looked up by; a document has the word if it has one of them
	Weight float64  // the idf of BM25; of a word that nothing has, that of the rarest
	Known  bool     // some document has it, as typed or corrected
}

// Words returns the words of a query that Search would look for, in their
// order, dates after them.
func (x *Index) Words(query string) []Word { return x.state.Load().words(query) }

// Words is as [Index.Words], over both.
func (v *View) Words(query string) []Word { return v.reader.words(query) }

func (r *reader) words(query string) []Word {
	all := func(p *part, doc uint16) bool { return r.holds(p, doc) }
	var words []Word
	for _, q := range r.lexicon.queryWords(query) {
		w := Word{Typed: q.folded, Terms: q.terms}
		found, n := r.lookUp(q.terms)
		if n == 0 || !r.anyVisible(found, all) {
			if meant, terms, ok := r.correct(&q, all); ok {
				w.Meant, w.Terms = meant, terms
				_, n = r.lookUp(terms)
			} else {
				n = 0
			}
		}
		w.Known, w.Weight = n > 0, r.sums.idf(max(n, 1))
		words = append(words, w)
	}
	return words
}

// Terms returns the set of what a text in a language is looked up by: stems
// and numbers, without stop words, and dates.
func (x *Index) Terms(text, language string) map[string]bool {
	return x.state.Load().lexicon.termsOf(text, language)
}

// Terms is as [Index.Terms].
func (v *View) Terms(text, language string) map[string]bool {
	return v.reader.lexicon.termsOf(text, language)
}

func (l *lexicon) termsOf(text, language string) map[string]bool {
	terms := map[string]bool{}
	i := l.index(l.tongues.of(language))
	var found dates
	date := func(term string) { terms[term] = true }
	eachToken(text, func(t token) {
		k := l.look(i, t.text)
		found.next(k.spelling, t.joined, date)
		if !k.stop {
			terms[k.term] = true
		}
	})
	found.end(date)
	return terms
}
