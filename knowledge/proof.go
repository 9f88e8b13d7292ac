package knowledge

import "errors"

// moved is where an anchor was found that is not at its expected place.
type moved struct {
	at At
	ok bool
}

// Prove says what is known of a citation's wording and, if it is verified,
// returns the words. They are proved anew at every call: the expected place is
// tried first, then the place that was found when the source was read.
func (v *View) Prove(c Citation) (Quotation, State) {
	source := v.Source(c.Source)
	if c.IsWhole() || source == nil {
		return Quotation{}, WholeSource
	}
	home := v.home(c.Source)
	if home == nil {
		return Quotation{}, NotImported
	}
	at, found := home.place(c, v.Passages(c.Source))
	if !found {
		return Quotation{}, Orphan
	}
	p := v.Passage(c.Source, at.Paragraph)
	if p == nil {
		return Quotation{}, Orphan
	}
	q, err := quote(source.Label, *p, at, &c)
	if err != nil {
		return Quotation{}, Orphan
	}
	return q, Verified
}

// home returns the layer whose text of a source this view reads, or nil.
func (v *View) home(source ID) *layer {
	for _, l := range v.layers {
		if len(l.passages[source]) > 0 {
			return l
		}
	}
	return nil
}

// place finds an anchor in the passages of its source. Only an anchor that is
// not where it is expected is searched for, and once.
func (l *layer) place(c Citation, passages []*Passage) (At, bool) {
	if m, ok := l.moved.Load(c); ok {
		return m.(moved).at, m.(moved).ok
	}
	at, ok := locate(c, passages)
	if at != c.At {
		l.moved.Store(c, moved{at, ok})
	}
	return at, ok
}

// QuoteAt returns the stored words of a place that a reader names, such as
// FP19-2.1. It returns ErrNotFound if there is no such source or place, and
// ErrNotImported if the source's text is not in the store.
func (v *View) QuoteAt(label string, at At) (Quotation, error) {
	source := v.SourceByLabel(label)
	if source == nil {
		return Quotation{}, ErrNotFound
	}
	if v.home(source.ID) == nil {
		return Quotation{}, ErrNotImported
	}
	p := v.Passage(source.ID, at.Paragraph)
	if p == nil {
		return Quotation{}, ErrNotFound
	}
	return quote(source.Label, *p, at, nil)
}

// ErrNotImported says that the text of a source is not in the store.
var ErrNotImported = errors.New("text not imported")
