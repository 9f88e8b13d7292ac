package textgen

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"maps"
	"strings"
	"sync"
	"testing"
)

// notebook is a Notebook for tests. A write waits for gate, if there is one.
type notebook struct {
	mu     sync.Mutex
	days   map[string]map[string]int
	writes int
	err    error
	gate   chan struct{}
}

func (n *notebook) SpentOn(_ context.Context, day string) (map[string]int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return maps.Clone(n.days[day]), n.err
}

func (n *notebook) KeepSpent(_ context.Context, day string, spent map[string]int) error {
	if n.gate != nil {
		<-n.gate
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.writes++
	if n.err == nil {
		n.days[day] = maps.Clone(spent)
	}
	return n.err
}

func (n *notebook) fail(err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.err = err
}

// TestADiaryOutlivesARestart: the next budget goes on where this one ended.
func TestADiaryOutlivesARestart(t *testing.T) {
	notes := &notebook{days: map[string]map[string]int{}}
	now := newClock().Now
	awa := Spender{"awa", "kita"}
	for i, want := range []Left{{70, 170, 470}, {40, 140, 440}} {
		diary := NewDiary(notes, slog.New(slog.DiscardHandler))
		b := NewBudget(Allowance{User: 100, Guild: 200, All: 500}, diary, now)
		h := spend(t, b, awa, 90-30*i, nil)
		if err := h.Correct(ctx, 30); err != nil {
			t.Fatal(err)
		}
		if err := diary.Close(); err != nil {
			t.Fatal(err)
		}
		left(t, NewBudget(b.Allowance(), NewDiary(notes, slog.New(slog.DiscardHandler)), now), awa, want)
	}
}

// TestNobodyWaitsForTheNotebook: a hundred asks go through while a single write
// hangs, and two writes are enough for all of them.
func TestNobodyWaitsForTheNotebook(t *testing.T) {
	notes := &notebook{days: map[string]map[string]int{}, gate: make(chan struct{})}
	diary := NewDiary(notes, slog.New(slog.DiscardHandler))
	b := NewBudget(Allowance{User: 1000}, diary, newClock().Now)
	for range 100 {
		spend(t, b, Spender{User: "awa"}, 2, nil)
	}
	close(notes.gate)
	if err := diary.Close(); err != nil {
		t.Fatal(err)
	}
	if got := notes.days["2019-04-18"]["user:awa"]; got != 200 || notes.writes > 2 {
		t.Errorf("%d tokens in %d writes", got, notes.writes)
	}
}

// TestANotebookThatFails: an unread day is not spent from; an unwritten one is
// told to the log and written with the next.
func TestANotebookThatFails(t *testing.T) {
	notes := &notebook{days: map[string]map[string]int{}, err: errDisk}
	var log bytes.Buffer
	diary := NewDiary(notes, slog.New(slog.NewTextHandler(&log, nil)))
	b := NewBudget(Allowance{User: 100}, diary, newClock().Now)
	awa := Spender{User: "awa"}
	spend(t, b, awa, 10, errDisk)
	notes.fail(nil)
	spend(t, b, awa, 10, nil)
	notes.fail(errDisk)
	spend(t, b, awa, 10, nil)
	if err := diary.Close(); !errors.Is(err, errDisk) {
		t.Errorf("closed with %v", err)
	}
	notes.fail(nil)
	if err := diary.Close(); err != nil || notes.days["2019-04-18"]["user:awa"] != 20 {
		t.Errorf("%v, %v", notes.days, err)
	}
	if !strings.Contains(log.String(), "disk full") {
		t.Errorf("log: %s", log.String())
	}
}
