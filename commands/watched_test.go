package commands_test

import (
	"context"
	"slices"
	"strings"
	"time"

	"griot/knowledge"
)

// watched is a store that notes which layers were written to.
type watched struct {
	knowledge.Store
	wrote []knowledge.Layer // since it was last emptied
}

// Update notes what fn writes, if it is committed.
func (w *watched) Update(ctx context.Context, fn func(knowledge.Tx) error) error {
	tx := &watchedTx{}
	err := w.Store.Update(ctx, func(inner knowledge.Tx) error {
		tx.Tx = inner
		return fn(tx)
	})
	if err == nil {
		w.wrote = append(w.wrote, tx.wrote...)
	}
	return err
}

type watchedTx struct {
	knowledge.Tx
	wrote []knowledge.Layer
}

func (t *watchedTx) Put(r knowledge.Record) error {
	t.wrote = append(t.wrote, r.Layer)
	return t.Tx.Put(r)
}

func (t *watchedTx) AppendChange(c knowledge.Change, body []byte) error {
	t.wrote = append(t.wrote, c.Layer)
	return t.Tx.AppendChange(c, body)
}

func (t *watchedTx) Redact(layer knowledge.Layer, seq uint64) error {
	t.wrote = append(t.wrote, layer)
	return t.Tx.Redact(layer, seq)
}

func (t *watchedTx) PutNote(book knowledge.Book, key string, value []byte, at time.Time) error {
	t.note(book, key)
	return t.Tx.PutNote(book, key, value, at)
}

func (t *watchedTx) DropNote(book knowledge.Book, key string) error {
	t.note(book, key)
	return t.Tx.DropNote(book, key)
}

// note counts the notes of a desk; what buttons stand for, receipts and what a
// model said are no one's.
func (t *watchedTx) note(book knowledge.Book, key string) {
	if slices.Contains([]knowledge.Book{knowledge.People, knowledge.Gaps, knowledge.Departures}, book) {
		end := strings.LastIndexAny(key, "/#")
		if book == knowledge.Gaps { // whose questions may hold a slash
			end = len("desk/") + strings.IndexByte(key[len("desk/"):], '/')
		}
		t.wrote = append(t.wrote, knowledge.Layer(key[:end]))
	}
}
