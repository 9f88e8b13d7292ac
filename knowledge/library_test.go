package knowledge_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"griot/knowledge"
	"griot/storage"
)

func TestEmptyLibrary(t *testing.T) {
	v := open(t, file(t)).View("g1")
	if v.Rev() != 0 || len(v.Entries("")) > 0 || len(v.Find("x")) > 0 || v.Check() != nil {
		t.Error("an empty store has something")
	}
}

// TestReopen: what was applied is there when the store is opened again, desks
// and all.
func TestReopen(t *testing.T) {
	path := file(t)
	t.Run("first", func(t *testing.T) {
		lib := shelfAt(t, path)
		desk(t, lib, "g1", over(t, lib, "weir-cut", knowledge.Live, `{"name": "The breach"}`))
	})
	lib := open(t, path)
	if here, there := nameOf(lib.View("g1"), "weir-cut"), nameOf(lib.View(""), "weir-cut"); here != "The breach" || there != "The cutting of the weir" {
		t.Errorf("%s on the desk, %s on the shelf", here, there)
	}
	if got := claimIDs(lib.View("").About("weir-cut")); got != "c-eight c-cut c-suspect c-denial" {
		t.Errorf("about weir-cut: %s", got)
	}
	desk(t, lib, "g1", func() knowledge.Record {
		r := stored(t, lib, knowledge.Desk("g1"), "weir-cut")
		r.State = knowledge.Hidden
		return r
	}())
	if nameOf(lib.View("g1"), "weir-cut") != "" {
		t.Error("the desk's event can't be hidden after opening again")
	}
}

// TestReadersKeepTheirView: a view doesn't change while others write, and
// every view is whole.
func TestReadersKeepTheirView(t *testing.T) {
	lib := shelf(t)
	var readers sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				v := lib.View("g1")
				rev, name := v.Rev(), nameOf(v, "weir-cut")
				place, _ := v.Place("tarrow").Name.In("en")
				if name != "The cutting of the weir" && name != place {
					t.Errorf("half of an edit is seen: %s, %s", name, place)
				}
				v.About("weir-cut")
				v.Find("tarrow")
				if v.Rev() != rev || nameOf(v, "weir-cut") != name {
					t.Errorf("the view of rev %d changed", rev)
				}
			}
		})
	}
	for i := range 20 {
		name := fmt.Sprintf("name %d", i)
		tarrow := with(t, []knowledge.Record{stored(t, lib, knowledge.Shelf, "tarrow")}, map[knowledge.ID]string{"tarrow": fmt.Sprintf(`{"name": %q}`, name)})[0]
		tarrow.Rev = uint64(i + 1)
		apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{renamed(t, lib, name), tarrow}})
	}
	close(stop)
	readers.Wait()
}

// TestWriterStoppedBehindItsCommit: what is stored and not yet published is
// seen by no reader, in names or in hits, nor does any reader wait for it; the
// next view behind it has all of it.
func TestWriterStoppedBehindItsCommit(t *testing.T) {
	lib, store := spied(t)
	before := lib.View("g1")
	edit := knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Records: []knowledge.Record{renamed(t, lib, "The zebra breach")}}
	stopped, goOn, done := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	store.committed = func() { close(stopped); <-goOn }
	go func() {
		_, err := lib.Apply(context.Background(), knowledge.Operator(), edit)
		done <- err
	}()
	select {
	case <-stopped:
	case err := <-done:
		t.Fatalf("nothing was committed: %v", err)
	}
	err := store.View(t.Context(), func(tx knowledge.Tx) error {
		r, err := tx.Get(knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindEvent, ID: "weir-cut"})
		if !strings.Contains(string(r.Body), "zebra") {
			t.Errorf("it was stopped before its commit: %s", r.Body)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	for _, guild := range []string{"", "g1"} {
		wantName(t, lib.View(guild), "The cutting of the weir", "cutting")
	}
	close(goOn)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	wantName(t, before, "The cutting of the weir", "cutting")
	for _, guild := range []string{"", "g1"} {
		wantName(t, lib.View(guild), "The zebra breach", "zebra")
	}
}

// wantName holds that a view has one name of the event, and finds it by that
// and by no other.
func wantName(t *testing.T, v *knowledge.View, name, word string) {
	t.Helper()
	if got := nameOf(v, "weir-cut"); got != name {
		t.Errorf("rev %d: the event is called %q, want %q", v.Rev(), got, name)
	}
	if hits := v.Search("zebra", 5).Hits; (len(hits) > 0) != (word == "zebra") {
		t.Errorf("rev %d: the text leads to %v", v.Rev(), hits)
	}
	for _, w := range []string{"cutting", "zebra"} {
		if found := v.Find(w); (len(found) > 0) != (w == word) {
			t.Errorf("rev %d: the name %q leads to %v", v.Rev(), w, found)
		}
	}
}

// TestWritersGoOneAtATime: of those who edit the same version, one wins.
func TestWritersGoOneAtATime(t *testing.T) {
	lib := shelf(t)
	edit := knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Records: []knowledge.Record{renamed(t, lib, "The breach")}}
	var writers sync.WaitGroup
	errs := make([]error, 5)
	for i := range errs {
		writers.Go(func() { _, errs[i] = lib.Apply(context.Background(), knowledge.Operator(), edit) })
	}
	writers.Wait()
	won := 0
	for _, err := range errs {
		if err == nil {
			won++
		} else if !errors.Is(err, knowledge.ErrStale) {
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d of %d won", won, len(errs))
	}
}

func TestApplyAfterCancel(t *testing.T) {
	lib := shelf(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := lib.Apply(ctx, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Records: []knowledge.Record{renamed(t, lib, "The breach")}})
	if !errors.Is(err, context.Canceled) || nameOf(lib.View(""), "weir-cut") != "The cutting of the weir" {
		t.Errorf("%v; %s", err, nameOf(lib.View(""), "weir-cut"))
	}
}

// TestDamagedRecord: it is named in the log and left out, the rest serves, and
// an edit can put it back.
func TestDamagedRecord(t *testing.T) {
	path := file(t)
	t.Run("damage", func(t *testing.T) { shelfAt(t, path) })
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	body := []byte("Stone would be best")
	if bytes.Count(raw, body) < 1 {
		t.Fatal("the claim isn't in the file")
	}
	raw = flipInRecords(raw, body)
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	lib, err := knowledge.OpenLibrary(t.Context(), store, knowledge.WithLog(slog.New(slog.NewTextHandler(&lines, nil))))
	if err != nil {
		t.Fatal(err)
	}
	if v := lib.View(""); v.Claim("c-stone") != nil || len(v.Claims()) != 6 || v.Entry("second-weir") == nil {
		t.Errorf("claims: %s", claimIDs(v.Claims()))
	}
	if got := lines.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "shelf claim c-stone") || !strings.Contains(got, "level=ERROR") {
		t.Errorf("the log says %s", got)
	}
	for _, r := range weir(t) {
		if r.ID == "c-stone" {
			apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{r}})
		}
	}
	if lib.View("").Claim("c-stone") == nil {
		t.Error("the damaged claim can't be put back")
	}
	if err := lib.Close(); err != nil {
		t.Error(err)
	}
	wantWhole(t, path)
}

