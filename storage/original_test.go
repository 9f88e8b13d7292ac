//go:build !race

package storage

import (
	"errors"
	"path/filepath"
	"testing"

	original "github.com/boltdb/bolt"
	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

// The original Bolt breaks Go's rules for pointers and ends under the race
// detector, so these tests are left out there.

// values holds a file's values by bucket and key.
type values map[string]map[string]string

func (v values) add(bucket, key, value []byte) {
	if v[string(bucket)] == nil {
		v[string(bucket)] = map[string]string{}
	}
	v[string(bucket)][string(key)] = string(value)
}

// TestReadByOriginal opens a store's file with the original Bolt, and again
// with the store after the original has written to it.
func TestReadByOriginal(t *testing.T) {
	t.Parallel()
	want := rows(300)
	path := closedStore(t, want)
	added := rows(301)["row-00300"]
	found := 0
	db, err := original.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(btx *original.Tx) error {
		bucket := btx.Bucket([]byte(recordBucket))
		for _, r := range want {
			key, _ := recordKey(r.Key)
			if value, err := unseal(key, bucket.Get(key)); err == nil && len(value) > len(r.Body) {
				found++
			}
		}
		key, _ := recordKey(added.Key)
		value := append([]byte(`{"rev":1,"state":"live"}`+"\n"), added.Body...)
		return bucket.Put(key, seal(key, value))
	})
	for err2 := range originalCheck(t, db) {
		t.Errorf("the original's check: %v", err2)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if found != len(want) {
		t.Errorf("the original Bolt reads %d records, want %d", found, len(want))
	}
	want[added.ID] = added
	if whole, damaged, err := count(t, openStore(t, path), want); whole != len(want) || damaged != 0 || err != nil {
		t.Errorf("%d whole, %d damaged, %v; want %d", whole, damaged, err, len(want))
	}
}

func originalCheck(t *testing.T, db *original.DB) <-chan error {
	t.Helper()
	tx, err := db.Begin(false)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	all := make(chan error, 100)
	defer close(all)
	for err := range tx.Check() {
		all <- err
	}
	return all
}

// TestWrittenByOriginal copies all of a store, value by value, into a file that
// the original Bolt makes, and opens that.
func TestWrittenByOriginal(t *testing.T) {
	t.Parallel()
	want := rows(300)
	all := values{}
	err := inspect(closedStore(t, want), func(btx *bolt.Tx) error {
		return btx.ForEach(func(name []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				all.add(name, k, v)
				return nil
			})
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "original.db")
	db, err := original.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(btx *original.Tx) error {
		for name, keys := range all {
			b, err := btx.CreateBucket([]byte(name))
			if err != nil {
				return err
			}
			for k, v := range keys {
				if err := b.Put([]byte(k), []byte(v)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	b := openStore(t, path)
	if whole, damaged, err := count(t, b, want); whole != len(want) || damaged != 0 || err != nil {
		t.Errorf("%d whole, %d damaged, %v; want %d", whole, damaged, err, len(want))
	}
	err = b.Update(t.Context(), func(tx knowledge.Tx) error { return tx.Put(rows(1)["row-00000"]) })
	if err != nil {
		t.Error(err)
	}
}
