package export_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"griot/commands/messages"
	"griot/knowledge"
	"griot/knowledge/export"
	"griot/knowledge/packs"
	"griot/knowledge/text"
	"griot/storage"
)

// inEnglish are the words of a file for people.
var inEnglish = messages.In(knowledge.English).Say

var update = flag.Bool("update", false, "rewrite the exports in testdata")

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// herald returns the text of one source, as records.
func herald(t testing.TB) []knowledge.Record {
	t.Helper()
	var records []knowledge.Record
	for i, line := range strings.Split(strings.TrimSpace(string(readFile(t, "herald.txt"))), "\n") {
		p := knowledge.Passage{Source: "herald-1887", Paragraph: i + 1, Language: "en", Text: line, Sentences: text.Sentences(line, "en")}
		r, err := knowledge.NewRecord(knowledge.Shelf, knowledge.KindPassage, knowledge.PassageID(p.Source, p.Paragraph), p)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}

// read reads a file that must be sound.
func read(t testing.TB, v *knowledge.View, layer knowledge.Layer, name string, content []byte) *packs.Offer {
	t.Helper()
	o := packs.Read(v, layer, name, content)
	if err := o.Err(); err != nil {
		t.Fatal(err)
	}
	return o
}

func view(t testing.TB, records []knowledge.Record) *knowledge.View {
	t.Helper()
	v, err := knowledge.NewView(records)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// world returns a shelf of testdata/world.yaml with the text of the Herald.
func world(t testing.TB) *knowledge.View {
	t.Helper()
	words := herald(t)
	o := read(t, view(t, words), knowledge.Shelf, "world.yaml", readFile(t, "world.yaml"))
	return view(t, append(words, o.Records()...))
}

func exported(t testing.TB, v *knowledge.View, what export.Selection, format export.Format) (string, []byte) {
	t.Helper()
	name, body, err := export.Export(v, what, format, inEnglish)
	if err != nil {
		t.Fatal(err)
	}
	_, again, err := export.Export(v, what, format, inEnglish)
	if err != nil || string(again) != string(body) {
		t.Fatalf("a second export of %s differs: %v", name, err)
	}
	return name, body
}

var whole = export.Selection{Layer: knowledge.Shelf}

// Each format of the whole world and of one entry stands in testdata/fair.
func TestExport(t *testing.T) {
	v := world(t)
	for _, what := range []export.Selection{whole, {Entry: "tent-fire"}} {
		for _, format := range export.Formats() {
			name, body := exported(t, v, what, format)
			t.Run(name, func(t *testing.T) {
				golden := filepath.Join("fair", name)
				if *update {
					if err := os.WriteFile(filepath.Join("testdata", golden), body, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				if diff := cmp.Diff(string(readFile(t, golden)), string(body)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				if format.Media() == "" {
					t.Error("has no media type")
				}
			})
		}
	}
}

func TestExportOfWhatThereIsNot(t *testing.T) {
	v := world(t)
	if _, _, err := export.Export(v, export.Selection{Entry: "oxley"}, export.YAML, inEnglish); !errors.Is(err, knowledge.ErrNotFound) {
		t.Errorf("an entry that is none: %v", err)
	}
	if _, _, err := export.Export(v, whole, "pdf", inEnglish); !errors.Is(err, knowledge.ErrInvalid) || export.Format("pdf").Media() != "" {
		t.Errorf("a format that is none: %v", err)
	}
	for _, format := range export.Formats() {
		name, body := exported(t, v, export.Selection{Layer: knowledge.Desk("77")}, format)
		if !strings.HasPrefix(name, "desk.") || strings.Contains(string(body), "77") || strings.Contains(string(body), "Oxley") {
			t.Errorf("an empty desk: %s\n%s", name, body)
		}
	}
}

// mali returns the shelf with the pack that the program carries.
func mali(t testing.TB) *knowledge.View {
	t.Helper()
	store, err := storage.Open(filepath.Join(t.TempDir(), "griot.db"))
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.OpenLibrary(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	p, err := packs.Load(packs.Builtin()[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := packs.Apply(t.Context(), lib, knowledge.Operator(), p); err != nil {
		t.Fatal(err)
	}
	return lib.View("")
}

// bodies returns what records say, by id.
func bodies(records []knowledge.Record) map[knowledge.ID]string {
	all := map[knowledge.ID]string{}
	for _, r := range records {
		if r.Kind != knowledge.KindPassage {
			all[r.ID] = string(r.Kind) + " " + string(r.Body)
		}
	}
	return all
}

// What was exported as a pack or a table is read back to the same records: over
// the shelf that it comes from nothing is new, over nothing everything is.
func TestExportIsReadBack(t *testing.T) {
	for name, v := range map[string]*knowledge.View{"world": world(t), "mali-2019": mali(t)} {
		for _, format := range []export.Format{export.YAML, export.CSV} {
			t.Run(name+" "+string(format), func(t *testing.T) {
				file, body := exported(t, v, whole, format)
				want := bodies(v.Held(knowledge.Shelf))
				over := read(t, v, knowledge.Desk("1"), file, body)
				if over.Count(packs.Same) != len(want) || len(over.Items) != len(want) {
					t.Errorf("over its shelf %d of %d are the same", over.Count(packs.Same), len(want))
				}
				fresh := read(t, view(t, nil), knowledge.Desk("1"), file, body)
				if diff := cmp.Diff(want, bodies(fresh.Records())); diff != "" {
					t.Errorf("over nothing (-want +got):\n%s", diff)
				}
			})
		}
	}
}

// A pack that was exported is a file of a pack's folder: it needs no seals.
func TestExportLoadsAsAPack(t *testing.T) {
	for name, v := range map[string]*knowledge.View{"world": world(t), "mali-2019": mali(t)} {
		_, body := exported(t, v, whole, export.YAML)
		header := "id: taken-away\nversion: 1\ntitle: Taken away\nabout: an export\nrights: ours\n"
		if _, err := packs.Load(fstest.MapFS{"pack.yaml": {Data: []byte(header)}, "all.yaml": {Data: body}}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// laid returns the world with a desk over it of which one entry is the desk's
// own, one is hidden, and one merged.
func laid(t testing.TB) (shelf, desk *knowledge.View, layer knowledge.Layer) {
	t.Helper()
	shelf, layer = world(t), knowledge.Desk("1")
	file := []byte("actors:\n- {id: d-clerkabc, name: The clerk, is: {type: person, line: a clerk, claim: d-clerksay}, relations: [{is: opposes, to: d-oldrules, claim: d-clerksay}]}\n" +
		"reforms:\n- {id: d-oldrules, name: Old rules, is: {line: rules, claim: d-clerksay}}\n" +
		"places: [{id: nowhere-near, name: Somewhere, kind: town}, {id: d-hiddenaa, name: Hidden, kind: town}]\n" +
		"claims:\n- {id: d-clerksay, about: [d-clerkabc, d-oldrules, tent-rule], text: A clerk is said to be against it., certainty: stated, cites: [{source: herald-1887, at: P1.1-2}]}\n")
	records := read(t, shelf, layer, "desk.yaml", file).Records()
	for i := range records {
		switch records[i].ID {
		case "d-oldrules":
			records[i].State, records[i].Into = knowledge.Merged, "tent-rule"
		case "d-hiddenaa":
			records[i].State = knowledge.Hidden
		}
	}
	desk, err := shelf.With(layer, append(records, ofTheDesk(t, layer)...))
	if err != nil || len(desk.Check()) > 0 {
		t.Fatal(err, desk.Check())
	}
	return shelf, desk, layer
}

// ofTheDesk returns records that say how a desk works, and one that it gave back
// to the shelf.
func ofTheDesk(t testing.TB, layer knowledge.Layer) []knowledge.Record {
	t.Helper()
	frozen, err := knowledge.NewRecord(layer, knowledge.KindFrozen, knowledge.FrozenID("miller"), knowledge.Frozen{Target: "miller"})
	if err != nil {
		t.Fatal(err)
	}
	back, err := knowledge.NewRecord(layer, knowledge.KindPlace, "shire", knowledge.Place{ID: "shire", Name: knowledge.InEnglish("Given back"), Kind: "region"})
	if err != nil {
		t.Fatal(err)
	}
	back.State = knowledge.Returned
	return []knowledge.Record{frozen, back}
}

// The export of a desk fills an empty one over the same shelf with what readers
// saw: ids that were merged lead straight to where they led.
func TestExportOfADeskFillsAnEmptyOne(t *testing.T) {
	shelf, desk, layer := laid(t)
	want := bodies(desk.Held(layer))
	for _, r := range ofTheDesk(t, layer) {
		delete(want, r.ID)
	}
	delete(want, "d-oldrules")
	delete(want, "d-hiddenaa")
	want["d-clerkabc"] = strings.Replace(want["d-clerkabc"], "d-oldrules", "tent-rule", 1)
	want["d-clerksay"] = strings.Replace(want["d-clerksay"], `"d-oldrules",`, "", 1)
	for _, format := range []export.Format{export.YAML, export.CSV} {
		file, body := exported(t, desk, export.Selection{Layer: layer}, format)
		o := read(t, shelf, knowledge.Desk("2"), file, body)
		if diff := cmp.Diff(want, bodies(o.Records())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
		if strings.Contains(string(body), "name: Hidden") {
			t.Errorf("%s shows what is hidden", file)
		}
	}
	_, body := exported(t, desk, export.Selection{Layer: layer}, export.JSON)
	var object struct {
		Unseen []struct {
			State knowledge.RecordState
			Into  knowledge.ID
		}
	}
	if err := json.Unmarshal(body, &object); err != nil || len(object.Unseen) != 2 || object.Unseen[1].Into != "tent-rule" {
		t.Errorf("as JSON %v, %v", object, err)
	}
}

// An entry goes with all that it rests on and may not be shown without.
func TestExportOfAnEntryIsEnough(t *testing.T) {
	v := mali(t)
	for _, e := range v.Entries("") {
		_, body := exported(t, v, export.Selection{Entry: e.ID}, export.YAML)
		o := read(t, v, knowledge.Desk("1"), "one.yaml", body)
		var ids []knowledge.ID
		for _, i := range o.Items {
			ids = append(ids, i.ID)
		}
		for _, claim := range v.About(e.ID) {
			for _, needed := range append(v.Bound(claim), claim) {
				if !slices.Contains(ids, needed.ID) {
					t.Errorf("%s goes without %s", e.ID, needed.ID)
				}
			}
			for _, cite := range claim.Cites {
				if !slices.Contains(ids, cite.Source) {
					t.Errorf("%s goes without %s", e.ID, cite.Source)
				}
			}
		}
		if o.Count(packs.Same) != len(o.Items) {
			t.Errorf("%s is not the same when it comes back", e.ID)
		}
	}
}
