package commands

import (
	"slices"
	"time"

	"griot/knowledge"
)

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

// falls reports whether a date may fall in the span between two, either of
// which may be none, and whether it surely does. What a source knows only to
// have been by April 2019 may have been at any time before; but what it expects
// was still ahead when it appeared.
func (r Request) falls(d dated, from, to knowledge.Date) (may, sure bool) {
	if !within(d.date, from, to) {
		return false, false
	}
	first, last := d.date.Bounds()
	if !first.IsZero() {
		return true, true
	}
	begin, _ := from.Bounds()
	_, end := to.Bounds()
	since := r.expectedSince(d.claim)
	if !end.IsZero() && end.Before(since) {
		return false, false
	}
	return true, !since.Before(begin) && (end.IsZero() || !last.After(end))
}

// expectedSince returns when the source of a claim appeared that tells what is
// to come; the zero time, before all others, of any other claim.
func (r Request) expectedSince(claim knowledge.ID) (appeared time.Time) {
	c := r.View.Claim(claim)
	if c == nil || c.Certainty != knowledge.Expected {
		return appeared
	}
	if s := r.View.Source(c.First().Source); s != nil {
		appeared, _ = s.Date.Bounds()
	}
	return appeared
}

// falls is as [Request.falls], of any of the moment's dates.
func (m moment) falls(r Request, s span) (may, sure bool) {
	for _, d := range m.fields {
		falls, surely := r.falls(d, s.from, s.to)
		may, sure = may || falls, sure || surely
	}
	return may, sure
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