// flipInRecords turns a bit wherever a record's body stands, and leaves the log
// of changes alone, where JSON stands within JSON.
func flipInRecords(raw, body []byte) []byte {
	for at := 0; ; {
		i := bytes.Index(raw[at:], body)
		if i < 0 {
			return raw
		}
		at += i + len(body)
		start := max(0, at-600)
		if !bytes.Contains(raw[start:at], []byte(`"edits"`)) && !bytes.Contains(raw[start:at], []byte(`"after"`)) {
			raw[at-1] ^= 1
		}
	}
}

// TestUnreadableRecord: one that the store keeps and the domain can't read is
// left out as a damaged one is.
func TestUnreadableRecord(t *testing.T) {
	path := file(t)
	store, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	err = store.Update(t.Context(), func(tx knowledge.Tx) error {
		for id, body := range map[knowledge.ID]string{"good-one": `{"id": "good-one", "label": "GO", "title": "t", "publisher": "p", "language": "en"}`, "odd-one": `[]`} {
			r := knowledge.Record{Key: knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindSource, ID: id}, Rev: 1, State: knowledge.Live, Body: []byte(body)}
			if err := tx.Put(r); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	lib := open(t, path, knowledge.WithLog(slog.New(slog.NewTextHandler(&lines, nil))))
	if got := sourceIDs(lib.View("").Sources()); got != "good-one" || !strings.Contains(lines.String(), "shelf source odd-one") {
		t.Errorf("%s; the log says %s", got, lines.String())
	}
}

// TestOrphansAreLogged when a library is opened.
func TestOrphansAreLogged(t *testing.T) {
	path := file(t)
	t.Run("store", func(t *testing.T) {
		lib := shelfAt(t, path)
		if _, err := lib.ImportText(t.Context(), knowledge.Operator(), knowledge.Shelf, weirText(t)[:4], knowledge.Intake{Source: chronicle}); err != nil {
			t.Fatal(err)
		}
	})
	var lines bytes.Buffer
	open(t, path, knowledge.WithLog(slog.New(slog.NewTextHandler(&lines, nil))))
	for _, want := range []string{"layer=shelf", "count=3", "c-reeve at WC11-3.2", "c-second at WC11-4.1", "c-stone at WC11-4.2"} {
		if !strings.Contains(lines.String(), want) {
			t.Errorf("the log doesn't name %s: %s", want, lines.String())
		}
	}
	if strings.Count(lines.String(), "\n") != 1 {
		t.Errorf("the log says %s", lines.String())
	}
}

// torn is a store whose records can't be walked.
type torn struct{ knowledge.Store }

func (s torn) View(ctx context.Context, fn func(knowledge.Tx) error) error {
	return s.Store.View(ctx, func(tx knowledge.Tx) error { return fn(tornTx{tx}) })
}

type tornTx struct{ knowledge.Tx }

func (tornTx) Scan(knowledge.Layer, knowledge.Kind, func(knowledge.Record, error) error) error {
	return knowledge.ErrDamaged
}

// TestTornStore: a store that can't be read through is not opened as if it were
// empty.
func TestTornStore(t *testing.T) {
	path := file(t)
	store, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := knowledge.OpenLibrary(t.Context(), torn{store}); !errors.Is(err, knowledge.ErrDamaged) || !contains(err, "read the store") {
		t.Errorf("opened: %v", err)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
	wantWhole(t, path)
}

func TestNewRecordRefuses(t *testing.T) {
	if _, err := knowledge.NewRecord(knowledge.Shelf, knowledge.KindClaim, "c-odd", func() {}); !contains(err, "claim c-odd") {
		t.Errorf("a body that JSON can't hold: %v", err)
	}
}

func TestSecret(t *testing.T) {
	path := file(t)
	var first []byte
	t.Run("made", func(t *testing.T) {
		lib := open(t, path, knowledge.WithRandom(bytes.NewReader(bytes.Repeat([]byte("x"), 40))))
		first = secret(t, lib, "buttons")
		if string(first) != strings.Repeat("x", 32) {
			t.Errorf("%q is not what the source of randomness gave", first)
		}
		if !bytes.Equal(first, secret(t, lib, "buttons")) {
			t.Error("the second call gives another")
		}
		if _, err := lib.Secret(t.Context(), "other"); err == nil {
			t.Error("8 bytes of randomness made a key")
		}
	})
	lib := open(t, path)
	if !bytes.Equal(first, secret(t, lib, "buttons")) {
		t.Error("another after opening again")
	}
	if other := secret(t, lib, "other"); len(other) != 32 || bytes.Equal(first, other) {
		t.Errorf("another name's key is %q", other)
	}
}

func secret(t *testing.T, lib *knowledge.Library, name string) []byte {
	t.Helper()
	key, err := lib.Secret(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// TestKeptQueries: a query is found by its digest for 30 days after it was last
// kept.
func TestKeptQueries(t *testing.T) {
	clock := newClock()
	lib := open(t, file(t), knowledge.WithClock(clock.now))
	keep := func(query string) string {
		t.Helper()
		digest, err := lib.KeepQuery(t.Context(), []byte(query))
		if err != nil || len(digest) != 22 {
			t.Fatalf("%s, %v", digest, err)
		}
		return digest
	}
	kept := func(digest string) string {
		query, err := lib.KeptQuery(t.Context(), digest)
		if err != nil && !errors.Is(err, knowledge.ErrNotFound) {
			t.Error(err)
		}
		return string(query)
	}
	once, twice := keep("asked once"), keep("asked twice")
	if once == twice || kept(once) != "asked once" || kept(strings.Repeat("0", 22)) != "" {
		t.Errorf("%s %s: %q", once, twice, kept(once))
	}
	const day = 24 * time.Hour
	clock.Time = clock.Add(20 * day)
	keep("asked twice")
	clock.Time = clock.Add(10 * day)
	keep("on the thirtieth day")
	if kept(once) != "asked once" {
		t.Error("forgotten on the thirtieth day")
	}
	clock.Time = clock.Add(time.Second)
	if kept(once) != "" || kept(twice) != "asked twice" {
		t.Errorf("after 30 days: %q, %q", kept(once), kept(twice))
	}
	if keep("asked once") != once || kept(once) != "asked once" {
		t.Error("not kept again after 30 days")
	}
}

// TestKeepingAQueryTwiceInADay writes once.
func TestKeepingAQueryTwiceInADay(t *testing.T) {
	clock := newClock()
	var store *countingStore
	lib := openOver(t, file(t), func(s knowledge.Store) knowledge.Store {
		store = &countingStore{Store: s}
		return store
	}, knowledge.WithClock(clock.now))
	for _, c := range []struct {
		after time.Duration
		want  int
	}{{0, 1}, {23 * time.Hour, 1}, {time.Hour, 2}, {0, 2}} {
		clock.Time = clock.Add(c.after)
		if _, err := lib.KeepQuery(t.Context(), []byte("asked")); err != nil {
			t.Fatal(err)
		}
		if store.updates != c.want {
			t.Errorf("%s later: %d writes, want %d", c.after, store.updates, c.want)
		}
	}
}

// countingStore counts what is written.
type countingStore struct {
	knowledge.Store
	updates int
}

func (s *countingStore) Update(ctx context.Context, write func(knowledge.Tx) error) error {
	s.updates++
	return s.Store.Update(ctx, write)
}

// TestCloseLetsGo: a closed library's file can be opened again, and a view that
// was handed out goes on.
func TestCloseLetsGo(t *testing.T) {
	path := file(t)
	var v *knowledge.View
	t.Run("closed", func(t *testing.T) { v = shelfAt(t, path).View("") })
	open(t, path)
	if nameOf(v, "weir-cut") != "The cutting of the weir" {
		t.Error("the view ended with the library")
	}
}
