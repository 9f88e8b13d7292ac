package knowledge

import (
	"cmp"
	"slices"
	"sync"
)

// View is one unchanging state of what a server reads: its desk over the
// shelf. It is safe for concurrent use, and all that it returns is shared and
// must not be changed.
type View struct {
	name    Layer    // whose view it is
	layers  []*layer // the desk first, where there is one
	rev     uint64
	without []ID      // packs of the shelf that its server doesn't use
	memo    *sync.Map // what Remember was told of this state
}

// NewView returns a view of a shelf that holds just these records, to check
// them before they are stored.
func NewView(records []Record) (*View, error) {
	shelf, err := (*layer)(nil).with(records)
	if err != nil {
		return nil, err
	}
	return &View{name: Shelf, layers: []*layer{shelf}, memo: &sync.Map{}}, nil
}

// Remember returns what work made of a record in this state, and does the work
// once. What a purpose makes of an id must depend on the view alone, and must
// not be changed.
func Remember[T any](v *View, purpose string, id ID, work func() T) T {
	type place struct {
		purpose string
		id      ID
	}
	if made, ok := v.memo.Load(place{purpose, id}); ok {
		return made.(T)
	}
	made, _ := v.memo.LoadOrStore(place{purpose, id}, work())
	return made.(T)
}

// Lost returns how many records are left out because they are damaged. What
// answers a claim may be among them.
func (v *View) Lost() int {
	n := 0
	for _, l := range v.layers {
		n += len(l.lost)
	}
	return n
}

// Layer returns the layer whose view it is: a server's desk, whether or not
// anything stands on it, or the shelf.
func (v *View) Layer() Layer { return v.name }

// Rev numbers the state: it grows with every commit.
func (v *View) Rev() uint64 { return v.rev }

// body returns the live record of id as a T, or nil.
func body[T any](v *View, id ID) *T {
	l, r, ok := v.record(id)
	if !ok {
		return nil
	}
	b, _ := l.bodies[r.ID].(*T)
	return b
}

// Source returns a source, or nil.
func (v *View) Source(id ID) *Source { return body[Source](v, id) }

// Claim returns a claim, or nil.
func (v *View) Claim(id ID) *Claim { return body[Claim](v, id) }

// Entry returns an actor, event or reform, or nil.
func (v *View) Entry(id ID) *Entry { return body[Entry](v, id) }

// Place returns a place, or nil.
func (v *View) Place(id ID) *Place { return body[Place](v, id) }

// Intake returns how a source's text came in, or nil if it has not.
func (v *View) Intake(source ID) *Intake { return body[Intake](v, IntakeID(source)) }

// each calls fn for every live record of a T, in the order of ids.
func each[T any](v *View, fn func(*T)) {
	seen := map[ID]*T{}
	for i, l := range v.layers {
		for id, b := range l.bodies {
			t, ok := b.(*T)
			if ok && l.records[id].State == Live && !v.replaced(id, i) {
				seen[id] = t
			}
		}
	}
	for _, id := range sortedKeys(seen) {
		fn(seen[id])
	}
}

func sortedKeys[T any](m map[ID]T) []ID {
	ids := make([]ID, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Sources returns every source, by date and label.
func (v *View) Sources() []*Source {
	var all []*Source
	each(v, func(s *Source) { all = append(all, s) })
	slices.SortFunc(all, func(a, b *Source) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Label, b.Label))
	})
	return all
}

// Entries returns every entry of a kind, or of all kinds if kind is empty, in
// the order of ids.
func (v *View) Entries(kind Kind) []*Entry {
	var all []*Entry
	each(v, func(e *Entry) {
		if kind == "" || e.Kind() == kind {
			all = append(all, e)
		}
	})
	return all
}

// Claims returns every claim, in the order of ids.
func (v *View) Claims() []*Claim {
	var all []*Claim
	each(v, func(c *Claim) { all = append(all, c) })
	return all
}

// SourceByLabel returns the source with a label such as FP19, or nil.
func (v *View) SourceByLabel(label string) *Source {
	for _, l := range v.layers {
		if id, ok := l.labels[label]; ok {
			return v.Source(id)
		}
	}
	return nil
}

// Passages returns the stored text of a source in its order; none if it was
// not imported. A desk's own import stands in place of the shelf's, as a whole.
func (v *View) Passages(source ID) []*Passage {
	home, i := v.home(source)
	if home == nil {
		return nil
	}
	all := home.passages[source]
	hidden := func(p *Passage) bool { return v.replaced(PassageID(source, p.Paragraph), i) }
	if !slices.ContainsFunc(all, hidden) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), hidden)
}

// Passage returns one paragraph of what Passages returns, or nil.
func (v *View) Passage(source ID, paragraph int) *Passage {
	home, i := v.home(source)
	id := PassageID(source, paragraph)
	if home == nil || home.records[id].State != Live || v.replaced(id, i) {
		return nil
	}
	p, _ := home.bodies[id].(*Passage)
	return p
}

// PassageByID returns the passage of a record's id, or nil.
func (v *View) PassageByID(id ID) *Passage { return body[Passage](v, id) }

// PublicID names a place in a source as readers call it, such as FP19-2.1.
func (v *View) PublicID(source ID, at At) string {
	if s := v.Source(source); s != nil {
		return PublicID(s.Label, at)
	}
	return PublicID(string(source), at)
}
