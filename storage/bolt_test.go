package storage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"griot/knowledge"
	"griot/knowledge/knowledgetest"
)

// openStore opens a store for a test, closes it when the test ends, and then
// wants its file to be whole.
func openStore(tb testing.TB, path string) *Bolt {
	tb.Helper()
	b, err := Open(path)
	if err != nil {
		tb.Fatalf("Open: %v", err)
	}
	tb.Cleanup(func() {
		if err := b.Close(); err != nil {
			tb.Errorf("Close: %v", err)
		}
		wantWhole(tb, path)
	})
	return b
}

// wantWhole fails the test if the closed store at path has any damage.
func wantWhole(tb testing.TB, path string) Report {
	tb.Helper()
	report, err := Verify(context.Background(), path)
	if err != nil || len(report.Damage) > 0 {
		tb.Errorf("Verify: %q, %v", report.Damage, err)
	}
	return report
}

func TestStore(t *testing.T) {
	t.Parallel()
	knowledgetest.TestStore(t, knowledgetest.Subject{
		Open: func(tb testing.TB, folder string) knowledge.Store {
			return openStore(tb, filepath.Join(folder, "griot.db"))
		},
		Damage: func(tb testing.TB, folder string, key knowledge.Key) {
			alter(tb, filepath.Join(folder, "griot.db"), func(file []byte) []byte {
				for _, at := range places(tb, file, key) {
					file[at+sealSize] ^= 1
				}
				return file
			})
		},
	})
}

// rows makes n records, whose bodies differ in size.
func rows(n int) map[knowledge.ID]knowledge.Record {
	all := map[knowledge.ID]knowledge.Record{}
	for i := range n {
		id := knowledge.ID(fmt.Sprintf("row-%05d", i))
		body := fmt.Sprintf(`{"row": %d, "says": "%0*d"}`, i, 1+i*7%900, i)
		all[id] = knowledge.Record{
			Key: knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindClaim, ID: id},
			Rev: 1, State: knowledge.Live, Body: []byte(body),
		}
	}
	return all
}

