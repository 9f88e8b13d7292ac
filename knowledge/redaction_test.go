package knowledge_test

import (
	"slices"
	"strings"
	"testing"

	"griot/knowledge"
)

// TestRedact: the owner takes out a body; the history says who did and when,
// the chain verifies, and what was taken out can't be undone.
func TestRedact(t *testing.T) {
	lib, store := spied(t)
	seq := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", `{"text": "The weir was cut, says a witness who is named."}`))).Seq
	next := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", plainer))).Seq
	e := knowledge.Edit{Layer: g1, Action: knowledge.Redact, Of: seq, Reason: "names a witness"}
	refused(t, lib, moderator("g1"), e, knowledge.ErrNotAllowed)
	if carried, err := lib.CarriedBy(t.Context(), g1, seq); err != nil || !slices.Equal(carried, []uint64{next}) {
		t.Errorf("the next change holds it too: %v, %v", carried, err)
	}
	owner := knowledge.Who{User: "o", Guild: "g1", Role: knowledge.Owner}
	done := apply(t, lib, owner, e)
	past, err := lib.Change(t.Context(), g1, seq)
	if err != nil || !past.Redacted || len(past.Edits) != 0 || past.By.Seq != done.Seq {
		t.Errorf("%v, %+v", err, past)
	}
	by, err := lib.Change(t.Context(), g1, done.Seq)
	if err != nil || by.Action != knowledge.Redact || by.Of != seq || by.Target != "c-cut" || by.Reason != "names a witness" {
		t.Errorf("%v, %+v", err, by)
	}
	if n := chain(t, store, g1); n != 3 {
		t.Errorf("%d changes", n)
	}
	refused(t, lib, moderator("g1"), undo(seq), knowledge.ErrRedacted)
	refused(t, lib, owner, e, knowledge.ErrRedacted)
}

// TestProposalsCarryWords: what was suggested and then approved stands in both
// changes.
func TestProposalsCarryWords(t *testing.T) {
	lib := shelf(t)
	e := edit(draft(t, lib, "g1", "c-cut", plainer))
	e.Action = knowledge.Suggest
	suggested := apply(t, lib, reader("g1", "ana"), e)
	approved := apply(t, lib, moderator("g1"), review(knowledge.Approve, suggested.Waiting))
	for seq, want := range map[uint64]uint64{suggested.Seq: approved.Seq, approved.Seq: suggested.Seq} {
		if carried, err := lib.CarriedBy(t.Context(), g1, seq); err != nil || !slices.Equal(carried, []uint64{want}) {
			t.Errorf("what change %d says is said by %v, want %d: %v", seq, carried, want, err)
		}
	}
}

// TestRedactedWordsAreStoredNowhere: with the bodies of the changes, the words go
// from proposals that were handled and from records that are read no more.
func TestRedactedWordsAreStoredNowhere(t *testing.T) {
	lib, store := spied(t)
	witness := draft(t, lib, "g1", "c-cut", `{"text": "The weir was cut, says Witness Zephyrine."}`)
	e := edit(witness)
	e.Action, e.Reason = knowledge.Suggest, "Zephyrine told me"
	suggested := apply(t, lib, reader("g1", "ana"), e)
	approved := apply(t, lib, moderator("g1"), review(knowledge.Approve, suggested.Waiting))
	undone := apply(t, lib, moderator("g1"), undo(approved.Seq))
	apply(t, lib, moderator("g1"), review(knowledge.Decline, suggested.Waiting))
	fresh := record(t, knowledge.KindSource, "d-zephyrin", knowledge.Source{ID: "d-zephyrin", Label: "ZE", Title: "Zephyrine's diary", Publisher: "nobody", Language: "en"})
	added := apply(t, lib, moderator("g1"), edit(fresh))
	apply(t, lib, moderator("g1"), undo(added.Seq))
	owner := knowledge.Who{User: "o", Guild: "g1", Role: knowledge.Owner}
	for seq := suggested.Seq; seq <= added.Seq+1; seq++ {
		apply(t, lib, owner, knowledge.Edit{Layer: g1, Action: knowledge.Redact, Of: seq})
	}
	err := store.View(t.Context(), func(tx knowledge.Tx) error {
		for _, kind := range knowledge.Kinds() {
			tx.Scan(g1, kind, func(r knowledge.Record, err error) error {
				if strings.Contains(string(r.Body), "Zephyrine") {
					t.Errorf("%s: %s", r.Key, r.Body)
				}
				return err
			})
		}
		return tx.Changes(g1, func(c knowledge.Change, body []byte) error {
			if strings.Contains(string(body), "Zephyrine") {
				t.Errorf("change %d: %s", c.Seq, body)
			}
			return nil
		})
	})
	if err != nil || undone.Seq == 0 {
		t.Error(err)
	}
	chain(t, store, g1)
	if p := lib.View("g1").Proposal(suggested.Waiting); p == nil || p.State != knowledge.Declined || len(p.Records) > 0 {
		t.Errorf("the proposal: %+v", p)
	}
	apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", plainer))) // which goes on as before
}

// TestForget: the id behind a key goes; the changes and the chain stay.
func TestForget(t *testing.T) {
	lib, store := spied(t)
	apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", plainer)))
	ctx := t.Context()
	key, _ := lib.PersonOf(ctx, g1, "mod-g1")
	if err := lib.Forget(ctx, g1, "mod-g1"); key == "" || err != nil {
		t.Fatal(key, err)
	}
	user, err := lib.UserOf(ctx, g1, key)
	again, err2 := lib.PersonOf(ctx, g1, "mod-g1")
	if user != "" || again != "" || err != nil || err2 != nil {
		t.Errorf("still known: %q %q %v %v", user, again, err, err2)
	}
	if past, _ := lib.History(ctx, g1, "", 0, 1); past[0].Person != key || chain(t, store, g1) != 1 {
		t.Error("the log was touched")
	}
	apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "c-cut", `{}`)))
	if fresh, _ := lib.PersonOf(ctx, g1, "mod-g1"); fresh == key {
		t.Error("the key came back")
	}
}
