package knowledge_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"griot/knowledge"
)

// altered is a transaction whose log was tampered with.
type altered struct {
	knowledge.Tx
	log []entry
}

func (a altered) Changes(_ knowledge.Layer, fn func(knowledge.Change, []byte) error) error {
	for _, e := range a.log {
		if err := fn(e.header, e.body); err != nil {
			return err
		}
	}
	return nil
}

// TestVerifyChain: the first broken link is named, whatever was altered.
func TestVerifyChain(t *testing.T) {
	lib, store := spied(t)
	for i := range 4 {
		apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: []knowledge.Record{renamed(t, lib, fmt.Sprint(i))}})
	}
	whole := log(t, store, knowledge.Shelf)
	for _, c := range []struct {
		name  string
		alter func([]entry) []entry
		n     int
		says  string // "" if the chain holds
	}{
		{"whole", func(l []entry) []entry { return l }, 5, ""},
		{"empty", func([]entry) []entry { return nil }, 0, ""},
		{"a body redacted", func(l []entry) []entry { l[2].body = nil; return l }, 5, ""},
		{"the end cut off", func(l []entry) []entry { return l[:3] }, 3, ""},
		{"header altered", func(l []entry) []entry { l[1].header.Target = "other"; return l }, 2, "change 3 doesn't follow"},
		{"person altered", func(l []entry) []entry { l[0].header.Person = "other"; return l }, 1, "change 2 doesn't follow"},
		{"body altered", func(l []entry) []entry { l[1].body = []byte(`{}`); return l }, 1, "the body of change 2"},
		{"body emptied", func(l []entry) []entry { l[1].body = []byte{}; return l }, 1, "the body of change 2"},
		{"one missing", func(l []entry) []entry { return slices.Delete(l, 2, 3) }, 2, "change 4 follows change 2"},
		{"the first missing", func(l []entry) []entry { return l[1:] }, 0, "change 2 follows change 0"},
		{"two in another order", func(l []entry) []entry { l[1], l[2] = l[2], l[1]; return l }, 1, "change 3 follows change 1"},
		{"renumbered", func(l []entry) []entry { l = slices.Delete(l, 1, 2); l[1].header.Seq = 2; return l }, 1, "change 2 doesn't follow"},
		{"another beginning", func(l []entry) []entry { l[0].header.Prev = "x"; return l }, 0, "change 1 doesn't follow"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, err := knowledge.VerifyChain(altered{log: c.alter(slices.Clone(whole))}, knowledge.Shelf)
			if n != c.n || (c.says == "") != (err == nil) {
				t.Fatalf("%d, %v; want %d, %s", n, err, c.n, c.says)
			}
			if err != nil && (!errors.Is(err, knowledge.ErrBrokenChain) || !contains(err, "shelf: ") || !contains(err, c.says)) {
				t.Errorf("%v, want %s", err, c.says)
			}
		})
	}
}

// TestChangeHash: every field of a header enters its hash.
func TestChangeHash(t *testing.T) {
	base := knowledge.Change{Seq: 1, Time: newClock().Time, Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Target: "t", Person: "p", Body: "b", Prev: "v"}
	hashes := map[string]string{base.Hash(): "nothing"}
	if len(base.Hash()) != 64 {
		t.Error(base.Hash())
	}
	for name, alter := range map[string]func(*knowledge.Change){
		"seq":    func(c *knowledge.Change) { c.Seq++ },
		"time":   func(c *knowledge.Change) { c.Time = c.Time.Add(1) },
		"layer":  func(c *knowledge.Change) { c.Layer = "x" },
		"action": func(c *knowledge.Change) { c.Action = "x" },
		"target": func(c *knowledge.Change) { c.Target = "x" },
		"person": func(c *knowledge.Change) { c.Person = "x" },
		"body":   func(c *knowledge.Change) { c.Body = "x" },
		"prev":   func(c *knowledge.Change) { c.Prev = "x" },
	} {
		c := base
		alter(&c)
		if other, taken := hashes[c.Hash()]; taken {
			t.Errorf("another %s has the hash of %s", name, other)
		}
		hashes[c.Hash()] = name
	}
}
