package storage

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

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
			path := filepath.Join(folder, "griot.db")
			alter(tb, path, func(file []byte) { flip(tb, file, key, 40) })
		},
	})
}

// alter changes the bytes of a closed file.
func alter(tb testing.TB, path string, change func(file []byte)) {
	tb.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	change(file)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		tb.Fatal(err)
	}
}

// flip turns a bit of the value under key, wherever it stands in the file.
func flip(tb testing.TB, file []byte, key knowledge.Key, offset int) {
	tb.Helper()
	stored, err := recordKey(key)
	if err != nil {
		tb.Fatal(err)
	}
	found := false
	for at := 0; ; {
		i := bytes.Index(file[at:], append(stored, sealVersion))
		if i < 0 {
			break
		}
		at += i + len(stored)
		file[at+offset] ^= 1
		found = true
	}
	if !found {
		tb.Fatalf("%s is not in the file", key)
	}
}
