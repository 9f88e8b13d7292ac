package knowledge

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
)

// redact takes out the body of a change, and its words from the records that
// hold them still but are read no more.
func (s *step) redact() error {
	change, body, err := readChange(s.tx, s.Layer, s.Of)
	if err != nil {
		return err
	}
	s.Target = change.Target
	for _, e := range body.Edits {
		r, err := s.tx.Get(e.After.Key)
		if errors.Is(err, ErrNotFound) || errors.Is(err, ErrDamaged) {
			continue
		}
		if err != nil {
			return err
		}
		if emptied, done := r.emptied(e.After); done {
			s.emptied = append(s.emptied, Edited{After: emptied})
		}
	}
	return s.tx.Redact(s.Layer, s.Of)
}

// emptied returns a record without the words that a change put there: of a
// proposal that waits no more, and of what a desk withdrew or gave back to the
// shelf. It keeps its rev, as nobody reads another version for it.
func (r Record) emptied(put Record) (Record, bool) {
	body, err := r.decode()
	p, isProposal := body.(*Proposal)
	var less any
	switch {
	case err != nil:
		return r, false
	case isProposal && (r.State != Live || p.State != Waiting):
		p.Records, p.Reason, p.Answer = nil, "", ""
		less = p
	case (r.State == Withdrawn || r.State == Returned) && string(r.Body) == string(put.Body) && hasID(body):
		less = map[string]ID{"id": r.ID}
	default:
		return r, false
	}
	r.Body, err = json.Marshal(less)
	return r, err == nil
}

// hasID reports whether a body is one that is whole with nothing but its id.
func hasID(body any) bool {
	switch body.(type) {
	case *Source, *Place, *Claim, *Entry:
		return true
	}
	return false
}

// CarriedBy returns the other changes of a layer whose bodies hold the same
// versions of the same records as a change does, and would show what it is to
// be redacted for. It returns ErrRedacted if the body is gone already.
func (l *Library) CarriedBy(ctx context.Context, layer Layer, seq uint64) (all []uint64, err error) {
	err = l.store.View(ctx, func(tx Tx) error {
		_, body, err := readChange(tx, layer, seq)
		if err != nil {
			return err
		}
		return eachLater(tx, layer, 0, func(c Change, other ChangeBody) {
			if c.Seq != seq && other.carries(body) {
				all = append(all, c.Seq)
			}
		})
	})
	return all, err
}

// carries reports whether a change holds what another one put in place.
func (b ChangeBody) carries(other ChangeBody) bool {
	var held []Record
	for _, e := range b.Edits {
		held = append(held, e.After.worded()...)
		if e.Before != nil {
			held = append(held, e.Before.worded()...)
		}
	}
	return slices.ContainsFunc(other.Edits, func(o Edited) bool {
		return slices.ContainsFunc(o.After.worded(), func(put Record) bool {
			return slices.ContainsFunc(held, func(r Record) bool { return r.ID == put.ID && string(r.Body) == string(put.Body) })
		})
	})
}

// worded returns the records whose words a record holds: of a proposal, those
// proposed, else the record itself.
func (r Record) worded() []Record {
	body, err := r.decode()
	if p, ok := body.(*Proposal); ok && err == nil {
		return p.Records
	}
	return []Record{r}
}
