package console

import (
	"context"
	"flag"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/packs"
	"griot/storage"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// open returns a session over a fresh store that holds the packs. Nothing in it
// changes from one run to the next.
func open(t testing.TB, folders ...fs.FS) *Session {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "griot.db")
	store, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.OpenLibrary(ctx, store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
		if report, err := storage.Verify(ctx, path); err != nil || len(report.Damage) > 0 {
			t.Errorf("store after the test: %v %v", err, report.Damage)
		}
	})
	for _, folder := range folders {
		pack, err := packs.Load(folder)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := packs.Apply(ctx, lib, knowledge.Operator(), pack); err != nil {
			t.Fatal(err)
		}
	}
	now := func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }
	return &Session{
		Griot: &commands.Griot{
			Library: lib, Commands: commands.All(), Buttons: &commands.Signer{Key: []byte("test"), Queries: lib, Now: now},
			Now:       now,
			Log:       slog.New(slog.DiscardHandler),
			Reference: func() string { return "REF" },
		},
		Asker: commands.Asker{Who: knowledge.Who{User: "1", Guild: "2"}, Locale: "en"},
	}
}

// hale returns a session over the strike of Hale, with the text of one of its
// two sources.
func hale(t testing.TB) *Session {
	t.Helper()
	s := open(t, os.DirFS("testdata/hale"))
	raw, err := os.ReadFile("testdata/hale/packet.txt")
	if err != nil {
		t.Fatal(err)
	}
	article, err := importer.Read(raw, importer.Options{Source: "packet-2011"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Griot.Library.ImportText(context.Background(), knowledge.Operator(), knowledge.Shelf, article.Passages, article.Intake)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// table reads a file of testdata in which a line "> typed" stands above what is
// expected of it, and compares or, with -update, rewrites that. Lines that begin
// with # and blank ones stay.
func table(t *testing.T, file string, expected func(typed string) string) {
	t.Helper()
	path := filepath.Join("testdata", file)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(content)) {
		typed, isCase := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "> ")
		switch {
		case isCase:
			got.WriteString(line + expected(typed))
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
			got.WriteString(line)
		}
	}
	golden(t, path, got.String())
}

// golden compares got with a file or, with -update, writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
