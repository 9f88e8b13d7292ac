package knowledge_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
	"griot/knowledge/text"
)

// tinkerer makes random edits of the small world, on the shelf and on the desks
// of two servers.
type tinkerer struct {
	t        *testing.T
	rand     *rand.Rand
	path     string
	lib      *knowledge.Library
	store    *spy
	original map[knowledge.ID]knowledge.Record
	turns    []turn
	made     map[turn]int // how often each changed anything
}

// turn is what may be laid over a record, as testdata/turns.txt has it.
type turn struct {
	id   knowledge.ID
	over string
}

// TestIndexEqualsTheStore makes random edits, and after each reads the store
// from its beginning into a second library: in every view, names and texts must
// be found the same, in the same order and with the same scores. Now and then
// the store is opened again and it goes on from there. GRIOT_LONG=1 makes every
// turn 120 times rather than 6.
func TestIndexEqualsTheStore(t *testing.T) {
	rounds := 6
	if os.Getenv("GRIOT_LONG") != "" {
		rounds = 120
	}
	w := newTinkerer(t)
	for range rounds {
		w.rand.Shuffle(len(w.turns), func(i, j int) { w.turns[i], w.turns[j] = w.turns[j], w.turns[i] })
		for _, turn := range w.turns {
			if layer := w.layer(); w.edit(layer, turn) {
				w.compare(layer, turn)
			}
		}
		w.reopen()
	}
	for _, turn := range w.turns {
		if w.made[turn] == 0 {
			t.Errorf("never changed anything: %s %s", turn.id, turn.over)
		}
	}
}

func newTinkerer(t *testing.T) *tinkerer {
	w := &tinkerer{t: t, path: file(t), rand: rand.New(rand.NewPCG(3, 5)), turns: turns(t)}
	w.original, w.made = map[knowledge.ID]knowledge.Record{}, map[turn]int{}
	w.reopen()
	records := append(weir(t), textRecords(t, weirText(t))...)
	apply(t, w.lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: records})
	for _, r := range records {
		w.original[r.ID] = r
	}
	return w
}

// turns reads testdata/turns.txt.
func turns(t *testing.T) (all []turn) {
	t.Helper()
	lines, err := os.ReadFile("testdata/turns.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(lines)) {
		if id, over, ok := strings.Cut(strings.TrimSpace(line), " "); ok && id != "#" {
			all = append(all, turn{knowledge.ID(id), strings.TrimSpace(over)})
		}
	}
	return all
}

func (w *tinkerer) reopen() {
	if w.lib != nil {
		if err := w.lib.Close(); err != nil {
			w.t.Fatal(err)
		}
	}
	w.store = new(spy)
	w.lib = openOver(w.t, w.path, func(s knowledge.Store) knowledge.Store { w.store.Store = s; return w.store })
}

func (w *tinkerer) layer() knowledge.Layer {
	return []knowledge.Layer{knowledge.Shelf, knowledge.Desk("g1"), knowledge.Desk("g2")}[w.rand.IntN(3)]
}

// edit makes a turn on a layer, or else hides the record there, shows it or puts
// it back; it reports whether anything changed, which it doesn't if it would
// break a rule.
func (w *tinkerer) edit(layer knowledge.Layer, turn turn) bool {
	r, ok := w.lib.Stored(layer, turn.id)
	if !ok {
		r = stored(w.t, w.lib, knowledge.Shelf, turn.id)
		r.Layer, r.Rev, r.Base, r.State = layer, 0, r.Rev, knowledge.Live
	}
	switch w.rand.IntN(6) {
	case 0:
		r.State = knowledge.Hidden
	case 1:
		r.State, r.Body = knowledge.Live, w.original[r.ID].Body
	default:
		r.State, r.Body = knowledge.Live, w.laidOver(turn)
		if !w.apply(layer, r) {
			return false
		}
		w.made[turn]++
		return true
	}
	return w.apply(layer, r)
}

// laidOver returns the body of a turn's record with the turn laid over it.
func (w *tinkerer) laidOver(turn turn) json.RawMessage {
	changed := with(w.t, []knowledge.Record{w.original[turn.id]}, map[knowledge.ID]string{turn.id: turn.over})[0]
	if changed.Kind != knowledge.KindPassage {
		return changed.Body
	}
	var p knowledge.Passage
	if err := json.Unmarshal(changed.Body, &p); err != nil {
		w.t.Fatal(err)
	}
	p.Sentences = text.Sentences(p.Text, p.Language)
	return record(w.t, changed.Kind, changed.ID, p).Body
}

func (w *tinkerer) apply(layer knowledge.Layer, r knowledge.Record) bool {
	guild, onDesk := strings.CutPrefix(string(layer), "desk/")
	e, who := knowledge.Edit{Layer: layer, Action: knowledge.ApplyPack, Records: []knowledge.Record{r}}, knowledge.Operator()
	if onDesk {
		e.Action, who = knowledge.EditRecord, moderator(guild)
	}
	receipt, err := w.lib.Apply(w.t.Context(), who, e)
	if err == nil && receipt.Waiting != "" {
		e = knowledge.Edit{Layer: layer, Action: knowledge.Approve, Proposal: receipt.Waiting}
		receipt, err = w.lib.Apply(w.t.Context(), second(guild), e)
	}
	return err == nil && receipt.Seq != 0
}

// compare holds the library against one that reads the store anew.
func (w *tinkerer) compare(layer knowledge.Layer, last turn) {
	w.t.Helper()
	rebuilt, err := knowledge.OpenLibrary(w.t.Context(), w.store.Store)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, guild := range []string{"", "g1", "g2"} {
		if diff := cmp.Diff(finds(rebuilt.View(guild)), finds(w.lib.View(guild))); diff != "" {
			w.t.Fatalf("after %s of %s on %s, server %q (-rebuilt +kept):\n%s", last.over, last.id, layer, guild, diff)
		}
	}
}

// sought are words of the small world and of the turns, some typed badly.
var sought = []string{
	"weir", "the", "night tarrow", "miller eight acres", "men of upper tarrow", "uppers", "mowers", "reeve leads",
	"headman", "breach", "stone", "pierre", "meuniers moulin", "harvest", "land", "justice 1911", "3 May 1911", "stalled", "opposes",
	"responded", "accused", "community", "hollow lowlands", "borders", "flooded", "peace", "wc11", "daughter", "wier", "brech", "tarow mil",
}

// finds returns all that a view finds for the words that are sought.
func finds(v *knowledge.View) map[string]any {
	found := map[string]any{"": v.Complete("", 50)}
	for _, words := range sought {
		found["search "+words] = v.Search(words, 50)
		found["words "+words] = v.Words(words)
		found["complete "+words] = v.Complete(words, 50)
		found["find "+words] = v.Find(words)
	}
	return found
}
