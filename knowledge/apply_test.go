package knowledge_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

// renamed returns the stored event as an editor would put it back under
// another name.
func renamed(t testing.TB, lib *knowledge.Library, name string) knowledge.Record {
	t.Helper()
	r := stored(t, lib, knowledge.Shelf, "weir-cut")
	changed := with(t, []knowledge.Record{r}, map[knowledge.ID]string{"weir-cut": fmt.Sprintf(`{"name": %q}`, name)})[0]
	changed.Rev = r.Rev
	return changed
}

func nameOf(v *knowledge.View, id knowledge.ID) string {
	e := v.Entry(id)
	if e == nil {
		return ""
	}
	name, _ := e.Name.In("en")
	return name
}

func TestApplyPutsAndLogs(t *testing.T) {
	clock := newClock()
	lib, store := spied(t, knowledge.WithClock(clock.now))
	clock.Time = clock.Add(time.Hour)
	rev := lib.View("").Rev()
	edit := knowledge.Edit{Layer: knowledge.Shelf, Target: "weir-cut", Reason: "a better name", Records: []knowledge.Record{renamed(t, lib, "The breach")}}
	receipt := apply(t, lib, knowledge.Operator(), edit)
	if want := (knowledge.Receipt{Seq: 2, Time: clock.Time, Changed: []knowledge.ID{"weir-cut"}}); !cmp.Equal(want, receipt) {
		t.Error(cmp.Diff(want, receipt))
	}
	v := lib.View("")
	if nameOf(v, "weir-cut") != "The breach" || v.Rev() != rev+1 {
		t.Errorf("%s at rev %d, want the new name at rev %d", nameOf(v, "weir-cut"), v.Rev(), rev+1)
	}
	if len(found(v, "The breach")) != 1 || len(found(v, "The cutting of the weir")) != 0 || len(found(v, "Tarow")) != 1 {
		t.Error("the index doesn't know the new name, or lost the others")
	}
	if r := stored(t, lib, knowledge.Shelf, "weir-cut"); r.Rev != 2 || r.Layer != knowledge.Shelf {
		t.Errorf("stored as rev %d in %s", r.Rev, r.Layer)
	}
	written := log(t, store, knowledge.Shelf)
	last := written[len(written)-1]
	if h := last.header; len(written) != 2 || h.Seq != 2 || h.Layer != knowledge.Shelf || h.Action != knowledge.ApplyPack ||
		h.Target != "weir-cut" || !h.Time.Equal(clock.Time) || h.Prev != written[0].header.Hash() || len(h.Person) != 16 {
		t.Errorf("header %+v", h)
	}
	wantBody(t, last.body, "a better name", 1, 2)
	wantBody(t, written[0].body, "", 0, 1)
	if n := chain(t, store, knowledge.Shelf); n != 2 {
		t.Errorf("the chain holds %d changes", n)
	}
}

// wantBody wants the body of a change to give the reason and the revs of its
// first record, before and after; before 0 means that it was new.
func wantBody(t *testing.T, raw []byte, reason string, before, after uint64) {
	t.Helper()
	var body knowledge.ChangeBody
	if err := json.Unmarshal(raw, &body); err != nil {
		t.Fatal(err)
	}
	first := body.Edits[0]
	if body.Reason != reason || first.After.Rev != after || (first.Before == nil) != (before == 0) {
		t.Errorf("%q: %+v", body.Reason, first)
	}
	if first.Before != nil && (first.Before.Rev != before || string(first.Before.Body) == string(first.After.Body)) {
		t.Errorf("before: %+v", first.Before)
	}
}

func chain(t testing.TB, store knowledge.Store, layer knowledge.Layer) (n int) {
	t.Helper()
	err := store.View(t.Context(), func(tx knowledge.Tx) (err error) {
		n, err = knowledge.VerifyChain(tx, layer)
		return err
	})
	if err != nil {
		t.Error(err)
	}
	return n
}

