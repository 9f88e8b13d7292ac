package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

// The buckets. The table in the package's documentation shows their keys.
const (
	metaBucket   = "meta"
	recordBucket = "records"
	changeBucket = "changes"
	bodyBucket   = "bodies"
	notePrefix   = "notes/"
)

// The keys of metaBucket.
var (
	schemaKey = []byte("schema")
	cleanKey  = []byte("clean")
)

// migrations lead from each schema to the next, beginning with the empty file.
// How many there are is the number of the schema that this program writes. A
// step that was released is never altered.
var migrations = []func(*bolt.Tx) error{createBuckets, addAnswers, addDesk, addSpent}

func createBuckets(btx *bolt.Tx) error {
	names := []string{metaBucket, recordBucket, changeBucket, bodyBucket}
	for _, book := range []string{"receipts", "queries", "packs", "people", "secrets"} {
		names = append(names, notePrefix+book)
	}
	for _, name := range names {
		if _, err := btx.CreateBucket([]byte(name)); err != nil {
			return fmt.Errorf("bucket %s: %w", name, err)
		}
	}
	return nil
}

// addAnswers makes the book of what a model said.
func addAnswers(btx *bolt.Tx) error {
	_, err := btx.CreateBucketIfNotExists([]byte(notePrefix + "answers"))
	return err
}

// addDesk makes the books of the editorial desk.
func addDesk(btx *bolt.Tx) error {
	for _, book := range []string{"gaps", "departures"} {
		if _, err := btx.CreateBucketIfNotExists([]byte(notePrefix + book)); err != nil {
			return err
		}
	}
	return nil
}

// addSpent makes the book of what asking a model cost.
func addSpent(btx *bolt.Tx) error {
	_, err := btx.CreateBucketIfNotExists([]byte(notePrefix + "spent"))
	return err
}

// prepare brings the file to the newest schema, all steps or none.
func prepare(db *bolt.DB, path string, steps []func(*bolt.Tx) error) (err error) {
	defer asDamage(&err)
	found := 0
	err = db.View(func(btx *bolt.Tx) (err error) {
		found, err = schemaOf(btx)
		return err
	})
	switch {
	case err != nil:
		return err
	case found > len(steps):
		return fmt.Errorf("%w: schema %d; this one knows up to %d", knowledge.ErrNewer, found, len(steps))
	case found == len(steps):
		return nil
	}
	if err := db.Update(func(btx *bolt.Tx) error { return migrate(btx, steps, found) }); err != nil {
		return asFull(err)
	}
	if found == 0 {
		return syncFolder(filepath.Dir(path))
	}
	return nil
}

func migrate(btx *bolt.Tx, steps []func(*bolt.Tx) error, found int) error {
	for i, step := range steps[found:] {
		if err := step(btx); err != nil {
			return fmt.Errorf("from schema %d to %d: %w", found+i, found+i+1, err)
		}
	}
	number := strconv.Itoa(len(steps))
	return btx.Bucket([]byte(metaBucket)).Put(schemaKey, seal(schemaKey, []byte(number)))
}

// schemaOf returns the number of the file's schema, 0 for an empty file.
func schemaOf(btx *bolt.Tx) (int, error) {
	if first, _ := btx.Cursor().First(); first == nil {
		return 0, nil
	}
	b := btx.Bucket([]byte(metaBucket))
	if b == nil || b.Get(schemaKey) == nil {
		return 0, fmt.Errorf("%w: a Bolt file of another program", ErrForeign)
	}
	number, err := unseal(schemaKey, b.Get(schemaKey))
	if err != nil {
		return 0, fmt.Errorf("schema number: %w", err)
	}
	return strconv.Atoi(string(number))
}

// syncFolder makes a new file's name survive a power cut; syncing the file
// itself doesn't. Windows has no such call.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
