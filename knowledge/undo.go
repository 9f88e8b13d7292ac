package knowledge

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// RestsOnError says that a change can't be undone as long as later ones rest
// on it.
type RestsOnError struct {
	Seq   uint64
	Later []uint64 // the newest first: undone in this order, the change is free
	Why   error    // ErrStale, or an *InvalidError
}

// Error names the later changes.
func (e *RestsOnError) Error() string {
	return fmt.Sprintf("change %d: changes %v rest on it: %v", e.Seq, e.Later, e.Why)
}

// Unwrap returns why.
func (e *RestsOnError) Unwrap() error { return e.Why }

// turnBack makes the step one that puts back what a change replaced. What the
// change made new is withdrawn; on a desk, where the shelf had it, it is the
// shelf's again.
func (s *step) turnBack() error {
	change, body, err := readChange(s.tx, s.Layer, s.Of)
	if err != nil {
		return err
	}
	s.Target, s.Records = change.Target, body.Back()
	return nil
}

// Back returns the records that undo a change, each at the rev that the change
// left it with.
func (b ChangeBody) Back() []Record {
	var all []Record
	for _, e := range b.Edits {
		r := e.After
		switch {
		case e.Before != nil:
			r = *e.Before
		case e.After.Base > 0:
			r.State = Returned
		default:
			r.State = Withdrawn
		}
		r.Rev = e.After.Rev
		all = append(all, r)
	}
	return all
}

// readChange returns a change and what it did; ErrRedacted if that was taken
// out.
func readChange(tx Tx, layer Layer, seq uint64) (Change, ChangeBody, error) {
	change, raw, err := tx.Change(layer, seq)
	if err != nil {
		return Change{}, ChangeBody{}, err
	}
	var body ChangeBody
	if raw == nil {
		return change, body, fmt.Errorf("change %d: %w", seq, ErrRedacted)
	}
	if err := json.Unmarshal(raw, &body); err != nil {
		return change, body, fmt.Errorf("change %d: %w: %w", seq, ErrDamaged, err)
	}
	return change, body, nil
}

// rests finds the later changes because of which a change can't be undone:
// those of its own records, and those of what would be left without them.
func (s *step) rests(why error) error {
	var ids []ID
	for _, r := range s.Records {
		ids = append(ids, r.ID)
	}
	var invalid *InvalidError
	switch {
	case errors.As(why, &invalid):
		for _, p := range invalid.Problems {
			ids = append(ids, p.ID)
		}
	case !errors.Is(why, ErrStale):
		return why
	}
	rests := &RestsOnError{Seq: s.Of, Why: why}
	err := eachLater(s.tx, s.Layer, s.Of, func(c Change, body ChangeBody) {
		if slices.ContainsFunc(body.Edits, func(e Edited) bool { return slices.Contains(ids, e.After.ID) }) {
			rests.Later = append(rests.Later, c.Seq)
		}
	})
	if err != nil {
		return err
	}
	if len(rests.Later) == 0 {
		return why
	}
	slices.Reverse(rests.Later)
	return rests
}

// eachLater calls fn for every change of a layer after one, but for redacted
// ones.
func eachLater(tx Tx, layer Layer, after uint64, fn func(Change, ChangeBody)) error {
	last, err := tx.LastChange(layer)
	if err != nil {
		return err
	}
	for seq := after + 1; seq <= last.Seq; seq++ {
		c, body, err := readChange(tx, layer, seq)
		if errors.Is(err, ErrRedacted) {
			continue
		}
		if err != nil {
			return err
		}
		fn(c, body)
	}
	return nil
}
