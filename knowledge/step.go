package knowledge

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// step is an edit on its way through a transaction.
type step struct {
	Edit
	lib     *Library
	tx      Tx
	now     time.Time
	person  string    // person key of who makes it
	about   *Proposal // the proposal that it reviews, or becomes
	edited  []Edited
	emptied []Edited // of a redaction: what is stored without its words
	next    *state   // what is published once the transaction is committed
}

// step finds what an edit changes and checks it against the rules of the
// domain.
func (l *Library) step(tx Tx, who Who, e Edit) (*step, error) {
	s := &step{Edit: e, lib: l, tx: tx, now: l.now().UTC()}
	var err error
	if s.person, err = l.person(tx, e.Layer, who.User); err != nil {
		return nil, err
	}
	switch e.Action {
	case Approve, Decline:
		err = s.takeUp()
	case Undo:
		err = s.turnBack()
	case Redact:
		err = s.redact()
	}
	if err != nil {
		return nil, err
	}
	if err = s.work(); err != nil && e.Action == Undo {
		err = s.rests(err)
	}
	return s, err
}

// work numbers the records anew and makes the state that holds them.
func (s *step) work() (err error) {
	if s.edited, err = revise(s.tx, s.Edit); err != nil {
		return err
	}
	if err := s.thawed(); err != nil {
		return err
	}
	s.next, err = s.lib.next(s.Layer, append(s.edited, s.emptied...))
	return err
}

// thawed refuses to edit what is frozen. To suggest, and to decide on what was
// suggested, is no edit; to pass it is one.
func (s *step) thawed() error {
	if s.Layer == Shelf {
		return nil
	}
	v := s.lib.state.Load().of(s.Layer)
	for _, e := range s.edited {
		if e.After.Kind.IsKnowledge() && v.Frozen(e.After.ID) {
			return fmt.Errorf("%s: %w", e.After.ID, ErrFrozen)
		}
	}
	return nil
}

// revise pairs each record with the stored one and numbers it anew; ErrStale
// if the stored one is not the one that the editor saw.
func revise(tx Tx, e Edit) ([]Edited, error) {
	var edited []Edited
	for _, r := range e.Records {
		r.Layer = e.Layer
		before, err := tx.Get(r.Key)
		switch {
		case (errors.Is(err, ErrNotFound) || errors.Is(err, ErrDamaged)) && r.Rev == 0:
			r.Rev = 1 // a damaged one was never shown; this takes its place
			if err := onShelf(tx, &r); err != nil {
				return nil, err
			}
			edited = append(edited, Edited{After: r})
		case errors.Is(err, ErrNotFound), err == nil && before.Rev != r.Rev:
			return nil, fmt.Errorf("%s: %w", r.ID, ErrStale)
		case err != nil:
			return nil, err
		case !r.same(before):
			r.Rev++
			edited = append(edited, Edited{Before: &before, After: r})
		}
	}
	return edited, nil
}

// onShelf notes which rev of the shelf a new record of a desk replaces.
func onShelf(tx Tx, r *Record) error {
	if r.Layer == Shelf || r.Base != 0 {
		return nil
	}
	under, err := tx.Get(Key{Shelf, r.Kind, r.ID})
	if errors.Is(err, ErrNotFound) || errors.Is(err, ErrDamaged) {
		return nil
	}
	r.Base = under.Rev
	return err
}

// next returns the state after the edit, or an error if it breaks a rule.
func (l *Library) next(name Layer, edited []Edited) (*state, error) {
	now := l.state.Load()
	records := make([]Record, len(edited))
	ids := make([]ID, len(edited))
	for i, e := range edited {
		records[i], ids[i] = e.After, e.After.ID
	}
	if err := oneNamespace(now.of(name), records); err != nil {
		return nil, err
	}
	layer, err := now.layers[name].with(records)
	if err != nil {
		return nil, err
	}
	next := now.with(name, layer)
	if name == Shelf {
		return next, next.of(name).Check().Err()
	}
	return next, next.of(name).checkAround(ids, now.of(name)).Err()
}

// oneNamespace refuses an id that another kind of record has already, in the
// layer or under it, and one that stands twice.
func oneNamespace(v *View, records []Record) error {
	var ps Problems
	seen := map[ID]bool{}
	for _, r := range records {
		if seen[r.ID] {
			ps = append(ps, Problem{ID: r.ID, Path: "id", What: "stands twice in one edit"})
		}
		seen[r.ID] = true
		if _, old, taken := v.top(r.ID); taken && old.Kind != r.Kind {
			ps = append(ps, Problem{ID: r.ID, Path: "id", What: fmt.Sprintf("is both %s and %s", old.Kind, r.Kind)})
		}
	}
	return ps.Err()
}

// write puts the records, the change, the notes and the receipt.
func (s *step) write() (Receipt, error) {
	receipt := Receipt{Time: s.now}
	for _, e := range append(s.edited, s.emptied...) {
		receipt.Changed = append(receipt.Changed, e.After.ID)
		if err := s.tx.Put(e.After); err != nil {
			return Receipt{}, err
		}
	}
	if s.about != nil && s.about.State == Waiting {
		receipt.Waiting = s.about.ID
	}
	if len(s.edited) > 0 || s.Action == Redact {
		change, err := s.log()
		if err != nil {
			return Receipt{}, err
		}
		receipt.Seq = change.Seq
	}
	for _, n := range s.Notes {
		if err := s.tx.PutNote(n.Book, n.Key, n.Value, s.now); err != nil {
			return Receipt{}, err
		}
	}
	return receipt, remember(s.tx, s.Interaction, receipt)
}

func (s *step) log() (Change, error) {
	header := Change{Time: s.now, Layer: s.Layer, Action: s.Action, Target: s.Target, Of: s.Of, Person: s.person}
	return appendChange(s.tx, header, ChangeBody{Reason: s.Reason, Proposal: s.Proposal, Edits: s.edited})
}

// remember keeps the receipt for a second delivery and forgets old ones.
func remember(tx Tx, interaction string, r Receipt) error {
	if interaction == "" {
		return nil
	}
	b, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := tx.PutNote(Receipts, interaction, b, r.Time); err != nil {
		return err
	}
	_, err = tx.DropNotes(Receipts, r.Time.Add(-receiptLife))
	return err
}

// sorted returns ids in order, each once.
func sorted(ids []ID) []ID {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}
