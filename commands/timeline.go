package commands

import (
	"context"
	"slices"
	"strings"

	"griot/knowledge"
)

var (
	timelineActor = Option{Name: "actor", Complete: entryNames("actor", knowledge.KindActor)}
	timelineKind  = Option{Name: "kind", Complete: kindNames}
	timelinePlace = Option{Name: "place", Complete: entryNames("place", knowledge.KindPlace)}
	timelineFrom  = Option{Name: "from"}
	timelineTo    = Option{Name: "to"}

	// timelineAbout is set by buttons: an entry of any kind.
	timelineAbout = Option{Name: "about"}
)

func timelineCommand() Command {
	return Command{
		Name:    "timeline",
		Options: []Option{timelineActor, timelineKind, timelinePlace, timelineFrom, timelineTo},
		Run:     func(_ context.Context, r Request) (Reply, error) { return r.timeline() },
	}
}

// moment is something that a claim dates: an event, or a reform's step. Where
// claims date one event differently, fields hold each, the earliest first: if
// one fits a span, all are shown, as none is surer for lying in it.
type moment struct {
	entry  *knowledge.Entry
	date   knowledge.Date
	value  string
	fields []dated
}

type dated struct {
	date  knowledge.Date
	claim knowledge.ID
}

// span is what a timeline is about.
type span struct {
	about    []*knowledge.Entry
	place    knowledge.ID
	kind     knowledge.Kind
	from, to knowledge.Date
}

func (r Request) timeline() (Reply, error) {
	s, ask, err := r.span()
	if err != nil || ask != nil {
		return orEmpty(ask), err
	}
	moments := r.moments(s)
	if len(moments) == 0 {
		return r.missing(r.Say().Say("missing.timeline"), ""), nil
	}
	title := r.Say().Say("title.timeline")
	if len(s.about) > 0 {
		title = r.Say().Say("title.timeline of", "name", r.text(s.about[0].Name))
	}
	p := r.compose(title, knowledge.KindEvent)
	for _, m := range moments {
		p.moment(m)
	}
	return p.done(), nil
}

// span reads the options. The reply, if there is one, asks which name is meant.
func (r Request) span() (s span, ask *Reply, err error) {
	if s.from, s.to, err = r.dates(timelineFrom, timelineTo); err != nil {
		return s, nil, err
	}
	if s.kind, err = kind(timelineKind, r); err != nil {
		return s, nil, err
	}
	for _, o := range []struct {
		Option
		kinds []knowledge.Kind
	}{{timelineActor, []knowledge.Kind{knowledge.KindActor}}, {timelineAbout, knowledge.EntryKinds()}} {
		if o.In(r) == "" {
			continue
		}
		m := r.find(o.Option, o.kinds...)
		if m.reply != nil {
			return s, m.reply, nil
		}
		s.about = append(s.about, r.View.Entry(m.id))
	}
	if timelinePlace.In(r) != "" {
		m := r.find(timelinePlace, knowledge.KindPlace)
		s.place, ask = m.id, m.reply
	}
	return s, ask, nil
}

// moments returns all that fits the span, in the order of time.
func (r Request) moments(s span) []moment {
	var all []moment
	for _, e := range r.View.Entries("") {
		for _, m := range r.momentsOf(e) {
			if r.fits(m, s) {
				all = append(all, m)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b moment) int {
		if c := a.date.Compare(b.date); c != 0 {
			return c
		}
		return strings.Compare(string(a.entry.ID), string(b.entry.ID))
	})
	return all
}

func (r Request) momentsOf(e *knowledge.Entry) []moment {
	var all []moment
	if len(e.Dates) > 0 {
		m := moment{entry: e, value: r.text(e.Name)}
		for _, d := range e.Dates {
			m.fields = append(m.fields, dated{d.Date, d.Claim})
		}
		slices.SortStableFunc(m.fields, func(a, b dated) int { return a.date.Compare(b.date) })
		m.date = m.fields[0].date
		all = append(all, m)
	}
	for _, s := range e.Steps {
		value := r.Say().Say("timeline.step", "reform", r.text(e.Name), "status", r.Say().Term("status", s.Status))
		all = append(all, moment{e, s.Date, value, []dated{{s.Date, s.Claim}}})
	}
	return all
}

// fits reports whether a moment may fall within the span, at its place, and
// has to do with what it is about.
func (r Request) fits(m moment, s span) bool {
	if s.place != "" && !r.tookPlace(m.entry, s.place) {
		return false
	}
	for _, e := range s.about {
		if !r.tied(m.entry, e) {
			return false
		}
	}
	return (s.kind == "" || s.kind == m.entry.Kind()) &&
		slices.ContainsFunc(m.fields, func(d dated) bool { return within(d.date, s.from, s.to) })
}

// tied reports whether two entries are the same, have a relation, or share a
// claim.
func (r Request) tied(a, b *knowledge.Entry) bool {
	if a.ID == b.ID || r.names(a.Relations, b.ID) || r.names(b.Relations, a.ID) {
		return true
	}
	about := r.View.About(b.ID)
	return slices.ContainsFunc(r.View.About(a.ID), func(c *knowledge.Claim) bool { return slices.Contains(about, c) })
}

func (r Request) names(relations []knowledge.Relation, id knowledge.ID) bool {
	return slices.ContainsFunc(relations, func(rel knowledge.Relation) bool { return r.View.Canonical(rel.To) == id })
}

// moment sets a moment: its date in bold, what it was, where that stands.
func (p *pages) moment(m moment) {
	var u unit
	for _, f := range m.fields {
		if u.length() > pageLength {
			p.put(u)
			u = unit{}
		}
		p.fact(&u, Item, p.request.when(f.date, f.claim), m.value, f.claim)
	}
	if len(u.claims) == 0 {
		return
	}
	p.put(u)
	p.shows(m.entry.ID)
}
