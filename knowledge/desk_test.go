package knowledge_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"griot/knowledge"
)

const g1 = knowledge.Layer("desk/g1")

// reader is somebody without a role on a server.
func reader(guild, name string) knowledge.Who { return knowledge.Who{User: name, Guild: guild} }

// draft returns a record of a server's view with some fields changed, as an
// editor hands it in.
func draft(t testing.TB, lib *knowledge.Library, guild string, id knowledge.ID, change string) knowledge.Record {
	t.Helper()
	r, ok := lib.View(guild).Draft(id)
	if !ok {
		t.Fatalf("nothing to edit under %s", id)
	}
	changed := with(t, []knowledge.Record{r}, map[knowledge.ID]string{id: change})[0]
	changed.Rev, changed.Base, changed.State = r.Rev, r.Base, r.State
	return changed
}

// refused wants an edit to fail with an error of a kind, and to change nothing.
func refused(t testing.TB, lib *knowledge.Library, who knowledge.Who, e knowledge.Edit, want error) error {
	t.Helper()
	rev := lib.View("").Rev()
	_, err := lib.Apply(t.Context(), who, e)
	if !errors.Is(err, want) || lib.View("").Rev() != rev {
		t.Errorf("%s by %s: %v, want %v", e.Action, who.User, err, want)
	}
	return err
}

func edit(records ...knowledge.Record) knowledge.Edit {
	return knowledge.Edit{Layer: g1, Action: knowledge.EditRecord, Target: records[0].ID, Records: records}
}

func review(action knowledge.Action, proposal knowledge.ID) knowledge.Edit {
	return knowledge.Edit{Layer: g1, Action: action, Proposal: proposal}
}

func undo(seq uint64) knowledge.Edit {
	return knowledge.Edit{Layer: g1, Action: knowledge.Undo, Of: seq}
}

const plainer = `{"text": "The weir was cut by night, and nine acres stood under water."}`

// TestSuggestion: a reader's suggestion waits, changes nothing that is read,
// and passes with one moderator.
func TestSuggestion(t *testing.T) {
	lib := shelf(t)
	e := edit(draft(t, lib, "g1", "c-cut", plainer))
	e.Action, e.Reason = knowledge.Suggest, "clearer"
	receipt := apply(t, lib, reader("g1", "ana"), e)
	v := lib.View("g1")
	p := v.Proposal(receipt.Waiting)
	if p == nil || p.Reason != "clearer" || p.Target != "c-cut" || len(p.Backers) != 0 || p.Sensitive || p.Missing() != 1 {
		t.Fatalf("%+v", p)
	}
	if text, _ := v.Claim("c-cut").Text.In("en"); text != "The weir was cut at night and nine acres were flooded." {
		t.Errorf("a suggestion changed the claim: %s", text)
	}
	if len(v.WaitingOn("c-cut")) != 1 || len(lib.View("g2").Proposals()) != 0 {
		t.Error("it waits here, and nowhere else")
	}
	refused(t, lib, reader("g1", "ana"), review(knowledge.Approve, p.ID), knowledge.ErrNotAllowed)
	done := apply(t, lib, moderator("g1"), review(knowledge.Approve, p.ID))
	v = lib.View("g1")
	if text, _ := v.Claim("c-cut").Text.In("en"); done.Waiting != "" || text != "The weir was cut by night, and nine acres stood under water." {
		t.Errorf("%+v: %s", done, text)
	}
	if r, _ := lib.Stored(g1, "c-cut"); r.Base != 1 {
		t.Errorf("it replaces rev %d of the shelf", r.Base)
	}
	if len(v.Proposals()) != 0 || v.Proposal(p.ID).State != knowledge.Approved || len(v.ProposalsBy(p.By)) != 1 {
		t.Error("the proposal still waits, or is forgotten")
	}
	if user, err := lib.UserOf(t.Context(), g1, p.By); user != "ana" || err != nil {
		t.Errorf("suggested by %q, %v", user, err)
	}
}

// TestDecline: declined with a reason, and never passed after that.
func TestDecline(t *testing.T) {
	lib := shelf(t)
	e := edit(draft(t, lib, "g1", "c-cut", plainer))
	e.Action = knowledge.Suggest
	p := apply(t, lib, reader("g1", "ana"), e).Waiting
	no := review(knowledge.Decline, p)
	no.Reason = "the old words are better"
	refused(t, lib, reader("g1", "ben"), no, knowledge.ErrNotAllowed)
	apply(t, lib, moderator("g1"), no)
	got := lib.View("g1").Proposal(p)
	if got.State != knowledge.Declined || got.Answer != "the old words are better" || got.Handled == "" {
		t.Errorf("%+v", got)
	}
	err := refused(t, lib, second("g1"), review(knowledge.Approve, p), knowledge.ErrStale)
	var handled *knowledge.HandledError
	if !errors.As(err, &handled) || handled.Person != got.Handled || handled.State != knowledge.Declined {
		t.Errorf("who came second is told %v", err)
	}
}

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

