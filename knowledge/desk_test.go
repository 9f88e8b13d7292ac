package knowledge_test

import (
	"context"
	"errors"
	"fmt"
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
