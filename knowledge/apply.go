package knowledge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Edit is one step: records to put into a layer, all or none. The Rev of each
// is the one that the editor saw, 0 for a new record.
type Edit struct {
	Interaction string // the id of the interaction that asks for it, if any
	Layer       Layer
	Action      Action
	Target      ID
	Records     []Record
	Notes       []Note // stored with the records
	Reason      string

	// Proposal is the one that Approve and Decline are about. Records that
	// come with Approve are passed in the place of those proposed.
	Proposal ID
	// Seen is the rev of the proposal that its reviewer saw; 0 if that is all
	// one.
	Seen uint64
	// Of is the change that Undo and Redact are about; they bring no records.
	Of uint64
}

// Note is a small value that is stored with an edit.
type Note struct {
	Book  Book
	Key   string
	Value []byte
}

// Receipt says what an edit came to.
type Receipt struct {
	Seq     uint64    `json:"seq"`  // of the change in its layer's log; 0 if there was nothing to change
	Time    time.Time `json:"time"` // of the commit
	Changed []ID      `json:"changed,omitempty"`
	// Waiting is the proposal that the edit became or stays, because it needs
	// review or one more moderator.
	Waiting ID `json:"waiting,omitempty"`
}

// receiptLife is how long an interaction's receipt is kept. Its token lives 15
// minutes; a day covers any second delivery.
const receiptLife = 24 * time.Hour

// Apply is the only door for writing. It returns the receipt of an edit that
// is stored for good, or an error, and then nothing has changed: ErrNotAllowed,
// ErrFrozen, ErrStale if a record was changed in the meantime (a
// [*HandledError] for a proposal), an [*InvalidError] with the place and the
// reason, ErrRedacted or a [*RestsOnError] for what can't be undone. The same
// interaction is applied once; later calls get the first receipt.
//
// What is suggested, and what a single moderator may not pass, is stored as a
// proposal, which the receipt names.
func (l *Library) Apply(ctx context.Context, who Who, e Edit) (Receipt, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	var (
		receipt Receipt
		next    *state
	)
	err := l.store.Update(ctx, func(tx Tx) (err error) {
		receipt, next, err = l.prepare(tx, who, e)
		return err
	})
	if err != nil {
		return Receipt{}, fmt.Errorf("%s %s: %w", e.Action, e.Target, err)
	}
	if next != nil {
		l.state.Store(next)
	}
	return receipt, nil
}

// errTried rolls back what was only tried.
var errTried = errors.New("only tried")

// Try returns what Apply would, and changes nothing.
func (l *Library) Try(ctx context.Context, who Who, e Edit) (receipt Receipt, err error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	err = l.store.Update(ctx, func(tx Tx) (err error) {
		if receipt, _, err = l.prepare(tx, who, e); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return receipt, nil
	}
	return Receipt{}, fmt.Errorf("%s %s: %w", e.Action, e.Target, err)
}

// prepare does all that may fail: it writes within tx and returns the state to
// publish once tx is committed, or nil if the interaction was seen before.
func (l *Library) prepare(tx Tx, who Who, e Edit) (Receipt, *state, error) {
	if receipt, err := seen(tx, e.Interaction); err == nil || !errors.Is(err, ErrNotFound) {
		return receipt, nil, err
	}
	on, err := settingsIn(tx, e.Layer)
	if err != nil {
		return Receipt{}, nil, err
	}
	if err := Allowed(who, on, e); err != nil {
		return Receipt{}, nil, err
	}
	s, err := l.step(tx, who, e)
	if err != nil {
		return Receipt{}, nil, err
	}
	if err := Allowed(who, on, s.Edit); err != nil { // now with what a review or an undo brings
		return Receipt{}, nil, err
	}
	if err := s.review(on.RoleOf(who)); err != nil {
		return Receipt{}, nil, err
	}
	receipt, err := s.write()
	return receipt, s.next, err
}

func seen(tx Tx, interaction string) (r Receipt, err error) {
	if interaction == "" {
		return r, ErrNotFound
	}
	b, err := Once(tx, interaction)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(b, &r)
}

// settingsIn returns the settings of a layer as this transaction has them.
func settingsIn(tx Tx, layer Layer) (s Settings, err error) {
	r, err := tx.Get(Key{layer, KindSettings, SettingsID})
	if errors.Is(err, ErrNotFound) {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	return s, json.Unmarshal(r.Body, &s)
}