// TestApplyNothing: records that say the same are not put, nor logged.
func TestApplyNothing(t *testing.T) {
	lib, store := spied(t)
	same := stored(t, lib, knowledge.Shelf, "weir-cut")
	receipt := apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{same}})
	if receipt.Seq != 0 || receipt.Changed != nil || len(log(t, store, knowledge.Shelf)) != 1 {
		t.Errorf("%+v, %d changes", receipt, len(log(t, store, knowledge.Shelf)))
	}
	for name, change := range map[string]func(*knowledge.Record){
		"state": func(r *knowledge.Record) { r.State = knowledge.Hidden },
		"into":  func(r *knowledge.Record) { r.State, r.Into = knowledge.Merged, "letter-1911" },
	} {
		ballad := stored(t, lib, knowledge.Shelf, "ballad")
		change(&ballad)
		if receipt := apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{ballad}}); receipt.Seq == 0 {
			t.Errorf("a new %s is no change", name)
		}
	}
}

// TestApplyRefuses: an edit that is refused changes nothing in the store, in
// memory or in the log.
func TestApplyRefuses(t *testing.T) {
	lib, store := spied(t)
	good := func() knowledge.Record { return renamed(t, lib, "The breach") }
	bad := with(t, []knowledge.Record{good()}, map[knowledge.ID]string{"weir-cut": `{"name": ""}`})[0]
	bad.Rev = 1
	unreadable := good()
	unreadable.Body = []byte(`{"name": 1}`)
	old, ahead, unknown := good(), good(), good()
	old.Rev, ahead.Rev = 0, 2
	unknown.ID = "never-seen"
	odd := good()
	odd.Kind = "song"
	otherKind := record(t, knowledge.KindPlace, "weir-cut", knowledge.Place{ID: "weir-cut", Name: knowledge.InEnglish("x"), Kind: "town"})
	circle := stored(t, lib, knowledge.Shelf, "weir-cut")
	circle.State, circle.Into = knowledge.Merged, "weir-cut"
	for _, c := range []struct {
		name    string
		who     knowledge.Who
		records []knowledge.Record
		want    error
		says    string
	}{
		{"not allowed", knowledge.Who{Role: knowledge.Reviewer}, []knowledge.Record{good()}, knowledge.ErrNotAllowed, "weir-cut: not allowed: apply pack takes the role of owner"},
		{"older rev", knowledge.Operator(), []knowledge.Record{old}, knowledge.ErrStale, "weir-cut: changed in the meantime"},
		{"newer rev", knowledge.Operator(), []knowledge.Record{ahead}, knowledge.ErrStale, "weir-cut"},
		{"rev of a record that is not there", knowledge.Operator(), []knowledge.Record{unknown}, knowledge.ErrStale, "never-seen"},
		{"breaks a rule", knowledge.Operator(), []knowledge.Record{bad}, knowledge.ErrInvalid, "weir-cut: name: is empty"},
		{"one good, one stale", knowledge.Operator(), []knowledge.Record{good(), unknown}, knowledge.ErrStale, "never-seen"},
		{"can't be read", knowledge.Operator(), []knowledge.Record{unreadable}, knowledge.ErrInvalid, "shelf event weir-cut"},
		{"unknown kind", knowledge.Operator(), []knowledge.Record{{Key: knowledge.Key{Kind: "song", ID: "new-song"}, State: knowledge.Live, Body: odd.Body}}, knowledge.ErrInvalid, "kind song of new-song"},
		{"id of another kind", knowledge.Operator(), []knowledge.Record{otherKind}, knowledge.ErrInvalid, "weir-cut: id: is both event and place"},
		{"twice the same id", knowledge.Operator(), []knowledge.Record{good(), good()}, knowledge.ErrInvalid, "weir-cut: id: stands twice"},
		{"merged into itself", knowledge.Operator(), []knowledge.Record{circle}, knowledge.ErrInvalid, "leads back to itself"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := lib.View("")
			edit := knowledge.Edit{Interaction: "refused", Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Target: "weir-cut", Records: c.records,
				Notes: []knowledge.Note{{Book: knowledge.Packs, Key: "p", Value: []byte("v")}}}
			receipt, err := lib.Apply(t.Context(), c.who, edit)
			if !errors.Is(err, c.want) || !contains(err, c.says) || !cmp.Equal(receipt, knowledge.Receipt{}) {
				t.Errorf("%+v, %v; want %v: %s", receipt, err, c.want, c.says)
			}
			wantUntouched(t, lib, store, before)
		})
	}
}

