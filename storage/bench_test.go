package storage

import (
	"fmt"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

// Each benchmark runs on the store and on bare Bolt, so that what the store
// itself costs can be read off one run.

var benchKey = []byte("shelf\x00claim\x00row-05000")

func bareBolt(b *testing.B, n int) *bolt.DB {
	b.Helper()
	db, err := bolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, writing())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	err = db.Update(func(btx *bolt.Tx) error {
		bucket, err := btx.CreateBucket([]byte(recordBucket))
		for _, r := range rows(n) {
			if err == nil {
				err = bucket.Put(fmt.Appendf(nil, "%s\x00%s\x00%s", r.Layer, r.Kind, r.ID), r.Body)
			}
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return db
}

func BenchmarkPutCommit(b *testing.B) {
	record := rows(101)["row-00100"]
	b.Run("store", func(b *testing.B) {
		store := openStore(b, filepath.Join(b.TempDir(), "griot.db"))
		b.ReportAllocs()
		for b.Loop() {
			if err := store.Update(b.Context(), func(tx knowledge.Tx) error { return tx.Put(record) }); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		db := bareBolt(b, 0)
		b.ReportAllocs()
		for b.Loop() {
			err := db.Update(func(btx *bolt.Tx) error { return btx.Bucket([]byte(recordBucket)).Put(benchKey, record.Body) })
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkGet(b *testing.B) {
	const n = 10_000
	key := knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindClaim, ID: "row-05000"}
	b.Run("store", func(b *testing.B) {
		store := openStore(b, closedStore(b, rows(n)))
		b.ReportAllocs()
		for b.Loop() {
			err := store.View(b.Context(), func(tx knowledge.Tx) error {
				_, err := tx.Get(key)
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		db := bareBolt(b, n)
		b.ReportAllocs()
		for b.Loop() {
			err := db.View(func(btx *bolt.Tx) error {
				if btx.Bucket([]byte(recordBucket)).Get(benchKey) == nil {
					return knowledge.ErrNotFound
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkScan10000(b *testing.B) {
	const n = 10_000
	b.Run("store", func(b *testing.B) {
		store := openStore(b, closedStore(b, rows(n)))
		b.ReportAllocs()
		for b.Loop() {
			seen := 0
			err := store.View(b.Context(), func(tx knowledge.Tx) error {
				return tx.Scan(knowledge.Shelf, knowledge.KindClaim, func(_ knowledge.Record, err error) error {
					seen++
					return err
				})
			})
			if err != nil || seen != n {
				b.Fatalf("%d records, %v", seen, err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		db := bareBolt(b, n)
		b.ReportAllocs()
		for b.Loop() {
			seen := 0
			err := db.View(func(btx *bolt.Tx) error {
				return btx.Bucket([]byte(recordBucket)).ForEach(func(k, v []byte) error {
					seen++
					return nil
				})
			})
			if err != nil || seen != n {
				b.Fatalf("%d records, %v", seen, err)
			}
		}
	})
}
