package packs_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"griot/knowledge"
	"griot/knowledge/packs"
	"griot/storage"
)

// library opens a library on a new Bolt file.
func library(t testing.TB) *knowledge.Library {
	t.Helper()
	store, err := storage.Open(filepath.Join(t.TempDir(), "griot.db"))
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.OpenLibrary(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	return lib
}

// apply applies a pack that must be accepted.
func apply(t testing.TB, lib *knowledge.Library, folder fstest.MapFS) packs.Applied {
	t.Helper()
	applied, err := packs.Apply(context.Background(), lib, knowledge.Operator(), load(t, folder))
	if err != nil {
		t.Fatal(err)
	}
	return applied
}

// put changes a record of the shelf behind the pack's back.
func put(t testing.TB, lib *knowledge.Library, r knowledge.Record) {
	t.Helper()
	edit := knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Target: "by-hand", Records: []knowledge.Record{r}}
	if _, err := lib.Apply(context.Background(), knowledge.Operator(), edit); err != nil {
		t.Fatal(err)
	}
}

func stored(t testing.TB, lib *knowledge.Library, id knowledge.ID) knowledge.Record {
	t.Helper()
	r, ok := lib.Stored(knowledge.Shelf, id)
	if !ok {
		t.Fatalf("no record %s", id)
	}
	return r
}

// version returns the pack under another version number.
func version(t testing.TB, folder fstest.MapFS, number string) fstest.MapFS {
	t.Helper()
	return edited(t, folder, "pack.yaml", "version: 3", "version: "+number)
}

const total = 14 // records of the small pack

func TestApplyFillsAnEmptyShelf(t *testing.T) {
	lib := library(t)
	got := apply(t, lib, sealed(t))
	want := packs.Applied{Pack: "two-rivers", Version: 3, Done: true, Added: total}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}
	if got, want := got.String(), "pack two-rivers: version 3 applied: 14 added, 0 changed, 0 withdrawn, 0 unchanged"; got != want {
		t.Errorf("String: got %q, want %q", got, want)
	}
	v := lib.View("")
	fire := v.Entry("market-fire")
	if fire.Kind() != knowledge.KindEvent || fire.Name["fr"] != "incendie du marché" || fire.Dates[0].Date.String() != "2001-04-02" {
		t.Errorf("event was read as %+v", fire)
	}
	want2 := []knowledge.Count{
		{What: "killed", Number: 12, How: "at least", Of: knowledge.InEnglish("traders"), Claim: "fire-dead"},
		{What: "killed", Words: knowledge.InEnglish("dozens"), Claim: "fire-dead-courier"},
	}
	if diff := cmp.Diff(want2, fire.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(knowledge.Text{"en": "the market town"}, v.Place("alba").Also[0]); diff != "" {
		t.Errorf("place (-want +got):\n%s", diff)
	}
	by := []knowledge.Speaker{{Actor: "river-guard"}, {Text: knowledge.Text{"en": "its speaker", "fr": "son porte-parole"}}}
	if diff := cmp.Diff(by, v.Claim("guard-is").By); diff != "" {
		t.Errorf("speakers (-want +got):\n%s", diff)
	}
	cites := v.Claim("guard-accused").Cites
	if cites[0].At != knowledge.Sentences(2, 1, 2) || cites[0].Words != 19 || !cites[1].IsWhole() {
		t.Errorf("citations were read as %+v", cites)
	}
	if !v.Claim("fire-dead").Sensitive || v.Claim("fire-date").Sensitive {
		t.Error("sensitive was not read")
	}
	if got, want := v.Claim("council-announced").Text["en"], "The council has announced\na law on who may trade."; got != want {
		t.Errorf("text of several lines: got %q, want %q", got, want)
	}
}

func TestApplyAgain(t *testing.T) {
	base := sealed(t)
	other := edited(t, base, "claims.yaml", "Witnesses accuse", "Neighbors accuse")
	tests := map[string]struct {
		folder fstest.MapFS
		want   packs.Applied
		says   string
	}{
		"the same": {base, packs.Applied{Version: 3},
			"pack two-rivers: version 3 is on the shelf"},
		"the same in other places": {good(t, base, fstest.MapFS{"actors.yaml": base["reforms.yaml"], "reforms.yaml": base["actors.yaml"]}),
			packs.Applied{Version: 3}, "pack two-rivers: version 3 is on the shelf"},
		"newer, the same": {version(t, base, "4"), packs.Applied{Version: 4, Done: true, Same: total},
			"pack two-rivers: version 4 applied: 0 added, 0 changed, 0 withdrawn, 14 unchanged"},
		"newer, changed": {version(t, other, "4"), packs.Applied{Version: 4, Done: true, Same: total - 1, Changed: 1},
			"pack two-rivers: version 4 applied: 0 added, 1 changed, 0 withdrawn, 13 unchanged"},
		"the same version, changed": {other, packs.Applied{Version: 3, Done: true, Same: total - 1, Changed: 1},
			"pack two-rivers: version 3 applied: 0 added, 1 changed, 0 withdrawn, 13 unchanged"},
		"older": {version(t, other, "2"), packs.Applied{Version: 2},
			"pack two-rivers: version 2 is older than version 3 on the shelf; not applied"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			lib := library(t)
			apply(t, lib, base)
			tt.want.Pack, tt.want.Before = "two-rivers", 3
			got := apply(t, lib, tt.folder)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("applied (-want +got):\n%s", diff)
			}
			if got.String() != tt.says {
				t.Errorf("String: got %q, want %q", got, tt.says)
			}
			wantRev := 1 + uint64(tt.want.Changed)
			if r := stored(t, lib, "guard-accused"); r.Rev != wantRev {
				t.Errorf("the claim is at rev %d, want %d", r.Rev, wantRev)
			}
			if third := apply(t, lib, tt.folder); third.Done {
				t.Errorf("a second time: %+v", third)
			}
		})
	}
}

