package commands

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge"
)

// facts sets what the entry is, then the fields of its kind. What differs from
// source to source stands side by side, in one unit.
func (p *pages) facts(e *knowledge.Entry) {
	r, say := p.request, p.request.Say()
	label := say.Say("kind." + string(e.Kind()))
	if e.Is.Type != "" {
		label = capital(say.Term("type", e.Is.Type))
	}
	p.one(label, r.text(e.Is.Line), e.Is.Claim)

	var dates, places, areas, steps []field
	for _, d := range e.Dates {
		dates = append(dates, field{r.when(d.Date, d.Claim), d.Claim})
	}
	for _, l := range e.Places {
		places = append(places, field{r.placeLine(l.Place), l.Claim})
	}
	for _, a := range e.Areas {
		areas = append(areas, field{say.Term("area", a.Area), a.Claim})
	}
	for _, s := range sorted(e.Steps) {
		steps = append(steps, field{say.Say("card.step", "status", say.Term("status", s.Status), "date", r.when(s.Date, s.Claim)), s.Claim})
	}
	p.fields(say.Say("card.date"), dates)
	p.fields(say.Say("card.place"), places)
	p.fields(say.Say("card.area"), areas)
	p.fields(say.Say("card.status"), steps)
	p.counts(e)
}

// when writes a date as a claim has it: what is only expected says so.
func (r Request) when(d knowledge.Date, claim knowledge.ID) string {
	written := r.Say().Date(d)
	if c := r.View.Claim(claim); c != nil && c.Certainty == knowledge.Expected {
		return r.Say().Say("date.expected", "date", written)
	}
	return written
}

// field is the value of a fact and the claim it comes from.
type field struct {
	value string
	claim knowledge.ID
}

func (p *pages) one(label, value string, claim knowledge.ID) {
	p.fields(label, []field{{value, claim}})
}

// fields sets one fact on a line with its label, or several under it.
func (p *pages) fields(label string, fs []field) {
	var u unit
	switch len(fs) {
	case 0:
		return
	case 1:
		p.fact(&u, Line, label, fs[0].value, fs[0].claim)
	default:
		u.add(Line, bold(label))
		for _, f := range fs {
			if u.length() > pageLength { // more than a page has room for goes on, on the next
				p.put(u)
				u = unit{}
				u.add(Line, bold(p.request.Say().Say("group.more", "group", label)))
			}
			p.fact(&u, Item, "", f.value, f.claim)
		}
	}
	if len(u.claims) > 0 {
		p.put(u)
	}
}

// counts sets the numbers of an event, those of one thing side by side: no
// total, no average.
func (p *pages) counts(e *knowledge.Entry) {
	var whats []string
	by := map[string][]field{}
	for _, c := range e.Counts {
		if by[c.What] == nil {
			whats = append(whats, c.What)
		}
		by[c.What] = append(by[c.What], field{p.request.count(c), c.Claim})
	}
	for _, what := range whats {
		p.fields(capital(p.request.Say().Term("count", what)), by[what])
	}
}

// count writes a number with its qualifier and of whom.
func (r Request) count(c knowledge.Count) string {
	say := r.Say()
	s := r.text(c.Words)
	if len(c.Words) == 0 {
		s = strings.TrimSpace(say.Say("count.number", "how", say.Term("how", c.How), "number", say.Number(c.Number)))
	}
	if len(c.Of) > 0 {
		s = say.Say("count.of", "count", s, "of", r.text(c.Of))
	}
	return s
}

// placeLine names a place and what it lies within.
func (r Request) placeLine(id knowledge.ID) string {
	var names []string
	for p := r.View.Place(id); p != nil && len(names) < 5; p = r.View.Place(p.Within) {
		names = append(names, r.text(p.Name))
	}
	return strings.Join(names, ", ")
}

// relations sets what ties the entry to others that readers see, its own
// relations and those of others to it, grouped by what they are.
func (p *pages) relations(e *knowledge.Entry) {
	say := p.request.Say()
	for _, is := range knowledge.Relations {
		var own, others []field
		for _, rel := range e.Relations {
			if rel.Is == is && p.request.View.Entry(rel.To) != nil {
				own = append(own, field{p.request.nameOf(rel.To), rel.Claim})
			}
		}
		for _, t := range p.request.View.Ties(e.ID) {
			if t.Is == is {
				others = append(others, field{p.request.nameOf(t.From), t.Claim})
			}
		}
		p.fields(say.Say("relation."+is), own)
		p.fields(say.Say("tied."+is), others)
	}
}

func sorted(steps []knowledge.Step) []knowledge.Step {
	steps = slices.Clone(steps)
	slices.SortStableFunc(steps, func(a, b knowledge.Step) int { return a.Date.Compare(b.Date) })
	return steps
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
