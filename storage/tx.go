package storage

import (
	"bytes"
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

// tx is a transaction of Bolt's that hands out copies only.
type tx struct {
	ctx    context.Context
	bolt   *bolt.Tx
	writes int  // how often something was put or deleted
	lent   bool // a function of the domain is running in it
}

// get returns a copy of the value under key; knowledge.ErrNotFound if there is
// none.
func (t *tx) get(bucket string, key []byte) (value []byte, err error) {
	defer asDamage(&err)
	sealed := t.bolt.Bucket([]byte(bucket)).Get(key)
	if sealed == nil {
		return nil, knowledge.ErrNotFound
	}
	value, err = unseal(key, sealed)
	return bytes.Clone(value), err
}

func (t *tx) put(bucket string, key, value []byte) (err error) {
	defer asDamage(&err)
	t.writes++
	return t.bolt.Bucket([]byte(bucket)).Put(key, seal(key, value))
}

func (t *tx) drop(bucket string, key []byte) (err error) {
	defer asDamage(&err)
	t.writes++
	return t.bolt.Bucket([]byte(bucket)).Delete(key)
}

// stored is a copy of one value and its key. If damage is not nil, the value
// is missing.
type stored struct {
	key, value []byte
	damage     error
}

// walk calls fn for each key of a bucket that begins with prefix, in order,
// until fn returns an error or the transaction's context is done. fn may write
// into the same bucket; it need not be shown what it puts there itself.
func (t *tx) walk(bucket string, prefix []byte, fn func(stored) error) error {
	var c *bolt.Cursor
	s, err := read(func() (k, v []byte) {
		c = t.bolt.Bucket([]byte(bucket)).Cursor()
		return c.Seek(prefix)
	})
	for err == nil && s.key != nil && bytes.HasPrefix(s.key, prefix) {
		writes := t.writes
		if err := fn(s); err != nil {
			return err
		}
		if err := t.ctx.Err(); err != nil {
			return err
		}
		if t.writes == writes {
			s, err = read(c.Next)
			continue
		}
		next := append(s.key, 0) // a write may have moved what the cursor points to
		s, err = read(func() (k, v []byte) { return c.Seek(next) })
	}
	if err != nil {
		return fmt.Errorf("bucket %s: %w", bucket, err)
	}
	return nil
}

// read moves a cursor and copies what it comes to. The error says that the
// page there can't be read.
func read(move func() (k, v []byte)) (s stored, err error) {
	defer asDamage(&err)
	key, sealed := move()
	if key == nil {
		return stored{}, nil
	}
	value, damage := unseal(key, sealed)
	return stored{bytes.Clone(key), bytes.Clone(value), damage}, nil
}

// last returns the last key of a bucket that begins with prefix, nil if there
// is none.
func (t *tx) last(bucket string, prefix []byte) (key []byte, err error) {
	defer asDamage(&err)
	c := t.bolt.Bucket([]byte(bucket)).Cursor()
	k, _ := c.Seek(append(bytes.Clone(prefix), bytes.Repeat([]byte{0xff}, seqSize+1)...))
	if k == nil {
		k, _ = c.Last()
	} else {
		k, _ = c.Prev()
	}
	if !bytes.HasPrefix(k, prefix) {
		return nil, nil
	}
	return bytes.Clone(k), nil
}
