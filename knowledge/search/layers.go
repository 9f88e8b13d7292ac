package search

// View is one index laid over another, as both were when it was made: what a
// guild sees, its desk over the shelf. It never changes and takes no memory of
// its own to speak of. It is safe for concurrent use.
type View struct{ reader reader }

// Over returns own laid over base. A document of base is not seen if own has
// one with its ID, or if hidden (which may be nil) says so; no answer names
// it. Ranking counts with all of base and all of own together, and with
// nothing else.
func Over(base, own *Index, hidden func(id string) bool) *View {
	below, above := base.state.Load(), own.state.Load()
	v := &View{reader{lexicon: below.lexicon, scans: below.scans}}
	v.reader.parts = append(append(v.reader.parts, below.parts...), above.parts...)
	v.reader.sums = sums{below.sums.texts + above.sums.texts, below.sums.length + above.sums.length}
	v.reader.hidden = cover(above.parts, below.parts, hidden)
	return v
}

// cover says which documents of the lower parts are covered by the upper ones
// or hidden.
func cover(above, below []part, hidden func(id string) bool) func(*part, uint16) bool {
	lower := map[*segment]bool{}
	for _, p := range below {
		lower[p.segment] = true
	}
	return func(p *part, doc uint16) bool {
		if !lower[p.segment] {
			return false
		}
		id := p.ids.at(uint32(doc))
		hash := hash(id)
		for i := range above {
			if _, ok := above[i].find(id, hash); ok {
				return true
			}
		}
		return hidden != nil && hidden(id)
	}
}

// Search is as [Index.Search], over both.
func (v *View) Search(query string, k int, options ...Option) Result {
	return v.reader.search(query, k, options)
}

// Complete is as [Index.Complete], over both.
func (v *View) Complete(prefix string, k int, groups ...string) []Completion {
	return v.reader.suggest(prefix, k, groups)
}

// Find is as [Index.Find], over both.
func (v *View) Find(s string, groups ...string) []Completion { return v.reader.named(s, groups) }
