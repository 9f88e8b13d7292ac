package knowledge_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

// over returns a desk's record that stands over the shelf's.
func over(t testing.TB, lib *knowledge.Library, id knowledge.ID, state knowledge.RecordState, change string) knowledge.Record {
	t.Helper()
	r := with(t, []knowledge.Record{stored(t, lib, knowledge.Shelf, id)}, map[knowledge.ID]string{id: change})[0]
	r.State, r.Rev = state, 0
	return r
}

func into(r knowledge.Record, id knowledge.ID) knowledge.Record {
	r.State, r.Into = knowledge.Merged, id
	return r
}

func entryIDs(es []*knowledge.Entry) string {
	return names(es, func(e *knowledge.Entry) knowledge.ID { return e.ID })
}

func sourceIDs(ss []*knowledge.Source) string {
	return names(ss, func(s *knowledge.Source) knowledge.ID { return s.ID })
}

func found(v *knowledge.View, name string) []string {
	var ids []string
	for _, c := range v.Find(name) {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestViewOfTheShelf(t *testing.T) {
	v := shelf(t).View("")
	for got, want := range map[string]string{
		entryIDs(v.Entries("")):                    "millers reeve second-weir upper-men weir-cut",
		entryIDs(v.Entries(knowledge.KindActor)):   "millers reeve upper-men",
		entryIDs(v.Entries(knowledge.KindEvent)):   "weir-cut",
		entryIDs(v.Entries(knowledge.KindPassage)): "",
		claimIDs(v.Claims()):                       "c-cut c-denial c-eight c-reeve c-second c-stone c-suspect",
		sourceIDs(v.Sources()):                     "letter-1911 chronicle-1911 ballad", // by date; no date last
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if v.Source(chronicle) == nil || v.SourceByLabel("WC11") != v.Source(chronicle) || v.SourceByLabel("XX") != nil {
		t.Error("the chronicle isn't found by id and label")
	}
	if v.Entry("c-cut") != nil || v.Claim("weir-cut") != nil || v.Place("weir-cut") != nil || v.Entry("none") != nil {
		t.Error("a record is returned as another kind")
	}
	if v.Entry("weir-cut").Kind() != knowledge.KindEvent || v.Place("tarrow").Within != "low-vale" {
		t.Error("kind or body is lost")
	}
	if v.Intake(chronicle) != nil || v.Passages(chronicle) != nil || v.Passage(chronicle, 1) != nil {
		t.Error("a text that was not imported is there")
	}
}

// TestDeskOverShelf: record by record, the desk decides, for its server alone.
func TestDeskOverShelf(t *testing.T) {
	lib := shelf(t)
	leaflet := knowledge.Source{ID: "d-leaflet1", Label: "DL", Title: "A leaflet", Publisher: "nobody", Language: "en"}
	desk(t, lib, "g1",
		over(t, lib, "weir-cut", knowledge.Live, `{"name": "The breach"}`),
		over(t, lib, "ballad", knowledge.Hidden, `{}`),
		over(t, lib, "c-stone", knowledge.Withdrawn, `{}`),
		into(over(t, lib, "low-vale", knowledge.Merged, `{}`), "marches"),
		record(t, knowledge.KindSource, "d-leaflet1", leaflet),
	)
	here := lib.View("g1")
	if nameOf(here, "weir-cut") != "The breach" {
		t.Error("the desk's event isn't shown")
	}
	if here.Source("ballad") != nil || here.SourceByLabel("BA") != nil || here.Claim("c-stone") != nil {
		t.Error("what the desk hid or withdrew is shown")
	}
	if p := here.Place("low-vale"); p == nil || p.ID != "marches" {
		t.Errorf("the redirect leads to %v", p)
	}
	for got, want := range map[string]string{
		sourceIDs(here.Sources()):           "letter-1911 chronicle-1911 d-leaflet1",
		claimIDs(here.Claims()):             "c-cut c-denial c-eight c-reeve c-second c-suspect",
		claimIDs(here.About("second-weir")): "c-second",
		entryIDs(here.Entries("")):          "millers reeve second-weir upper-men weir-cut",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if diff := cmp.Diff([]string{"weir-cut"}, found(here, "the breach")); diff != "" || len(found(here, "The cutting of the weir")) > 0 {
		t.Errorf("by its new name: %s; by its old: %v", diff, found(here, "The cutting of the weir"))
	}
	if len(here.Named("the breach")) != 1 || len(here.Named("the cutting of the weir")) != 0 || len(here.Named("the millers")) != 1 {
		t.Error("exact names are those of the shelf")
	}
	if len(found(here, "The Lowlands")) > 0 || len(found(here, "The miller’s ballad")) > 0 || len(found(here, "A leaflet")) != 1 {
		t.Error("the desk's hidden names are found, or its own are not")
	}
	if cs := here.Complete("the b", 5); len(cs) == 0 || cs[0].ID != "weir-cut" {
		t.Errorf("completing: %v", cs)
	}
	for _, guild := range []string{"", "g2"} {
		wantPlainShelf(t, lib.View(guild))
	}
	if r, ok := lib.Stored(knowledge.Desk("g2"), "weir-cut"); ok {
		t.Errorf("another desk has %v", r)
	}
	if r, ok := lib.Stored(knowledge.Shelf, "d-leaflet1"); ok {
		t.Errorf("the shelf has %v", r)
	}
}

// wantPlainShelf wants to see nothing of what the desk of g1 did.
func wantPlainShelf(t *testing.T, v *knowledge.View) {
	t.Helper()
	if nameOf(v, "weir-cut") != "The cutting of the weir" || v.Source("ballad") == nil || v.Claim("c-stone") == nil ||
		v.Place("low-vale").ID != "low-vale" || v.Source("d-leaflet1") != nil || v.SourceByLabel("DL") != nil {
		t.Error("another server reads the desk")
	}
	if len(found(v, "The breach")) > 0 || len(found(v, "A leaflet")) > 0 || len(found(v, "The Lowlands")) != 1 {
		t.Error("another server finds the desk's names")
	}
}

// TestShelfMovesUnderTheDesk: what the desk replaced stays as the desk has it.
func TestShelfMovesUnderTheDesk(t *testing.T) {
	lib := shelf(t)
	desk(t, lib, "g1", over(t, lib, "weir-cut", knowledge.Live, `{"name": "The breach"}`))
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{renamed(t, lib, "The night of the weir")}})
	if here, there := nameOf(lib.View("g1"), "weir-cut"), nameOf(lib.View("g2"), "weir-cut"); here != "The breach" || there != "The night of the weir" {
		t.Errorf("%s here, %s there", here, there)
	}
}

// TestMergedOnADesk: what is told of a merged entry is told of the one that it
// went into; a circle over both layers is refused.
func TestMergedOnADesk(t *testing.T) {
	lib := shelf(t)
	desk(t, lib, "g1", into(over(t, lib, "reeve", knowledge.Merged, `{}`), "upper-men"))
	v := lib.View("g1")
	if e := v.Entry("reeve"); e == nil || e.ID != "upper-men" {
		t.Fatalf("the redirect leads to %v", e)
	}
	if got, want := claimIDs(v.About("upper-men")), "c-reeve c-suspect c-denial"; got != want {
		t.Errorf("about the one: %s, want %s", got, want)
	}
	if got := claimIDs(lib.View("").About("reeve")); got != "c-reeve" {
		t.Errorf("elsewhere: %s", got)
	}

	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{
		func() knowledge.Record { r := stored(t, lib, knowledge.Shelf, "ballad"); return into(r, "letter-1911") }()}})
	edit := knowledge.Edit{Layer: knowledge.Desk("g1"), Action: knowledge.EditRecord,
		Records: []knowledge.Record{into(over(t, lib, "letter-1911", knowledge.Merged, `{}`), "ballad")}}
	if _, err := lib.Apply(t.Context(), moderator("g1"), edit); !contains(err, "letter-1911: into: leads back to itself") {
		t.Errorf("a circle over desk and shelf: %v", err)
	}
}

