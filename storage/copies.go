package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Copy is a Bolt file beside a store: most likely an older copy of it.
type Copy struct {
	Name string
	Time time.Time // when it was last written
}

// Copies returns the other Bolt files in the folder of a store, whole or not, in
// the order of their names. One that is packed or lies elsewhere isn't found.
func Copies(path string) ([]Copy, error) {
	own, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("copies of %s: %w", path, err)
	}
	folder := filepath.Dir(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("copies of %s: %w", path, err)
	}
	var all []Copy
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || os.SameFile(own, info) {
			continue // what has gone since is no copy either
		}
		if isBolt(filepath.Join(folder, e.Name())) {
			all = append(all, Copy{e.Name(), info.ModTime()})
		}
	}
	return all, nil
}

// isBolt reports whether a file begins like Bolt's, damaged or not.
func isBolt(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = readMeta(f, 0)
	return !errors.Is(err, ErrForeign) && (err == nil || errors.Is(err, ErrCut) || errors.Is(err, ErrBroken))
}
