package search

import (
	"cmp"
	"slices"
	"strconv"
)

// Why says how a typed text leads to a document. Better reasons are lower.
type Why int

const (
	Exact     Why = iota // the text is one of its names, whatever the role
	Prefix               // the text begins a Main name
	OtherName            // the text begins an Other or Found name
	Inside               // every typed word begins a word of a name, in any order
	Corrected            // a name fits if typing errors are forgiven
	Connected            // nothing was typed; it is listed for its Weight
)

// String returns the constant's name in lower case, for logs and tests.
func (w Why) String() string {
	switch w {
	case Exact:
		return "exact"
	case Prefix:
		return "prefix"
	case OtherName:
		return "other name"
	case Inside:
		return "inside"
	case Corrected:
		return "corrected"
	case Connected:
		return "connected"
	}
	return "why " + strconv.Itoa(int(w))
}

// Completion is a document that a typed text leads to, by its best match.
type Completion struct {
	ID     string
	Name   string // the name that matched, as written; it may be a Found one
	Why    Why
	Errors int // typing errors forgiven; more than 0 only if Why is Corrected
}

// Complete returns at most k documents of the groups (none given: of all) that
// prefix may be on the way to, best first, each once. Documents that need
// corrections come after all that fit as typed; there are none if seven letters
// or more begin a name. Only if nothing fits with one error are words in
// another order thought of, then two errors behind a first letter that is
// right, then anywhere.
//
// Among ten thousand names it took 2 microseconds with up to one error and 8 with
// two, among a hundred thousand 5 and 22; one of a hundred took 8, 19, 24 and 77.
// It takes several times that if the names have left the processor's caches.
//
// If prefix holds nothing to look up it lists documents by weight, under the
// names that they are called by, as Connected; a document with Found names
// only is not listed. That took 24 microseconds for 25 of them, among ten thousand
// as among a hundred thousand.
func (x *Index) Complete(prefix string, k int, groups ...string) []Completion {
	return x.state.Load().suggest(prefix, k, groups)
}

// suggest does the work of Complete.
func (r *reader) suggest(prefix string, k int, groups []string) []Completion {
	if k < 1 {
		return nil
	}
	typed := readings(prefix)
	if typed == nil {
		return r.connected(k, groups)
	}
	l := r.lookFor(typed, groups, k)
	defer l.done()
	l.fits()
	if most := typed[0].forgiven(); most > 0 && len(l.hits) < k && !l.surely() {
		l.begun(1, false)
		for errors := 1; errors <= most && len(l.hits) == 0; errors++ {
			l.correct(errors)
		}
	}
	return l.best()
}

// surely reports whether so much is typed, and begins a name, that it can
// hardly be something else with an error.
func (l *lookUp) surely() bool {
	return len(l.typed[0].letters) >= sure && slices.ContainsFunc(l.hits, func(h hit) bool { return h.why < Inside })
}

// sure is the number of letters that seldom begin a name by accident.
const sure = 7

// connected lists the first k documents by rank.
func (r *reader) connected(k int, groups []string) []Completion {
	var all []*entry
	for i := range r.parts {
		n := 0
		for _, e := range r.parts[i].names.entries {
			if n == k {
				break
			}
			if e.title != "" && e.in(groups) && r.holds(&r.parts[i], e.doc) {
				all = append(all, e)
				n++
			}
		}
	}
	slices.SortFunc(all, compareRank)
	var list []Completion
	for _, e := range all[:min(k, len(all))] {
		list = append(list, Completion{ID: e.id, Name: e.title, Why: Connected})
	}
	return list
}

// holds reports whether a document of a part is there to be seen.
func (r *reader) holds(p *part, doc uint16) bool {
	return !p.isDead(int(doc)) && (r.hidden == nil || !r.hidden(p, doc))
}

// hit is the best match of a document.
type hit struct {
	entry  *entry
	name   *name
	in     *names // where its rank is known, or nil
	rank   uint32
	why    Why
	errors int
	kind   keyKind // of corrected ones: what the typed text begins
	slip   bool    // of corrected ones: letters are missing or swapped only
}

// compareHits is the order of results; it is 0 only for the same document.
func compareHits(a, b hit) int {
	if c := cmp.Or(
		cmp.Compare(a.why, b.why),
		cmp.Compare(a.errors, b.errors),
		cmp.Compare(a.kind, b.kind),
		cmp.Compare(odd(a.slip), odd(b.slip)),
	); c != 0 {
		return c
	}
	return a.compareRank(&b)
}

func (h *hit) compareRank(other *hit) int {
	if h.in != nil && h.in == other.in {
		return cmp.Compare(h.rank, other.rank)
	}
	return compareNamed(named{entry: h.entry, name: h.name}, named{entry: other.entry, name: other.name})
}

// completions returns hits as callers see them.
func completions(hits []hit) []Completion {
	if len(hits) == 0 {
		return nil
	}
	list := make([]Completion, 0, len(hits))
	for i := range hits {
		h := &hits[i]
		c := Completion{Why: h.why, Errors: h.errors}
		if h.in != nil {
			d := &h.in.ranked[h.rank]
			c.ID, c.Name = d.id, d.text
		} else {
			c.ID, c.Name = h.entry.id, h.name.text
		}
		list = append(list, c)
	}
	return list
}

func odd(slip bool) int {
	if slip {
		return 0
	}
	return 1
}