// TestFactsFromMergedClaims: a fact may come from a claim about an entry that was
// merged into its own.
func TestFactsFromMergedClaims(t *testing.T) {
	lib := shelf(t)
	desk(t, lib, "g1", into(over(t, lib, "upper-men", knowledge.Merged, `{}`), "reeve"),
		over(t, lib, "reeve", knowledge.Live, `{"is": {"type": "community", "line": "Who say that they slept", "claim": "c-denial"}}`))
	if got := lib.View("g1").Entry("upper-men").Is.Claim; got != "c-denial" {
		t.Errorf("the fact comes from %s", got)
	}
	if got := lib.View("g1").Canonical("upper-men"); got != "reeve" {
		t.Errorf("upper-men leads to %s", got)
	}
	if got := lib.View("").Canonical("upper-men"); got != "upper-men" {
		t.Errorf("elsewhere, upper-men leads to %s", got)
	}
	if got := lib.View("").Canonical("nobody"); got != "" {
		t.Errorf("nobody leads to %s", got)
	}
}

// TestLiesWithinMerged: a place within one that was merged lies where that went.
func TestLiesWithinMerged(t *testing.T) {
	lib := shelf(t)
	desk(t, lib, "g1", into(over(t, lib, "low-vale", knowledge.Merged, `{}`), "marches"))
	v := lib.View("g1")
	for _, within := range []knowledge.ID{"marches", "low-vale", "tarrow"} {
		if !v.Lies("tarrow", within) {
			t.Errorf("tarrow doesn't lie in %s", within)
		}
	}
	if v.Lies("marches", "tarrow") || v.Lies("tarrow", "nowhere") || v.Lies("nowhere", "nowhere") || v.Lies("", "") {
		t.Error("a place lies where it doesn't")
	}
}

// TestMergedClaims: a claim that another was merged into is bound to what
// answered the other.
func TestMergedClaims(t *testing.T) {
	lib := shelf(t)
	twin := with(t, []knowledge.Record{stored(t, lib, knowledge.Shelf, "c-suspect")}, map[knowledge.ID]string{"c-suspect": `{"id": "d-suspect"}`})[0]
	twin.ID, twin.Rev = "d-suspect", 0
	desk(t, lib, "g1", twin, into(over(t, lib, "c-suspect", knowledge.Merged, `{}`), "d-suspect"))
	v := lib.View("g1")
	if got := claimIDs(v.Bound(v.Claim("d-suspect"))); got != "c-denial" {
		t.Errorf("bound to %q", got)
	}
	if got := claimIDs(v.Bound(v.Claim("c-denial"))); got != "d-suspect" {
		t.Errorf("the denial is bound to %q", got)
	}
	if !v.Disputed("d-suspect") {
		t.Error("it isn't disputed")
	}
}
