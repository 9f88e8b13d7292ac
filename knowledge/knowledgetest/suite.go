// Package knowledgetest is the test that every knowledge.Store must pass.
package knowledgetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"griot/knowledge"
)

// Subject is a kind of store under test.
type Subject struct {
	// Open opens the store that is kept in a folder, and makes one if there
	// is none. It fails tb if it can't.
	Open func(tb testing.TB, folder string) knowledge.Store
	// Damage alters the stored bytes of a record in the folder of a closed
	// store. It may be nil, where nobody can.
	Damage func(tb testing.TB, folder string, key knowledge.Key)
}

// TestStore tests that stores of the subject's kind keep what the interfaces of
// package knowledge promise, and these promises of a reliable store:
//
//   - a writer doesn't wait for readers, nor does it wait for its turn longer
//     than its context lasts;
//   - what was given to the store or handed out by it may be kept and changed;
//   - fn may put records of the kind that it scans, and append to the log that
//     it reads;
//   - a store is as it was after Close and Open.
func TestStore(t *testing.T, subject Subject) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, *place)
	}{
		{"records", testRecords},
		{"scan in order", testScanOrder},
		{"scan and put", testScanAndPut},
		{"scan ends early", testScanEnds},
		{"layers and kinds apart", testIsolation},
		{"layers", testLayers},
		{"keys", testKeys},
		{"copies", testCopies},
		{"damage", testDamage},
		{"failed update", testFailedUpdate},
		{"panic", testPanic},
		{"cancelled", testCancelled},
		{"waiting for a turn", testTurn},
		{"one state", testOneState},
		{"one writer", testOneWriter},
		{"no writing in a view", testViewReadsOnly},
		{"closed", testClosed},
		{"changes", testChanges},
		{"changes out of turn", testChangeSequence},
		{"changes end early", testChangesEnd},
		{"notes", testNotes},
		{"notes grow old", testDropNotes},
		{"model", testModel},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, newPlace(t, subject))
		})
	}
}

// patience is how long a test waits for another goroutine before it says that
// the store hangs.
const patience = 20 * time.Second

// place is a folder with an open store.
type place struct {
	tb      testing.TB
	subject Subject
	folder  string
	store   knowledge.Store
}

func newPlace(tb testing.TB, subject Subject) *place {
	p := &place{tb: tb, subject: subject, folder: tb.TempDir()}
	p.store = subject.Open(tb, p.folder)
	tb.Cleanup(p.close)
	return p
}

func (p *place) close() {
	if p.store == nil {
		return
	}
	if err := p.store.Close(); err != nil {
		p.tb.Errorf("Close: %v", err)
	}
	p.store = nil
}

func (p *place) reopen() {
	p.close()
	p.store = p.subject.Open(p.tb, p.folder)
}

// fataler is what tests and rapid's checks have in common.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// update fails the test unless fn's writes are committed.
func (p *place) update(t fataler, fn func(knowledge.Tx) error) {
	t.Helper()
	if err := p.store.Update(context.Background(), fn); err != nil {
		t.Fatalf("Update: %v", err)
	}
}

func (p *place) view(t fataler, fn func(knowledge.Tx) error) {
	t.Helper()
	if err := p.store.View(context.Background(), fn); err != nil {
		t.Fatalf("View: %v", err)
	}
}

// put stores records in one update.
func (p *place) put(t fataler, records ...knowledge.Record) {
	t.Helper()
	p.update(t, func(tx knowledge.Tx) error { return putAll(tx, records...) })
}

func putAll(tx knowledge.Tx, records ...knowledge.Record) error {
	for _, r := range records {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

// scan returns what a scan shows, one line for each record.
func scan(tx knowledge.Tx, layer knowledge.Layer, kind knowledge.Kind) ([]string, error) {
	var lines []string
	err := tx.Scan(layer, kind, func(r knowledge.Record, err error) error {
		lines = append(lines, describe(r, err))
		return nil
	})
	return lines, err
}

func describe(r knowledge.Record, err error) string {
	if errors.Is(err, knowledge.ErrDamaged) {
		return fmt.Sprintf("%s damaged", r.Key)
	}
	return fmt.Sprintf("%s r%d %s into %q base %d of %q %s %v", r.Key, r.Rev, r.State, r.Into, r.Base, r.Pack, r.Body, err)
}

// record makes a record whose fields all differ from their zero values.
func record(layer knowledge.Layer, kind knowledge.Kind, id knowledge.ID, body string) knowledge.Record {
	return knowledge.Record{
		Key: knowledge.Key{Layer: layer, Kind: kind, ID: id},
		Rev: 7, State: knowledge.Merged, Into: "another", Base: 3, Pack: "a-pack",
		Body: json.RawMessage(fmt.Sprintf(`{"says": %q}`, body)),
	}
}

func actor(id knowledge.ID, body string) knowledge.Record {
	return record(knowledge.Shelf, knowledge.KindActor, id, body)
}
