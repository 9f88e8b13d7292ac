package console

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/packs"
	"griot/storage"
)

// open returns a session over a fresh store that holds the packs the program
// carries, with nothing in it that changes from one run to the next.
func open(t testing.TB) *Session {
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
	for _, folder := range packs.Builtin() {
		pack, err := packs.Load(folder)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := packs.Apply(ctx, lib, knowledge.Operator(), pack); err != nil {
			t.Fatal(err)
		}
	}
	return &Session{
		Desk: &commands.Desk{
			Library: lib, Commands: commands.All(), Buttons: &commands.Signer{Key: []byte("test"), Queries: lib},
			Now:       func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) },
			Log:       slog.New(slog.NewTextHandler(io.Discard, nil)),
			Reference: func() string { return "REF" },
		},
		Asker: commands.Asker{Who: knowledge.Who{User: "1", Guild: "2"}, Locale: "en"},
	}
}

func TestTry(t *testing.T) {
	s := open(t)
	s.Terminal = Terminal{Colour: true, Width: 90}
	f, _ := os.Open("/tmp/try.txt")
	s.Run(context.Background(), f, os.Stdout, os.Getenv("TRYJSON") != "")
	for _, l := range []string{"", "/act", "t", "/actor ", "/actor kou", "/actor name:kou", "/timeline ", "/timeline actor:CMA fr", "/timeline actor:CMA ", "/timeline place:mop", "/quote words:IBK", "/actor CMA private:", "/help ", "/sources ","/actor name:"} {
		t.Logf("%q -> %q", l, s.Complete(l))
	}
}
