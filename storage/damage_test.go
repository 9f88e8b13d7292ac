package storage

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

// TestFlippedRecords turns a bit at a random place in the stored bytes of each
// of 100 records: version, hash, head or body.
func TestFlippedRecords(t *testing.T) {
	t.Parallel()
	want := rows(300)
	path := closedStore(t, want)
	random := rand.New(rand.NewPCG(1, 2))
	hurt := map[knowledge.ID]bool{}
	alter(t, path, func(file []byte) []byte {
		for id, r := range want {
			if len(hurt) == 100 {
				break
			}
			hurt[id] = true
			size := sealSize + len(`{"rev":1,"state":"live"}`) + 1 + len(r.Body)
			file[places(t, file, r.Key)[0]+random.IntN(size)] ^= 1 << random.IntN(8)
		}
		return file
	})
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, damaged, err := count(t, b, want)
	if whole != 200 || damaged != 100 || err != nil {
		t.Errorf("%d whole, %d damaged, %v; want 200 and 100", whole, damaged, err)
	}
	err = b.View(t.Context(), func(tx knowledge.Tx) error {
		for id, r := range want {
			if _, err := tx.Get(r.Key); errors.Is(err, knowledge.ErrDamaged) != hurt[id] {
				t.Errorf("Get %s, damaged %t: %v", id, hurt[id], err)
			}
		}
		return nil
	})
	if err := errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
	report, err := Verify(t.Context(), path)
	if len(report.Damage) != 100 || report.Records != 200 || err != nil {
		t.Errorf("Verify: %d whole, %d lines of damage, %v", report.Records, len(report.Damage), err)
	}
	for id := range hurt {
		if !strings.Contains(strings.Join(report.Damage, "\n"), string(id)) {
			t.Errorf("%s isn't named in the report", id)
		}
	}
}

