package search

import "slices"

// Hit is a document that a query leads to.
type Hit struct {
	ID    string
	Score float64 // BM25F; comparable within one result only
}

// Result is the answer to a query.
type Result struct {
	Hits      []Hit // best first; equal ones by ID
	Corrected []Correction
}

// Correction says that a typed word stands in no document, and which known
// word was looked for in its place. Both are folded; a text that holds the
// word says how it is written.
type Correction struct{ Typed, Meant string }

// Option narrows a search.
type Option func(*request)

// request is what a search asks beside its words.
type request struct {
	groups []string
	keep   []func(id string) bool
}

// InGroups keeps documents of these groups only; none given: of all.
func InGroups(groups ...string) Option { return func(r *request) { r.groups = groups } }

// Where keeps documents whose ID keep approves. Of two such options both count.
// It is asked while the index is read: of documents that have a word of the
// query until one of them passes, for each word, and then of those that may be
// among the best. A word that stands in none it approves is corrected, so a keep
// that approves of little is asked of much.
func Where(keep func(id string) bool) Option {
	return func(r *request) { r.keep = append(r.keep, keep) }
}

// Search returns at most k documents with the words of the query, best first,
// by BM25F over all of the index; words that no document has are corrected.
//
// Four words took 9 microseconds among a thousand passages, 26 among ten
// thousand and 80 among a hundred thousand; one of a hundred such queries took
// 47, 72 and 193. A word that has to be corrected costs more than all others
// together: with one of them it took 0.14, 0.23 and 0.6 milliseconds. The
// README says how all costs here were measured.
func (x *Index) Search(query string, k int, options ...Option) Result {
	return x.state.Load().search(query, k, options)
}

// reader answers from one moment of an index, or of one over another.
type reader struct {
	lexicon *lexicon
	parts   []part
	sums    sums
	hidden  func(p *part, doc uint16) bool // nil if nothing is
	scans   *scans
}

// search answers a query.
func (r *reader) search(query string, k int, options []Option) Result {
	var q request
	for _, o := range options {
		o(&q)
	}
	words := r.lexicon.queryWords(query)
	if k < 1 || len(words) == 0 {
		return Result{}
	}
	visible := r.visible(&q)
	terms, corrected := r.resolve(words, visible)
	s := r.scans.get()
	defer r.scans.put(s)
	s.weights, s.visible, s.top.k = r.scans.weights(r.sums), visible, k
	for i := range r.parts {
		if c := r.cursors(i, terms); len(c) > 0 {
			s.plan(&r.parts[i], c)
		}
	}
	s.run()
	result := Result{Corrected: corrected}
	for _, f := range s.top.sorted() {
		result.Hits = append(result.Hits, Hit{f.id(), float64(f.score) / unit})
	}
	return result
}

// visible returns what decides whether a document may be in the answer.
func (r *reader) visible(q *request) func(p *part, doc uint16) bool {
	return func(p *part, doc uint16) bool {
		if !r.holds(p, doc) {
			return false
		}
		if len(q.groups) > 0 && !slices.Contains(q.groups, p.groups[p.group[doc]]) {
			return false
		}
		for _, keep := range q.keep {
			if !keep(p.ids.at(uint32(doc))) {
				return false
			}
		}
		return true
	}
}

// resolved is a word of a query in the parts of an index: its terms there, and
// its weight.
type resolved struct {
	weight float32
	terms  [][]uint32 // by part
}

// resolve looks the words up, and corrects those that nothing visible has.
func (r *reader) resolve(words []queried, visible func(*part, uint16) bool) ([]resolved, []Correction) {
	var all []resolved
	var corrected []Correction
	for i := range words {
		w := &words[i]
		found, n := r.lookUp(w.terms)
		if n == 0 || !r.anyVisible(found, visible) {
			meant, terms, ok := r.correct(w, visible)
			if !ok {
				continue
			}
			corrected = append(corrected, Correction{w.folded, meant})
			found, n = r.lookUp(terms)
		}
		found.weight = float32(r.sums.idf(n) * unit * float64(w.times))
		all = append(all, found)
	}
	return all, corrected
}

// lookUp finds terms in each part, and in how many live documents they stand.
func (r *reader) lookUp(terms []string) (found resolved, n int) {
	found.terms = make([][]uint32, len(r.parts))
	for _, t := range terms {
		hash := hash(t)
		for i := range r.parts {
			p := &r.parts[i]
			if id, ok := p.terms.find(t, hash); ok {
				if f := p.frequency(id); f > 0 {
					found.terms[i] = append(found.terms[i], id)
					n += f
				}
			}
		}
	}
	return found, n
}

// anyVisible reports whether a document that has the word may be seen.
func (r *reader) anyVisible(found resolved, visible func(*part, uint16) bool) bool {
	for i, terms := range found.terms {
		for _, t := range terms {
			l := r.parts[i].list(t)
			for _, doc := range l.docs {
				if visible(&r.parts[i], doc) {
					return true
				}
			}
		}
	}
	return false
}

// cursors returns the postings of all words in the i-th part.
func (r *reader) cursors(i int, words []resolved) []cursor {
	var all []cursor
	for _, w := range words {
		for _, t := range w.terms[i] {
			all = append(all, cursor{r.parts[i].list(t), w.weight})
		}
	}
	return all
}
