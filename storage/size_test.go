package storage

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"os"
	"path/filepath"
	"testing"
)

// TestCutFiles opens files that end too early. Without the size check, more
// than a third of them would kill the process.
func TestCutFiles(t *testing.T) {
	t.Parallel()
	want := rows(400)
	path := closedStore(t, want)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := currentMeta(t, path)
	end := int64(m.pages) * m.pageSize
	places := []int64{1, 15, 16, metaOffset + metaSize - 1, metaOffset + metaSize, m.pageSize - 1, m.pageSize, 2 * m.pageSize, end - 1}
	for len(places) < 40 {
		places = append(places, end*int64(len(places)-8)/32)
	}
	cut := filepath.Join(t.TempDir(), "cut.db")
	for _, place := range places {
		if err := os.WriteFile(cut, file[:place], 0o600); err != nil {
			t.Fatal(err)
		}
		_, err1 := Open(cut)
		_, err2 := Verify(t.Context(), cut)
		_, err3 := StoppedCleanly(cut)
		for _, err := range []error{err1, err2, err3} {
			if !errors.Is(err, ErrCut) && (place >= m.pageSize || !errors.Is(err, ErrForeign)) {
				t.Errorf("cut at %d of %d bytes: %v; want ErrCut", place, end, err)
			}
		}
	}
	if err := os.WriteFile(cut, file[:end], 0o600); err != nil {
		t.Fatal(err)
	}
	if whole, _, err := count(t, openStore(t, cut), want); whole != len(want) || err != nil {
		t.Errorf("cut behind the last page: %d records, %v; want %d", whole, err, len(want))
	}
}

func currentMeta(tb testing.TB, path string) meta {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	metas, err := readMetas(f)
	if err != nil || len(metas) != 2 || metas[0].pageSize != int64(os.Getpagesize()) {
		tb.Fatalf("meta pages %v, %v; want two", metas, err)
	}
	return metas[0]
}

// TestHighWaterMark raises the mark in either meta page. A file is cut if one
// of them says so.
func TestHighWaterMark(t *testing.T) {
	t.Parallel()
	path := closedStore(t, rows(10))
	m := currentMeta(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	fits := uint64(info.Size() / m.pageSize)
	for _, test := range []struct {
		page  int
		pages uint64
		want  error
	}{
		{0, fits + 1, ErrCut}, {1, fits + 1, ErrCut}, {0, 1 << 63, ErrCut}, {1, ^uint64(0), ErrCut}, {0, fits, nil}, {1, fits, nil},
	} {
		alter(t, path, func(file []byte) []byte {
			setMark(file[test.page*int(m.pageSize):], test.pages)
			setMark(file[(1-test.page)*int(m.pageSize):], m.pages)
			return file
		})
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkSize(f); !errors.Is(err, test.want) {
			t.Errorf("meta %d, %d pages in a file of %d: %v; want %v", test.page, test.pages, fits, err, test.want)
		}
		f.Close()
	}
}

// setMark writes a high-water mark, and the checksum for it, into a meta page.
func setMark(page []byte, pages uint64) {
	fields := page[metaOffset:]
	binary.NativeEndian.PutUint64(fields[40:], pages)
	resum(fields)
}

// resum writes the checksum of a meta page's fields.
func resum(fields []byte) {
	sum := fnv.New64a()
	sum.Write(fields[:metaSummed])
	binary.NativeEndian.PutUint64(fields[metaSummed:], sum.Sum64())
}

// TestOneMeta opens files one of whose meta pages is gone, as a power cut
// leaves them: Bolt goes on with the other.
func TestOneMeta(t *testing.T) {
	t.Parallel()
	want := rows(10)
	for page := range 2 {
		path := closedStore(t, want)
		b := openStore(t, path) // one more commit, so that both metas know the records
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		alter(t, path, func(file []byte) []byte {
			clear(file[page*os.Getpagesize()+metaOffset:][:metaSize])
			return file
		})
		if whole, _, err := count(t, openStore(t, path), want); whole != len(want) || err != nil {
			t.Errorf("without meta %d: %d records, %v; want %d", page, whole, err, len(want))
		}
	}
}
