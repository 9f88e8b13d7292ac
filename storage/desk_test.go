//go:build unix

package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"griot/knowledge"
)

var (
	desk    = knowledge.Desk("7")
	officer = knowledge.Who{User: "1", Guild: "7", Role: knowledge.Moderator}
)

// deskStep returns the nth change of editDesk, as a moderator makes it: three
// places come in by a file, one of them is edited, that is undone, another is
// hidden; then the next three.
func deskStep(v *knowledge.View, n uint64) (knowledge.Edit, error) {
	e := knowledge.Edit{Interaction: strconv.FormatUint(n, 10), Layer: desk}
	first := n - (n-1)%4
	id := func(letter string) knowledge.ID { return knowledge.ID(fmt.Sprintf("row-%06d-%s", first, letter)) }
	put := func(p knowledge.Place, state knowledge.RecordState) error {
		r, err := knowledge.NewRecord(desk, knowledge.KindPlace, p.ID, p)
		if had, ok := v.Draft(p.ID); ok {
			r.Rev, r.Base = had.Rev, had.Base
		}
		r.State = state
		e.Records, e.Target = append(e.Records, r), p.ID
		return err
	}
	place := func(letter string) knowledge.Place {
		return knowledge.Place{ID: id(letter), Name: knowledge.InEnglish(fmt.Sprintf("Place %d%s", first, letter)), Kind: "village"}
	}
	switch (n - 1) % 4 {
	case 0:
		e.Action = knowledge.ImportFile
		return e, errors.Join(put(place("a"), knowledge.Live), put(place("b"), knowledge.Live), put(place("c"), knowledge.Live))
	case 1:
		e.Action = knowledge.EditRecord
		edited := place("a")
		edited.Finds = []string{fmt.Sprint("edited ", n)}
		return e, put(edited, knowledge.Live)
	case 2:
		e.Action, e.Of = knowledge.Undo, n-1
		return e, nil
	}
	e.Action = knowledge.Hide
	return e, put(place("b"), knowledge.Hidden)
}

// openDesk opens a store as the program does, and returns how many changes its
// desk has.
func openDesk(path string) (*knowledge.Library, uint64, error) {
	store, err := Open(path)
	if err != nil {
		return nil, 0, err
	}
	lib, err := knowledge.OpenLibrary(context.Background(), store)
	if err != nil {
		return nil, 0, errors.Join(err, store.Close())
	}
	past, err := lib.History(context.Background(), desk, "", 0, 1)
	if err != nil || len(past) == 0 {
		return lib, 0, err
	}
	return lib, past[0].Seq, nil
}

// editDesk goes on where the last process ended, through the one door of Apply.
// It says each number on standard output once its change is acknowledged.
func editDesk(path string) error {
	lib, n, err := openDesk(path)
	for err == nil {
		n++
		var e knowledge.Edit
		if e, err = deskStep(lib.View("7"), n); err != nil {
			break
		}
		var receipt knowledge.Receipt
		if receipt, err = lib.Apply(context.Background(), officer, e); err == nil && receipt.Seq != n {
			err = fmt.Errorf("change %d is number %d", n, receipt.Seq)
		}
		if err == nil {
			fmt.Println(n)
		}
	}
	return err
}

// TestKillDesk kills a process that edits, undoes, hides and imports on a desk at
// random moments. GRIOT_LONG=1 makes it 100 times.
func TestKillDesk(t *testing.T) {
	t.Parallel()
	rounds := 8
	if os.Getenv("GRIOT_LONG") != "" {
		rounds = 100
	}
	path := filepath.Join(t.TempDir(), "griot.db")
	var stored, ahead uint64
	for range rounds {
		acknowledged := max(stored, killed(t, "edit", path))
		stored = wantDesk(t, path, acknowledged)
		ahead += stored - acknowledged
	}
	if stored == 0 {
		t.Error("nothing was ever stored")
	}
	t.Logf("%d kills, %d changes, %d of them stored and not yet acknowledged, none lost", rounds, stored, ahead)
}

// wantDesk opens the file that a killed process left, and wants the desk that
// all its changes make: every one that was acknowledged, none half, at most the
// one that was under way.
func wantDesk(t *testing.T, path string, acknowledged uint64) uint64 {
	t.Helper()
	wantWhole(t, path)
	lib, stored, err := openDesk(path)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if stored < acknowledged || stored > acknowledged+1 {
		t.Errorf("%d changes are stored, %d were acknowledged", stored, acknowledged)
	}
	want := map[knowledge.ID]knowledge.Record{}
	for n := uint64(1); n <= stored; n++ {
		follow(t, want, n)
	}
	held := lib.View("7").Held(desk)
	for _, got := range held {
		if w := want[got.ID]; got.State != w.State || got.Rev != w.Rev || string(got.Body) != string(w.Body) {
			t.Errorf("after %d changes %s is rev %d, %s, %s; want rev %d, %s, %s", stored, got.ID, got.Rev, got.State, got.Body, w.Rev, w.State, w.Body)
		}
	}
	if len(held) != len(want) {
		t.Errorf("after %d changes there are %d records, want %d", stored, len(held), len(want))
	}
	wantOnce(t, lib, stored)
	return stored
}

// follow makes the nth change in a map.
func follow(t *testing.T, records map[knowledge.ID]knowledge.Record, n uint64) {
	t.Helper()
	none, err := knowledge.NewView(nil)
	if err != nil {
		t.Fatal(err)
	}
	e, err := deskStep(none, n)
	if err != nil {
		t.Fatal(err)
	}
	if e.Action == knowledge.Undo { // the record is as the import brought it
		first, _ := deskStep(none, n-2)
		e.Records = first.Records[:1]
	}
	for _, r := range e.Records {
		r.Rev = records[r.ID].Rev + 1
		records[r.ID] = r
	}
}

// wantOnce delivers the last change once more: its receipt came with it.
func wantOnce(t *testing.T, lib *knowledge.Library, n uint64) {
	t.Helper()
	if n == 0 {
		return
	}
	receipt, err := lib.Apply(t.Context(), officer, knowledge.Edit{Interaction: strconv.FormatUint(n, 10), Layer: desk, Action: knowledge.EditRecord})
	if err != nil || receipt.Seq != n {
		t.Errorf("change %d delivered again: %+v, %v", n, receipt, err)
	}
}
