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
	home, _ := v.home(source.ID)
	if home == nil {
		return Quotation{}, NotImported
	}
	if q, ok := v.proveAt(source, c, c.At); ok {
		return q, Verified
	}
	if at, found := home.place(c, home.passages[source.ID]); found && at != c.At {
		if q, ok := v.proveAt(source, c, at); ok {
			return q, Verified
		}
	}
	return Quotation{}, Orphan
}

// proveAt returns the words at one place, if they are those of c.
func (v *View) proveAt(source *Source, c Citation, at At) (Quotation, bool) {
	p := v.Passage(source.ID, at.Paragraph)
	if p == nil { // there is none, or a desk hides it
		return Quotation{}, false
	}
	q, err := quote(source.Label, *p, at, &c)
	return q, err == nil
}

// home returns the layer whose text of a source this view reads, and which of
// the view's layers it is; nil if none has it.
func (v *View) home(source ID) (*layer, int) {
	for i, l := range v.layers {
		if len(l.passages[source]) > 0 {
			return l, i
		}
	}
	return nil, 0
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
	if home, _ := v.home(source.ID); home == nil {
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
