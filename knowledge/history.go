package knowledge

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Past is a change as the history of a desk shows it.
type Past struct {
	Change
	ChangeBody
	Redacted bool   // the body was taken out,
	By       Change // by this one
}

// Touches reports whether the change is about a record, or changed it.
func (p Past) Touches(id ID) bool {
	return p.Target == id || slices.ContainsFunc(p.Edits, func(e Edited) bool { return e.After.ID == id })
}

// History returns at most n changes of a layer before one (0: from the newest),
// the newest first: of one record, or of all if id is empty.
func (l *Library) History(ctx context.Context, layer Layer, id ID, before uint64, n int) (all []Past, err error) {
	err = l.store.View(ctx, func(tx Tx) error {
		last, err := tx.LastChange(layer)
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		seq := last.Seq
		if before > 0 {
			seq = min(seq, before-1)
		}
		for ; seq > 0 && len(all) < n; seq-- {
			p, err := readPast(tx, layer, seq)
			if err != nil {
				return err
			}
			if id == "" || p.Touches(id) {
				all = append(all, p)
			}
		}
		return nil
	})
	return all, err
}

// Version returns a record as it was at a rev; ErrNotFound if the log has it no
// more.
func (l *Library) Version(ctx context.Context, key Key, rev uint64) (Record, error) {
	if now, _ := l.Stored(key.Layer, key.ID); now.Rev == rev && now.Kind == key.Kind {
		return now, nil
	}
	past, err := l.History(ctx, key.Layer, key.ID, 0, math.MaxInt)
	for _, p := range past {
		for _, e := range p.Edits {
			if e.After.Key == key && e.After.Rev == rev {
				return e.After, err
			}
		}
	}
	return Record{}, errors.Join(err, fmt.Errorf("rev %d of %s: %w", rev, key, ErrNotFound))
}

// Change returns one change of a layer, or ErrNotFound.
func (l *Library) Change(ctx context.Context, layer Layer, seq uint64) (p Past, err error) {
	err = l.store.View(ctx, func(tx Tx) error {
		p, err = readPast(tx, layer, seq)
		return err
	})
	return p, err
}

func readPast(tx Tx, layer Layer, seq uint64) (Past, error) {
	change, body, err := readChange(tx, layer, seq)
	if errors.Is(err, ErrRedacted) {
		by, err := redactionOf(tx, change)
		return Past{Change: change, Redacted: true, By: by}, err
	}
	return Past{Change: change, ChangeBody: body}, err
}

// redactionOf returns the change that took out the body of another.
func redactionOf(tx Tx, of Change) (Change, error) {
	last, err := tx.LastChange(of.Layer)
	if err != nil {
		return Change{}, err
	}
	for seq := of.Seq + 1; seq <= last.Seq; seq++ {
		c, _, err := tx.Change(of.Layer, seq)
		if err != nil || c.Action == Redact && c.Of == of.Seq {
			return c, err
		}
	}
	return Change{}, nil
}

// Moderators returns how many different people have done what takes a
// moderator on a layer.
func (l *Library) Moderators(ctx context.Context, layer Layer) (int, error) {
	people := map[string]bool{}
	each(l.state.Load().of(layer), func(p *Proposal) {
		for _, person := range p.Backers {
			people[person] = true
		}
	})
	err := l.store.View(ctx, func(tx Tx) error {
		return tx.Changes(layer, func(c Change, _ []byte) error {
			if allowed[c.Action].desk >= Moderator {
				people[c.Person] = true
			}
			return nil
		})
	})
	return len(people), err
}

// ChangesBy returns how many changes of a layer's log a person made.
func (l *Library) ChangesBy(ctx context.Context, layer Layer, person string) (n int, err error) {
	err = l.store.View(ctx, func(tx Tx) error {
		return tx.Changes(layer, func(c Change, _ []byte) error {
			if c.Person == person && person != "" {
				n++
			}
			return nil
		})
	})
	return n, err
}
