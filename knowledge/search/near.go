package search

// near yields runs of keys that what is typed fits as a whole with at most so
// many errors; if right, none of them in the first letter.
func (l *lookUp) near(p *part, errors int, right bool, yield func(match)) {
	t := p.names.trie
	for _, q := range l.typed {
		start, letters := &t.nodes[0], q.letters
		if right {
			child, ok := t.child(start, letters[0])
			if !ok {
				continue
			}
			start, letters = child, letters[1:]
		}
		for _, m := range l.fuzzy.begun(t, start, letters, min(errors, q.forgiven())) {
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

// begun adds the documents that what is typed so far fits with this many
// errors, if right behind a right first letter, in the order of hits, until
// there are enough. Those that it fits with fewer are there already.
func (l *lookUp) begun(errors int, right bool) {
	l.eachPart(func(p *part) {
		l.slips.reset(p.names.byKind)
		l.others.reset(p.names.byKind)
		l.near(p, errors, right, func(m match) {
			if m.slip {
				l.slips.push(m.lo, m.hi)
			} else {
				l.others.push(m.lo, m.hi)
			}
		})
		for kind := beginsMain; kind <= begins; kind++ {
			l.take(p, &l.slips, right, hit{errors: errors, kind: kind, slip: true})
			l.take(p, &l.others, right, hit{errors: errors, kind: kind})
		}
	})
}

// correct adds what fits with this many errors if nothing does with fewer:
// behind a first letter that is right, else behind any, else word by word. With
// one error nothing fits as a whole: that was looked for before.
func (l *lookUp) correct(errors int) {
	if errors > 1 {
		if l.begun(errors, true); len(l.hits) == 0 {
			l.begun(errors, false)
		}
		if len(l.hits) > 0 {
			return
		}
	}
	l.eachPart(func(p *part) {
		l.nearApart(p, errors, func(m match) {
			d := p.names.of(m.lo)
			if h, ok := d.entry.near(l.typed, false); ok && h.errors == errors && l.open(p, d) {
				l.hits = append(l.hits, h)
			}
		})
	})
}

// take adds the documents of a stream that fit as h says.
func (l *lookUp) take(p *part, s *stream, right bool, h hit) {
	h.why = Corrected
	for len(l.hits) < l.enough {
		i, ok := s.next((uint32(h.kind) + 1) << kindShift)
		if !ok {
			return
		}
		d := p.names.of(i)
		if !l.open(p, d) {
			continue
		}
		// All that fits better is there already. Of several names, the document
		// is shown by the best: wait for that.
		h.entry, h.name = d.entry, d.name
		if !d.only {
			if best, ok := d.entry.near(l.typed, right); !ok || best != h {
				continue
			}
		}
		ranked := h
		ranked.in, ranked.rank = &p.names, p.names.rank(i)
		l.hits = append(l.hits, ranked)
	}
}