// closedStore makes a closed store that holds records, a change with a body
// and a note in each book, and returns its path.
func closedStore(tb testing.TB, records map[knowledge.ID]knowledge.Record) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "griot.db")
	b, err := Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	err = b.Update(context.Background(), func(tx knowledge.Tx) error {
		err := appendTo(tx, knowledge.Shelf)
		for r := range maps.Values(records) {
			err = errors.Join(err, tx.Put(r))
		}
		for _, book := range knowledge.Books() {
			err = errors.Join(err, tx.PutNote(book, "key", []byte("value"), time.Unix(1, 0)))
		}
		return err
	})
	if err := errors.Join(err, b.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

// emptyBody is the digest of an empty body.
const emptyBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// appendTo appends a change with an empty body to a layer's log.
func appendTo(tx knowledge.Tx, layer knowledge.Layer) error {
	c := knowledge.Change{Layer: layer, Body: emptyBody}
	last, err := tx.LastChange(layer)
	if err == nil {
		c.Prev = last.Hash()
	} else if !errors.Is(err, knowledge.ErrNotFound) {
		return err
	}
	c.Seq = last.Seq + 1
	return tx.AppendChange(c, []byte{})
}

// alter changes the bytes of a closed file.
func alter(tb testing.TB, path string, change func(file []byte) []byte) {
	tb.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, change(file), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// places returns where the seals of a record begin in a file: one that is in
// use, and copies that Bolt left behind.
func places(tb testing.TB, file []byte, key knowledge.Key) (all []int) {
	tb.Helper()
	stored, err := recordKey(key)
	if err != nil {
		tb.Fatal(err)
	}
	stored = append(stored, sealVersion) // branch pages hold keys without a seal
	for at := 0; ; at++ {
		i := bytes.Index(file[at:], stored)
		if i < 0 {
			break
		}
		at += i
		all = append(all, at+len(stored)-1)
	}
	if len(all) == 0 {
		tb.Fatalf("the file doesn't hold %s", key)
	}
	return all
}

// count returns how many of the wanted records a store hands out, and how many
// it calls damaged. It fails the test if one is handed out that wasn't put.
func count(tb testing.TB, b *Bolt, want map[knowledge.ID]knowledge.Record) (whole, damaged int, err error) {
	tb.Helper()
	err = b.View(context.Background(), func(tx knowledge.Tx) error {
		return tx.Scan(knowledge.Shelf, knowledge.KindClaim, func(r knowledge.Record, err error) error {
			switch {
			case errors.Is(err, knowledge.ErrDamaged):
				damaged++
			case err != nil:
				return err
			case string(want[r.ID].Body) != string(r.Body):
				tb.Errorf("%s came back altered: %s", r.ID, r.Body)
			default:
				whole++
			}
			return nil
		})
	})
	return whole, damaged, err
}

// A file that shrinks while it is mapped would kill the process at the next
// look at its pages. The store must say so instead, and Close must not hang.
func TestFileShrinksUnderUs(t *testing.T) {
	t.Parallel()
	want := rows(500)
	path := closedStore(t, want)
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 2*int64(os.Getpagesize())); err != nil {
		t.Fatal(err)
	}
	if _, _, err := count(t, b, want); !errors.Is(err, knowledge.ErrDamaged) {
		t.Errorf("scan: %v; want ErrDamaged", err)
	}
	for range 2 {
		err := b.Update(t.Context(), func(tx knowledge.Tx) error { return tx.Put(want["row-00001"]) })
		if !errors.Is(err, knowledge.ErrDamaged) {
			t.Errorf("Update: %v; want ErrDamaged", err)
		}
	}
	if err := b.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

// A list of free pages that is damaged in the middle of an update makes Bolt
// panic twice, and leaves its lock for writers taken.
func TestPanicTwice(t *testing.T) {
	t.Parallel()
	want := rows(500)
	path := closedStore(t, want)
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 3)
	go func() {
		for range 2 {
			ended <- b.Update(context.Background(), func(tx knowledge.Tx) error {
				return errors.Join(tx.Put(want["row-00001"]), wipeFreelist(path))
			})
		}
		ended <- b.Close()
	}()
	for _, name := range []string{"Update", "another Update", "Close"} {
		select {
		case err := <-ended:
			if !errors.Is(err, knowledge.ErrDamaged) {
				t.Errorf("%s: %v; want ErrDamaged", name, err)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s hangs", name)
		}
	}
}

// wipeFreelist clears the list of free pages in a file that is open.
func wipeFreelist(path string) error {
	file, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	size := os.Getpagesize()
	for at := 2 * size; at < len(file); at += size {
		if file[at+8] == freelistFlag {
			_, err2 := f.WriteAt(make([]byte, size), int64(at))
			err = errors.Join(err, err2)
		}
	}
	return errors.Join(err, f.Close())
}

// A page that Bolt believes to be free, and isn't, makes it panic in the middle
// of a commit. Reads must go on.
func TestPanicInCommit(t *testing.T) {
	t.Parallel()
	want := rows(500)
	path := closedStore(t, want)
	alter(t, path, func(file []byte) []byte {
		page := places(t, file, want["row-00001"].Key)[0] / os.Getpagesize()
		for p := file[2*os.Getpagesize():]; len(p) > 0; p = p[os.Getpagesize():] {
			if p[8] == freelistFlag {
				binary.NativeEndian.PutUint16(p[10:], 1)
				binary.NativeEndian.PutUint64(p[16:], uint64(page))
			}
		}
		return file
	})
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		err := b.Update(t.Context(), func(tx knowledge.Tx) error { return tx.Put(want["row-00001"]) })
		if !errors.Is(err, knowledge.ErrDamaged) || !strings.Contains(err.Error(), path) {
			t.Errorf("Update: %v; want ErrDamaged and the file's name", err)
		}
	}
	if whole, _, err := count(t, b, want); whole != len(want) || err != nil {
		t.Errorf("%d records can be read, %v; want %d", whole, err, len(want))
	}
	if err := b.Close(); !errors.Is(err, knowledge.ErrDamaged) {
		t.Errorf("Close: %v; want ErrDamaged", err)
	}
}

// What Bolt writes into the header of a page: its sort.
const (
	leafFlag     = 0x02
	freelistFlag = 0x10
)

func TestClosedSaysSo(t *testing.T) {
	t.Parallel()
	path := closedStore(t, nil)
	b := openStore(t, path)
	for range 2 {
		if err := b.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}
	for _, run := range []func(context.Context, func(knowledge.Tx) error) error{b.View, b.Update} {
		err := run(t.Context(), func(knowledge.Tx) error { return nil })
		if !errors.Is(err, fs.ErrClosed) || !strings.Contains(err.Error(), path) {
			t.Errorf("after Close: %v; want fs.ErrClosed and the file's name", err)
		}
	}
}

// An update that writes nothing must cost no commit.
func TestUpdateWithoutWrites(t *testing.T) {
	t.Parallel()
	path := closedStore(t, rows(1))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := openStore(t, path)
	err = b.Update(t.Context(), func(tx knowledge.Tx) error {
		_, err := tx.Get(rows(1)["row-00000"].Key)
		return err
	})
	if err := errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("opening, reading and closing changed the file (%v)", err)
	}
}
