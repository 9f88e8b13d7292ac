package packs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"griot/knowledge"
	"griot/knowledge/packs"
)

var desk = knowledge.Desk("1")

// town returns what a server without a desk reads: the small pack, and the text
// of the gazette.
func town(t testing.TB) *knowledge.View {
	t.Helper()
	lib := library(t)
	apply(t, lib, sealed(t))
	if _, err := lib.ImportText(t.Context(), knowledge.Operator(), knowledge.Shelf, gazette(t), knowledge.Intake{Source: "gazette-2001"}); err != nil {
		t.Fatal(err)
	}
	return lib.View("1")
}

// dryRun writes an offer as a person reads it.
func dryRun(o *packs.Offer) string {
	var b strings.Builder
	for _, i := range o.Items {
		fmt.Fprintf(&b, "%d:%d %s: %s %s\n", i.Line, i.Column, i.Outcome, i.Kind, i.ID)
		if i.Outcome == packs.Changed || i.Outcome == packs.New {
			for _, d := range knowledge.Differences(i.Before, i.After) {
				fmt.Fprintf(&b, "  %s: %s => %s\n", d.Path, d.Before, d.After)
			}
		}
		if len(i.Alike) > 0 {
			fmt.Fprintf(&b, "  has a name of %v\n", i.Alike)
		}
		if len(i.Orphans) > 0 {
			fmt.Fprintf(&b, "  orphans %v\n", i.Orphans)
		}
	}
	for _, e := range o.Wrong {
		fmt.Fprintf(&b, "%v\n", e)
	}
	return b.String()
}

// Each case is a file of testdata/offers: what it is about, the file that a
// moderator attaches, and the dry run that is wanted. The desk is empty, and
// lies over the small pack.
func TestRead(t *testing.T) {
	v := town(t)
	names, err := filepath.Glob(filepath.Join("testdata", "offers", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			files := archive(t, filepath.Join("offers", filepath.Base(name)))
			for file, f := range files {
				if file == "want" {
					continue
				}
				o := packs.Read(v, desk, file, f.Data)
				if got := dryRun(o); *update {
					rewriteWant(t, name, []byte(got))
				} else if diff := cmp.Diff(string(files["want"].Data), got); diff != "" {
					t.Errorf("dry run (-want +got):\n%s", diff)
				}
				if (o.Err() != nil) != (len(o.Wrong) > 0) || o.Err() != nil && len(o.Records()) > 0 {
					t.Errorf("%d wrong, %v, %d records", len(o.Wrong), o.Err(), len(o.Records()))
				}
				for _, i := range o.Items {
					if i.Outcome == packs.Refused && len(o.Wrong) == 0 {
						t.Errorf("%s is refused without a reason", i.ID)
					}
				}
			}
		})
	}
}

// What an offer would put can be put: the layer takes it as it is.
func TestReadMakesRecordsThatTheDeskTakes(t *testing.T) {
	lib := library(t)
	apply(t, lib, sealed(t))
	file := []byte("places: [{id: alba, name: Alba Longa, kind: town, within: two-rivers-land}, {id: mill, name: Mill, kind: building, within: alba}]")
	o := packs.Read(lib.View(""), knowledge.Shelf, "shelf.yaml", file)
	if o.Err() != nil || o.Count(packs.Changed) != 1 || o.Count(packs.New) != 1 {
		t.Fatalf("dry run:\n%s", dryRun(o))
	}
	edit := knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Target: "import", Records: o.Records()}
	if _, err := lib.Apply(t.Context(), knowledge.Operator(), edit); err != nil {
		t.Fatal(err)
	}
	if o := packs.Read(lib.View(""), knowledge.Shelf, "shelf.yaml", file); o.Count(packs.Same) != 2 || len(o.Records()) > 0 {
		t.Errorf("a second time:\n%s", dryRun(o))
	}
}

