package search

import (
	"strconv"

	"griot/knowledge/text"
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
// corrections come after all that fit as typed.
//
// If prefix holds nothing to look up it lists documents by weight, under the
// names that they are called by, as Connected; a document with Found names
// only is not listed.
func (x *Index) Complete(prefix string, k int, groups ...string) []Completion {
	if k < 1 {
		return nil
	}
	typed := readings(prefix)
	x.mu.RLock()
	defer x.mu.RUnlock()
	if typed == nil {
		return x.connected(k, groups)
	}
	found := newTiers(k)
	x.gather(found, typed, groups, (*entry).fit)
	if found.size() < k {
		x.gather(found, typed, groups, (*entry).near)
	}
	return found.list()
}

// connected lists the first k documents by rank.
func (x *Index) connected(k int, groups []string) []Completion {
	var list []Completion
	for _, e := range x.ranked {
		if len(list) == k {
			break
		}
		if e.in(groups) && e.title != "" {
			list = append(list, Completion{ID: e.id, Name: e.title, Why: Connected})
		}
	}
	return list
}

// gather puts every match of the groups into t. Callers hold the lock.
func (x *Index) gather(t *tiers, typed []phrase, groups []string, match func(*entry, []phrase) (Completion, bool)) {
	for _, e := range x.ranked {
		if !e.in(groups) {
			continue
		}
		if c, ok := match(e, typed); ok {
			t.add(c)
		}
	}
}

// fit returns the best match of e that needs no correction.
func (e *entry) fit(typed []phrase) (best Completion, ok bool) {
	for i := range e.names {
		for _, q := range typed {
			why, fits := e.names[i].fit(q)
			if fits && (!ok || why < best.Why) {
				best, ok = Completion{ID: e.id, Name: e.names[i].text, Why: why}, true
			}
		}
	}
	return best, ok
}

// near returns the match of e with the fewest errors. A match without errors
// is one that fit has found; it is left out, so that no document comes twice.
func (e *entry) near(typed []phrase) (Completion, bool) {
	return e.corrected(typed, (*name).begun)
}

// corrected returns the name of e with the fewest errors by the given measure,
// which returns most+1 for more than most. It is false if all have too many or
// one has none.
func (e *entry) corrected(typed []phrase, measure func(n *name, q phrase, most int) int) (Completion, bool) {
	c := Completion{ID: e.id, Why: Corrected}
	for _, q := range typed {
		allowed := forgiven(q.joined)
		for i := range e.names {
			n := &e.names[i]
			if n.lacks(q, allowed) {
				continue
			}
			errors := measure(n, q, allowed)
			if errors == 0 {
				return Completion{}, false
			}
			if errors <= allowed && (c.Errors == 0 || errors < c.Errors) {
				c.Name, c.Errors = n.text, errors
			}
		}
	}
	return c, c.Errors > 0
}

// begun is the least number of errors between q and a beginning of n or of the
// rest of n from one of its words on, or between the words of q and beginnings
// of words of n in any order; most+1 if that is more than most.
func (n *name) begun(q phrase, most int) int {
	least := most + 1
	for _, start := range n.starts {
		if least == 0 {
			return 0
		}
		least = min(least, text.PrefixDistance(q.joined, n.joined[start:], least-1))
	}
	return min(least, n.apart(q, most, text.PrefixDistance))
}

// apart is the sum over the words of q of the least distance to a word of n;
// most+1 if that is more than most, or if a word has more errors than its own
// length allows.
func (n *name) apart(q phrase, most int, distance func(a, b string, max int) int) int {
	sum := 0
	for _, w := range q.words {
		allowed := min(forgiven(w), most-sum)
		least := allowed + 1
		for _, word := range n.words {
			least = min(least, distance(w, word, allowed))
		}
		if least > allowed {
			return most + 1
		}
		sum += least
	}
	return sum
}

// tiers collects completions by reason and errors, and keeps the first k of
// each, in the order in which they come.
type tiers struct {
	k    int
	kept [Corrected + 2][]Completion // two tiers for Corrected: one error, two
}

func newTiers(k int) *tiers { return &tiers{k: k} }

func (t *tiers) add(c Completion) {
	i := int(c.Why)
	if c.Errors > 1 {
		i += c.Errors - 1
	}
	if len(t.kept[i]) < t.k {
		t.kept[i] = append(t.kept[i], c)
	}
}

// size is the number of completions kept.
func (t *tiers) size() int {
	n := 0
	for _, kept := range t.kept {
		n += len(kept)
	}
	return n
}

// list returns the best k of all, best first.
func (t *tiers) list() []Completion {
	var all []Completion
	for _, kept := range t.kept {
		all = append(all, kept...)
	}
	return all[:min(t.k, len(all))]
}
