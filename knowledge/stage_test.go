package knowledge_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"griot/knowledge"
	"griot/knowledge/text"
	"griot/storage"
)

// chronicle is the source of the small world whose text is testdata/weir.txt.
const chronicle knowledge.ID = "chronicle-1911"

// weirText returns the passages of testdata/weir.txt: the title, the
// standfirst, then the paragraphs from 1.
func weirText(t testing.TB) []knowledge.Passage {
	t.Helper()
	file, err := os.ReadFile("testdata/weir.txt")
	if err != nil {
		t.Fatal(err)
	}
	return passages(strings.Split(strings.TrimSpace(string(file)), "\n\n")...)
}

// passages makes a text of the chronicle; the first paragraph is the title.
func passages(paragraphs ...string) []knowledge.Passage {
	var all []knowledge.Passage
	for i, body := range paragraphs {
		all = append(all, knowledge.Passage{Source: chronicle, Paragraph: i + knowledge.TitleParagraph,
			Language: "en", Text: body, Sentences: text.Sentences(body, "en")})
	}
	return all
}

// weir returns the records of the small world in testdata/weir.yaml.
func weir(t testing.TB) []knowledge.Record {
	t.Helper()
	file, err := os.ReadFile("testdata/weir.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]any
	if err := yaml.Unmarshal(file, &rows); err != nil {
		t.Fatal(err)
	}
	stored := weirText(t)
	var records []knowledge.Record
	for _, row := range rows {
		kind := knowledge.Kind(row["a"].(string))
		delete(row, "a")
		sealRow(t, row, stored)
		records = append(records, record(t, kind, knowledge.ID(row["id"].(string)), row))
	}
	return records
}

// sealRow fills in the number and the digest of the words that a row cites.
func sealRow(t testing.TB, row map[string]any, stored []knowledge.Passage) {
	t.Helper()
	cites, _ := row["cites"].([]any)
	for _, cite := range cites {
		c := cite.(map[string]any)
		if c["at"] == nil {
			continue
		}
		at := place(t, c["at"].(string))
		words, err := stored[at.Paragraph-knowledge.TitleParagraph].Run(at.First, at.Last)
		if err != nil {
			t.Fatal(err)
		}
		c["words"], c["digest"] = text.Digest(words)
	}
}

func place(t testing.TB, s string) knowledge.At {
	t.Helper()
	at, err := knowledge.ParseAt(s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func record(t testing.TB, kind knowledge.Kind, id knowledge.ID, body any) knowledge.Record {
	t.Helper()
	r, err := knowledge.NewRecord(knowledge.Shelf, kind, id, body)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// textRecords returns passages as records.
func textRecords(t testing.TB, stored []knowledge.Passage) []knowledge.Record {
	t.Helper()
	var records []knowledge.Record
	for _, p := range stored {
		records = append(records, record(t, knowledge.KindPassage, knowledge.PassageID(p.Source, p.Paragraph), p))
	}
	return records
}

// with returns records with some of them changed: the JSON of each change is
// laid over the body of the record of its id.
func with(t testing.TB, records []knowledge.Record, changes map[knowledge.ID]string) []knowledge.Record {
	t.Helper()
	var all []knowledge.Record
	for _, r := range records {
		if change, ok := changes[r.ID]; ok {
			body := map[string]any{}
			for _, layer := range []string{string(r.Body), change} {
				if err := json.Unmarshal([]byte(layer), &body); err != nil {
					t.Fatal(err)
				}
			}
			r = record(t, r.Kind, r.ID, body)
		}
		all = append(all, r)
	}
	return all
}

func newView(t testing.TB, records []knowledge.Record) *knowledge.View {
	t.Helper()
	v, err := knowledge.NewView(records)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// names returns the ids of records, for a message or a comparison.
func names[T any](records []T, id func(T) knowledge.ID) string {
	var all []string
	for _, r := range records {
		all = append(all, string(id(r)))
	}
	return strings.Join(all, " ")
}

func claimIDs(cs []*knowledge.Claim) string {
	return names(cs, func(c *knowledge.Claim) knowledge.ID { return c.ID })
}

// clock is a time that tests move on.
type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func newClock() *clock { return &clock{time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)} }

// spy is a store that remembers itself, so that a test can look beneath the
// library, that fails a commit on demand, and that can hold a writer up behind
// one.
type spy struct {
	knowledge.Store
	fail      error
	committed func() // called behind each commit, before the writer hears of it
}

// Update runs fn as the store does and, if it is to fail, undoes it all.
func (s *spy) Update(ctx context.Context, fn func(knowledge.Tx) error) error {
	err := s.Store.Update(ctx, func(tx knowledge.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return s.fail
	})
	if err == nil && s.committed != nil {
		s.committed()
	}
	return err
}

// spied returns a library that holds the small world, and its store.
func spied(t testing.TB, options ...knowledge.Option) (*knowledge.Library, *spy) {
	t.Helper()
	s := new(spy)
	lib := openOver(t, file(t), func(store knowledge.Store) knowledge.Store { s.Store = store; return s }, options...)
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: weir(t)})
	return lib, s
}

// open returns a library over the Bolt file at path. When the test ends, the
// library is closed and its file must be whole.
func open(t testing.TB, path string, options ...knowledge.Option) *knowledge.Library {
	t.Helper()
	return openOver(t, path, func(s knowledge.Store) knowledge.Store { return s }, options...)
}

// openOver is open with something between the library and its store.
func openOver(t testing.TB, path string, wrap func(knowledge.Store) knowledge.Store, options ...knowledge.Option) *knowledge.Library {
	t.Helper()
	store, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.OpenLibrary(t.Context(), wrap(store), options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
		wantWhole(t, path)
	})
	return lib
}

func wantWhole(t testing.TB, path string) {
	t.Helper()
	report, err := storage.Verify(context.Background(), path)
	if err != nil || len(report.Damage) > 0 {
		t.Errorf("store: %v %v", err, report.Damage)
	}
}

func file(t testing.TB) string { return filepath.Join(t.TempDir(), "griot.db") }

// shelf returns a library that holds the small world without its text.
func shelf(t testing.TB, options ...knowledge.Option) *knowledge.Library {
	t.Helper()
	return shelfAt(t, file(t), options...)
}

func shelfAt(t testing.TB, path string, options ...knowledge.Option) *knowledge.Library {
	t.Helper()
	lib := open(t, path, options...)
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: weir(t)})
	return lib
}

