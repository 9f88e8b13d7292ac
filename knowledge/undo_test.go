package knowledge_test

import (
	"errors"
	"slices"
	"testing"

	"griot/knowledge"
)

// TestUndo: undone, done again, undone again, and nothing is erased.
func TestUndo(t *testing.T) {
	lib, store := spied(t)
	old, fresh := "The weir was cut at night and nine acres were flooded.", "The weir was cut by night, and nine acres stood under water."
	says := func(want string) {
		t.Helper()
		if text, _ := lib.View("g1").Claim("c-cut").Text.In("en"); text != want {
			t.Errorf("%s, want %s", text, want)
		}
	}
	seq := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", plainer))).Seq
	says(fresh)
	for range 2 {
		seq = apply(t, lib, moderator("g1"), undo(seq)).Seq
		says(old)
		seq = apply(t, lib, moderator("g1"), undo(seq)).Seq
		says(fresh)
	}
	if n := chain(t, store, g1); n != 5 {
		t.Errorf("the chain holds %d changes", n)
	}
	past, err := lib.History(t.Context(), g1, "c-cut", 0, 10)
	if err != nil || len(past) != 5 || past[0].Seq != 5 || past[0].Of != 4 || past[0].Action != knowledge.Undo {
		t.Errorf("%v, %+v", err, past)
	}
	if past, _ := lib.History(t.Context(), g1, "", 3, 1); len(past) != 1 || past[0].Seq != 2 {
		t.Errorf("before the third: %+v", past)
	}
	if past, _ := lib.History(t.Context(), g1, "reeve", 0, 10); len(past) != 0 {
		t.Errorf("of another: %+v", past)
	}
}

// TestUndoIsTheShelfsAgain: after undoing the only edit of a desk, what the
// shelf has is read, also what it has later.
func TestUndoIsTheShelfsAgain(t *testing.T) {
	lib := shelf(t)
	seq := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "weir-cut", `{"name": "The breach"}`))).Seq
	apply(t, lib, moderator("g1"), undo(seq))
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{renamed(t, lib, "The night of the weir")}})
	v := lib.View("g1")
	if name := nameOf(v, "weir-cut"); name != "The night of the weir" || len(v.Overtaken()) != 0 {
		t.Errorf("%s, %d overtaken", name, len(v.Overtaken()))
	}
	if !slices.Contains(found(v, "night of the weir"), "weir-cut") || len(found(v, "The breach")) != 0 {
		t.Error("the index has the desk's name still, or not the shelf's")
	}
	r := draft(t, lib, "g1", "weir-cut", `{"name": "The breach again"}`)
	apply(t, lib, moderator("g1"), edit(r))
	if name := nameOf(lib.View("g1"), "weir-cut"); name != "The breach again" {
		t.Errorf("edited again: %s", name)
	}
}

// TestUndoRestsOn: an undo on which later changes rest is refused and names
// them: those of the same record, and those of what needs it.
func TestUndoRestsOn(t *testing.T) {
	lib := shelf(t)
	source := record(t, knowledge.KindSource, "d-leaflet1", knowledge.Source{ID: "d-leaflet1", Label: "DL", Title: "A leaflet", Publisher: "nobody", Language: "en"})
	first := apply(t, lib, moderator("g1"), edit(source)).Seq
	apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", plainer)))
	cites := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-stone", `{"cites": [{"source": "d-leaflet1"}]}`))).Seq
	wantRests(t, lib, first, cites)
	again := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "d-leaflet1", `{"title": "The leaflet"}`))).Seq
	wantRests(t, lib, first, again)
	apply(t, lib, moderator("g1"), undo(again))
	apply(t, lib, moderator("g1"), undo(cites))
}

func wantRests(t *testing.T, lib *knowledge.Library, seq uint64, want ...uint64) {
	t.Helper()
	_, err := lib.Apply(t.Context(), moderator("g1"), undo(seq))
	var r *knowledge.RestsOnError
	if !errors.As(err, &r) || !slices.Equal(r.Later, want) {
		t.Errorf("undo of %d: %v, want that %v rest on it", seq, err, want)
	}
}

// TestUndoOfASensitiveChange takes two as well.
func TestUndoOfASensitiveChange(t *testing.T) {
	lib := shelf(t)
	p := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-suspect", `{"text": "The millers believe that Upper Tarrow cut it."}`))).Waiting
	seq := apply(t, lib, second("g1"), review(knowledge.Approve, p)).Seq
	receipt := apply(t, lib, moderator("g1"), undo(seq))
	if receipt.Waiting == "" {
		t.Fatal("one moderator took back what two had passed")
	}
	apply(t, lib, second("g1"), review(knowledge.Approve, receipt.Waiting))
	if text, _ := lib.View("g1").Claim("c-suspect").Text.In("en"); text != "The millers suspect the men of Upper Tarrow of the cutting." {
		t.Error(text)
	}
	if got := lib.View("g1").Proposal(p); got.State != knowledge.Waiting {
		t.Errorf("the first proposal is %s", got.State)
	}
}
