package knowledge

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
}

// receiptLife is how long an interaction's receipt is kept. Its token lives 15
// minutes; a day covers any second delivery.
const receiptLife = 24 * time.Hour

// Apply is the only door for writing. It returns the receipt of an edit that
// is stored for good, or an error, and then nothing has changed: ErrNotAllowed,
// ErrStale if a record was changed in the meantime, ErrInvalid with the place
// and the reason. The same interaction is applied once; later calls get the
// first receipt.
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

// prepare does all that may fail: it writes within tx and returns the state to
// publish once tx is committed, or nil if the interaction was seen before.
func (l *Library) prepare(tx Tx, who Who, e Edit) (Receipt, *state, error) {
	if receipt, err := seen(tx, e.Interaction); err == nil || !errors.Is(err, ErrNotFound) {
		return receipt, nil, err
	}
	if err := Allowed(who, e); err != nil {
		return Receipt{}, nil, err
	}
	edited, err := revise(tx, e)
	if err != nil {
		return Receipt{}, nil, err
	}
	next, err := l.next(e.Layer, edited)
	if err != nil {
		return Receipt{}, nil, err
	}
	receipt, err := l.write(tx, who, e, edited)
	return receipt, next, err
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

// next returns the state after the edit, or an error if it breaks a rule.
func (l *Library) next(name Layer, edited []Edited) (*state, error) {
	now := l.state.Load()
	var records []Record
	for _, e := range edited {
		records = append(records, e.After)
	}
	if err := oneNamespace(now.layers[name], records); err != nil {
		return nil, err
	}
	layer, err := now.layers[name].with(records)
	if err != nil {
		return nil, err
	}
	next := now.with(name, layer)
	if err := next.of(name).Check().Err(); err != nil {
		return nil, err
	}
	return next, nil
}

// oneNamespace refuses an id that another kind of record has already, and one
// that stands twice.
func oneNamespace(l *layer, records []Record) error {
	seen := map[ID]bool{}
	for _, r := range records {
		if seen[r.ID] {
			return fmt.Errorf("%w: id %s stands twice in one edit", ErrInvalid, r.ID)
		}
		seen[r.ID] = true
		if l == nil {
			continue
		}
		if old, taken := l.records[r.ID]; taken && old.Kind != r.Kind {
			return fmt.Errorf("%w: id %s is both %s and %s", ErrInvalid, r.ID, old.Kind, r.Kind)
		}
	}
	return nil
}

// write puts the records, the change, the notes and the receipt.
func (l *Library) write(tx Tx, who Who, e Edit, edited []Edited) (Receipt, error) {
	now := l.now().UTC()
	receipt := Receipt{Time: now}
	for _, r := range edited {
		receipt.Changed = append(receipt.Changed, r.After.ID)
		if err := tx.Put(r.After); err != nil {
			return Receipt{}, err
		}
	}
	if len(edited) > 0 {
		person, err := l.person(tx, e.Layer, who.User)
		if err != nil {
			return Receipt{}, err
		}
		header := Change{Time: now, Layer: e.Layer, Action: e.Action, Target: e.Target, Person: person}
		change, err := appendChange(tx, header, ChangeBody{Reason: e.Reason, Edits: edited})
		if err != nil {
			return Receipt{}, err
		}
		receipt.Seq = change.Seq
	}
	for _, n := range e.Notes {
		if err := tx.PutNote(n.Book, n.Key, n.Value, now); err != nil {
			return Receipt{}, err
		}
	}
	return receipt, remember(tx, e.Interaction, receipt)
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

// person returns the key that stands for a user in a layer's log. It is random
// for each layer; the user behind it can be erased without touching the log.
func (l *Library) person(tx Tx, name Layer, user string) (string, error) {
	note := string(name) + "/" + user
	key, err := tx.Note(People, note)
	if !errors.Is(err, ErrNotFound) {
		return string(key), err
	}
	random := make([]byte, 8)
	if _, err := io.ReadFull(l.random, random); err != nil {
		return "", err
	}
	fresh := hex.EncodeToString(random)
	return fresh, tx.PutNote(People, note, []byte(fresh), l.now())
}
