package knowledge

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
)

// The notes of People: whose key it is under the key, and the key under the
// user. A layer's name holds no #.
func keyNote(layer Layer, user string) string    { return string(layer) + "/" + user }
func userNote(layer Layer, person string) string { return string(layer) + "#" + person }

// person returns the key that stands for a user in a layer's log. It is random
// for each layer; the user behind it can be erased without touching the log.
func (l *Library) person(tx Tx, name Layer, user string) (string, error) {
	key, err := tx.Note(People, keyNote(name, user))
	if !errors.Is(err, ErrNotFound) {
		return string(key), err
	}
	random := make([]byte, 8)
	if _, err := io.ReadFull(l.random, random); err != nil {
		return "", err
	}
	fresh := hex.EncodeToString(random)
	if err := tx.PutNote(People, userNote(name, fresh), []byte(user), l.now()); err != nil {
		return "", err
	}
	return fresh, tx.PutNote(People, keyNote(name, user), []byte(fresh), l.now())
}

// UserOf returns the Discord id behind a person key; empty for a former
// member, who had it erased.
func (l *Library) UserOf(ctx context.Context, layer Layer, person string) (string, error) {
	user, err := l.Note(ctx, People, userNote(layer, person))
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return string(user), err
}

// PersonOf returns the person key of a user; empty if nothing is stored of one.
func (l *Library) PersonOf(ctx context.Context, layer Layer, user string) (string, error) {
	key, err := l.Note(ctx, People, keyNote(layer, user))
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return string(key), err
}

// Forget erases who stands behind a user's key in a layer. The changes stay
// under the key, and the chain verifies; the next change of the user gets
// another key.
func (l *Library) Forget(ctx context.Context, layer Layer, user string) error {
	return l.store.Update(ctx, func(tx Tx) error {
		key, err := tx.Note(People, keyNote(layer, user))
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return errors.Join(
			tx.DropNote(People, userNote(layer, string(key))),
			tx.DropNote(People, keyNote(layer, user)),
		)
	})
}

const idLetters = "abcdefghijklmnopqrstuvwxyz"

// NewID returns an id for what a desk makes: d- and eight random letters.
func (l *Library) NewID() (ID, error) {
	random := make([]byte, 8)
	if _, err := io.ReadFull(l.random, random); err != nil {
		return "", err
	}
	for i, b := range random {
		random[i] = idLetters[int(b)%len(idLetters)] // a little uneven, which harms nobody
	}
	return ID("d-" + string(random)), nil
}
