package knowledgetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"griot/knowledge"
)

// model is what a store should hold, as plain maps.
type model struct {
	records map[knowledge.Key]knowledge.Record
	changes map[knowledge.Layer]int
	notes   map[note]written
}

type note struct {
	book knowledge.Book
	key  string
}

type written struct {
	value string
	at    time.Time
}

func (m model) clone() model {
	return model{maps.Clone(m.records), maps.Clone(m.changes), maps.Clone(m.notes)}
}

// step does something to a store and the same to the model.
type step func(knowledge.Tx, model) error

var (
	anyLayer = rapid.SampledFrom([]knowledge.Layer{knowledge.Shelf, "desk/1", "desk/12"})
	anyBook  = rapid.SampledFrom(knowledge.Books())
	anyTime  = rapid.Custom(func(t *rapid.T) time.Time { return time.Unix(rapid.Int64Range(-3, 40).Draw(t, "second"), 0) })
	anyName  = rapid.StringMatching(`[a-c][a-c0-9/-]{0,2}`)

	anyStep = rapid.OneOf(rapid.Custom(drawPut), rapid.Custom(drawChange), rapid.Custom(drawNote), rapid.Custom(drawDrop))
)

func drawPut(t *rapid.T) step {
	r := record(anyLayer.Draw(t, "layer"), rapid.SampledFrom(knowledge.Kinds()).Draw(t, "kind"),
		knowledge.ID(anyName.Draw(t, "id")), rapid.StringN(0, 5000, -1).Draw(t, "body"))
	r.Rev = rapid.Uint64().Draw(t, "rev")
	return func(tx knowledge.Tx, m model) error {
		m.records[r.Key] = r
		return tx.Put(r)
	}
}

func drawChange(t *rapid.T) step {
	layer, n := anyLayer.Draw(t, "layer"), rapid.IntRange(1, 5).Draw(t, "changes")
	return func(tx knowledge.Tx, m model) error {
		m.changes[layer] += n
		return chain(tx, layer, n)
	}
}

func drawNote(t *rapid.T) step {
	n := note{anyBook.Draw(t, "book"), anyName.Draw(t, "key")}
	w := written{rapid.StringN(0, 300, -1).Draw(t, "value"), anyTime.Draw(t, "at")}
	return func(tx knowledge.Tx, m model) error {
		m.notes[n] = w
		return tx.PutNote(n.book, n.key, []byte(w.value), w.at)
	}
}

func drawDrop(t *rapid.T) step {
	book, before := anyBook.Draw(t, "book"), anyTime.Draw(t, "before")
	return func(tx knowledge.Tx, m model) error {
		had := len(m.notes)
		maps.DeleteFunc(m.notes, func(n note, w written) bool { return n.book == book && w.at.Before(before) })
		n, err := tx.DropNotes(book, before)
		if err == nil && n != had-len(m.notes) {
			return fmt.Errorf("dropped %d notes, want %d", n, had-len(m.notes))
		}
		return err
	}
}

// testModel does random things to a store and to plain maps, and compares.
func testModel(t *testing.T, p *place) {
	rapid.Check(t, func(rt *rapid.T) {
		p := newPlace(t, p.subject)
		defer p.close()
		m := model{map[knowledge.Key]knowledge.Record{}, map[knowledge.Layer]int{}, map[note]written{}}
		rt.Repeat(map[string]func(*rapid.T){
			"commit": func(rt *rapid.T) {
				steps := rapid.SliceOfN(anyStep, 1, 8).Draw(rt, "steps")
				p.update(rt, func(tx knowledge.Tx) error { return apply(tx, m, steps) })
			},
			"abandon": func(rt *rapid.T) { abandon(rt, p, m.clone()) },
			"reopen":  func(*rapid.T) { p.reopen() },
			"": func(rt *rapid.T) {
				p.view(rt, func(tx knowledge.Tx) error { return compare(rt, t, tx, m) })
			},
		})
	})
}

func apply(tx knowledge.Tx, m model, steps []step) error {
	for _, s := range steps {
		if err := s(tx, m); err != nil {
			return err
		}
	}
	return nil
}

// abandon runs an update that ends in an error, or whose context ends first.
func abandon(t *rapid.T, p *place, lost model) {
	steps := rapid.SliceOfN(anyStep, 1, 8).Draw(t, "steps")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	end := errors.New("abandoned")
	if rapid.Bool().Draw(t, "cancel") {
		end = nil
	}
	err := p.store.Update(ctx, func(tx knowledge.Tx) error {
		if err := apply(tx, lost, steps); err != nil {
			return err
		}
		cancel()
		return end
	})
	if end == nil {
		end = context.Canceled
	}
	if !errors.Is(err, end) {
		t.Fatalf("abandoned update: %v", err)
	}
}

// compare holds all of a store against the model.
func compare(rt *rapid.T, t *testing.T, tx knowledge.Tx, m model) error {
	layers := map[knowledge.Layer]bool{}
	var want, got []string
	for _, key := range slices.SortedFunc(maps.Keys(m.records), byKey) {
		want = append(want, describe(m.records[key], nil))
		layers[key.Layer] = true
	}
	for layer := range m.changes {
		layers[layer] = true
	}
	found, err := tx.Layers()
	if err != nil || !slices.Equal(found, slices.Sorted(maps.Keys(layers))) {
		rt.Fatalf("layers %q, %v; want those of %v", found, err, layers)
	}
	for _, layer := range found {
		for _, kind := range slices.Sorted(slices.Values(knowledge.Kinds())) {
			lines, err := scan(tx, layer, kind)
			if err != nil {
				return err
			}
			got = append(got, lines...)
		}
		if n, err := readLog(t, tx, layer); err != nil || n != uint64(m.changes[layer]) {
			rt.Fatalf("%s: %d changes, %v; want %d", layer, n, err, m.changes[layer])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		rt.Fatalf("records (- model, + store):\n%s", diff)
	}
	for n, w := range m.notes {
		if value, err := tx.Note(n.book, n.key); err != nil || string(value) != w.value {
			rt.Fatalf("note %s %s: %q, %v; want %q", n.book, n.key, value, err, w.value)
		}
	}
	return nil
}

func byKey(a, b knowledge.Key) int {
	return slices.Compare([]string{string(a.Layer), string(a.Kind), string(a.ID)}, []string{string(b.Layer), string(b.Kind), string(b.ID)})
}
