package knowledge_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

// world is what the desks of two servers should hold, in plain maps: what each
// record says, and what each change did.
type world struct {
	t      *testing.T
	path   string
	lib    *knowledge.Library
	rand   *rand.Rand
	guilds map[string]*model
	made   int
}

type model struct {
	now     map[knowledge.ID]version
	log     []map[knowledge.ID]step
	waiting map[knowledge.ID]map[knowledge.ID]version // by proposal: what it would make of records, with the revs it saw
}

// version is a record as the model knows it. Cites is the source of a claim,
// empty for a source.
type version struct {
	says    string
	cites   knowledge.ID
	rev     uint64
	visible bool
	state   string // of a proposal
}

type step struct{ before, after version }

// TestDeskModel does random things on two desks and to plain maps, and
// compares after each: adds, edits, suggestions, approvals, refusals, imports,
// undos, and opening the store again. GRIOT_LONG=1 does 10,000 of them.
func TestDeskModel(t *testing.T) {
	steps := 500
	if os.Getenv("GRIOT_LONG") != "" {
		steps = 10_000
	}
	w := &world{t: t, path: file(t), rand: rand.New(rand.NewPCG(1, 2)), guilds: map[string]*model{}}
	w.lib = shelfAt(t, w.path)
	for _, guild := range []string{"g1", "g2"} {
		w.guilds[guild] = &model{now: map[knowledge.ID]version{}, waiting: map[knowledge.ID]map[knowledge.ID]version{}}
	}
	does := []func(string, *model){w.add, w.edit, w.edit, w.suggest, w.approve, w.approve, w.decline, w.undo, w.undo, w.undo}
	done := map[int]int{}
	for i := range steps {
		guild := []string{"g1", "g2"}[w.rand.IntN(2)]
		n := w.rand.IntN(len(does))
		before := len(w.guilds[guild].log)
		does[n](guild, w.guilds[guild])
		done[n] += len(w.guilds[guild].log) - before
		if i%200 == 199 {
			w.reopen()
		}
		w.compare()
	}
	for n := range does {
		if done[n] == 0 {
			t.Errorf("operation %d never changed anything", n)
		}
	}
	for guild, m := range w.guilds {
		past, err := w.lib.History(t.Context(), knowledge.Desk(guild), "", 0, 1)
		if err != nil || len(past) != 1 || past[0].Seq != uint64(len(m.log)) {
			t.Errorf("%s: %v, %+v, want %d changes", guild, err, past, len(m.log))
		}
	}
}

// add puts one to three sources in one edit, as an import does, and a claim on
// each.
func (w *world) add(guild string, m *model) {
	if len(m.now) > 120 {
		return
	}
	change := map[knowledge.ID]version{}
	for range 1 + w.rand.IntN(3) {
		w.made++
		source := knowledge.ID(fmt.Sprintf("d-source%d", w.made))
		change[source] = version{says: fmt.Sprint("title ", w.rand.Uint32()), visible: true}
		claim := knowledge.ID(fmt.Sprintf("d-claim%d", w.made))
		change[claim] = version{says: fmt.Sprint("The weir holds ", w.rand.Uint32(), "."), cites: source, visible: true}
	}
	w.apply(guild, m, knowledge.ImportFile, change)
}

// edit rewords one record that is visible.
func (w *world) edit(guild string, m *model) {
	if id, v, ok := w.pick(m); ok {
		v.says += " or so"
		if len(v.says) > 80 {
			v.says = v.says[:20]
		}
		w.apply(guild, m, knowledge.EditRecord, map[knowledge.ID]version{id: v})
	}
}

