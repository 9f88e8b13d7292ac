package packs_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

var fileMark = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// archive reads the files that a file of testdata holds.
func archive(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return split(string(b))
}

// split reads the form of txtar: what the archive is about, then for each file
// a line "-- name --" and its content.
func split(content string) fstest.MapFS {
	files := fstest.MapFS{}
	marks := fileMark.FindAllStringSubmatchIndex(content, -1)
	for i, m := range marks {
		end := len(content)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		files[content[m[2]:m[3]]] = &fstest.MapFile{Data: []byte(content[m[1]:end])}
	}
	return files
}

// good returns the small pack of testdata, not sealed, with files put in place
// of its own.
func good(t testing.TB, replacements ...fstest.MapFS) fstest.MapFS {
	t.Helper()
	folder := archive(t, "good.txtar")
	for _, r := range replacements {
		maps.Copy(folder, r)
	}
	return folder
}

// edited returns a copy of folder in which old became new in one file.
func edited(t testing.TB, folder fstest.MapFS, file, old, new string) fstest.MapFS {
	t.Helper()
	content := string(folder[file].Data)
	if n := strings.Count(content, old); n != 1 {
		t.Fatalf("%s holds %q %d times; the test needs it once", file, old, n)
	}
	folder = maps.Clone(folder)
	folder[file] = &fstest.MapFile{Data: []byte(strings.Replace(content, old, new, 1))}
	return folder
}

// written puts a pack into a folder on disk.
func written(t testing.TB, files fstest.MapFS) string {
	t.Helper()
	dir := t.TempDir()
	for name, f := range files {
		if err := os.WriteFile(filepath.Join(dir, name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