// configure makes the settings of g1.
func configure(t testing.TB, lib *knowledge.Library, body string) {
	t.Helper()
	r := record(t, knowledge.KindSettings, knowledge.SettingsID, knowledge.Settings{})
	if own, ok := lib.View("g1").Draft(knowledge.SettingsID); ok {
		r = own
	}
	r.Body = []byte(body)
	apply(t, lib, moderator("g1"), knowledge.Edit{Layer: g1, Action: knowledge.Configure, Target: knowledge.SettingsID, Records: []knowledge.Record{r}})
}

// TestSensitive: what accuses, counts victims or tells of a person takes two
// moderators, and the first can't be the second.
func TestSensitive(t *testing.T) {
	for name, c := range map[string]struct {
		id     knowledge.ID
		change string
		want   bool
	}{
		"an accusation":             {"c-suspect", `{"text": "The millers believe that Upper Tarrow cut it."}`, true},
		"a denial":                  {"c-denial", `{"text": "The accused say they were asleep."}`, true},
		"a claim of a person":       {"c-reeve", `{"text": "Upper Tarrow has had a reeve for years."}`, true},
		"a claim":                   {"c-cut", plainer, false},
		"a claim that becomes one":  {"c-cut", `{"certainty": "alleged", "text": "The weir is believed to be cut."}`, true},
		"a person":                  {"reeve", `{"also": ["The bailiff"]}`, true},
		"a name of a group":         {"upper-men", `{"also": ["Upper Tarrow", "the mowers"]}`, false},
		"a new relation of blame":   {"millers", `{"relations": [{"is": "accused of", "to": "weir-cut", "claim": "c-suspect"}]}`, true},
		"a number of acres":         {"weir-cut", `{"counts": []}`, false},
		"a number of the dead":      {"weir-cut", `{"counts": [{"what": "killed", "number": 2, "how": "about", "claim": "c-eight"}]}`, true},
		"a source":                  {"ballad", `{"title": "The ballad"}`, false},
		"an accusation taken away":  {"upper-men", `{"relations": []}`, true},
		"the same with another way": {"second-weir", `{"steps": [{"status": "done", "date": "1911", "claim": "c-second"}]}`, false},
	} {
		t.Run(name, func(t *testing.T) {
			lib := shelf(t)
			receipt := apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", c.id, c.change)))
			if (receipt.Waiting != "") != c.want {
				t.Fatalf("%+v", receipt)
			}
			if !c.want {
				return
			}
			if _, own := lib.Stored(g1, c.id); own {
				t.Error("it was written before anybody else saw it")
			}
			refused(t, lib, moderator("g1"), review(knowledge.Approve, receipt.Waiting), knowledge.ErrSecond)
			if done := apply(t, lib, second("g1"), review(knowledge.Approve, receipt.Waiting)); done.Waiting != "" {
				t.Error("a second moderator isn't enough")
			}
			if _, own := lib.Stored(g1, c.id); !own {
				t.Error("it is not written")
			}
		})
	}
}

// TestTheSameWaitsOnce: what somebody saves or suggests a second time waits
// under the first proposal; what another person does is their own.
func TestTheSameWaitsOnce(t *testing.T) {
	lib := shelf(t)
	e := edit(draft(t, lib, "g1", "c-cut", plainer))
	e.Action = knowledge.Suggest
	first := apply(t, lib, reader("g1", "ana"), e)
	if again := apply(t, lib, reader("g1", "ana"), e); again.Waiting != first.Waiting || again.Seq != 0 {
		t.Errorf("once more: %+v, first %+v", again, first)
	}
	if other := apply(t, lib, reader("g1", "ben"), e); other.Waiting == first.Waiting || other.Seq == 0 {
		t.Errorf("another person's: %+v", other)
	}
	if got := len(lib.View("g1").Proposals()); got != 2 {
		t.Errorf("%d proposals wait, want 2", got)
	}
	apply(t, lib, moderator("g1"), review(knowledge.Decline, first.Waiting))
	if anew := apply(t, lib, reader("g1", "ana"), e); anew.Waiting == first.Waiting || anew.Seq == 0 {
		t.Errorf("after it was declined: %+v", anew)
	}
}

