package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

func TestOpenMakesAFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "griot.db")
	b := openStore(t, path)
	if err := b.Update(t.Context(), func(tx knowledge.Tx) error { return tx.Put(rows(1)["row-00000"]) }); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is %v; want 0600", info.Mode())
	}
	if info.Size() > 2<<20 {
		t.Errorf("one record makes a file of %d bytes", info.Size())
	}
}

func TestOpenEmptyFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "griot.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if clean, err := StoppedCleanly(path); !clean || err != nil {
		t.Errorf("StoppedCleanly of an empty file: %t, %v", clean, err)
	}
	openStore(t, path)
}

func TestOpenInUse(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "griot.db")
	openStore(t, path)
	t.Run("", func(t *testing.T) {
		for name, open := range map[string]func() error{
			"Open":           func() error { _, err := Open(path); return err },
			"Verify":         func() error { _, err := Verify(t.Context(), path); return err },
			"StoppedCleanly": func() error { _, err := StoppedCleanly(path); return err },
		} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				if err := open(); !errors.Is(err, knowledge.ErrInUse) || !strings.Contains(err.Error(), path) {
					t.Errorf("%v; want ErrInUse and the file's name", err)
				}
			})
		}
	})
}

// TestOpenRefuses tries files that are no stores, or not ours.
func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	whole, err := os.ReadFile(closedStore(t, rows(3)))
	if err != nil {
		t.Fatal(err)
	}
	page := os.Getpagesize()
	for name, test := range map[string]struct {
		file []byte
		want error
		held bool // until the process ends
	}{
		"text":                 {[]byte(strings.Repeat("Once upon a time. ", 3000)), ErrForeign, false},
		"short text":           {[]byte("x"), ErrForeign, false},
		"zeros":                {make([]byte, 1<<16), ErrForeign, false},
		"both metas damaged":   {edit(whole, func(b []byte) { b[metaOffset+50]++; b[page+metaOffset+50]++ }), ErrBroken, false},
		"only the magic stays": {edit(whole, func(b []byte) { clear(b[metaOffset+4:]) }), ErrBroken, false},
		"first meta gone":      {edit(whole, func(b []byte) { clear(b[:page]); b[page+metaOffset+50]++ }), ErrBroken, false},
		"free list damaged":    {edit(whole, func(b []byte) { clearPages(b, page, freelistFlag) }), ErrBroken, true},
		"pages all damaged":    {edit(whole, func(b []byte) { clearPages(b, page, leafFlag) }), ErrBroken, false},
		"later format":         {editMetas(whole, func(b []byte) { b[4] = 3 }), ErrForeign, false},
		"pages of no size":     {editMetas(whole, func(b []byte) { clear(b[8:12]) }), ErrForeign, false},
		"pages of great size":  {editMetas(whole, func(b []byte) { b[11] = 1 << 6; b[8] = 1 << 6 }), ErrForeign, false},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "griot.db")
			if err := os.WriteFile(path, test.file, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(path); !errors.Is(err, test.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("Open: %v; want %v, and the file's name", err, test.want)
			}
			if _, err := Verify(t.Context(), path); !test.held && !errors.Is(err, test.want) {
				t.Errorf("Verify, after Open: %v; want %v", err, test.want)
			}
			got, err := os.ReadFile(path)
			if err != nil || string(got) != string(test.file) {
				t.Errorf("the refused file was changed (%v)", err)
			}
		})
	}
}

func edit(file []byte, change func([]byte)) []byte {
	file = append([]byte(nil), file...)
	change(file)
	return file
}

// editMetas changes the fields of both meta pages, and their checksums with them.
func editMetas(file []byte, change func(fields []byte)) []byte {
	return edit(file, func(b []byte) {
		for page := range 2 {
			fields := b[page*os.Getpagesize()+metaOffset:]
			change(fields)
			resum(fields)
		}
	})
}

// clearPages wipes the pages whose headers have a flag.
func clearPages(file []byte, size int, flag byte) {
	for p := file[2*size:]; len(p) >= size; p = p[size:] {
		if p[8] == flag {
			clear(p[8:size])
		}
	}
}

func TestOpenForeignBolt(t *testing.T) {
	t.Parallel()
	for _, bucket := range []string{"music", metaBucket} {
		path := filepath.Join(t.TempDir(), "music.db")
		editBolt(t, path, func(btx *bolt.Tx) error {
			_, err := btx.CreateBucket([]byte(bucket))
			return err
		})
		if _, err := Open(path); !errors.Is(err, ErrForeign) {
			t.Errorf("Open of another program's bucket %s: %v; want ErrForeign", bucket, err)
		}
		if _, err := Verify(t.Context(), path); !errors.Is(err, ErrForeign) {
			t.Errorf("Verify of another program's bucket %s: %v; want ErrForeign", bucket, err)
		}
	}
}

