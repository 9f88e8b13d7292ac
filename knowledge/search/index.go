package search

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
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

// Doc is a thing that has names, by which Complete and Find lead to it, and
// texts, by which Search does. Among equally good names more Weight (how
// connected it is) comes first. Its first Main name, or else its first Other
// name, is the name it is called by.
type Doc struct {
	ID       string
	Group    string
	Names    []Name
	Weight   int
	Language string  // of Fields, such as "en"; empty is English
	Fields   []Field // names are searched only if they stand here too
}

// Index holds documents and answers look-ups in their names and texts. All
// methods may be called at the same time; a look-up sees each change whole or
// not at all, and never waits for one. Make one with New.
type Index struct {
	writing sync.Mutex // held from reading the state to publishing the next
	state   atomic.Pointer[state]
}

// state is what an index holds at one moment. It never changes.
type state struct {
	reader
}

// New returns an empty index.
func New() *Index {
	return newIndex(&state{reader{lexicon: newLexicon(), scans: &scans{}}})
}

func newIndex(s *state) *Index {
	x := &Index{}
	x.state.Store(s)
	return x
}

// Add puts d into the index, in place of the document with the same ID if
// there is one. The index keeps nothing of d that the caller could change
// afterwards.
//
// A passage of eighty words took 66 to 94 microseconds, and in place of another
// 139 to 176, no more among a hundred thousand than among two thousand. Who brings
// many documents brings them at once, with With.
func (x *Index) Add(d Doc) { x.change([]Doc{d}, nil) }

// Remove takes the document with this id out; an unknown id changes nothing. It
// took 61 to 90 microseconds, no more among a hundred thousand passages than among
// two thousand.
func (x *Index) Remove(id string) { x.change(nil, []string{id}) }

func (x *Index) change(add []Doc, remove []string) {
	x.writing.Lock()
	defer x.writing.Unlock()
	x.state.Store(x.state.Load().with(add, remove))
}

// With returns a new index that holds what x holds, less the documents with
// the ids of remove, and then the documents of add in place of those with
// their ids; of two with one ID the later counts. x stays as it is, and the
// two share all that did not change. One document costs what Add and Remove say;
// every eighth change merges small segments, which takes longer.
func (x *Index) With(add []Doc, remove []string) *Index {
	return newIndex(x.state.Load().with(add, remove))
}

func (s *state) with(add []Doc, remove []string) *state {
	add = latest(add)
	gone := slices.Clone(remove)
	for i := range add {
		gone = append(gone, add[i].ID)
	}
	parts := take(s.parts, gone)
	for len(add) > 0 {
		n := min(len(add), maxDocs)
		parts = append(parts, part{segment: build(s.lexicon, add[:n])})
		add = add[n:]
	}
	parts = settle(parts)
	return &state{reader{lexicon: s.lexicon, scans: s.scans, parts: parts, sums: sumsOf(parts)}}
}

// latest returns docs without those whose ID comes again.
func latest(docs []Doc) []Doc {
	if len(docs) < 2 {
		return docs
	}
	last := make(map[string]int, len(docs))
	for i := range docs {
		last[docs[i].ID] = i
	}
	if len(last) == len(docs) {
		return docs
	}
	var kept []Doc
	for i := range docs {
		if last[docs[i].ID] == i {
			kept = append(kept, docs[i])
		}
	}
	return kept
}

// take returns a new list of parts without the documents with these ids.
func take(parts []part, ids []string) []part {
	next, gone := slices.Clone(parts), make([][]int, len(parts))
	for _, id := range ids {
		hash := hash(id)
		for i := range next {
			if doc, ok := next[i].find(id, hash); ok {
				gone[i] = append(gone[i], doc)
			}
		}
	}
	for i, docs := range gone {
		if docs != nil {
			slices.Sort(docs)
			next[i] = next[i].without(slices.Compact(docs))
		}
	}
	return next
}

// entry is a document made ready for look-up by its names.
type entry struct {
	id, group string
	doc       uint16 // in its segment
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