// TestReadersSensitiveSuggestion takes two moderators too; the second must be
// a reviewer where the server has some.
func TestReadersSensitiveSuggestion(t *testing.T) {
	lib := shelf(t)
	configure(t, lib, `{"moderators": ["7"], "reviewers": ["8"]}`)
	e := edit(draft(t, lib, "g1", "c-suspect", `{"text": "The millers believe that Upper Tarrow cut it."}`))
	e.Action = knowledge.Suggest
	p := apply(t, lib, reader("g1", "ana"), e).Waiting
	withRole := func(name, role string) knowledge.Who {
		return knowledge.Who{User: name, Guild: "g1", Roles: []string{role}}
	}
	if first := apply(t, lib, withRole("ben", "7"), review(knowledge.Approve, p)); first.Waiting != p {
		t.Fatalf("one moderator was enough: %+v", first)
	}
	refused(t, lib, withRole("cyn", "7"), review(knowledge.Approve, p), knowledge.ErrNotAllowed)
	refused(t, lib, withRole("ben", "8"), review(knowledge.Approve, p), knowledge.ErrSecond)
	if last := apply(t, lib, withRole("dan", "8"), review(knowledge.Approve, p)); last.Waiting != "" {
		t.Errorf("a reviewer as the second: %+v", last)
	}
}

// TestApproveOtherWords: words that a moderator changed are the moderator's:
// who was for the old ones is not counted for them.
func TestApproveOtherWords(t *testing.T) {
	lib := shelf(t)
	e := edit(draft(t, lib, "g1", "c-suspect", `{"text": "The millers believe that Upper Tarrow cut it."}`))
	p := apply(t, lib, moderator("g1"), e).Waiting
	other := review(knowledge.Approve, p)
	other.Records = []knowledge.Record{draft(t, lib, "g1", "c-suspect", `{"text": "The millers think that Upper Tarrow is suspected."}`)}
	if r := apply(t, lib, second("g1"), other); r.Waiting != p {
		t.Fatalf("%+v", r)
	}
	refused(t, lib, second("g1"), review(knowledge.Approve, p), knowledge.ErrSecond)
	seen := review(knowledge.Approve, p)
	seen.Seen = 1 // the old words
	refused(t, lib, moderator("g1"), seen, knowledge.ErrStale)
	seen.Seen = 2
	apply(t, lib, moderator("g1"), seen)
	if text, _ := lib.View("g1").Claim("c-suspect").Text.In("en"); text != "The millers think that Upper Tarrow is suspected." {
		t.Error(text)
	}
}

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

// TestHideAndShow: hidden from readers with all that stands on it; shown again.
func TestHideAndShow(t *testing.T) {
	lib := shelf(t)
	r := draft(t, lib, "g1", "second-weir", `{}`)
	r.State = knowledge.Hidden
	hide := edit(r)
	hide.Action = knowledge.Hide
	apply(t, lib, moderator("g1"), hide)
	v := lib.View("g1")
	if v.Entry("second-weir") != nil || len(found(v, "second weir")) != 0 || v.Claim("c-second") == nil {
		t.Error("it is read still, or a claim about it went too")
	}
	r = draft(t, lib, "g1", "second-weir", `{}`)
	if r.State != knowledge.Hidden {
		t.Fatalf("a moderator finds it %s", r.State)
	}
	r.State = knowledge.Live
	show := edit(r)
	show.Action = knowledge.Show
	apply(t, lib, moderator("g1"), show)
	if lib.View("g1").Entry("second-weir") == nil {
		t.Error("it isn't shown again")
	}
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

// TestVersion finds what a record was, as long as a log has it.
func TestVersion(t *testing.T) {
	lib := shelf(t)
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{renamed(t, lib, "The night of the weir")}})
	key := knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindEvent, ID: "weir-cut"}
	first, err := lib.Version(t.Context(), key, 1)
	second, err2 := lib.Version(t.Context(), key, 2)
	if err != nil || err2 != nil || first.Rev != 1 || second.Rev != 2 || string(first.Body) == string(second.Body) {
		t.Errorf("%v %v: %s, %s", err, err2, first.Body, second.Body)
	}
	if _, err := lib.Version(t.Context(), key, 3); !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("a rev that never was: %v", err)
	}
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