// wantUntouched wants a library and its store to be as spied left them.
func wantUntouched(t *testing.T, lib *knowledge.Library, store *spy, before *knowledge.View) {
	t.Helper()
	if v := lib.View(""); v.Rev() != before.Rev() || nameOf(v, "weir-cut") != "The cutting of the weir" {
		t.Errorf("memory: %s at rev %d", nameOf(v, "weir-cut"), v.Rev())
	}
	if n := len(log(t, store, knowledge.Shelf)); n != 1 {
		t.Errorf("the log holds %d changes", n)
	}
	if _, err := lib.Note(t.Context(), knowledge.Packs, "p"); !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("the note was stored: %v", err)
	}
	err := store.View(t.Context(), func(tx knowledge.Tx) error {
		r, err := tx.Get(knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindEvent, ID: "weir-cut"})
		if err == nil && r.Rev != 1 {
			err = fmt.Errorf("rev %d is stored", r.Rev)
		}
		_, seen := knowledge.Once(tx, "refused")
		if !errors.Is(seen, knowledge.ErrNotFound) {
			err = fmt.Errorf("a receipt was kept: %w", seen)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func contains(err error, says string) bool {
	return err != nil && strings.Contains(err.Error(), says)
}

// TestCommitFails: what isn't committed isn't published.
func TestCommitFails(t *testing.T) {
	lib, store := spied(t)
	before := lib.View("")
	store.fail = knowledge.ErrFull
	edit := knowledge.Edit{Interaction: "refused", Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Target: "weir-cut",
		Records: []knowledge.Record{renamed(t, lib, "The breach")}, Notes: []knowledge.Note{{Book: knowledge.Packs, Key: "p", Value: []byte("v")}}}
	if _, err := lib.Apply(t.Context(), knowledge.Operator(), edit); !errors.Is(err, knowledge.ErrFull) {
		t.Fatal(err)
	}
	wantUntouched(t, lib, store, before)
	store.fail = nil
	if receipt := apply(t, lib, knowledge.Operator(), edit); receipt.Seq != 2 {
		t.Errorf("the same edit once there is room: %+v", receipt)
	}
	if v, err := lib.Note(t.Context(), knowledge.Packs, "p"); err != nil || string(v) != "v" {
		t.Errorf("the note of an edit: %q, %v", v, err)
	}
}

// TestSameInteraction: a second delivery gets the first receipt, whoever asks
// and whatever has changed since; after a day it is forgotten.
func TestSameInteraction(t *testing.T) {
	clock := newClock()
	lib, store := spied(t, knowledge.WithClock(clock.now))
	edit := knowledge.Edit{Interaction: "i-1", Layer: knowledge.Shelf, Records: []knowledge.Record{renamed(t, lib, "The breach")}}
	first := apply(t, lib, knowledge.Operator(), edit)
	rev := lib.View("").Rev()

	clock.Time = clock.Add(24 * time.Hour)
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Interaction: "i-2", Layer: knowledge.Shelf}) // forgets what is older
	edit.Action, edit.Records = "unheard of", nil
	again, err := lib.Apply(t.Context(), knowledge.Who{}, edit)
	if err != nil || !cmp.Equal(first, again) {
		t.Errorf("second delivery: %v %s", err, cmp.Diff(first, again))
	}
	if n := len(log(t, store, knowledge.Shelf)); n != 2 || lib.View("").Rev() != rev+1 {
		t.Errorf("%d changes, rev %d", n, lib.View("").Rev())
	}

	clock.Time = clock.Add(time.Second)
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Interaction: "i-3", Layer: knowledge.Shelf})
	if _, err := lib.Apply(t.Context(), knowledge.Who{}, edit); !errors.Is(err, knowledge.ErrNotAllowed) {
		t.Errorf("after a day: %v", err)
	}
	if err := store.View(t.Context(), func(tx knowledge.Tx) error { _, err := knowledge.Once(tx, "i-2"); return err }); err != nil {
		t.Errorf("the receipt of i-2, a second old: %v", err)
	}
}

