//go:build unix

package storage

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"griot/knowledge"
)

// The test binary runs itself as another process that writes to a store.
const (
	childRole = "GRIOT_STORAGE_CHILD" // what the process is to do
	childFile = "GRIOT_STORAGE_FILE"
)

func TestMain(m *testing.M) {
	var err error
	switch path := os.Getenv(childFile); os.Getenv(childRole) {
	case "write":
		err = writeForEver(path)
	case "edit":
		err = editDesk(path)
	case "fill":
		err = fillDisk(path)
	default:
		os.Exit(m.Run())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func child(tb testing.TB, role, path string) *exec.Cmd {
	tb.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childRole+"="+role, childFile+"="+path)
	cmd.Stderr = os.Stderr
	return cmd
}

// parts are the four writes of the nth commit of writeForEver.
func parts(n uint64) (a, b knowledge.Record, note string) {
	id := knowledge.ID(fmt.Sprintf("row-%06d", n))
	body := fmt.Appendf(nil, `{"row": %d, "says": "%0*d"}`, n, 1+n*37%3000, n)
	a = knowledge.Record{Key: knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindClaim, ID: id}, Rev: n, State: knowledge.Live, Body: body}
	b = a
	b.Layer = knowledge.Desk("1")
	return a, b, strconv.FormatUint(n, 10)
}

// writeForEver goes on where the last process ended. It says each number on
// standard output after its commit.
func writeForEver(path string) error {
	b, err := Open(path)
	if err != nil {
		return err
	}
	for {
		var n uint64
		err := b.Update(context.Background(), func(tx knowledge.Tx) error {
			last, err := tx.LastChange(knowledge.Shelf)
			if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
				return err
			}
			n = last.Seq + 1
			r1, r2, note := parts(n)
			return errors.Join(tx.Put(r1), appendTo(tx, knowledge.Shelf), tx.Put(r2),
				tx.PutNote(knowledge.Receipts, note, []byte(note), time.Unix(1, 0)))
		})
		if err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// TestKill kills a writing process at random moments: in its start, between
// commits, in the middle of one. GRIOT_LONG=1 makes it 200 times.
func TestKill(t *testing.T) {
	t.Parallel()
	rounds := 20
	if os.Getenv("GRIOT_LONG") != "" {
		rounds = 200
	}
	path := filepath.Join(t.TempDir(), "griot.db")
	var stored, ahead uint64
	for range rounds {
		acknowledged := max(stored, killed(t, "write", path))
		before := stored
		stored = wantAllUpTo(t, path, acknowledged)
		ahead += stored - acknowledged
		if clean, err := StoppedCleanly(path); err != nil || clean && stored > before {
			t.Errorf("after a kill: clean %t, %v", clean, err)
		}
	}
	t.Logf("%d kills, %d commits, %d of them stored and not yet acknowledged, none lost", rounds, stored, ahead)
}

// killed runs a process and kills it at a random moment. It returns the last
// number that the process acknowledged, 0 for none.
func killed(t *testing.T, role, path string) (acknowledged uint64) {
	t.Helper()
	cmd := child(t, role, path)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = cmd.Process.Kill() }
	after := rand.IntN(40) // acknowledgements, and then a part of a commit
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if acknowledged, err = strconv.ParseUint(lines.Text(), 10, 64); err != nil {
			t.Errorf("the process said %q", lines.Text())
		}
		if n == after {
			time.AfterFunc(rand.N(3*time.Millisecond), kill)
		}
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Fatalf("the process wasn't killed: %v", err)
	}
	return acknowledged
}

// wantAllUpTo opens the file that a killed process left. It wants all that was
// acknowledged, nothing half, and at most the one commit after it.
func wantAllUpTo(t *testing.T, path string, acknowledged uint64) (stored uint64) {
	t.Helper()
	report := wantWhole(t, path)
	stored = uint64(report.Changes)
	if stored < acknowledged || stored > acknowledged+1 {
		t.Errorf("%d changes are stored, %d were acknowledged", stored, acknowledged)
	}
	if report.Records != 2*report.Changes || report.Notes != report.Changes {
		t.Errorf("a commit is half there: %+v", report)
	}
	err := inspect(path, func(btx *bolt.Tx) error {
		tx := &tx{ctx: t.Context(), bolt: btx}
		for n := uint64(1); n <= stored; n++ {
			shelf, desk, _ := parts(n)
			for _, want := range []knowledge.Record{shelf, desk} {
				if got, err := tx.Get(want.Key); err != nil || string(got.Body) != string(want.Body) {
					return fmt.Errorf("%s is %s, %w", want.Key, got.Body, err)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return stored
}

// full is how long the file may get on the disk that fillDisk fills.
const full = 2 << 20

// fillDisk writes until there is no room. It says how many rows it stored, and
// fails unless it can read and make a small update after that.
func fillDisk(path string) error {
	b, err := Open(path)
	if err != nil {
		return err
	}
	limit := syscall.Rlimit{Cur: full, Max: full}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	put := func(id knowledge.ID, size int) error {
		return b.Update(context.Background(), func(tx knowledge.Tx) error {
			return tx.Put(knowledge.Record{
				Key:  knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindClaim, ID: id},
				Body: []byte(strings.Repeat("x", size)),
			})
		})
	}
	if err := put("small", 10); err != nil {
		return err
	}
	n := 0
	for ; err == nil; n++ {
		err = put(knowledge.ID(fmt.Sprintf("row-%05d", n)), 500)
	}
	if !errors.Is(err, knowledge.ErrFull) || !strings.HasPrefix(err.Error(), path+": "+knowledge.ErrFull.Error()) {
		return fmt.Errorf("a full disk gave %w; want the file's name and ErrFull", err)
	}
	if err := put("small", 20); err != nil {
		return fmt.Errorf("a small update on a full disk: %w", err)
	}
	fmt.Println(n - 1)
	return b.View(context.Background(), func(tx knowledge.Tx) error { return wantRows(tx, n-1) })
}

func wantRows(tx knowledge.Tx, n int) error {
	var sizes []int
	err := tx.Scan(knowledge.Shelf, knowledge.KindClaim, func(r knowledge.Record, err error) error {
		sizes = append(sizes, len(r.Body))
		return err
	})
	if err != nil || len(sizes) != n+1 || sizes[n] != 20 {
		return fmt.Errorf("%d records are there, want %d and the small one as updated: %w", len(sizes), n, err)
	}
	return nil
}

func TestDiskFull(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "griot.db")
	out, err := child(t, "fill", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(out)))
	if err != nil || n < 500 {
		t.Fatalf("the process stored %q rows, %v; want at least 500", out, err)
	}
	b := openStore(t, path)
	if err := b.View(t.Context(), func(tx knowledge.Tx) error { return wantRows(tx, n) }); err != nil {
		t.Error(err)
	}
}