// TestGaps are grouped by their words, counted, and kept for 90 days.
func TestGaps(t *testing.T) {
	clock := newClock()
	lib := shelf(t, knowledge.WithClock(clock.now))
	ctx := t.Context()
	for _, q := range []string{"Who built the mill?", "who built the mills", "Who is the bishop?", "the mill: who built it"} {
		if err := lib.KeepGap(ctx, g1, q, "en"); err != nil {
			t.Fatal(err)
		}
		clock.Time = clock.Add(time.Second)
	}
	gaps, err := lib.Gaps(ctx, g1)
	if err != nil || len(gaps) != 2 || gaps[0].Asked != 3 || gaps[0].Question != "the mill: who built it" || gaps[1].Question != "Who is the bishop?" {
		t.Fatalf("%v, %+v", err, gaps)
	}
	if other, _ := lib.Gaps(ctx, "desk/g2"); len(other) != 0 {
		t.Error("another server sees them")
	}
	if err := lib.CloseGap(ctx, g1, "WHO built the mill", "en"); err != nil {
		t.Error(err)
	}
	if gaps, _ := lib.Gaps(ctx, g1); len(gaps) != 1 {
		t.Errorf("%+v", gaps)
	}
	clock.Time = clock.Add(91 * 24 * time.Hour)
	lib.KeepGap(ctx, "desk/g2", "anything else?", "en")
	if gaps, _ := lib.Gaps(ctx, g1); len(gaps) != 0 {
		t.Errorf("after 91 days: %+v", gaps)
	}
}

// TestDeparture: a desk outlives its server by 30 days, and then is gone with
// its people, gaps and log; a server that came back keeps it.
func TestDeparture(t *testing.T) {
	clock := newClock()
	lib := shelf(t, knowledge.WithClock(clock.now))
	ctx := t.Context()
	for _, guild := range []string{"g1", "g12"} {
		desk(t, lib, guild, draft(t, lib, guild, "c-cut", plainer))
		if err := errors.Join(lib.KeepGap(ctx, knowledge.Desk(guild), "why?", "en"), lib.Depart(ctx, guild)); err != nil {
			t.Fatal(err)
		}
	}
	if err := lib.Return(ctx, "g12"); err != nil {
		t.Fatal(err)
	}
	clock.Time = clock.Add(29 * 24 * time.Hour)
	if gone, err := lib.ClearDesks(ctx); len(gone) > 0 || err != nil {
		t.Errorf("after 29 days: %v, %v", gone, err)
	}
	clock.Time = clock.Add(2 * 24 * time.Hour)
	if gone, err := lib.ClearDesks(ctx); !slices.Equal(gone, []knowledge.Layer{g1}) || err != nil {
		t.Errorf("after 31 days: %v, %v", gone, err)
	}
	past, _ := lib.History(ctx, g1, "", 0, 9)
	gaps, _ := lib.Gaps(ctx, g1)
	key, _ := lib.PersonOf(ctx, g1, "mod-g1")
	if _, own := lib.Stored(g1, "c-cut"); own || len(past)+len(gaps) > 0 || key != "" {
		t.Error("something of the desk is left")
	}
	if _, own := lib.Stored("desk/g12", "c-cut"); !own {
		t.Error("the desk of the server that came back is gone")
	}
}

// TestPresent: what the bot learns when it connects is noted of every desk, and
// the 30 days count from the first time that a server was missing.
func TestPresent(t *testing.T) {
	clock := newClock()
	lib := shelf(t, knowledge.WithClock(clock.now))
	ctx := t.Context()
	for _, guild := range []string{"g1", "g2"} {
		desk(t, lib, guild, draft(t, lib, guild, "c-cut", plainer))
	}
	present := func(guilds ...string) {
		t.Helper()
		if err := lib.Present(ctx, guilds); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		present("g2", "g3")
		clock.Time = clock.Add(20 * 24 * time.Hour)
	}
	present("g1", "g2")
	if gone, err := lib.ClearDesks(ctx); len(gone) > 0 || err != nil {
		t.Fatalf("a server that came back lost its desk: %v, %v", gone, err)
	}
	for range 2 {
		present("g2")
		clock.Time = clock.Add(20 * 24 * time.Hour)
	}
	if gone, err := lib.ClearDesks(ctx); len(gone) != 1 || gone[0] != g1 || err != nil {
		t.Errorf("after 40 days without the bot: %v, %v", gone, err)
	}
	if got := lib.Desks(); len(got) != 1 || got[0] != "g2" {
		t.Errorf("desks left: %v", got)
	}
}

