package knowledge

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Library is the knowledge of every server: a state in memory for reading, and
// one door for writing. It is safe for concurrent use; readers never wait for
// a writer.
type Library struct {
	store  Store
	now    func() time.Time
	random io.Reader
	log    *slog.Logger

	writing sync.Mutex // held from reading the state to publishing the next
	state   atomic.Pointer[state]
}

// state is what is published: every layer, at one rev.
type state struct {
	rev    uint64
	layers map[Layer]*layer
	memos  sync.Map // Layer → *sync.Map, the memo of its views
}

// Option changes how a Library works.
type Option func(*Library)

// WithClock makes the library take the time from now.
func WithClock(now func() time.Time) Option { return func(l *Library) { l.now = now } }

// WithRandom makes the library take the bytes of its keys from r.
func WithRandom(r io.Reader) Option { return func(l *Library) { l.random = r } }

// WithLog makes the library tell the operator what it found.
func WithLog(log *slog.Logger) Option { return func(l *Library) { l.log = log } }

// OpenLibrary reads every record of the store in one pass and proves every
// quotation. A damaged record is named in the log and left out; the rest
// serves.
func OpenLibrary(ctx context.Context, store Store, options ...Option) (*Library, error) {
	l := &Library{store: store, now: time.Now, random: rand.Reader, log: slog.New(slog.DiscardHandler)}
	for _, o := range options {
		o(l)
	}
	first := &state{layers: map[Layer]*layer{}}
	if err := store.View(ctx, func(tx Tx) error { return l.load(tx, first) }); err != nil {
		return nil, fmt.Errorf("read the store: %w", err)
	}
	l.state.Store(first)
	l.reportOrphans()
	return l, nil
}

func (l *Library) load(tx Tx, into *state) error {
	layers, err := tx.Layers()
	if err != nil {
		return err
	}
	if !slices.Contains(layers, Shelf) {
		layers = append(layers, Shelf)
	}
	for _, name := range layers {
		records, lost, err := l.sound(tx, name)
		if err != nil {
			return err
		}
		if into.layers[name], err = (*layer)(nil).with(records); err != nil {
			return err
		}
		into.layers[name].lost = lost
	}
	return nil
}

// sound returns the records of a layer that can be read, and the ids of those
// that can't.
func (l *Library) sound(tx Tx, name Layer) (records []Record, lost map[ID]bool, err error) {
	lost = map[ID]bool{}
	for _, kind := range Kinds() {
		err := tx.Scan(name, kind, func(r Record, err error) error {
			if err == nil {
				_, err = r.decode()
			}
			if err != nil {
				l.log.Error("record left out", "record", r.Key.String(), "error", err)
				lost[r.ID] = true
				return nil
			}
			records = append(records, r)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return records, lost, nil
}

// maxTold is how many orphans the log names.
const maxTold = 5

func (l *Library) reportOrphans() {
	now := l.state.Load()
	for name := range now.layers {
		if orphans := now.of(name).orphans(); len(orphans) > 0 {
			l.log.Warn("orphan quotations", "layer", name, "count", len(orphans), "first", orphans[:min(len(orphans), maxTold)])
		}
	}
}

// orphans names every claim whose words are not where it says, and the place.
func (v *View) orphans() (names []string) {
	for _, c := range v.Claims() {
		for _, cite := range c.Cites {
			if _, s := v.Prove(cite); s == Orphan {
				names = append(names, string(c.ID)+" at "+v.PublicID(cite.Source, cite.At))
			}
		}
	}
	return names
}

// View returns the present state as one server reads it; guild is empty
// outside a server.
func (l *Library) View(guild string) *View { return l.state.Load().view(guild) }

func (s *state) view(guild string) *View {
	if guild == "" {
		return s.of(Shelf)
	}
	return s.of(Desk(guild))
}

// of returns a view of one layer and what lies under it.
func (s *state) of(name Layer) *View {
	layers, whose := []*layer{s.layers[Shelf]}, name
	if l := s.layers[name]; name != Shelf && l != nil {
		layers = []*layer{l, s.layers[Shelf]}
	} else {
		name = Shelf // a server without a desk reads, and remembers, the shelf
	}
	memo, _ := s.memos.LoadOrStore(name, &sync.Map{})
	return &View{name: whose, layers: layers, without: layers[0].settings().Without, rev: s.rev, memo: memo.(*sync.Map)}
}

// Stored returns a layer's own record of an id, whatever its state.
func (l *Library) Stored(name Layer, id ID) (Record, bool) {
	layer := l.state.Load().layers[name]
	if layer == nil {
		return Record{}, false
	}
	r, ok := layer.records[id]
	return r, ok
}

// Note returns a note of the store, or ErrNotFound.
func (l *Library) Note(ctx context.Context, book Book, key string) (value []byte, err error) {
	err = l.store.View(ctx, func(tx Tx) error {
		value, err = tx.Note(book, key)
		return err
	})
	return value, err
}

// Close closes the store. Views that were handed out go on.
func (l *Library) Close() error { return l.store.Close() }

// Secret returns the key of a name, 32 bytes, which is made on first use and
// kept in the store.
func (l *Library) Secret(ctx context.Context, name string) (key []byte, err error) {
	err = l.store.Update(ctx, func(tx Tx) error {
		key, err = tx.Note(Secrets, name)
		if !errors.Is(err, ErrNotFound) {
			return err
		}
		key = make([]byte, 32)
		if _, err := io.ReadFull(l.random, key); err != nil {
			return err
		}
		return tx.PutNote(Secrets, name, key, l.now())
	})
	return key, err
}

func (s *state) with(name Layer, next *layer) *state {
	layers := maps.Clone(s.layers)
	layers[name] = next
	return &state{rev: s.rev + 1, layers: layers}
}

func (s *state) without(name Layer) *state {
	layers := maps.Clone(s.layers)
	delete(layers, name)
	return &state{rev: s.rev + 1, layers: layers}
}
