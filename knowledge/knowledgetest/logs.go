package knowledgetest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

// chain appends n changes to a layer.
func chain(tx knowledge.Tx, layer knowledge.Layer, n int) error {
	for range n {
		c, err := next(tx, layer)
		if err != nil {
			return err
		}
		if err := tx.AppendChange(c, bodyOf(c)); err != nil {
			return err
		}
	}
	return nil
}

// next returns the header that should follow the last one of a layer.
func next(tx knowledge.Tx, layer knowledge.Layer) (knowledge.Change, error) {
	last, err := tx.LastChange(layer)
	prev := ""
	switch {
	case err == nil:
		prev = last.Hash()
	case !errors.Is(err, knowledge.ErrNotFound):
		return knowledge.Change{}, err
	}
	c := knowledge.Change{
		Seq: last.Seq + 1, Layer: layer, Prev: prev, Target: "koufa", Person: "person <1>",
		Action: knowledge.ApplyPack,
		Time:   time.Date(2019, 3, 23, 5, 0, int(last.Seq), 123456789, time.FixedZone("", 3600)),
	}
	c.Body = fmt.Sprintf("%x", sha256.Sum256(bodyOf(c)))
	return c, nil
}

// bodyOf returns the body that chain gives to a change: every third is redacted.
func bodyOf(c knowledge.Change) []byte {
	if c.Seq%3 == 0 {
		return nil
	}
	return fmt.Appendf(nil, `{"reason": "%s %d"}`, c.Layer, c.Seq)
}

// readLog checks the links of a layer's log and returns its length.
func readLog(t *testing.T, tx knowledge.Tx, layer knowledge.Layer) (n uint64, err error) {
	prev := ""
	err = tx.Changes(layer, func(c knowledge.Change, body []byte) error {
		n++
		if c.Seq != n || c.Layer != layer || c.Prev != prev {
			t.Errorf("%s: change %d after %d, of %s, with the previous hash %.8s; want %.8s", layer, c.Seq, n-1, c.Layer, c.Prev, prev)
		}
		if want := bodyOf(c); (body == nil) != (want == nil) || string(body) != string(want) {
			t.Errorf("%s: change %d has the body %q, want %q", layer, c.Seq, body, want)
		}
		prev = c.Hash()
		return nil
	})
	return n, err
}

func testChanges(t *testing.T, p *place) {
	want := map[knowledge.Layer]int{knowledge.Shelf: 300, "desk/1": 5, "desk/12": 1, "desk/2": 0}
	for layer, n := range want {
		p.update(t, func(tx knowledge.Tx) error { return chain(tx, layer, n/2) })
		p.reopen()
		p.update(t, func(tx knowledge.Tx) error { return chain(tx, layer, n-n/2) })
	}
	p.reopen()
	p.view(t, func(tx knowledge.Tx) error {
		for layer, n := range want {
			got, err := readLog(t, tx, layer)
			if err != nil || got != uint64(n) {
				t.Errorf("%s has %d changes, %v; want %d", layer, got, err, n)
			}
			last, err := tx.LastChange(layer)
			if n == 0 && (!errors.Is(err, knowledge.ErrNotFound) || !strings.Contains(err.Error(), string(layer))) {
				t.Errorf("last change of an empty layer: %v; want ErrNotFound and the layer", err)
			}
			if n > 0 && (err != nil || last.Seq != uint64(n)) {
				t.Errorf("last change of %s: %d, %v; want %d", layer, last.Seq, err, n)
			}
		}
		return nil
	})
}

func testChangeSequence(t *testing.T, p *place) {
	append1 := func(seq uint64) error {
		return p.store.Update(t.Context(), func(tx knowledge.Tx) error {
			c, err := next(tx, knowledge.Shelf)
			c.Seq = seq
			return errors.Join(err, tx.AppendChange(c, nil))
		})
	}
	for _, step := range []struct {
		seq uint64
		ok  bool
	}{{0, false}, {2, false}, {1, true}, {1, false}, {0, false}, {3, false}, {2, true}, {3, true}, {2, false}, {1 << 63, false}} {
		switch err := append1(step.seq); {
		case step.ok && err != nil:
			t.Errorf("change %d: %v", step.seq, err)
		case !step.ok && !errors.Is(err, knowledge.ErrInvalid):
			t.Errorf("change %d out of turn: %v; want ErrInvalid", step.seq, err)
		}
	}
	p.view(t, func(tx knowledge.Tx) error {
		last, err := tx.LastChange(knowledge.Shelf)
		if last.Seq != 3 {
			t.Errorf("last change %d, want 3", last.Seq)
		}
		return err
	})
}