// TestPersonKeys: one key for a user in a layer, another in each layer, and
// nothing of the user in it.
func TestPersonKeys(t *testing.T) {
	lib, store := spied(t)
	leaflet := func(name string, rev uint64) knowledge.Record {
		r := record(t, knowledge.KindSource, "d-leaflet", knowledge.Source{ID: "d-leaflet", Label: "DL", Title: name, Publisher: "nobody", Language: "en"})
		r.Rev = rev
		return r
	}
	user := func(guild, name string) knowledge.Who {
		return knowledge.Who{User: name, Guild: guild, Role: knowledge.Moderator}
	}
	for i, who := range []knowledge.Who{user("g1", "ana"), user("g1", "ben"), user("g1", "ana")} {
		apply(t, lib, who, knowledge.Edit{Layer: knowledge.Desk("g1"), Records: []knowledge.Record{leaflet(fmt.Sprint(i), uint64(i))}})
	}
	apply(t, lib, user("g2", "ana"), knowledge.Edit{Layer: knowledge.Desk("g2"), Records: []knowledge.Record{leaflet("0", 0)}})
	here, there := log(t, store, knowledge.Desk("g1")), log(t, store, knowledge.Desk("g2"))
	ana, ben := here[0].header.Person, here[1].header.Person
	if ana == ben || here[2].header.Person != ana || there[0].header.Person == ana || len(ana) != 16 {
		t.Errorf("ana %s and %s, ben %s, ana elsewhere %s", ana, here[2].header.Person, ben, there[0].header.Person)
	}
	key, err := lib.Note(t.Context(), knowledge.People, "desk/g1/ana")
	if err != nil || string(key) != ana {
		t.Errorf("the key of ana: %s, %v", key, err)
	}
	if chain(t, store, knowledge.Desk("g1")) != 3 || chain(t, store, knowledge.Desk("g2")) != 1 {
		t.Error("each layer has a log of its own")
	}
}

func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		who    knowledge.Who
		layer  knowledge.Layer
		action knowledge.Action
		want   bool
	}{
		{knowledge.Operator(), knowledge.Shelf, knowledge.ApplyPack, true},
		{knowledge.Operator(), knowledge.Shelf, knowledge.ImportText, true},
		{knowledge.Who{Role: knowledge.Reviewer}, knowledge.Shelf, knowledge.ImportText, false},
		{knowledge.Who{Role: knowledge.Owner, Guild: "g1"}, knowledge.Shelf, knowledge.ImportText, true},
		{moderator("g1"), knowledge.Shelf, knowledge.ApplyPack, false},
		{moderator("g1"), knowledge.Desk("g1"), knowledge.ApplyPack, false},
		{moderator("g1"), knowledge.Desk("g1"), knowledge.ImportText, true},
		{moderator("g1"), knowledge.Desk("g2"), knowledge.ImportText, false},
		{knowledge.Who{Role: knowledge.Owner, Guild: "g1"}, knowledge.Desk("g2"), knowledge.ImportText, false},
		{knowledge.Operator(), knowledge.Desk("g1"), knowledge.ImportText, false},
		{knowledge.Operator(), knowledge.Desk(""), knowledge.ImportText, false},
		{knowledge.Who{Role: knowledge.Reader, Guild: "g1"}, knowledge.Desk("g1"), knowledge.ImportText, false},
		{knowledge.Operator(), knowledge.Shelf, "burn", false},
		{knowledge.Operator(), "attic", knowledge.ImportText, false},
	} {
		err := knowledge.Allowed(c.who, knowledge.Settings{}, knowledge.Edit{Layer: c.layer, Action: c.action})
		if (err == nil) != c.want || (err != nil && !errors.Is(err, knowledge.ErrNotAllowed)) {
			t.Errorf("%+v may %s on %s: %v", c.who, c.action, c.layer, err)
		}
	}
}