// apply makes an edit that must succeed.
func apply(t testing.TB, lib *knowledge.Library, who knowledge.Who, e knowledge.Edit) knowledge.Receipt {
	t.Helper()
	if e.Action == "" && e.Layer == knowledge.Shelf {
		e.Action = knowledge.ApplyPack
	} else if e.Action == "" {
		e.Action = knowledge.EditRecord
	}
	receipt, err := lib.Apply(t.Context(), who, e)
	if err != nil {
		t.Fatal(err)
	}
	return receipt
}

// moderator is one of a server.
func moderator(guild string) knowledge.Who {
	return knowledge.Who{User: "mod-" + guild, Guild: guild, Role: knowledge.Moderator}
}

// desk makes an edit on a server's desk that must succeed; if it waits, another
// moderator passes it.
func desk(t testing.TB, lib *knowledge.Library, guild string, records ...knowledge.Record) {
	t.Helper()
	receipt := apply(t, lib, moderator(guild), knowledge.Edit{Layer: knowledge.Desk(guild), Records: records})
	if receipt.Waiting != "" {
		apply(t, lib, second(guild), knowledge.Edit{Layer: knowledge.Desk(guild), Action: knowledge.Approve, Proposal: receipt.Waiting})
	}
}

// second is another moderator of a server.
func second(guild string) knowledge.Who {
	return knowledge.Who{User: "second-" + guild, Guild: guild, Role: knowledge.Moderator}
}

// stored returns a layer's record as an editor reads it.
func stored(t testing.TB, lib *knowledge.Library, layer knowledge.Layer, id knowledge.ID) knowledge.Record {
	t.Helper()
	r, ok := lib.Stored(layer, id)
	if !ok {
		t.Fatalf("%s has no record %s", layer, id)
	}
	return r
}

// entry is a change of a log with its body as it is stored.
type entry struct {
	header knowledge.Change
	body   []byte
}

// log returns the changes of a layer.
func log(t testing.TB, store knowledge.Store, layer knowledge.Layer) []entry {
	t.Helper()
	var all []entry
	err := store.View(t.Context(), func(tx knowledge.Tx) error {
		return tx.Changes(layer, func(c knowledge.Change, body []byte) error {
			all = append(all, entry{c, body})
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
