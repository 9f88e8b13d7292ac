package knowledge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// How long what a model said, and what asking it cost, is kept.
const (
	answerLife = 30 * 24 * time.Hour
	spentLife  = 3 * 24 * time.Hour
)

// KeepAnswer stores what a model said, for 30 days.
func (l *Library) KeepAnswer(ctx context.Context, key string, answer []byte) error {
	return l.keepNote(ctx, Answers, key, answer, answerLife)
}

// KeptAnswer returns what KeepAnswer stored, or ErrNotFound.
func (l *Library) KeptAnswer(ctx context.Context, key string) ([]byte, error) {
	return l.Note(ctx, Answers, key)
}

// KeepSpent stores what each account spent on a day, in place of what was stored
// of it, and forgets days of which nothing was stored for three days.
func (l *Library) KeepSpent(ctx context.Context, day string, spent map[string]int) error {
	note, err := json.Marshal(spent)
	if err != nil {
		return fmt.Errorf("spent on %s: %w", day, err)
	}
	return l.keepNote(ctx, Spent, day, note, spentLife)
}

// SpentOn returns what KeepSpent stored of a day; nothing was stored: nothing
// was spent.
func (l *Library) SpentOn(ctx context.Context, day string) (spent map[string]int, err error) {
	note, err := l.Note(ctx, Spent, day)
	if err == nil {
		err = json.Unmarshal(note, &spent)
	}
	if errors.Is(err, ErrNotFound) {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("spent on %s: %w", day, err)
	}
	return spent, nil
}

// keepNote stores a note and forgets those of its book that are older than life.
func (l *Library) keepNote(ctx context.Context, book Book, key string, value []byte, life time.Duration) error {
	return l.store.Update(ctx, func(tx Tx) error {
		if _, err := tx.DropNotes(book, l.now().Add(-life)); err != nil {
			return err
		}
		return tx.PutNote(book, key, value, l.now())
	})
}