// TestFlippedFile turns a bit anywhere in the file, pages' headers and all. It
// must not be able to end the process, nor to alter what a reader is shown.
func TestFlippedFile(t *testing.T) {
	t.Parallel()
	want := rows(100)
	whole := closedStore(t, want)
	m := currentMeta(t, whole)
	file, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	path := filepath.Join(t.TempDir(), "flipped.db")
	seen := 0
	for range 300 {
		at, bit := random.Int64N(int64(m.pages)*m.pageSize), byte(1)<<random.IntN(8)
		flipped := edit(file, func(b []byte) { b[at] ^= bit })
		if err := os.WriteFile(path, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := Open(path)
		if err != nil {
			seen++
			continue
		}
		if whole, _, err := count(t, b, want); whole != len(want) || err != nil {
			seen++
		}
		_ = b.Close() // may find the damage too
	}
	if seen < 30 {
		t.Errorf("of 300 flipped bits, %d were seen; the test has lost its teeth", seen)
	}
}

// TestVerifyNames damages one value in each bucket and wants it named.
func TestVerifyNames(t *testing.T) {
	t.Parallel()
	seq1 := "shelf\x00\x00\x00\x00\x00\x00\x00\x00\x01"
	for _, test := range []struct{ bucket, key, want string }{
		{recordBucket, "shelf\x00claim\x00row-00002", "records: shelf claim row-00002: damaged record: its hash"},
		{changeBucket, seq1, "changes: shelf change 1: damaged record: its hash"},
		{bodyBucket, seq1, "bodies: shelf change 1: damaged record: its hash"},
		{notePrefix + "receipts", "key", "notes/receipts: key: damaged record: its hash"},
		{notePrefix + "people", "key", "notes/people: key: damaged record: its hash"},
		{metaBucket, "other", "meta: other: damaged record: its hash"},
	} {
		path := closedStore(t, rows(3))
		editBolt(t, path, func(btx *bolt.Tx) error {
			return btx.Bucket([]byte(test.bucket)).Put([]byte(test.key), seal([]byte("another key"), []byte("{}")))
		})
		report, err := Verify(t.Context(), path)
		if err != nil || len(report.Damage) == 0 || !strings.HasPrefix(report.Damage[0], test.want) {
			t.Errorf("%s: %q, %v; want %s", test.bucket, report.Damage, err, test.want)
		}
	}
}

func TestVerifyCounts(t *testing.T) {
	t.Parallel()
	report := wantWhole(t, closedStore(t, rows(3)))
	if diff := cmp.Diff(Report{Layers: 1, Records: 3, Changes: 1, Notes: len(knowledge.Books()), Clean: true}, report); diff != "" {
		t.Errorf("report (- want, + got):\n%s", diff)
	}
	empty := filepath.Join(t.TempDir(), "griot.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if report, err := Verify(t.Context(), empty); err != nil || report.Records != 0 {
		t.Errorf("Verify of an empty file: %+v, %v", report, err)
	}
}

// TestVerifyChain breaks a link between changes whose own seals hold.
func TestVerifyChain(t *testing.T) {
	t.Parallel()
	path := closedStore(t, nil)
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = b.Update(t.Context(), func(tx knowledge.Tx) error {
		return tx.AppendChange(knowledge.Change{Seq: 2, Layer: knowledge.Shelf, Prev: "no"}, nil)
	})
	if err := errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
	report, err := Verify(t.Context(), path)
	if err != nil || len(report.Damage) != 1 || !strings.Contains(report.Damage[0], "shelf: change 2") {
		t.Errorf("Verify: %q, %v; want the broken link", report.Damage, err)
	}
}

// TestVerifyPages loses a page, which no seal can notice.
func TestVerifyPages(t *testing.T) {
	t.Parallel()
	path := closedStore(t, rows(3))
	m := currentMeta(t, path)
	alter(t, path, func(file []byte) []byte {
		setMark(file, m.pages+1)
		setMark(file[m.pageSize:], m.pages+1)
		return file
	})
	report, err := Verify(t.Context(), path)
	if err != nil || len(report.Damage) == 0 || !strings.Contains(report.Damage[0], "unreachable") {
		t.Errorf("Verify: %q, %v; want the lost page", report.Damage, err)
	}
}

// TestReadNames wants each way of reading to name what is damaged, and why.
func TestReadNames(t *testing.T) {
	t.Parallel()
	seq1 := "shelf\x00\x00\x00\x00\x00\x00\x00\x00\x01"
	path := closedStore(t, rows(3))
	editBolt(t, path, func(btx *bolt.Tx) error {
		put := func(bucket, key string) error {
			return btx.Bucket([]byte(bucket)).Put([]byte(key), seal([]byte("another key"), []byte("{}")))
		}
		return errors.Join(put(recordBucket, "shelf\x00claim\x00row-00002"), put(changeBucket, seq1),
			put(bodyBucket, "desk/1"+seq1[5:]), put(notePrefix+"packs", "key"))
	})
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	err = b.Update(t.Context(), func(tx knowledge.Tx) error {
		if err := tx.AppendChange(knowledge.Change{Seq: 1, Layer: "desk/1"}, nil); err != nil {
			return err
		}
		_, get := tx.Get(rows(3)["row-00002"].Key)
		var scan error
		err := tx.Scan(knowledge.Shelf, knowledge.KindClaim, func(_ knowledge.Record, err error) error {
			scan = errors.Join(scan, err)
			return nil
		})
		_, last := tx.LastChange(knowledge.Shelf)
		nothing := func(knowledge.Change, []byte) error { return nil }
		_, note := tx.Note(knowledge.Packs, "key")
		for want, err := range map[string]error{
			"shelf claim row-00002": get, "shelf claim row-00002:": scan, "shelf change 1": last, "shelf change 1:": tx.Changes(knowledge.Shelf, nothing),
			"body of desk/1 change 1": tx.Changes("desk/1", nothing), "packs key": note,
		} {
			if !errors.Is(err, knowledge.ErrDamaged) || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "hash") {
				t.Errorf("%v; want ErrDamaged, %s and its hash", err, want)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestDropNotesKeepsDamaged wants old notes to go, and the damaged one to stay
// for Verify to name.
func TestDropNotesKeepsDamaged(t *testing.T) {
	t.Parallel()
	path := closedStore(t, nil)
	editBolt(t, path, func(btx *bolt.Tx) error {
		return btx.Bucket([]byte(notePrefix+"receipts")).Put([]byte("hurt"), seal([]byte("another key"), make([]byte, 20)))
	})
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = b.Update(t.Context(), func(tx knowledge.Tx) error {
		n, err := tx.DropNotes(knowledge.Receipts, time.Unix(1<<33, 0))
		if n != 1 {
			t.Errorf("dropped %d notes, want 1", n)
		}
		return err
	})
	if err := errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
	report, err := Verify(t.Context(), path)
	if err != nil || len(report.Damage) != 1 || !strings.Contains(report.Damage[0], "hurt") {
		t.Errorf("Verify: %q, %v; want the damaged note", report.Damage, err)
	}
}

func TestVerifyEnds(t *testing.T) {
	t.Parallel()
	want := rows(maxDamage + 50)
	path := closedStore(t, want)
	alter(t, path, func(file []byte) []byte {
		for _, r := range want {
			file[places(t, file, r.Key)[0]+sealSize] ^= 1
		}
		return file
	})
	if report, err := Verify(t.Context(), path); len(report.Damage) != maxDamage || err != nil {
		t.Errorf("%d lines of damage, %v; want %d", len(report.Damage), err, maxDamage)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Verify(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("Verify with a cancelled context: %v", err)
	}
}

func TestSealBindsKey(t *testing.T) {
	t.Parallel()
	if value, err := unseal([]byte("key"), seal([]byte("key"), []byte("value"))); string(value) != "value" || err != nil {
		t.Errorf("%q, %v", value, err)
	}
	moved := seal([]byte("keyv"), []byte("alue")) // the same bytes, divided elsewhere
	moved = append(moved[:sealSize], "value"...)
	later := seal([]byte("key"), []byte("value"))
	later[0]++
	sum := sealSum(later[0], []byte("key"), []byte("value"))
	copy(later[1:], sum[:])
	for name, sealed := range map[string][]byte{
		"empty": nil, "short": seal([]byte("key"), nil)[:sealSize-1], "later version": later,
		"another key": seal([]byte("kez"), []byte("value")), "moved": moved,
	} {
		if value, err := unseal([]byte("key"), sealed); !errors.Is(err, knowledge.ErrDamaged) || value != nil {
			t.Errorf("%s: %q, %v; want ErrDamaged", name, value, err)
		}
	}
}
