package search

// nearKeys yields runs of keys in which are names that fit with at most so many
// errors.
type nearKeys func(l *lookUp, p *part, errors int, yield func(match))

// near yields the keys that what is typed fits as a whole.
func (l *lookUp) near(p *part, errors int, yield func(match)) {
	t := p.names.trie
	for _, q := range l.typed {
		for _, m := range l.fuzzy.begun(t, &t.nodes[0], q.letters, min(errors, q.forgiven())) {
			yield(m)
		}
	}
}

// nearApart yields the keys of names that the typed words fit one by one, in
// any order.
func (l *lookUp) nearApart(p *part, errors int, yield func(match)) {
	n := &p.names
	for _, q := range l.typed {
		if len(q.words) < 2 {
			continue
		}
		most := min(errors, q.forgiven())
		for _, m := range n.rarest(q.words, func(w string) int { return min(most, forgiven(w)) }) {
			for i := m.lo; i < m.hi; i++ {
				if name := n.of(i).name; !name.lacks(q.phrase, most) && name.apart(q, most, errorsBegun) <= most {
					yield(match{lo: i, hi: i + 1})
				}
			}
		}
	}
}

// nearRight yields the runs of keys that fit as a whole and begin with the
// first letter that was typed.
func (l *lookUp) nearRight(p *part, errors int, yield func(match)) {
	t := p.names.trie
	for _, q := range l.typed {
		start, ok := t.child(&t.nodes[0], q.letters[0])
		if !ok {
			continue
		}
		for _, m := range l.fuzzy.begun(t, start, q.letters[1:], min(errors, q.forgiven())) {
			yield(m)
		}
	}
}
