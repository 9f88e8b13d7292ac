package knowledge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

const (
	// queryLife is how long a query that a button stands for is found.
	queryLife = 30 * 24 * time.Hour
	// queryYoung is how long a kept query needs no keeping again, so that most
	// replies with buttons write nothing.
	queryYoung = 24 * time.Hour
)

// keptQuery is the note of a query: the book of notes does not tell their time.
type keptQuery struct {
	Kept  time.Time `json:"kept"`
	Query []byte    `json:"query"`
}

// KeepQuery stores a query that is too long for a button, and returns the
// digest by which KeptQuery finds it for 29 days at least. It writes nothing if
// the query was kept within the last day.
func (l *Library) KeepQuery(ctx context.Context, query []byte) (string, error) {
	digest, now := digestOf(query)[:22], l.now()
	kept, err := l.keptQuery(ctx, digest)
	if err == nil && now.Sub(kept.Kept) < queryYoung || err != nil && !errors.Is(err, ErrNotFound) {
		return digest, err
	}
	note, err := json.Marshal(keptQuery{now, query})
	if err != nil {
		return "", fmt.Errorf("query %s: %w", digest, err)
	}
	err = l.store.Update(ctx, func(tx Tx) error {
		if _, err := tx.DropNotes(Queries, now.Add(-queryLife)); err != nil {
			return err
		}
		return tx.PutNote(Queries, digest, note, now)
	})
	return digest, err
}

// KeptQuery returns what KeepQuery stored, or ErrNotFound, also if that is more
// than 30 days ago.
func (l *Library) KeptQuery(ctx context.Context, digest string) ([]byte, error) {
	kept, err := l.keptQuery(ctx, digest)
	return kept.Query, err
}

func (l *Library) keptQuery(ctx context.Context, digest string) (keptQuery, error) {
	note, err := l.Note(ctx, Queries, digest)
	if err != nil {
		return keptQuery{}, err
	}
	var kept keptQuery
	// What an older version kept has no time, and counts as forgotten.
	if json.Unmarshal(note, &kept) != nil || l.now().Sub(kept.Kept) > queryLife {
		return keptQuery{}, fmt.Errorf("query %s: %w", digest, ErrNotFound)
	}
	return kept, nil
}
