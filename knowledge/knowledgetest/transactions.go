package knowledgetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

// writeAll writes something of every sort, to be looked for by nothingStays.
func writeAll(tx knowledge.Tx) error {
	return errors.Join(
		tx.Put(actor("left", "over")),
		tx.AppendChange(knowledge.Change{Seq: 1, Layer: knowledge.Shelf}, []byte("{}")),
		tx.PutNote(knowledge.Receipts, "left", []byte("over"), time.Unix(1, 0)),
	)
}

func nothingStays(t *testing.T, p *place) {
	t.Helper()
	look := func(tx knowledge.Tx) error {
		_, err1 := tx.Get(actor("left", "over").Key)
		_, err2 := tx.LastChange(knowledge.Shelf)
		_, err3 := tx.Note(knowledge.Receipts, "left")
		for _, err := range []error{err1, err2, err3} {
			if !errors.Is(err, knowledge.ErrNotFound) {
				t.Errorf("after an update that failed: %v; want ErrNotFound", err)
			}
		}
		return nil
	}
	p.view(t, look)
	p.reopen()
	p.view(t, look)
}

func testFailedUpdate(t *testing.T, p *place) {
	refused := errors.New("refused")
	err := p.store.Update(t.Context(), func(tx knowledge.Tx) error {
		if err := writeAll(tx); err != nil {
			return err
		}
		return refused
	})
	if err != refused {
		t.Errorf("Update returned %v; want fn's error as it is", err)
	}
	if err := p.store.View(t.Context(), func(knowledge.Tx) error { return refused }); err != refused {
		t.Errorf("View returned %v; want fn's error as it is", err)
	}
	nothingStays(t, p)
}

func testPanic(t *testing.T, p *place) {
	for _, run := range []func(context.Context, func(knowledge.Tx) error) error{p.store.Update, p.store.View} {
		func() {
			defer func() {
				if r := recover(); r != "mistake" {
					t.Errorf("fn's panic came out as %v", r)
				}
			}()
			_ = run(t.Context(), func(tx knowledge.Tx) error {
				_ = writeAll(tx)
				panic("mistake")
			})
		}()
	}
	p.put(t, actor("next", "goes on"))
	nothingStays(t, p)
}

func testCancelled(t *testing.T, p *place) {
	ctx, cancel := context.WithCancel(t.Context())
	err := p.store.Update(ctx, func(tx knowledge.Tx) error {
		defer cancel()
		return writeAll(tx)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Update with a context cancelled in it: %v", err)
	}
	never := func(knowledge.Tx) error { t.Error("fn ran with a context that was done"); return nil }
	for _, run := range []func(context.Context, func(knowledge.Tx) error) error{p.store.Update, p.store.View} {
		if err := run(ctx, never); !errors.Is(err, context.Canceled) {
			t.Errorf("with a cancelled context: %v", err)
		}
	}
	nothingStays(t, p)

	p.put(t, actor("aa", ""), actor("bb", ""))
	ctx, cancel = context.WithCancel(t.Context())
	seen := 0
	err = p.store.View(ctx, func(tx knowledge.Tx) error {
		return tx.Scan(knowledge.Shelf, knowledge.KindActor, func(knowledge.Record, error) error {
			seen++
			cancel()
			return nil
		})
	})
	if !errors.Is(err, context.Canceled) || seen != 1 {
		t.Errorf("a scan cancelled at the first record showed %d and returned %v", seen, err)
	}
}

// testTurn wants a writer that waits for another to stop waiting with its
// context.
func testTurn(t *testing.T, p *place) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	asked := make(chan error, 100)
	gaveUp := make(chan error, 1)
	p.update(t, func(tx knowledge.Tx) error {
		go func() { gaveUp <- p.store.Update(watched{ctx, asked}, writeAll) }()
		_ = await(t, asked)
		cancel()
		if err := await(t, gaveUp); !errors.Is(err, context.Canceled) {
			t.Errorf("a writer that gave up: %v", err)
		}
		return nil
	})
	nothingStays(t, p)
}

// watched is a context that tells when somebody begins to wait for its end.
type watched struct {
	context.Context
	asked chan<- error
}

