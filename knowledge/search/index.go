package search

import (
	"cmp"
	"slices"
	"sync"
)

// Role says what a name is to its document. Lower roles are preferred when
// several names of a document match equally well.
type Role int

const (
	Main  Role = iota // what the document is called, in any language
	Other             // another name that it goes by
	Found             // leads here, but is never shown as its name
)

// Name is one name of a document, as written.
type Name struct {
	Text string
	Role Role
}

// Doc is a thing that has names. Among equally good matches more Weight (how
// connected it is) comes first. Its first Main name, or else its first Other
// name, is the name it is called by.
type Doc struct {
	ID     string
	Group  string
	Names  []Name
	Weight int
}

// Index holds documents and answers look-ups in their names. All methods may
// be called at the same time; a look-up sees each Add and Remove whole or not
// at all. Make one with New.
type Index struct {
	mu     sync.RWMutex
	byID   map[string]*entry
	ranked []*entry // in the order of compareRank
}

// New returns an empty index.
func New() *Index {
	return &Index{byID: map[string]*entry{}}
}

// Add puts d into the index, in place of the document with the same ID if
// there is one. The index keeps nothing of d.Names that the caller could
// change afterwards.
func (x *Index) Add(d Doc) {
	e := newEntry(d) // folding is the slow part and needs no lock
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(d.ID)
	i, _ := slices.BinarySearchFunc(x.ranked, e, compareRank)
	x.ranked = slices.Insert(x.ranked, i, e)
	x.byID[d.ID] = e
}

// Remove takes the document with this id out; an unknown id changes nothing.
func (x *Index) Remove(id string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(id)
}

// remove does the work of Remove for callers that hold the lock.
func (x *Index) remove(id string) {
	e, ok := x.byID[id]
	if !ok {
		return
	}
	i, _ := slices.BinarySearchFunc(x.ranked, e, compareRank)
	x.ranked = slices.Delete(x.ranked, i, i+1)
	delete(x.byID, id)
}

// entry is a document made ready for look-up.
type entry struct {
	id, group string
	weight    int
	title     string // the name it is called by, as written; "" if it has none
	rank      string // the same, folded
	names     []name // by role, and within a role as given
}

func newEntry(d Doc) *entry {
	e := &entry{id: d.ID, group: d.Group, weight: d.Weight}
	for _, n := range d.Names {
		e.names = append(e.names, newName(n))
	}
	slices.SortStableFunc(e.names, func(a, b name) int { return cmp.Compare(a.role, b.role) })
	if len(e.names) > 0 && e.names[0].role != Found {
		e.title, e.rank = e.names[0].text, e.names[0].folded
	}
	return e
}

// in reports whether the entry belongs to one of the groups; no groups mean
// all.
func (e *entry) in(groups []string) bool {
	return len(groups) == 0 || slices.Contains(groups, e.group)
}

// compareRank orders documents when nothing is typed. It is 0 only for the
// same id.
func compareRank(a, b *entry) int {
	return cmp.Or(
		cmp.Compare(b.weight, a.weight),
		cmp.Compare(a.rank, b.rank),
		cmp.Compare(a.id, b.id),
	)
}
