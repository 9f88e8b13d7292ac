package knowledgetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"griot/knowledge"
)

// testCopies spoils all that it gave to the store and got from it, in the
// transaction and after it, and looks whether the store minds.
func testCopies(t *testing.T, p *place) {
	given := [][]byte{[]byte(`{"a": "given"}`), nil, []byte("given note")}
	key := knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindActor, ID: "koufa"}
	p.update(t, func(tx knowledge.Tx) error {
		c, err := next(tx, knowledge.Shelf)
		given[1] = bodyOf(c)
		err = errors.Join(
			err,
			tx.Put(knowledge.Record{Key: key, Body: given[0]}),
			tx.AppendChange(c, given[1]),
			tx.PutNote(knowledge.Packs, "key", given[2], time.Unix(1, 0)),
		)
		spoil(given)
		return errors.Join(err, fill(tx))
	})
	var kept [][]byte
	look := func(tx knowledge.Tx) error {
		got, err := handedOut(tx, key)
		for i, want := range []string{`{"a": "given"}`, `{"a": "given"}`, `{"reason": "shelf 1"}`, "given note"} {
			if i >= len(got) || string(got[i]) != want {
				t.Errorf("handed out %q, the %d. should be %q", got, i+1, want)
			}
		}
		kept = append(kept, got...)
		return err
	}
	p.view(t, func(tx knowledge.Tx) error {
		err := look(tx)
		spoil(kept)
		return errors.Join(err, look(tx))
	})
	p.view(t, look)
	intact := kept[len(kept)-4:]
	for i := range 50 { // pages that nobody reads any more are used again
		p.put(t, knowledge.Record{Key: key, Rev: uint64(i), Body: []byte(`{"a": "other"}`)})
	}
	p.close()
	if string(intact[0]) != `{"a": "given"}` || string(intact[3]) != "given note" {
		t.Errorf("what was kept became %q", intact)
	}
}

// fill makes every part of the store too large to be kept in one piece with
// others, where a store might copy it by chance.
func fill(tx knowledge.Tx) error {
	long := strings.Repeat("long ", 200)
	for i := range 30 {
		err := errors.Join(
			tx.Put(record(knowledge.Shelf, knowledge.KindEvent, knowledge.PassageID("filler", i), long)),
			tx.PutNote(knowledge.Packs, fmt.Sprintf("filler %d", i), []byte(long), time.Unix(1, 0)),
		)
		if err != nil {
			return err
		}
	}
	return chain(tx, knowledge.Desk("1"), 100)
}

func spoil(all [][]byte) {
	for _, b := range all {
		for i := range b {
			b[i] = '!'
		}
	}
}

// handedOut returns the record's body by Get and by Scan, the first change's
// body, and the note.
func handedOut(tx knowledge.Tx, key knowledge.Key) (all [][]byte, err error) {
	r, err1 := tx.Get(key)
	all = append(all, r.Body)
	err2 := tx.Scan(key.Layer, key.Kind, func(r knowledge.Record, err error) error {
		all = append(all, r.Body)
		return err
	})
	err3 := tx.Changes(key.Layer, func(_ knowledge.Change, body []byte) error {
		all = append(all, body)
		return nil
	})
	note, err4 := tx.Note(knowledge.Packs, "key")
	return append(all, note), errors.Join(err1, err2, err3, err4)
}
