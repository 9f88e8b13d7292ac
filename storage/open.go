package storage

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"griot/knowledge"
)

const (
	// lockTimeout is how long Open and Verify wait for another process to
	// let go of the file.
	lockTimeout = 2 * time.Second
	// mapped is the address space that is set aside for the file. While it
	// suffices, a writer need not wait for readers to move the map: a reader
	// who waits for a writer would otherwise never end.
	mapped = 256 << 20
	// growth is by how much the file grows at a time; each time costs a sync.
	growth = 1 << 20
)

// Open opens the store in the file at path, and makes one, readable by its
// owner only, if there is no file or an empty one. The error wraps
// knowledge.ErrInUse if another process has held the file for 2 seconds,
// knowledge.ErrNewer if a newer Griot wrote it, ErrCut, ErrForeign or ErrBroken
// if it is no whole store.
func Open(path string) (*Bolt, error) {
	db, err := openFile(path, writing())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db.AllocSize = growth
	if err := prepare(db, path, migrations); err != nil {
		return nil, fmt.Errorf("%s: %w", path, errors.Join(asBroken(err), db.Close()))
	}
	return &Bolt{path: path, db: db, turn: make(chan struct{}, 1)}, nil
}

func writing() *bolt.Options {
	options := &bolt.Options{
		Timeout: lockTimeout,
		// The list of free pages is short here. As an array it hands out the
		// lowest page first, which keeps the file dense.
		FreelistType: bolt.FreelistArrayType,
		// Written with each commit, the list need not be rebuilt from all
		// pages at the next start; and boltdb/bolt can't open a file without.
		NoFreelistSync: false,
		// Nothing asks for statistics.
		NoStatistics: true,
	}
	if runtime.GOOS != "windows" { // there, the file itself would get this long
		options.InitialMmapSize = mapped
	}
	return options
}

func reading() *bolt.Options {
	// Bolt's page check loads the list of free pages itself, where a panic
	// over it is caught.
	return &bolt.Options{Timeout: lockTimeout, ReadOnly: true, PreLoadFreelist: false, NoStatistics: true}
}

// openFile opens a Bolt file after a look at its size, on the same handle. If
// Bolt panics over the list of free pages, its memory map stays, and with that
// the lock on the file, until the process ends.
func openFile(path string, options *bolt.Options) (*bolt.DB, error) {
	options.OpenFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		f, err := os.OpenFile(name, flag, mode)
		if err != nil {
			return nil, err
		}
		return f, checkSize(f) // Bolt closes f if there is an error
	}
	db, err := openBolt(path, options)
	if err == nil {
		return db, nil
	}
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, knowledge.ErrInUse
	}
	return nil, asFull(asBroken(err))
}

// asBroken makes an error over a page without which nothing can be read wrap
// ErrBroken.
func asBroken(err error) error {
	if errors.Is(err, knowledge.ErrDamaged) {
		return fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return err
}

func openBolt(path string, options *bolt.Options) (db *bolt.DB, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer asDamage(&err)
	return bolt.Open(path, 0o600, options)
}

// asFull makes an error of a disk without room wrap knowledge.ErrFull. Bolt
// passes on some of these errors as text only.
func asFull(err error) error {
	if err == nil {
		return nil
	}
	for _, reason := range []syscall.Errno{syscall.ENOSPC, syscall.EFBIG, syscall.EDQUOT} {
		if strings.Contains(err.Error(), reason.Error()) {
			return fmt.Errorf("%w: %w", knowledge.ErrFull, err)
		}
	}
	return err
}
