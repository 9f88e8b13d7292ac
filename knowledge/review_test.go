package knowledge_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"griot/knowledge"
)

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
