package question

// wanted reads what is asked for, and reports whether that may be what does
// it: in "who signed" it is, in "when was it signed" it isn't.
func (r *reader) wanted(ask string) bool {
	switch {
	case r.kinds[ask] && r.opensDeed():
		return true // "what stopped the revision"
	case r.kinds[ask]:
		r.skip(r.sorts)
		r.focus = r.noun()
		return true
	case r.is(r.counts):
		r.at++
		if r.countsDoers() {
			return true // "how many marched against it"
		}
		return r.counted()
	case r.counts[ask]:
		return r.is(r.ofs) && r.counted()
	}
	return r.actors[ask]
}

// counted reads what is to be counted, and reports whether that may be what does
// it. That people are counted says nothing of which.
func (r *reader) counted() bool {
	r.skip(r.ofs)
	r.skip(r.determiners)
	from := r.at
	r.thing = r.noun()
	return r.thing != nil || from < r.at && people[r.tokens[from].folded]
}

// people are words for those who are counted, whoever they are.
var people = wordSet("people person persons folks personne personnes gens monde")

// opensDeed reports whether the next word is a deed rather than a kind of thing:
// to whom or what it is done stands behind it.
func (r *reader) opensDeed() bool {
	next := r.at + 1
	if next >= len(r.tokens) || !r.tokens[r.at].deed || len(r.tokens[r.at].word.senses) == 0 {
		return false
	}
	t := r.tokens[next]
	return t.named() || r.determiners[t.folded] || r.particles[t.folded] || r.prepositions[t.folded] && !r.ofs[t.folded]
}
