package packs_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"griot/knowledge/packs"
)

var update = flag.Bool("update", false, "rewrite what the cases in testdata/refused expect")

// load loads a pack that must be sound.
func load(t testing.TB, folder fs.FS) *packs.Pack {
	t.Helper()
	p, err := packs.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Each case is a file of testdata/refused: what it is about, the files that it
// puts in place of the good pack's, and last, under want, every message.
func TestLoadRefuses(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "refused", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			files := archive(t, filepath.Join("refused", filepath.Base(name)))
			var want []byte
			if f, ok := files["want"]; ok {
				want = f.Data
				delete(files, "want")
			}
			_, err := packs.Load(sealed(t, files))
			if err == nil {
				t.Fatal("was not refused")
			}
			if got := []byte(err.Error() + "\n"); *update {
				rewriteWant(t, name, got)
			} else if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("messages (-want +got):\n%s", diff)
			}
		})
	}
}

func rewriteWant(t *testing.T, name string, want []byte) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := bytes.Cut(b, []byte("-- want --\n"))
	if err := os.WriteFile(name, append(append(before, "-- want --\n"...), want...), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestLoadRefusesFiles(t *testing.T) {
	tests := map[string]struct {
		file    string
		content []byte
		want    string
	}{
		"over 1 MiB":     {"places.yaml", []byte("#" + strings.Repeat("x", 1<<20)), "places.yaml: is over 1 MiB"},
		"not UTF-8":      {"places.yaml", []byte("places: [{id: \xff}]"), "places.yaml: is not UTF-8"},
		"seals too long": {"seals.txt", []byte(strings.Repeat("x\n", 1<<19+1)), "seals.txt: is over 1 MiB"},
		"no pack.yaml":   {"pack.yaml", nil, "pack.yaml: is missing"},
		"pack.yaml void": {"pack.yaml", []byte("# nothing\n"), "pack.yaml: holds nothing"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			folder := sealed(t)
			folder[tt.file] = &fstest.MapFile{Data: tt.content}
			if tt.content == nil {
				delete(folder, tt.file)
			}
			_, err := packs.Load(folder)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestLoadNamesAFileThatCannotBeRead(t *testing.T) {
	folder := sealed(t)
	folder["odd.yaml/inside"] = &fstest.MapFile{}
	if _, err := packs.Load(folder); err == nil || !strings.HasPrefix(err.Error(), "odd.yaml: ") {
		t.Errorf("got %v", err)
	}
}

func TestLoadReadsUpToItsLimits(t *testing.T) {
	tests := map[string]string{
		"1 MiB":         "#" + strings.Repeat("x", 1<<20-1),
		"50 000 tokens": "places: []\n#x\n" + strings.Repeat("#\n", 50_000-5),
	}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			load(t, sealed(t, fstest.MapFS{"long.yaml": {Data: []byte(content)}}))
		})
	}
}
