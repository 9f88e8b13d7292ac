package knowledge_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

func intake() knowledge.Intake {
	return knowledge.Intake{Source: chronicle, Digest: "d1", Dropped: []knowledge.Dropped{{Line: 9, Text: "Related", Reason: "the end"}}}
}

// importText takes in a text, which must succeed.
func importText(t testing.TB, lib *knowledge.Library, who knowledge.Who, layer knowledge.Layer, stored []knowledge.Passage, in knowledge.Intake) knowledge.Imported {
	t.Helper()
	done, err := lib.ImportText(t.Context(), who, layer, stored, in)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// wantImported wants the report of an import but for its receipt.
func wantImported(t *testing.T, got, want knowledge.Imported) {
	t.Helper()
	got.Receipt = knowledge.Receipt{}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b knowledge.At) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
}

func TestImport(t *testing.T) {
	lib, store := spied(t)
	done := importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	wantImported(t, done, knowledge.Imported{Passages: 7, Intake: intake(), Verified: 6, Uncovered: []int{5}})
	if done.Receipt.Seq != 2 || len(done.Receipt.Changed) != 8 {
		t.Errorf("receipt %+v", done.Receipt)
	}
	v := lib.View("")
	if diff := cmp.Diff(intake(), *v.Intake(chronicle)); diff != "" {
		t.Error(diff)
	}
	for i, p := range weirText(t) {
		if diff := cmp.Diff(p, *v.Passages(chronicle)[i]); diff != "" {
			t.Error(diff)
		}
		if v.Passage(chronicle, p.Paragraph) != v.Passages(chronicle)[i] {
			t.Errorf("¶ %d isn't found by its number", p.Paragraph)
		}
	}
	q, state := v.Prove(v.Claim("c-denial").Cites[0])
	if state != knowledge.Verified {
		t.Fatal(state)
	}
	wantStoredBytes(t, q)
	last := log(t, store, knowledge.Shelf)[1].header
	if last.Action != knowledge.ImportText || last.Target != chronicle {
		t.Errorf("logged as %+v", last)
	}
}

// TestImportAgain: the same text twice changes nothing.
func TestImportAgain(t *testing.T) {
	lib, store := spied(t)
	importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	again := importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	wantImported(t, again, knowledge.Imported{Passages: 7, Intake: intake(), Verified: 6, Uncovered: []int{5}})
	if again.Receipt.Seq != 0 || again.Receipt.Changed != nil || len(log(t, store, knowledge.Shelf)) != 2 {
		t.Errorf("receipt %+v", again.Receipt)
	}
}

// TestImportChangedText: orphans and moved anchors are named, passages that the
// text has no more are withdrawn, and come back with it.
func TestImportChangedText(t *testing.T) {
	lib := shelf(t)
	importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	changed := weirText(t)[:6]
	changed[3] = passages("", "", "", "Yes. "+changed[3].Text)[3] // ¶ 2: its sentences move
	changed[5] = passages("", "", "", "", "", "A second weir is to be built of mud.")[5]
	done := importText(t, lib, knowledge.Operator(), knowledge.Shelf, changed, intake())
	moved := intake()
	moved.Moved = []knowledge.MovedPlace{
		{Claim: "c-denial", Expected: place(t, "2.2"), Found: place(t, "2.3")},
		{Claim: "c-suspect", Expected: place(t, "2.1"), Found: place(t, "2.2")},
	}
	wantImported(t, done, knowledge.Imported{Passages: 6, Intake: moved, Verified: 4, Uncovered: []int{4},
		Orphans: []knowledge.OrphanPlace{{Claim: "c-second", Expected: place(t, "4.1")}, {Claim: "c-stone", Expected: place(t, "4.2")}}})

	v := lib.View("")
	if len(v.Passages(chronicle)) != 6 || v.Passage(chronicle, 5) != nil {
		t.Errorf("%d passages are left", len(v.Passages(chronicle)))
	}
	if r := stored(t, lib, knowledge.Shelf, knowledge.PassageID(chronicle, 5)); r.State != knowledge.Withdrawn || r.Rev != 2 {
		t.Errorf("the last passage is %s, rev %d", r.State, r.Rev)
	}
	if q, state := v.Prove(v.Claim("c-suspect").Cites[0]); state != knowledge.Verified || q.At() != place(t, "2.2") {
		t.Errorf("c-suspect is %s at %s", state, q.At())
	}
	if _, state := v.Prove(v.Claim("c-stone").Cites[0]); state != knowledge.Orphan {
		t.Errorf("c-stone is %s", state)
	}
	if diff := cmp.Diff(moved, *v.Intake(chronicle), cmp.Comparer(func(a, b knowledge.At) bool { return a == b })); diff != "" {
		t.Error(diff)
	}

	importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	if v := lib.View(""); len(v.Passages(chronicle)) != 7 || v.Passage(chronicle, 5) == nil {
		t.Error("the last passage didn't come back")
	}
}

func TestImportRefused(t *testing.T) {
	lib := shelf(t)
	in := intake()
	in.Source = "gone"
	if _, err := lib.ImportText(t.Context(), knowledge.Operator(), knowledge.Shelf, weirText(t), in); !errors.Is(err, knowledge.ErrNotFound) || !contains(err, "source gone") {
		t.Errorf("an unknown source: %v", err)
	}
	if _, err := lib.ImportText(t.Context(), moderator("g1"), knowledge.Shelf, weirText(t), intake()); !errors.Is(err, knowledge.ErrNotAllowed) {
		t.Errorf("a moderator on the shelf: %v", err)
	}
	broken := weirText(t)
	broken[2].Sentences[0].End = 9999
	if _, err := lib.ImportText(t.Context(), knowledge.Operator(), knowledge.Shelf, broken, intake()); !errors.Is(err, knowledge.ErrInvalid) {
		t.Errorf("sentences that don't fit: %v", err)
	}
	if v := lib.View(""); v.Intake(chronicle) != nil || v.Passages(chronicle) != nil {
		t.Error("something of a refused import stays")
	}
}

