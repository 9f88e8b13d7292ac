package commands

import (
	"context"
	"slices"
	"strings"

	"griot/knowledge"
)

var (
	timelineActor = Option{Name: "actor", Complete: entryNames("actor", knowledge.KindActor)}
	timelineKind  = Option{Name: "kind", Describe: "option.dated", Complete: datedKinds}
	timelinePlace = Option{Name: "place", Complete: entryNames("place", knowledge.KindPlace)}
	timelineFrom  = Option{Name: "from"}
	timelineTo    = Option{Name: "to"}

	// timelineAbout is set by buttons: an entry of any kind.
	timelineAbout = Option{Name: "about"}
)

// datedKinds completes the kinds of entry that have dates.
func datedKinds(r Request) []Choice {
	return slices.DeleteFunc(kindNames(r), func(c Choice) bool { return c.Value == string(knowledge.KindActor) })
}

func timelineCommand() Command {
	return Command{
		Name:    "timeline",
		Options: []Option{timelineActor, timelineKind, timelinePlace, timelineFrom, timelineTo},
		Run:     func(_ context.Context, r Request) (Reply, error) { return r.timeline() },
	}
}

// span is what a timeline is about.
type span struct {
	about    []*knowledge.Entry
	place    knowledge.ID
	kind     knowledge.Kind
	from, to knowledge.Date
	meant    []meant // by the names that were typed
}

func (r Request) timeline() (Reply, error) {
	s, ask, err := r.span()
	if err != nil || ask != nil {
		return orEmpty(ask), err
	}
	moments := r.moments(s)
	if len(moments) == 0 {
		return r.noMoments(s), nil
	}
	title := r.Say().Say("title.timeline")
	if len(s.about) > 0 {
		title = r.Say().Say("title.timeline of", "name", r.text(s.about[0].Name))
	}
	p := r.compose(title, knowledge.KindEvent)
	p.showing(s.meant...)
	if line := s.line(r); line != "" {
		p.note(Line, plain(line))
	}
	var unsure []moment
	for _, m := range moments {
		if _, sure := m.falls(r, s); sure {
			p.moment(m)
		} else {
			unsure = append(unsure, m)
		}
	}
	p.open(r.Say().Say("search.unsure"))
	for _, m := range unsure {
		p.moment(m)
	}
	p.open("")
	p.listed("timeline.undated", r.undated(s))
	return p.done(), nil
}

// noMoments says that nothing is dated so, and leads to what was asked about.
func (r Request) noMoments(s span) Reply {
	var near []knowledge.ID
	for _, e := range s.about {
		near = append(near, e.ID)
	}
	if s.place != "" {
		near = append(near, r.eventsAt(s.place)...)
	}
	near = near[:min(len(near), maxOffered)]
	if s.kind == knowledge.KindActor { // which is for the reader to mend
		return r.missingNear(r.Say().Say("missing.undated"), topics{"missing.nearest", near}, nil)
	}
	return r.missingNear(r.Say().Say("missing.timeline"), r.topics(near), nil)
}

// line says what a timeline is narrowed to besides its title, as it was read.
func (s span) line(r Request) string {
	var parts []string
	if s.place != "" {
		parts = append(parts, r.nameOf(s.place))
	}
	if s.kind != "" {
		parts = append(parts, r.Say().Say("kinds."+string(s.kind)))
	}
	if !s.from.IsZero() || !s.to.IsZero() {
		parts = append(parts, r.spanLine(s.from, s.to))
	}
	return r.narrowed(parts)
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
		s.about, s.meant = append(s.about, r.View.Entry(m.id)), append(s.meant, m)
	}
	if timelinePlace.In(r) != "" {
		m := r.find(timelinePlace, knowledge.KindPlace)
		s.place, ask, s.meant = m.id, m.reply, append(s.meant, m)
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

// fits reports whether a moment may fall within the span, and its entry is of
// its kind.
func (r Request) fits(m moment, s span) bool {
	may, _ := m.falls(r, s)
	return may && (s.kind == "" || s.kind == m.entry.Kind()) && r.concerns(m.entry, s)
}

// concerns reports whether an entry was at the place of a timeline, and has to
// do with all that it is about.
func (r Request) concerns(e *knowledge.Entry, s span) bool {
	if s.place != "" && !r.tookPlace(e, s.place) {
		return false
	}
	return !slices.ContainsFunc(s.about, func(about *knowledge.Entry) bool { return !r.tied(e, about) })
}

// undated names the events that have to do with what a timeline is about, or
// were at its place, and have no date: who asks when should know of them.
func (r Request) undated(s span) (names []string) {
	all := s.about == nil && s.place == ""
	if all || s.kind == knowledge.KindReform || !s.from.IsZero() || !s.to.IsZero() {
		return nil
	}
	for _, e := range r.View.Entries(knowledge.KindEvent) {
		if len(e.Dates) == 0 && r.concerns(e, s) {
			names = append(names, r.text(e.Name))
		}
	}
	return names
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
