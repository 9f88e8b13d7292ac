package storage

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestCopies: the Bolt files beside a store are found, also a damaged one and
// whatever they are called; the store itself and other files are not.
func TestCopies(t *testing.T) {
	path := closedStore(t, nil)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(path)
	broken := slices.Clone(file)
	broken[metaOffset+8] ^= 1
	for name, content := range map[string][]byte{"before.db": file, "griot.db.old": broken, "notes.txt": []byte("no store"), "empty": nil, "short": file[:10]} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	copies, err := Copies(path)
	var names []string
	for _, c := range copies {
		names = append(names, c.Name)
		if c.Time.IsZero() {
			t.Errorf("%s has no time", c.Name)
		}
	}
	if want := []string{"before.db", "griot.db.old"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%v, %v, want %v", names, err, want)
	}
	if _, err := Copies(filepath.Join(folder, "gone.db")); err == nil {
		t.Error("a store that isn't there has copies")
	}
}
