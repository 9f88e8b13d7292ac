package export

import (
	"fmt"
	"strings"

	"griot/knowledge"
)

// facts writes each fact of an entry.
func (p *pages) facts(e *knowledge.Entry) {
	p.fact(p.Say("export.what"), wording(e.Is.Line), e.Is.Claim)
	for _, d := range e.Dates {
		p.fact(p.Say("card.date"), d.Date.String(), d.Claim)
	}
	for _, l := range e.Places {
		p.fact(p.Say("card.place"), p.within(l.Place), l.Claim)
	}
	for _, n := range e.Counts {
		p.fact(n.What, counted(n), n.Claim)
	}
	for _, a := range e.Areas {
		p.fact(p.Say("card.area"), a.Area, a.Claim)
	}
	for _, s := range e.Steps {
		p.fact(p.Say("card.status"), p.Say("card.step", "status", s.Status, "date", s.Date.String()), s.Claim)
	}
	for _, r := range e.Relations {
		to := string(r.To)
		if other := p.view.Entry(r.To); other != nil {
			to = wording(other.Name)
		}
		p.fact(p.Say("relation."+r.Is), to, r.Claim)
	}
}

// fact writes a fact with how the claim that it comes from is held, where that
// stands, and what is bound to it. Without its claim no fact is written.
func (p *pages) fact(label, value string, id knowledge.ID) {
	claim := p.view.Claim(id)
	if claim == nil {
		return
	}
	p.line(0, label, value+p.held(claim)+p.cited(claim))
	p.bound(claim)
}

// within names a place and those that it lies within.
func (p *pages) within(id knowledge.ID) string {
	var names []string
	for place := p.view.Place(id); place != nil && len(names) < 10; place = p.view.Place(place.Within) {
		names = append(names, wording(place.Name))
	}
	return strings.Join(names, ", ")
}

// counted says a count with its qualifier, which never leaves it.
func counted(n knowledge.Count) string {
	s := wording(n.Words)
	if len(n.Words) == 0 {
		s = fmt.Sprintf("%s %d", n.How, n.Number)
	}
	if len(n.Of) > 0 {
		s += " " + wording(n.Of)
	}
	return s
}