func (w watched) Done() <-chan struct{} {
	w.asked <- nil
	return w.Context.Done()
}

// await returns what comes from c, and fails the test if the store hangs.
func await(t *testing.T, c <-chan error) error {
	t.Helper()
	select {
	case err := <-c:
		return err
	case <-time.After(patience):
		t.Error("the store hangs")
		return nil
	}
}

// testOneState lets a large update commit in the middle of a view.
func testOneState(t *testing.T, p *place) {
	before, after := actor("koufa", "before"), actor("koufa", "after")
	p.put(t, before)
	committed := make(chan error, 1)
	p.view(t, func(tx knowledge.Tx) error {
		if err := expect(t, tx, before); err != nil {
			return err
		}
		go func() {
			committed <- p.store.Update(context.Background(), func(tx knowledge.Tx) error {
				for i := range 2000 {
					if err := tx.Put(actor(knowledge.PassageID("much", i), fmt.Sprintf("%2000d", i))); err != nil {
						return err
					}
				}
				return putAll(tx, after)
			})
		}()
		if err := await(t, committed); err != nil {
			t.Errorf("Update beside a view: %v", err)
		}
		got, err := scan(tx, knowledge.Shelf, knowledge.KindActor)
		if diff := cmp.Diff([]string{describe(before, nil)}, got); diff != "" {
			t.Errorf("the view's state changed (- before, + now):\n%s", diff)
		}
		return err
	})
	p.view(t, func(tx knowledge.Tx) error { return expect(t, tx, after) })
}

func testOneWriter(t *testing.T, p *place) {
	const writers, rounds = 8, 10
	counter := knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindActor, ID: "counter"}
	var inside atomic.Int32
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for range rounds {
				err := p.store.Update(context.Background(), func(tx knowledge.Tx) error {
					if inside.Add(1) > 1 {
						t.Error("two writers at a time")
					}
					defer inside.Add(-1)
					r, err := tx.Get(counter)
					if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
						return err
					}
					return tx.Put(knowledge.Record{Key: counter, Rev: r.Rev + 1})
				})
				if err != nil {
					t.Errorf("Update: %v", err)
				}
			}
		})
	}
	wg.Wait()
	p.view(t, func(tx knowledge.Tx) error {
		r, err := tx.Get(counter)
		if r.Rev != writers*rounds {
			t.Errorf("%d updates were counted as %d", writers*rounds, r.Rev)
		}
		return err
	})
}

func testViewReadsOnly(t *testing.T, p *place) {
	p.view(t, func(tx knowledge.Tx) error {
		for name, err := range map[string]error{
			"Put":          tx.Put(actor("left", "over")),
			"AppendChange": tx.AppendChange(knowledge.Change{Seq: 1, Layer: knowledge.Shelf}, nil),
			"PutNote":      tx.PutNote(knowledge.Receipts, "left", nil, time.Unix(1, 0)),
		} {
			if err == nil {
				t.Errorf("%s in a view returned nil", name)
			}
		}
		return nil
	})
	nothingStays(t, p)
}

func testClosed(t *testing.T, p *place) {
	store, begun, goOn, closed := p.store, make(chan struct{}), make(chan struct{}), make(chan error, 1)
	viewed := make(chan error, 1)
	p.put(t, actor("koufa", ""))
	go func() {
		viewed <- store.View(context.Background(), func(tx knowledge.Tx) error {
			close(begun)
			<-goOn
			return expect(t, tx, actor("koufa", ""))
		})
	}()
	<-begun
	go func() { closed <- store.Close() }()
	select {
	case <-closed:
		t.Error("Close didn't wait for a reader")
	default:
	}
	close(goOn)
	if err := errors.Join(await(t, viewed), await(t, closed)); err != nil {
		t.Errorf("a view and a close beside it: %v", err)
	}
	p.store = nil
	for _, run := range []func(context.Context, func(knowledge.Tx) error) error{store.Update, store.View} {
		if err := run(t.Context(), func(knowledge.Tx) error { return nil }); err == nil {
			t.Error("a closed store lets in")
		}
	}
}
