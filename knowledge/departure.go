package knowledge

import (
	"context"
	"errors"
	"strings"
	"time"
)

// deskLife is how long a desk is kept after its server took the bot away.
const deskLife = 30 * 24 * time.Hour

// Depart notes that a server took the bot away. Its desk is kept for 30 days.
func (l *Library) Depart(ctx context.Context, guild string) error {
	return l.store.Update(ctx, func(tx Tx) error {
		return tx.PutNote(Departures, string(Desk(guild)), nil, l.now())
	})
}

// Return notes that a server has the bot, so that its desk stays.
func (l *Library) Return(ctx context.Context, guild string) error {
	return l.store.Update(ctx, func(tx Tx) error {
		_, err := tx.Note(Departures, string(Desk(guild)))
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		return errors.Join(err, tx.DropNote(Departures, string(Desk(guild))))
	})
}

// ClearDesks forgets the desks of the servers that took the bot away more than
// 30 days ago, with all that is stored of their people, and returns them.
func (l *Library) ClearDesks(ctx context.Context) (gone []Layer, err error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	err = l.store.Update(ctx, func(tx Tx) error {
		limit := l.now().Add(-deskLife)
		err := tx.Notes(Departures, "", func(layer string, _ []byte, at time.Time) error {
			if at.Before(limit) {
				gone = append(gone, Layer(layer))
			}
			return nil
		})
		for _, layer := range gone {
			err = errors.Join(err, tx.DropLayer(layer), dropNotesOf(tx, layer))
		}
		return err
	})
	if err != nil || len(gone) == 0 {
		return nil, err
	}
	next := l.state.Load()
	for _, layer := range gone {
		next = next.without(layer)
	}
	l.state.Store(next)
	return gone, nil
}

// dropNotesOf forgets the people, the gaps and the departure of a desk.
func dropNotesOf(tx Tx, layer Layer) error {
	for _, book := range []Book{People, Gaps, Departures} {
		var keys []string
		err := tx.Notes(book, string(layer), func(key string, _ []byte, _ time.Time) error {
			if rest := strings.TrimPrefix(key, string(layer)); rest == "" || rest[0] == '/' || rest[0] == '#' {
				keys = append(keys, key)
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, key := range keys {
			if err := tx.DropNote(book, key); err != nil {
				return err
			}
		}
	}
	return nil
}