func TestOpenNewer(t *testing.T) {
	t.Parallel()
	path := closedStore(t, nil)
	newer := strconv.Itoa(len(migrations) + 1)
	editBolt(t, path, func(btx *bolt.Tx) error {
		return btx.Bucket([]byte(metaBucket)).Put(schemaKey, seal(schemaKey, []byte(newer)))
	})
	if _, err := Open(path); !errors.Is(err, knowledge.ErrNewer) || !strings.Contains(err.Error(), "schema "+newer) {
		t.Errorf("Open: %v; want ErrNewer and the schema", err)
	}
	if _, err := Verify(t.Context(), path); !errors.Is(err, knowledge.ErrNewer) {
		t.Errorf("Verify: %v; want ErrNewer", err)
	}
}

func TestOpenDamagedSchema(t *testing.T) {
	t.Parallel()
	path := closedStore(t, nil)
	editBolt(t, path, func(btx *bolt.Tx) error {
		return btx.Bucket([]byte(metaBucket)).Put(schemaKey, seal([]byte("other"), []byte("1")))
	})
	if _, err := Open(path); !errors.Is(err, ErrBroken) {
		t.Errorf("Open: %v; want ErrBroken", err)
	}
}

func TestOpenNowhere(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "no", "griot.db")
	if _, err := Open(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Open in a folder that isn't there: %v", err)
	}
	if _, err := Verify(t.Context(), path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Verify of a file that isn't there: %v", err)
	}
	if clean, err := StoppedCleanly(path); !clean || err != nil {
		t.Errorf("StoppedCleanly of a file that isn't there: %t, %v", clean, err)
	}
}

// editBolt changes a file behind the back of the store.
func editBolt(tb testing.TB, path string, change func(*bolt.Tx) error) {
	tb.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		tb.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		tb.Fatal(err)
	}
}

func TestMigrations(t *testing.T) {
	t.Parallel()
	path := closedStore(t, rows(3))
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var ran []string
	step := func(name string, err error) func(*bolt.Tx) error {
		return func(btx *bolt.Tx) error {
			ran = append(ran, name)
			_, made := btx.CreateBucket([]byte(name))
			return errors.Join(made, err)
		}
	}
	refused := errors.New("refused")
	var done []func(*bolt.Tx) error // those that made the file, which must not run again
	for range migrations {
		done = append(done, step("never", nil))
	}
	if err := prepare(db, path, append(slices.Clip(done), step("second", nil), step("third", refused))); !errors.Is(err, refused) {
		t.Errorf("a step that fails: %v", err)
	}
	steps := append(slices.Clip(done), step("second", nil), step("third", nil))
	for range 2 {
		if err := prepare(db, path, steps); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(ran, " "); got != "second third second third" {
		t.Errorf("steps that ran: %s", got)
	}
	err = db.View(func(btx *bolt.Tx) error {
		schema, err := schemaOf(btx)
		if schema != len(steps) {
			t.Errorf("schema %d, want %d", schema, len(steps))
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestStoppedCleanly follows the mark through the ways in which a store stops.
func TestStoppedCleanly(t *testing.T) {
	t.Parallel()
	path := closedStore(t, nil)
	isClean := func(want bool, when string) {
		t.Helper()
		copied := filepath.Join(t.TempDir(), "copy.db") // as if the process ended now
		file, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(copied, file, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got, err := StoppedCleanly(copied); err != nil || got != want {
			t.Errorf("%s: clean %t, %v; want %t", when, got, err, want)
		}
		if report := wantWhole(t, copied); report.Clean != want {
			t.Errorf("%s: reported as clean %t; want %t", when, report.Clean, want)
		}
	}
	isClean(true, "after Close")
	b := openStore(t, path)
	isClean(true, "open, nothing written")
	refused := errors.New("refused")
	err := b.Update(t.Context(), func(tx knowledge.Tx) error {
		return errors.Join(tx.Put(rows(1)["row-00000"]), refused)
	})
	if !errors.Is(err, refused) {
		t.Fatal(err)
	}
	isClean(true, "after an update that failed")
	if err := b.Update(t.Context(), func(tx knowledge.Tx) error { return tx.Put(rows(1)["row-00000"]) }); err != nil {
		t.Fatal(err)
	}
	isClean(false, "after an update")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	isClean(true, "after Close again")
}