// TestOvertaken: what a newer pack changed under a desk is listed until the
// desk keeps its own or takes the shelf's.
func TestOvertaken(t *testing.T) {
	lib := shelf(t)
	desk(t, lib, "g1", draft(t, lib, "g1", "weir-cut", `{"name": "The breach"}`))
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{renamed(t, lib, "The night of the weir")}})
	o, ok := lib.View("g1").OvertakenBy("weir-cut")
	if !ok || o.Shelf.Rev != 2 || o.Own.Base != 1 {
		t.Fatalf("%v, %+v", ok, o)
	}
	keep := o.Own
	keep.Base = o.Shelf.Rev
	follow := edit(keep)
	follow.Action = knowledge.Follow
	seq := apply(t, lib, moderator("g1"), follow).Seq
	if v := lib.View("g1"); len(v.Overtaken()) != 0 || nameOf(v, "weir-cut") != "The breach" {
		t.Error("kept, and listed still")
	}
	apply(t, lib, moderator("g1"), undo(seq))
	o, _ = lib.View("g1").OvertakenBy("weir-cut")
	take := o.Own
	take.State = knowledge.Returned
	follow.Records = []knowledge.Record{take}
	apply(t, lib, moderator("g1"), follow)
	if v := lib.View("g1"); len(v.Overtaken()) != 0 || nameOf(v, "weir-cut") != "The night of the weir" {
		t.Error("the shelf's was not taken")
	}
}

// TestSourceThatRepeats has an origin that repeats nothing itself.
func TestSourceThatRepeats(t *testing.T) {
	lib := shelf(t)
	apply(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "letter-1911", `{"repeats": "chronicle-1911", "marked": "corrected", "note": "The acres were eight."}`)))
	for change, want := range map[string]string{
		`{"repeats": "letter-1911"}`: "is no origin", `{"repeats": "ballad"}`: "is no origin", `{"repeats": "nothing"}`: "no source nothing",
		`{"marked": "burnt"}`: "want one of", `{"budget": {"reply": -1}}`: "below zero",
	} {
		err := refused(t, lib, moderator("g1"), edit(draft(t, lib, "g1", "ballad", change)), knowledge.ErrInvalid)
		if !contains(err, want) {
			t.Errorf("%s: %v", change, err)
		}
	}
}

// TestRaceToApprove: of a thousand moderators who pass one proposal at once,
// one does, and the others are told who.
func TestRaceToApprove(t *testing.T) {
	lib, store := spied(t)
	e := edit(draft(t, lib, "g1", "c-cut", plainer))
	e.Action = knowledge.Suggest
	p := apply(t, lib, reader("g1", "ana"), e).Waiting
	var won, told atomic.Int32
	var all sync.WaitGroup
	for i := range 1000 {
		all.Go(func() {
			who := knowledge.Who{User: fmt.Sprint(i), Guild: "g1", Role: knowledge.Moderator}
			edit := review(knowledge.Approve, p)
			edit.Interaction = fmt.Sprint("press-", i)
			_, err := lib.Apply(context.Background(), who, edit)
			var handled *knowledge.HandledError
			switch {
			case err == nil:
				won.Add(1)
			case errors.As(err, &handled) && handled.Person != "":
				told.Add(1)
			}
		})
	}
	all.Wait()
	if won.Load() != 1 || told.Load() != 999 || chain(t, store, g1) != 2 {
		t.Errorf("%d won, %d were told, %d changes", won.Load(), told.Load(), chain(t, store, g1))
	}
}

// TestDuplicateDelivery: ten interactions, each delivered a thousand times at
// once, are ten changes, and every delivery gets the same receipt.
func TestDuplicateDelivery(t *testing.T) {
	lib, store := spied(t)
	var all sync.WaitGroup
	var wrong atomic.Int32
	for i := range 10 {
		source := record(t, knowledge.KindSource, knowledge.ID(fmt.Sprintf("d-leaflet%d", i)), knowledge.Source{
			ID: knowledge.ID(fmt.Sprintf("d-leaflet%d", i)), Label: fmt.Sprintf("DL%d", i), Title: "A leaflet", Publisher: "nobody", Language: "en"})
		e := edit(source)
		e.Interaction = fmt.Sprint("i-", i)
		var seq atomic.Uint64
		for range 1000 {
			all.Go(func() {
				receipt, err := lib.Apply(context.Background(), moderator("g1"), e)
				if err != nil || !seq.CompareAndSwap(0, receipt.Seq) && seq.Load() != receipt.Seq {
					wrong.Add(1)
				}
			})
		}
	}
	all.Wait()
	if wrong.Load() > 0 || chain(t, store, g1) != 10 {
		t.Errorf("%d wrong, %d changes", wrong.Load(), chain(t, store, g1))
	}
}
