package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// Errors of opening a file that can't be a whole store.
var (
	// ErrCut says that the file is shorter than its own first pages say.
	ErrCut = errors.New("the file is cut short; restore a backup")
	// ErrForeign says that the file is something else than a store.
	ErrForeign = errors.New("not a store of Griot")
	// ErrBroken says that the file was a store once and can't be opened.
	ErrBroken = errors.New("the file is damaged; restore a backup")
)

// A meta page as Bolt writes it, in the byte order of the machine: a page
// header of 16 bytes, then these fields. Bolt keeps two and writes them in turn.
const (
	metaOffset   = 16
	metaMagic    = 0xED0CDAED
	metaVersion  = 2
	metaSummed   = 56 // bytes that the checksum, FNV-1a, covers
	metaSize     = metaSummed + 8
	smallestPage = 1 << 10
	largestPage  = smallestPage << 14 // the last size that Bolt looks for
)

// meta is what a valid meta page says of the file.
type meta struct {
	pageSize int64
	pages    uint64 // the high-water mark: no page in use has this number or a higher one
}

// checkSize returns an error if f is neither empty nor at least as long as its
// meta pages say. Bolt maps the file without asking; to touch a page that isn't
// there kills the process.
func checkSize(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		return nil
	}
	metas, err := readMetas(f)
	if err != nil {
		return err
	}
	for _, m := range metas {
		if m.pages > uint64(info.Size()/m.pageSize) {
			return fmt.Errorf("%w: %d pages of %d bytes should be in it, and it has %d bytes", ErrCut, m.pages, m.pageSize, info.Size())
		}
	}
	return nil
}

// readMetas returns the valid meta pages of a Bolt file: one or two. The second
// is where the first says, or else at any page size that Bolt would try.
func readMetas(f io.ReaderAt) ([]meta, error) {
	first, reason := readMeta(f, 0)
	if reason == nil {
		metas := []meta{first}
		if second, err := readMeta(f, first.pageSize); err == nil {
			metas = append(metas, second)
		}
		return metas, nil
	}
	for size := int64(smallestPage); size <= largestPage; size *= 2 {
		second, err := readMeta(f, size)
		if err == nil {
			return []meta{second}, nil
		}
		if errors.Is(reason, ErrForeign) && !errors.Is(err, ErrForeign) {
			reason = err
		}
	}
	return nil, reason
}

// readMeta reads the meta page at an offset. Its error wraps ErrForeign if
// there is none, ErrBroken if there is one that was altered.
func readMeta(f io.ReaderAt, offset int64) (meta, error) {
	var b [metaSize]byte
	order := binary.NativeEndian
	n, err := f.ReadAt(b[:], offset+metaOffset)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return meta{}, err
	case order.Uint32(b[0:]) != metaMagic:
		return meta{}, fmt.Errorf("%w: no Bolt file begins like this", ErrForeign)
	case n < metaSize:
		return meta{}, fmt.Errorf("%w: not even its first page is whole", ErrCut)
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSummed])
	if sum.Sum64() != order.Uint64(b[metaSummed:]) {
		return meta{}, fmt.Errorf("%w: its first pages fail their checksums", ErrBroken)
	}
	if v := order.Uint32(b[4:]); v != metaVersion {
		return meta{}, fmt.Errorf("%w: Bolt's format %d, not %d", ErrForeign, v, metaVersion)
	}
	m := meta{pageSize: int64(order.Uint32(b[8:])), pages: order.Uint64(b[40:])}
	if m.pageSize < smallestPage || m.pageSize > largestPage {
		return meta{}, fmt.Errorf("%w: pages of %d bytes", ErrForeign, m.pageSize)
	}
	return m, nil
}