// TestImportOnADesk verifies anchors for that server alone, and stands in the
// place of the shelf's text as a whole.
func TestImportOnADesk(t *testing.T) {
	lib := shelf(t)
	cite := lib.View("").Claim("c-denial").Cites[0]
	state := func(guild string) knowledge.State { _, s := lib.View(guild).Prove(cite); return s }
	importText(t, lib, moderator("g1"), knowledge.Desk("g1"), weirText(t)[:4], intake())
	if here, there := state("g1"), state("g2"); here != knowledge.Verified || there != knowledge.NotImported || state("") != knowledge.NotImported {
		t.Errorf("%s here, %s there", here, there)
	}
	if lib.View("g2").Intake(chronicle) != nil || lib.View("").Passages(chronicle) != nil {
		t.Error("another server has the desk's text")
	}

	importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	here := lib.View("g1")
	if len(here.Passages(chronicle)) != 4 || here.Passage(chronicle, 3) != nil || len(lib.View("g2").Passages(chronicle)) != 7 {
		t.Errorf("the desk reads %d passages", len(here.Passages(chronicle)))
	}
	if q, err := here.QuoteAt("WC11", place(t, "4.1")); !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("the shelf's words fill up the desk's text: %q", q.Text())
	}
	if _, s := here.Prove(here.Claim("c-stone").Cites[0]); s != knowledge.Orphan {
		t.Errorf("an anchor behind the end of the desk's text is %s", s)
	}
}

// TestHiddenPassage: a desk that hides a paragraph of the shelf's text neither
// lists nor quotes it; nobody else notices.
func TestHiddenPassage(t *testing.T) {
	lib := shelf(t)
	importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	desk(t, lib, "g1", over(t, lib, knowledge.PassageID(chronicle, 2), knowledge.Hidden, `{}`))
	here, there := lib.View("g1"), lib.View("g2")
	cite := there.Claim("c-denial").Cites[0]
	if _, state := here.Prove(cite); state != knowledge.Orphan {
		t.Errorf("the hidden words are %s", state)
	}
	if _, state := there.Prove(cite); state != knowledge.Verified {
		t.Errorf("elsewhere they are %s", state)
	}
	if here.Passage(chronicle, 2) != nil || len(here.Passages(chronicle)) != 6 || len(there.Passages(chronicle)) != 7 {
		t.Errorf("%d passages here, %d there", len(here.Passages(chronicle)), len(there.Passages(chronicle)))
	}
}

// TestImportOnTheShelfFromAServer: the shelf's report says nothing of a desk.
func TestImportOnTheShelfFromAServer(t *testing.T) {
	lib := shelf(t)
	secret := with(t, []knowledge.Record{stored(t, lib, knowledge.Shelf, "c-denial")}, map[knowledge.ID]string{"c-denial": `{"id": "d-secret00"}`})[0]
	secret.ID, secret.Rev = "d-secret00", 0
	desk(t, lib, "g1", secret)
	owner := knowledge.Who{User: "o", Guild: "g1", Role: knowledge.Owner}
	changed := weirText(t)
	changed[3] = passages("", "", "", "Yes. "+changed[3].Text)[3]
	done := importText(t, lib, owner, knowledge.Shelf, changed, intake())
	if done.Verified != 6 || slices.ContainsFunc(done.Intake.Moved, func(m knowledge.MovedPlace) bool { return m.Claim == "d-secret00" }) {
		t.Errorf("%+v", done)
	}
}

// TestImportOverTheShelfsText: a desk's text replaces the shelf's and says which
// version; the same once more changes nothing, and one undo gives the shelf's
// back.
func TestImportOverTheShelfsText(t *testing.T) {
	lib := shelf(t)
	importText(t, lib, knowledge.Operator(), knowledge.Shelf, weirText(t), intake())
	shorter := intake()
	shorter.Digest = "d2"
	done := importText(t, lib, moderator("g1"), g1, weirText(t)[:4], shorter)
	if got := len(lib.View("g1").Passages(chronicle)); got != 4 || len(lib.View("g2").Passages(chronicle)) != 7 {
		t.Errorf("%d passages of the desk's text", got)
	}
	own, beneath := lib.View("g1").Holding(g1, knowledge.PassageID(chronicle, 1))
	if own.Base != beneath.Rev || own.Base == 0 {
		t.Errorf("the desk's passage replaces %d, the shelf's is %d", own.Base, beneath.Rev)
	}
	if again := importText(t, lib, moderator("g1"), g1, weirText(t)[:4], shorter); again.Receipt.Seq != 0 {
		t.Errorf("the same text is change %d", again.Receipt.Seq)
	}
	apply(t, lib, moderator("g1"), undo(done.Receipt.Seq))
	if got := len(lib.View("g1").Passages(chronicle)); got != 7 {
		t.Errorf("%d passages after the undo, want the shelf's 7", got)
	}
	if again := importText(t, lib, moderator("g1"), g1, weirText(t)[:4], shorter); again.Receipt.Seq != 3 || len(lib.View("g1").Passages(chronicle)) != 4 {
		t.Errorf("imported once more: %+v", again.Receipt)
	}
}