// dropped is the small pack without the second source, the claim on it, and
// what rests on that claim.
func dropped(t testing.TB) fstest.MapFS {
	t.Helper()
	folder := sealed(t)
	folder = edited(t, folder, "events.yaml", "  - {what: killed, words: dozens, claim: fire-dead-courier}\n", "")
	_, from, _ := strings.Cut(string(folder["claims.yaml"].Data), "- id: fire-dead-courier\n")
	claim, _, _ := strings.Cut(from, "- id: guard-is")
	return edited(t, folder, "claims.yaml", "- id: fire-dead-courier\n"+claim, "")
}

func TestApplyWithdrawsWhatThePackDropped(t *testing.T) {
	lib := library(t)
	apply(t, lib, sealed(t))
	got := apply(t, lib, version(t, dropped(t), "4"))
	want := packs.Applied{Pack: "two-rivers", Version: 4, Before: 3, Done: true, Changed: 1, Withdrawn: 1, Same: total - 2}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("applied (-want +got):\n%s", diff)
	}
	if r := stored(t, lib, "fire-dead-courier"); r.State != knowledge.Withdrawn || r.Rev != 2 {
		t.Errorf("the dropped claim is %s at rev %d", r.State, r.Rev)
	}
	if lib.View("").Claim("fire-dead-courier") != nil {
		t.Error("readers still see the dropped claim")
	}

	again := apply(t, lib, version(t, dropped(t), "5"))
	if again.Withdrawn != 0 || again.Same != total-1 {
		t.Errorf("withdrawn twice: %+v", again)
	}
	back := apply(t, lib, version(t, sealed(t), "6"))
	if back.Changed != 2 || back.Added != 0 || lib.View("").Claim("fire-dead-courier") == nil {
		t.Errorf("the claim did not come back: %+v", back)
	}
}

func TestApplyLeavesHiddenAndMerged(t *testing.T) {
	lib := library(t)
	apply(t, lib, sealed(t))
	hidden, merged := stored(t, lib, "fire-dead-courier"), stored(t, lib, "courier-2001")
	hidden.State = knowledge.Hidden
	merged.State, merged.Into = knowledge.Merged, "gazette-2001"
	// The event and the claims would point to nothing, so they go first.
	apply(t, lib, version(t, dropped(t), "4"))
	hidden.Rev = stored(t, lib, hidden.ID).Rev
	put(t, lib, hidden)
	put(t, lib, merged)

	next := edited(t, version(t, dropped(t), "5"), "sources.yaml", "Le marché", "Le grand marché")
	if got := apply(t, lib, next); got.Changed != 1 || got.Withdrawn != 1 {
		t.Errorf("applied %+v", got)
	}
	if r := stored(t, lib, "courier-2001"); r.State != knowledge.Merged || r.Into != "gazette-2001" || !strings.Contains(string(r.Body), "grand") {
		t.Errorf("the merged source is %s into %s: %s", r.State, r.Into, r.Body)
	}
	if r := stored(t, lib, "fire-dead-courier"); r.State != knowledge.Withdrawn {
		t.Errorf("the hidden claim that the pack dropped is %s", r.State)
	}
}

func TestApplyRefusesRecordsOfOthers(t *testing.T) {
	lib := library(t)
	apply(t, lib, sealed(t))
	second := fstest.MapFS{
		"pack.yaml":   {Data: []byte("{id: second, version: 1, title: Second, about: A place, rights: ours}")},
		"places.yaml": {Data: []byte("places:\n- {id: alba, name: Alba, kind: town}")},
	}
	_, err := packs.Apply(context.Background(), lib, knowledge.Operator(), load(t, second))
	if !errors.Is(err, knowledge.ErrInvalid) || err.Error() != "invalid: pack second: place alba belongs to pack two-rivers" {
		t.Errorf("got %v", err)
	}

	r, err := knowledge.NewRecord(knowledge.Shelf, knowledge.KindPlace, "beta", knowledge.Place{ID: "beta", Name: knowledge.InEnglish("Beta"), Kind: "town"})
	if err != nil {
		t.Fatal(err)
	}
	put(t, lib, r)
	second = edited(t, second, "places.yaml", "id: alba", "id: beta")
	_, err = packs.Apply(context.Background(), lib, knowledge.Operator(), load(t, second))
	if err == nil || err.Error() != "invalid: pack second: place beta belongs to the shelf, and not to a pack" {
		t.Errorf("got %v", err)
	}

	second = edited(t, second, "places.yaml", "id: beta", "id: gamma")
	if got := apply(t, lib, second); got.Added != 1 || got.Before != 0 {
		t.Errorf("a pack of its own: %+v", got)
	}
	if got := apply(t, lib, version(t, sealed(t), "4")); got.Same != total {
		t.Errorf("the first pack after the second: %+v", got)
	}
}

func TestApplyIsForTheOwner(t *testing.T) {
	lib := library(t)
	reader := knowledge.Who{User: "reader"}
	got, err := packs.Apply(context.Background(), lib, reader, load(t, sealed(t)))
	if !errors.Is(err, knowledge.ErrNotAllowed) {
		t.Errorf("got %v", err)
	}
	if (got != packs.Applied{Pack: "two-rivers", Version: 3}) || lib.View("").Place("alba") != nil {
		t.Errorf("something was applied: %+v", got)
	}
}