// over returns the town with a desk that holds one record of its own.
func over(t testing.TB, v *knowledge.View, r knowledge.Record) *knowledge.View {
	t.Helper()
	r.Layer = desk
	next, err := v.With(desk, []knowledge.Record{r})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// A record is numbered by the desk's own, stands on the shelf's, and stays as
// hidden, or as merged, as it was.
func TestReadKeepsWhatTheDeskMadeOfARecord(t *testing.T) {
	v := town(t)
	file := []byte("places: [{id: alba, name: Alba Longa, kind: town, within: two-rivers-land}]")
	_, shelf := v.Holding(desk, "alba")
	first := packs.Read(v, desk, "x.yaml", file)
	if r := first.Records(); len(r) != 1 || r[0].Rev != 0 || r[0].Base != shelf.Rev || r[0].Layer != desk {
		t.Fatalf("over the shelf: %+v", r)
	}
	own := first.Records()[0]
	for state, want := range map[knowledge.RecordState]packs.Outcome{
		knowledge.Live: packs.Same, knowledge.Hidden: packs.Same, knowledge.Withdrawn: packs.New, knowledge.Merged: packs.Refused,
	} {
		own.Rev, own.Base, own.State, own.Into = 5, 3, state, "two-rivers-land"
		o := packs.Read(over(t, v, own), desk, "x.yaml", file)
		base := own.Base
		if state == knowledge.Withdrawn {
			base = shelf.Rev // it is laid over the shelf anew
		}
		if i := o.Items[0]; i.Outcome != want || i.Outcome != packs.Refused && (i.After.Rev != 5 || i.After.Base != base || (i.After.State == knowledge.Hidden) != (state == knowledge.Hidden)) {
			t.Errorf("of a %s one: %s %+v", state, i.Outcome, i.After)
		}
	}
	own.State, own.Into, own.Rev = knowledge.Returned, "", 5
	if i := packs.Read(over(t, v, own), desk, "x.yaml", file).Items[0]; i.Outcome != packs.Changed || i.Before.Layer != knowledge.Shelf || i.After.Rev != 5 || i.After.Base != shelf.Rev {
		t.Errorf("of one that went back to the shelf: %+v", i)
	}
	hidden := shelf
	hidden.State = knowledge.Hidden
	bare, err := v.With(knowledge.Shelf, []knowledge.Record{hidden})
	if err != nil {
		t.Fatal(err)
	}
	if o := packs.Read(bare, desk, "x.yaml", file); o.Err() == nil || !strings.Contains(o.Err().Error(), "hidden on the shelf") {
		t.Errorf("over a hidden one: %v", o.Err())
	}
}

// What a file would break in a record that it doesn't hold is said; what is
// broken already is no reason to refuse it.
func TestReadTellsWhatItWouldBreakElsewhere(t *testing.T) {
	v := town(t)
	claim := []byte("claims: [{id: fire-date, about: [council], text: A fire ran through Alba., certainty: stated, cites: [{source: courier-2001}]}]")
	want := "x.yaml: would break another record: market-fire: is.claim: fire-date is not about market-fire"
	if err := packs.Read(v, desk, "x.yaml", claim).Err(); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v", err)
	}
	broken, err := knowledge.NewRecord(desk, knowledge.KindPlace, "mill", knowledge.Place{ID: "mill", Name: knowledge.InEnglish("Mill"), Kind: "building", Within: "nowhere"})
	if err != nil {
		t.Fatal(err)
	}
	if o := packs.Read(over(t, v, broken), desk, "x.yaml", []byte("places: [{id: tower, name: Tower, kind: building}]")); o.Err() != nil {
		t.Errorf("got %v", o.Err())
	}
}

// What is frozen is not written, unless the file has it as it is.
func TestReadKeepsWhatIsFrozen(t *testing.T) {
	frozen, err := knowledge.NewRecord(desk, knowledge.KindFrozen, knowledge.FrozenID("alba"), knowledge.Frozen{Target: "alba"})
	if err != nil {
		t.Fatal(err)
	}
	v := over(t, town(t), frozen)
	same := "places: [{id: alba, name: Alba, also: [the market town], finds: [Alva], kind: town, within: two-rivers-land}]"
	if o := packs.Read(v, desk, "x.yaml", []byte(same)); o.Err() != nil || o.Count(packs.Same) != 1 {
		t.Errorf("as it is: %s", dryRun(o))
	}
	if err := packs.Read(v, desk, "x.yaml", []byte(strings.Replace(same, "town,", "village,", 1))).Err(); err == nil || err.Error() != "x.yaml:1:15: alba: is frozen against edits" {
		t.Errorf("changed: %v", err)
	}
}

func TestReadRefusesBombs(t *testing.T) {
	v := town(t)
	more := map[string]struct{ content, want string }{
		"NUL":           {"places: []\n# \x00", "bomb.yaml:2:3: holds the control character U+0000"},
		"over 1 MiB":    {strings.Repeat("#", 1<<20+1), "bomb.yaml: is over 1 MiB"},
		"not UTF-8":     {"a: \xff", "bomb.yaml: is not UTF-8"},
		"nothing":       {"# nothing\n", "bomb.yaml: holds nothing"},
		"laughs":        {"a: &a [x, x]\nb: &b [*a, *a]\n", "bomb.yaml:1:4: anchors and aliases are not allowed"},
		"long wording":  {"places: [{id: mill, kind: town, name: " + strings.Repeat("x", 4001) + "}]", "has 4001 characters; at most 4000"},
		"long list":     {"places: [{id: mill, kind: town, name: Mill, finds: [" + strings.Repeat("x,", 201) + "]}]", "has 201 elements; at most 200"},
		"a long circle": {"places:\n" + circle(2000), "lies within itself"},
	}
	for name, tt := range bombs {
		if name != "same id" {
			more[name] = tt
		}
	}
	for name, tt := range more {
		t.Run(name, func(t *testing.T) {
			o := packs.Read(v, desk, "bomb.yaml", []byte(tt.content))
			if err := o.Err(); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %.200v, want %s", err, tt.want)
			}
		})
	}
}

