package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"

	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

// Report is what Verify found in a store.
type Report struct {
	Layers, Records, Changes, Notes int // those that are whole
	// Clean says that the last stop was orderly.
	Clean bool
	// Damage lists in words what is wrong, at most maxDamage lines; empty if
	// nothing is.
	Damage []string
}

// maxDamage is how many lines of damage a report holds; one bad page can give
// thousands.
const maxDamage = 100

func (r *Report) damage(format string, args ...any) {
	if len(r.Damage) < maxDamage {
		r.Damage = append(r.Damage, fmt.Sprintf(format, args...))
	}
}

// Verify examines the closed store at path without changing it: its size,
// Bolt's pages, the seal of every value, and the chain of changes of every
// layer. Damage is reported, not returned; an error says that the file could
// not be examined, as by Open, or that ctx is done. Bolt's page check can exhaust
// the stack on a file that is damaged badly enough, which ends the process: run
// Verify in one of its own, with a time limit, if that must not happen. An empty
// file is a store in which nothing was stored yet.
func Verify(ctx context.Context, path string) (Report, error) {
	var r Report
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		return r, nil
	}
	err := inspect(path, func(btx *bolt.Tx) error {
		for err := range btx.Check() { // to the end, or its goroutine stays
			r.damage("pages: %v", err)
		}
		t := &tx{ctx: ctx, bolt: btx}
		r.Clean = isClean(t)
		r.walk(t)
		r.chains(t)
		return ctx.Err()
	})
	return r, err
}

// StoppedCleanly reports whether the closed store at path was last written by a
// process that closed it in order, so that it needs no page check; a file that
// is missing or empty needs none either. The error is that of Verify.
func StoppedCleanly(path string) (clean bool, err error) {
	if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || (err == nil && info.Size() == 0) {
		return true, nil
	}
	err = inspect(path, func(btx *bolt.Tx) error {
		clean = isClean(&tx{ctx: context.Background(), bolt: btx})
		return nil
	})
	return clean, err
}

func isClean(t *tx) bool {
	_, err := t.get(metaBucket, cleanKey)
	return err == nil
}

// inspect runs fn on a closed store, opened for reading only.
func inspect(path string, fn func(*bolt.Tx) error) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("%s: %w", path, asBroken(err))
		}
	}()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	db, err := openFile(path, reading())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	defer asDamage(&err)
	return db.View(func(btx *bolt.Tx) error {
		switch schema, err := schemaOf(btx); {
		case err != nil:
			return err
		case schema > len(migrations):
			return fmt.Errorf("%w: schema %d", knowledge.ErrNewer, schema)
		}
		return fn(btx)
	})
}

// walk breaks the seal of every value in every bucket.
func (r *Report) walk(t *tx) {
	r.seals(t, metaBucket, nil)
	r.seals(t, recordBucket, &r.Records)
	r.seals(t, changeBucket, &r.Changes)
	r.seals(t, bodyBucket, nil)
	for _, book := range knowledge.Books() {
		r.seals(t, notePrefix+string(book), &r.Notes)
	}
}

func (r *Report) seals(t *tx, bucket string, whole *int) {
	err := t.walk(bucket, nil, func(s stored) error {
		switch {
		case s.damage != nil:
			r.damage("%s: %s: %v", bucket, readable(bucket, s.key), s.damage)
		case whole != nil:
			*whole++
		}
		return nil
	})
	if err != nil {
		r.damage("%v", err)
	}
}

// chains follows the log of every layer.
func (r *Report) chains(t *tx) {
	layers, err := t.Layers()
	if err != nil {
		r.damage("layers: %v", err)
	}
	r.Layers = len(layers)
	for _, layer := range layers {
		if _, err := knowledge.VerifyChain(t, layer); err != nil {
			r.damage("changes: %v", err)
		}
	}
}

// readable names a key for people.
func readable(bucket string, key []byte) string {
	if bucket == changeBucket || bucket == bodyBucket {
		return changeName(key)
	}
	return strings.ReplaceAll(string(key), "\x00", " ")
}
