package commands

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// sameWords reports whether two names are the same to a person who types them.
func sameWords(a, b string) bool { return text.Fold(a) == text.Fold(b) }

// choice is a completion as a list shows it: the entry's own name, and the
// name that matched where that is another.
func (r Request) choice(typed string, c search.Completion) Choice {
	name, e := r.nameOf(knowledge.ID(c.ID)), r.View.Entry(knowledge.ID(c.ID))
	shown := name
	if c.Why != search.Connected && c.Name != name && !holdsWords(name, typed) {
		key := "choice.matched"
		if e != nil && slices.Contains(e.Finds, c.Name) {
			key = "choice.sources"
		}
		shown = r.Say().Say(key, "name", name, "match", c.Name)
	}
	return Choice{Name: Cut(visible(shown), MaxChoice), Value: c.ID}
}

// holdsWords reports whether what is typed begins a word of a name, so that a
// reader sees by themselves why it matched.
func holdsWords(name, typed string) bool {
	return strings.Contains(" "+text.Fold(name), " "+text.Fold(typed))
}

// nameOf returns the name of an entry, a place or a source.
func (r Request) nameOf(id knowledge.ID) string {
	if e := r.View.Entry(id); e != nil {
		return r.text(e.Name)
	}
	if p := r.View.Place(id); p != nil {
		return r.text(p.Name)
	}
	if s := r.View.Source(id); s != nil {
		return s.Title
	}
	return string(id)
}

// meant is what a typed name leads to: one record, or a reply that asks which
// or says that there is none.
type meant struct {
	id    knowledge.ID
	typed string // what was typed, if it was corrected
	reply *Reply
}

// showing says for which typing errors records are shown.
func (p *pages) showing(all ...meant) {
	for _, m := range all {
		if m.typed != "" {
			p.note(Line, plain(p.request.Say().Say("card.typed", "name", p.request.nameOf(m.id), "typed", Echo(m.typed))))
		}
	}
}

// find reads the option's value as a record of the given kinds: an id that was
// chosen from the list, or a name as somebody typed it.
func (r Request) find(o Option, kinds ...knowledge.Kind) meant {
	typed := o.In(r)
	if id := knowledge.ID(typed); r.isA(id, kinds) {
		return meant{id: r.View.Canonical(id)}
	}
	found := r.View.Find(typed, kinds...)
	best := leading(found)
	switch {
	case len(best) == 1 && best[0].Why != search.Corrected:
		return meant{id: knowledge.ID(best[0].ID)}
	case len(best) == 1:
		return meant{id: knowledge.ID(best[0].ID), typed: typed}
	case len(best) > 1 && best[0].Why != search.Corrected:
		return r.which(o, "choose.several", best)
	case len(best) > 1:
		return r.which(o, "choose.mean", best)
	}
	return meant{reply: r.elsewhere(o, kinds)}
}

// leading returns the results that are as good as the first: all that fit as
// typed, or of the corrected ones those with the fewest errors.
func leading(found []search.Completion) []search.Completion {
	for i, c := range found {
		if c.Errors > found[0].Errors {
			return found[:i]
		}
	}
	return found
}

func (r Request) which(o Option, key string, found []search.Completion) meant {
	reply := r.chooseAmong(key, r.Command, o, ids(found), "typed", Echo(o.In(r)))
	return meant{reply: &reply}
}

func (r Request) isA(id knowledge.ID, kinds []knowledge.Kind) bool {
	for _, k := range kinds {
		e := r.View.Entry(id)
		if e != nil && e.Kind() == k ||
			k == knowledge.KindPlace && r.View.Place(id) != nil ||
			k == knowledge.KindSource && r.View.Source(id) != nil {
			return true
		}
	}
	return false
}

// elsewhere looks for a name that none of the wanted kinds has: among the other
// entries, then as the place of an event; else the sources don't say.
func (r Request) elsewhere(o Option, kinds []knowledge.Kind) *Reply {
	typed := Echo(o.In(r))
	if found := leading(r.View.Find(o.In(r), knowledge.EntryKinds()...)); len(found) > 0 {
		reply := r.chooseAmong("choose.kind", "", cardName, ids(found), "typed", typed, "kind", r.kindsOf(kinds))
		return &reply
	}
	if there := r.eventsAt(ids(leading(r.View.Find(o.In(r), knowledge.KindPlace)))...); len(there) > 0 {
		reply := r.chooseAmong("choose.place", "", cardName, there, "typed", typed)
		return &reply
	}
	reply := r.missing(r.Say().Say("missing.nothing", "typed", typed), o.In(r))
	return &reply
}

func (r Request) kindsOf(kinds []knowledge.Kind) string {
	return r.Say().Term("a kind", string(kinds[0]))
}

// eventsAt lists the events that took place at one of the places or within it.
func (r Request) eventsAt(places ...knowledge.ID) []knowledge.ID {
	var there []knowledge.ID
	for _, e := range r.View.Entries(knowledge.KindEvent) {
		for _, p := range places {
			if r.tookPlace(e, p) && !slices.Contains(there, e.ID) {
				there = append(there, e.ID)
			}
		}
	}
	return there
}

// tookPlace reports whether any claim sets the event at the place or within.
func (r Request) tookPlace(e *knowledge.Entry, place knowledge.ID) bool {
	return slices.ContainsFunc(e.Places, func(l knowledge.Located) bool { return r.View.Lies(l.Place, place) })
}

func ids(found []search.Completion) []knowledge.ID {
	var all []knowledge.ID
	for _, c := range found {
		all = append(all, knowledge.ID(c.ID))
	}
	return all
}
