package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"griot/knowledge"
)

// Bolt is a store in an open Bolt file. Any number of goroutines may use it;
// but neither View nor Update may be called by a function that one of them
// runs: Bolt would wait for itself.
type Bolt struct {
	path string
	db   *bolt.DB
	turn chan struct{} // holds the token of whoever writes
	// broken is set when Bolt panicked while it wrote, as on a damaged page:
	// its locks and its list of free pages can't be relied on any more. It is
	// guarded by turn.
	broken error
}

var _ knowledge.Store = (*Bolt)(nil)

// errUnchanged rolls back a transaction in which nothing was written, which
// spares it a commit and two syncs.
var errUnchanged = errors.New("nothing was written")

// View runs fn on one unchanging state of the store; fn's error is returned as
// it is. It returns ctx's error if ctx is done before fn begins, or while fn
// scans. After Close, the error wraps fs.ErrClosed.
func (b *Bolt) View(ctx context.Context, fn func(knowledge.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	return b.explain(b.db.View(func(btx *bolt.Tx) error {
		return fn(&tx{ctx: ctx, bolt: btx})
	}))
}

// Update waits for its turn, runs fn and commits what fn wrote, or nothing if
// fn returns an error, which is returned as it is, or panics, or ctx is done.
// The error wraps knowledge.ErrFull if the disk has no room: nothing was saved
// then, and reads and smaller updates go on.
func (b *Bolt) Update(ctx context.Context, fn func(knowledge.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case b.turn <- struct{}{}:
		defer func() { <-b.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	var failed error // by fn or by ctx, not by Bolt
	err := b.write(ctx, func(t *tx) error {
		t.lent = true
		failed = fn(t)
		t.lent = false
		if failed == nil {
			failed = ctx.Err()
		}
		if failed != nil {
			return failed
		}
		if t.writes == 0 {
			return errUnchanged
		}
		return t.drop(metaBucket, cleanKey)
	})
	if failed != nil {
		return failed
	}
	return b.explain(asFull(err))
}

// Close waits for those who read and write, notes that the stop was orderly,
// and lets go of the file. Closing again does nothing.
func (b *Bolt) Close() error {
	b.turn <- struct{}{}
	defer func() { <-b.turn }()
	// A mark that can't be set costs the next start a page check, no more.
	_ = b.write(context.Background(), func(t *tx) error {
		if isClean(t) {
			return errUnchanged
		}
		return t.put(metaBucket, cleanKey, nil)
	})
	if b.broken != nil {
		return b.broken
	}
	return b.explain(b.db.Close())
}

// write runs fn in a transaction of Bolt's that writes, and returns nil if fn
// returned errUnchanged. If Bolt panics, that ends all writing; a panic of
// whoever the transaction was lent to goes on to the caller.
func (b *Bolt) write(ctx context.Context, fn func(*tx) error) (err error) {
	if b.broken != nil {
		return b.broken
	}
	t := &tx{ctx: ctx}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if t.lent {
			return
		}
		if r := recover(); r != nil {
			b.broken = fmt.Errorf("%s: %w: can't write any more: %v", b.path, knowledge.ErrDamaged, r)
			err = b.broken
		}
	}()
	err = b.db.Update(func(btx *bolt.Tx) error {
		t.bolt = btx
		return fn(t)
	})
	if errors.Is(err, errUnchanged) {
		return nil
	}
	return err
}

// explain makes an error of Bolt's say which file it is about. Others pass.
func (b *Bolt) explain(err error) error {
	switch {
	case errors.Is(err, bolterrors.ErrDatabaseNotOpen):
		return fmt.Errorf("%s: %w", b.path, fs.ErrClosed)
	case errors.Is(err, knowledge.ErrFull):
		return fmt.Errorf("%s: %w", b.path, err)
	}
	return err
}