func testChangesEnd(t *testing.T, p *place) {
	enough, seen := errors.New("enough"), 0
	p.update(t, func(tx knowledge.Tx) error { return chain(tx, knowledge.Shelf, 4) })
	p.update(t, func(tx knowledge.Tx) error {
		err := tx.Changes(knowledge.Shelf, func(c knowledge.Change, _ []byte) error {
			if seen++; seen == 3 {
				return enough
			}
			return chain(tx, knowledge.Shelf, 1)
		})
		if !errors.Is(err, enough) || seen != 3 {
			t.Errorf("reading ended after %d changes with %v; want 3 and fn's error", seen, err)
		}
		return nil
	})
	p.view(t, func(tx knowledge.Tx) error {
		n, err := readLog(t, tx, knowledge.Shelf)
		if n != 6 {
			t.Errorf("%d changes, want 6", n)
		}
		return err
	})
}

func testNotes(t *testing.T, p *place) {
	now := time.Unix(1553320800, 5)
	p.update(t, func(tx knowledge.Tx) error {
		for _, book := range knowledge.Books() {
			if _, err := tx.Note(book, "key"); !errors.Is(err, knowledge.ErrNotFound) || !strings.Contains(err.Error(), string(book)) {
				t.Errorf("note that isn't there: %v; want ErrNotFound and the book", err)
			}
			err := errors.Join(
				tx.PutNote(book, "key", []byte("before"), now),
				tx.PutNote(book, "key", []byte("of "+string(book)), now),
				tx.PutNote(book, "empty", nil, now),
			)
			if err != nil {
				return err
			}
		}
		return nil
	})
	look := func(tx knowledge.Tx) error {
		for _, book := range knowledge.Books() {
			if got, err := tx.Note(book, "key"); err != nil || string(got) != "of "+string(book) {
				t.Errorf("note of %s: %q, %v", book, got, err)
			}
			if got, err := tx.Note(book, "empty"); err != nil || len(got) > 0 {
				t.Errorf("empty note of %s: %q, %v", book, got, err)
			}
		}
		return nil
	}
	p.view(t, look)
	p.reopen()
	p.view(t, look)
	p.update(t, func(tx knowledge.Tx) error {
		_, err := tx.Note("novels", "key")
		_, err2 := tx.DropNotes("novels", now)
		for _, err := range []error{err, err2, tx.PutNote("novels", "key", nil, now), tx.PutNote(knowledge.Packs, "", nil, now)} {
			if !errors.Is(err, knowledge.ErrInvalid) {
				t.Errorf("a book that isn't one, or no key: %v; want ErrInvalid", err)
			}
		}
		return nil
	})
}

func testDropNotes(t *testing.T, p *place) {
	limit := time.Unix(1000, 500)
	times := map[string]time.Time{
		"first": {}, "before 1970": time.Unix(-5, 7), "second before": time.Unix(999, 900),
		"just before": time.Unix(1000, 499), "limit": limit, "just after": time.Unix(1000, 501), "late": time.Unix(1<<33, 0),
	}
	p.update(t, func(tx knowledge.Tx) error {
		for key, at := range times {
			err := errors.Join(tx.PutNote(knowledge.Receipts, key, nil, at), tx.PutNote(knowledge.Queries, key, nil, at))
			if err != nil {
				return err
			}
		}
		return tx.PutNote(knowledge.Receipts, "first", nil, limit) // a newer note of the same key
	})
	p.update(t, func(tx knowledge.Tx) error {
		n, err := tx.DropNotes(knowledge.Receipts, limit)
		if n != 3 {
			t.Errorf("dropped %d notes, want 3", n)
		}
		return err
	})
	p.reopen()
	p.view(t, func(tx knowledge.Tx) error {
		var left []string
		for _, key := range []string{"first", "before 1970", "second before", "just before", "limit", "just after", "late"} {
			if _, err := tx.Note(knowledge.Receipts, key); err == nil {
				left = append(left, key)
			}
			if _, err := tx.Note(knowledge.Queries, key); err != nil {
				t.Errorf("a note of another book went too: %v", err)
			}
		}
		if diff := cmp.Diff([]string{"first", "limit", "just after", "late"}, left); diff != "" {
			t.Errorf("notes left (- want, + got):\n%s", diff)
		}
		return nil
	})
}
