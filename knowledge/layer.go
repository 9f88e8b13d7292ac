package knowledge

import (
	"maps"
	"slices"
	"sync"

	"griot/knowledge/search"
	"griot/knowledge/text"
)

// layer is what one layer holds, decoded and indexed. It never changes once it
// is published, but for the places of moved anchors, which are found on first
// use.
type layer struct {
	records  map[ID]Record
	lost     map[ID]bool // records that are damaged and left out
	bodies   map[ID]any
	passages map[ID][]*Passage // by source, as the text reads
	about    map[ID][]*Claim   // by entry
	answers  map[ID][]Answer   // by claim: who answers it, and how
	tied     map[ID][]Tie      // by entry: relations of others that name it
	merged   map[ID][]ID       // by id: the records merged into it
	labels   map[string]ID     // sources by label
	facts    map[ID][]ID       // by claim: the entries with a fact from it
	within   map[ID][]ID       // by place: the places and events that lie in it
	cited    map[ID][]ID       // by source: the claims that cite it; by actor: those it speaks
	called   map[string][]ID   // entries by folded name
	found    *search.Index     // names of entries, places, sources; texts of entries, claims, passages
	moved    sync.Map          // Citation → moved
}

// Tie is a relation seen from the entry that it names.
type Tie struct {
	From ID
	Relation
}

// with returns a copy of l with records put in place of those there. Only the
// new ones are decoded; a record that can't be is an error.
func (l *layer) with(records []Record) (*layer, error) {
	next := &layer{records: map[ID]Record{}, bodies: map[ID]any{}, found: search.New()}
	if l != nil {
		next.found, next.lost = l.found, maps.Clone(l.lost)
		next.records, next.bodies = maps.Clone(l.records), maps.Clone(l.bodies)
	}
	for _, r := range records {
		body, err := r.decode()
		if err != nil {
			return nil, err
		}
		next.records[r.ID], next.bodies[r.ID] = r, body
		delete(next.lost, r.ID)
	}
	next.index()
	next.search(l.touched(records), next.touched(records))
	return next, nil
}

// index builds all that follows from the bodies.
func (l *layer) index() {
	l.passages, l.about, l.answers = map[ID][]*Passage{}, map[ID][]*Claim{}, map[ID][]Answer{}
	l.tied, l.labels, l.facts = map[ID][]Tie{}, map[string]ID{}, map[ID][]ID{}
	l.merged, l.called = map[ID][]ID{}, map[string][]ID{}
	l.within, l.cited = map[ID][]ID{}, map[ID][]ID{}
	for _, id := range sortedKeys(l.records) {
		if r := l.records[id]; r.State == Merged {
			l.merged[r.Into] = append(l.merged[r.Into], id)
		}
	}
	for _, id := range l.live() {
		switch b := l.bodies[id].(type) {
		case *Source:
			l.labels[b.Label] = id
		case *Passage:
			l.passages[b.Source] = append(l.passages[b.Source], b)
		case *Claim:
			for _, e := range b.About {
				l.about[e] = append(l.about[e], b)
			}
			for _, a := range b.Answers {
				l.answers[a.Claim] = append(l.answers[a.Claim], Answer{b.ID, a.How})
			}
			for _, cite := range b.Cites {
				l.cited[cite.Source] = append(l.cited[cite.Source], id)
			}
			for _, s := range b.By {
				l.cited[s.Actor] = append(l.cited[s.Actor], id)
			}
		case *Place:
			l.within[b.Within] = append(l.within[b.Within], id)
		case *Entry:
			for _, p := range b.Places {
				l.within[p.Place] = append(l.within[p.Place], id)
			}
			for _, r := range b.Relations {
				l.tied[r.To] = append(l.tied[r.To], Tie{id, r})
			}
			for _, n := range namesOf(b.Name, b.Also, b.Finds) {
				l.call(text.Fold(n.Text), id)
			}
			for _, f := range b.Facts() {
				l.facts[f.Claim] = append(l.facts[f.Claim], id)
			}
		}
	}
}

// call notes that an entry has a name.
func (l *layer) call(folded string, id ID) {
	if folded != "" && !slices.Contains(l.called[folded], id) {
		l.called[folded] = append(l.called[folded], id)
	}
}

// live returns the ids of the records that readers see, in order.
func (l *layer) live() []ID {
	var ids []ID
	for id, r := range l.records {
		if r.State == Live {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