func (w *world) pick(m *model) (knowledge.ID, version, bool) {
	var ids []knowledge.ID
	for id, v := range m.now {
		if v.visible && v.state == "" {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return "", version{}, false
	}
	slices.Sort(ids)
	id := ids[w.rand.IntN(len(ids))]
	return id, m.now[id], true
}

// apply makes an edit that must succeed, in the library and in the model.
func (w *world) apply(guild string, m *model, action knowledge.Action, change map[knowledge.ID]version) {
	receipt := apply(w.t, w.lib, moderator(guild), knowledge.Edit{Layer: knowledge.Desk(guild), Action: action, Records: w.records(change)})
	if receipt.Waiting != "" {
		w.t.Fatalf("an edit waits: %+v", receipt)
	}
	m.log = append(m.log, m.put(change))
}

// put makes a change of the model and returns what the log knows of it.
func (m *model) put(change map[knowledge.ID]version) map[knowledge.ID]step {
	steps := map[knowledge.ID]step{}
	for id, v := range change {
		before := m.now[id]
		v.rev = before.rev + 1
		m.now[id] = v
		steps[id] = step{before, v}
	}
	return steps
}

// records turns versions into records, with the revs that they were read with.
func (w *world) records(change map[knowledge.ID]version) []knowledge.Record {
	var all []knowledge.Record
	for _, id := range slices.Sorted(maps.Keys(change)) {
		v := change[id]
		var r knowledge.Record
		if v.cites == "" {
			r = record(w.t, knowledge.KindSource, id, knowledge.Source{ID: id, Label: "D" + string(id[len("d-source"):]), Title: v.says, Publisher: "nobody", Language: "en"})
		} else {
			r = record(w.t, knowledge.KindClaim, id, knowledge.Claim{ID: id, About: []knowledge.ID{"second-weir"}, Text: knowledge.InEnglish(v.says),
				Certainty: knowledge.Stated, Cites: []knowledge.Citation{{Source: v.cites}}})
		}
		r.Rev = v.rev
		all = append(all, r)
	}
	return all
}

// suggest has a reader suggest a rewording.
func (w *world) suggest(guild string, m *model) {
	id, v, ok := w.pick(m)
	if !ok || len(m.waiting) > 10 {
		return
	}
	v.says = fmt.Sprint("suggested ", w.rand.Uint32())
	change := map[knowledge.ID]version{id: v}
	receipt := apply(w.t, w.lib, reader(guild, "ana"), knowledge.Edit{Layer: knowledge.Desk(guild), Action: knowledge.Suggest, Records: w.records(change)})
	m.waiting[receipt.Waiting] = change
	m.log = append(m.log, m.put(map[knowledge.ID]version{receipt.Waiting: {state: "waiting", visible: true}}))
}

// approve passes a proposal: it must work if the record is as its author saw
// it, and must be refused if not.
func (w *world) approve(guild string, m *model) {
	p, ok := w.pickWaiting(m)
	if !ok {
		return
	}
	change := maps.Clone(m.waiting[p])
	fits := true
	for id, v := range change {
		fits = fits && m.now[id].rev == v.rev && m.now[id].visible
	}
	_, err := w.lib.Apply(w.t.Context(), moderator(guild), knowledge.Edit{Layer: knowledge.Desk(guild), Action: knowledge.Approve, Proposal: p})
	if fits != (err == nil) || err != nil && !errors.Is(err, knowledge.ErrStale) {
		w.t.Fatalf("approve %s, fits %v: %v", p, fits, err)
	}
	if err == nil {
		change[p] = version{state: "approved", visible: true}
		m.log = append(m.log, m.put(change))
	}
}

func (w *world) pickWaiting(m *model) (knowledge.ID, bool) {
	var ids []knowledge.ID
	for id := range m.waiting {
		if v := m.now[id]; v.visible && v.state == "waiting" {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		clear(m.waiting)
		return "", false
	}
	slices.Sort(ids)
	return ids[w.rand.IntN(len(ids))], true
}

func (w *world) decline(guild string, m *model) {
	p, ok := w.pickWaiting(m)
	if !ok || w.rand.IntN(3) > 0 {
		return
	}
	apply(w.t, w.lib, moderator(guild), knowledge.Edit{Layer: knowledge.Desk(guild), Action: knowledge.Decline, Proposal: p, Reason: "no"})
	m.log = append(m.log, m.put(map[knowledge.ID]version{p: {state: "declined", visible: true}}))
}

// undo takes back any change: it must work if its records are as the change
// left them and nothing visible needs what would go, and be refused if not.
func (w *world) undo(guild string, m *model) {
	if len(m.log) == 0 {
		return
	}
	seq := max(0, len(m.log)-1-w.rand.IntN(min(len(m.log), 12)))
	change, free := map[knowledge.ID]version{}, true
	for id, s := range m.log[seq] {
		free = free && m.now[id] == s.after
		back := s.before
		if s.before.rev == 0 { // it was new: it goes
			back = s.after
			back.visible = false
		}
		back.rev = s.after.rev
		change[id] = back
	}
	_, err := w.lib.Apply(w.t.Context(), moderator(guild), knowledge.Edit{Layer: knowledge.Desk(guild), Action: knowledge.Undo, Of: uint64(seq + 1)})
	free = free && w.whole(m, change)
	var rests *knowledge.RestsOnError
	if free != (err == nil) || err != nil && !errors.As(err, &rests) {
		w.t.Fatalf("undo of %d, free %v: %v", seq+1, free, err)
	}
	if err != nil {
		if len(rests.Later) == 0 || slices.Min(rests.Later) <= uint64(seq+1) {
			w.t.Fatalf("undo of %d rests on %v", seq+1, rests.Later)
		}
		return
	}
	m.log = append(m.log, m.put(change))
}

// whole reports whether every visible claim has its source after a change.
func (w *world) whole(m *model, change map[knowledge.ID]version) bool {
	after := maps.Clone(m.now)
	maps.Copy(after, change)
	for _, v := range after {
		if v.visible && v.cites != "" && !after[v.cites].visible {
			return false
		}
	}
	return true
}

func (w *world) reopen() {
	if err := w.lib.Close(); err != nil {
		w.t.Fatal(err)
	}
	w.lib = open(w.t, w.path)
}

// compare holds both desks, as their readers see them, against the model.
func (w *world) compare() {
	w.t.Helper()
	for guild, m := range w.guilds {
		want, got := map[knowledge.ID]string{}, map[knowledge.ID]string{}
		for id, v := range m.now {
			if v.visible {
				want[id] = v.says + v.state
			}
		}
		v := w.lib.View(guild)
		for _, r := range v.Held(knowledge.Desk(guild)) {
			if s := shown(v, r.ID); s != "" {
				got[r.ID] = s
			}
		}
		if !maps.Equal(want, got) {
			w.t.Fatalf("%s (-want +got):\n%s", guild, cmp.Diff(want, got))
		}
	}
}

// shown returns what readers see under an id.
func shown(v *knowledge.View, id knowledge.ID) string {
	if s := v.Source(id); s != nil {
		return s.Title
	}
	if c := v.Claim(id); c != nil {
		text, _ := c.Text.In("en")
		return text
	}
	if p := v.Proposal(id); p != nil {
		return string(p.State)
	}
	return ""
}