func TestReadRefusesTableBombs(t *testing.T) {
	v := town(t)
	for name, tt := range map[string]struct{ content, want string }{
		"nothing":         {"", "bomb.csv: holds nothing"},
		"NUL":             {"kind,id\nplace,\x00", "bomb.csv:2:7: holds the control character U+0000"},
		"10,000 columns":  {strings.Repeat("name,", 10_000), "bomb.csv:1:1: has 10001 columns; at most 100"},
		"10,001 rows":     {"kind,id\n" + records("place,p%d\n", 10_001), "bomb.csv:10002:1: has more than 10000 rows"},
		"an open quote":   {"kind,id\nplace,\"" + strings.Repeat("x,\n", 300_000), "is no table"},
		"only commas":     {strings.Repeat(",", 1<<20), "has 1048577 columns"},
		"only line ends":  {strings.Repeat("\n", 1<<20), "bomb.csv: holds nothing"},
		"bars":            {"kind,id,finds\nplace,mill," + strings.Repeat("x|", 1<<18), "has 262144 elements; at most 200"},
		"braces":          {"kind,id,about\nclaim,mill," + strings.Repeat("{", 1<<16), "has 65536 characters; at most 4000"},
		"deep braces":     {"kind,id,cites\nclaim,mill," + strings.Repeat("{", 1<<14), "nested more than 20 deep"},
		"an alias":        {"kind,id,also\nplace,mill,{en: *a}\n", "anchors and aliases are not allowed"},
		"places in a row": {"kind,id,name,type,within\n" + nest(9_000), "within more than 64 places"},
	} {
		t.Run(name, func(t *testing.T) {
			o := packs.Read(v, desk, "bomb.csv", []byte(tt.content))
			if err := o.Err(); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %.200v, want %s", err, tt.want)
			}
		})
	}
}

// nest returns rows of places each within the one before.
func nest(n int) string {
	var b strings.Builder
	b.WriteString("place,p0,P,town,\n")
	for i := range n {
		fmt.Fprintf(&b, "place,p%d,P,town,p%d\n", i+1, i)
	}
	return b.String()
}

// circle returns places each within the next, the last within the first.
func circle(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "- {id: p%d, name: P, kind: town, within: p%d}\n", i, (i+1)%n)
	}
	return b.String()
}

// A mark before UTF-8 and ends of lines of other systems change nothing.
func TestReadTakesFilesOfOtherSystems(t *testing.T) {
	v := town(t)
	o := packs.Read(v, desk, "desk.YAML", []byte("\ufeffplaces:\r\n- id: mill\r\n  name: Mill\r\n  kind: building\r\n"))
	if o.Err() != nil || o.Count(packs.New) != 1 || o.Items[0].Line != 2 {
		t.Errorf("dry run:\n%s", dryRun(o))
	}
}

// FuzzRead: a file never makes the reader panic; what it lets pass breaks no
// rule, and read again it is the same.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob(filepath.Join("testdata", "offers", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for file, content := range split(string(b)) {
			if filepath.Ext(file) == ".yaml" {
				f.Add(content.Data)
			}
		}
	}
	for _, b := range bombs {
		f.Add([]byte(b.content[:min(len(b.content), 4096)]))
	}
	v := town(f)
	f.Fuzz(func(t *testing.T, content []byte) { holds(t, v, "x.yaml", content) })
}

// FuzzReadTable is FuzzRead for tables, of each of the marks that part cells.
func FuzzReadTable(f *testing.F) {
	names, err := filepath.Glob(filepath.Join("testdata", "offers", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for file, content := range split(string(b)) {
			if ext := filepath.Ext(file); ext == ".csv" || ext == ".tsv" {
				f.Add(content.Data)
			}
		}
	}
	f.Add([]byte("kind\tid\tname\tcounts\nevent\tfire\t'-x\t{what: a, words: {fr: b}, claim: c}"))
	v := town(f)
	f.Fuzz(func(t *testing.T, content []byte) { holds(t, v, "x.csv", content) })
}

// holds reads a file and, if nothing is refused, puts it and reads it again.
func holds(t *testing.T, v *knowledge.View, file string, content []byte) {
	o := packs.Read(v, desk, file, content)
	if o.Err() != nil {
		return
	}
	next, err := v.With(desk, o.Records())
	if err != nil || len(next.Check()) > 0 {
		t.Fatalf("%v %v", err, next.Check())
	}
	if again := packs.Read(next, desk, file, content); again.Err() != nil || again.Count(packs.Same) != len(again.Items) {
		t.Fatalf("a second time:\n%s", dryRun(again))
	}
}
