package knowledge

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"
)

// deskLife is how long a desk is kept after its server took the bot away.
const deskLife = 30 * 24 * time.Hour

// Desks returns the servers that have a desk, in order.
func (l *Library) Desks() (guilds []string) {
	for name := range l.state.Load().layers {
		if guild, ok := strings.CutPrefix(string(name), string(Desk(""))); ok {
			guilds = append(guilds, guild)
		}
	}
	slices.Sort(guilds)
	return guilds
}

// Present notes which servers have the bot, at the moment: of all others that
// have a desk it notes that they took it away.
func (l *Library) Present(ctx context.Context, guilds []string) error {
	var errs []error
	for _, guild := range l.Desks() {
		if !slices.Contains(guilds, guild) {
			errs = append(errs, l.Depart(ctx, guild))
		}
	}
	for _, guild := range guilds {
		errs = append(errs, l.Return(ctx, guild))
	}
	return errors.Join(errs...)
}

// Depart notes that a server took the bot away, unless that is noted already.
// Its desk is kept for 30 days from then.
func (l *Library) Depart(ctx context.Context, guild string) error {
	if departed, err := l.departed(ctx, guild); departed || err != nil {
		return err
	}
	return l.store.Update(ctx, func(tx Tx) error {
		return tx.PutNote(Departures, string(Desk(guild)), nil, l.now())
	})
}

// Return notes that a server has the bot, so that its desk stays. It writes
// nothing unless the server had taken it away.
func (l *Library) Return(ctx context.Context, guild string) error {
	if departed, err := l.departed(ctx, guild); !departed || err != nil {
		return err
	}
	return l.store.Update(ctx, func(tx Tx) error {
		return tx.DropNote(Departures, string(Desk(guild)))
	})
}

func (l *Library) departed(ctx context.Context, guild string) (bool, error) {
	_, err := l.Note(ctx, Departures, string(Desk(guild)))
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, err
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
