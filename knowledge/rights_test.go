package knowledge_test

import (
	"fmt"
	"testing"

	"griot/knowledge"
)

// TestWhoMaySuggest follows the server's settings.
func TestWhoMaySuggest(t *testing.T) {
	lib := shelf(t)
	for audience, want := range map[string][]bool{"": {true, true}, "moderators": {false, true}, "nobody": {false, false}} {
		configure(t, lib, fmt.Sprintf(`{"suggest": %q}`, audience))
		for i, who := range []knowledge.Who{reader("g1", "ana"), moderator("g1")} {
			e := edit(draft(t, lib, "g1", "c-cut", plainer))
			e.Action = knowledge.Suggest
			if _, err := lib.Apply(t.Context(), who, e); (err == nil) != want[i] {
				t.Errorf("%q: %s: %v", audience, who.User, err)
			}
		}
	}
}

// TestFrozen: what is frozen, and the claims about it, can't be edited, nor
// can suggestions be made.
func TestFrozen(t *testing.T) {
	lib := shelf(t)
	mark := record(t, knowledge.KindFrozen, knowledge.FrozenID("weir-cut"), knowledge.Frozen{Target: "weir-cut"})
	freeze := knowledge.Edit{Layer: g1, Action: knowledge.Freeze, Target: "weir-cut", Records: []knowledge.Record{mark}}
	refused(t, lib, reader("g1", "ana"), freeze, knowledge.ErrNotAllowed)
	seq := apply(t, lib, moderator("g1"), freeze).Seq
	for _, r := range []knowledge.Record{draft(t, lib, "g1", "weir-cut", `{"name": "The breach"}`), draft(t, lib, "g1", "c-cut", plainer)} {
		refused(t, lib, moderator("g1"), edit(r), knowledge.ErrFrozen)
		suggestion := edit(r)
		suggestion.Action = knowledge.Suggest
		refused(t, lib, reader("g1", "ana"), suggestion, knowledge.ErrFrozen)
	}
	apply(t, lib, moderator("g2"), knowledge.Edit{Layer: knowledge.Desk("g2"), Records: []knowledge.Record{draft(t, lib, "g2", "c-cut", plainer)}})
	apply(t, lib, moderator("g1"), undo(seq))
	apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", plainer)))
}

// TestUnsourced: a moderator's note may rest on nothing on a desk, and never
// on the shelf.
func TestUnsourced(t *testing.T) {
	lib := shelf(t)
	note := knowledge.Claim{ID: "d-notenote", About: []knowledge.ID{"weir-cut"}, Text: knowledge.InEnglish("The mill stands no more."), Certainty: knowledge.Stated, Unsourced: true}
	r := record(t, knowledge.KindClaim, note.ID, note)
	apply(t, lib, moderator("g1"), edit(r))
	if v := lib.View("g1"); v.Claim(note.ID) == nil || v.Claim(note.ID).First() != (knowledge.Citation{}) {
		t.Error("the note is lost")
	}
	onShelf := knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Records: []knowledge.Record{r}}
	if err := refused(t, lib, knowledge.Operator(), onShelf, knowledge.ErrInvalid); !contains(err, "only a server’s desk") && !contains(err, "only a server's desk") {
		t.Error(err)
	}
}
