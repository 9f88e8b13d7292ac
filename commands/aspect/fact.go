package aspect

import (
	"strings"

	"griot/knowledge"
)

func eventFacts() Aspect {
	return Aspect{Name: "facts", Kinds: []knowledge.Kind{knowledge.KindEvent}, fields: []field{
		of("dates", func(_ writer, e *knowledge.Entry) string {
			return lines(e.Dates, func(d knowledge.Dated) string { return from(d.Date.String(), d.Claim) })
		}, func(r *reader, e *knowledge.Entry) { e.Dates = list(r, r.dated) }).lines(),
		of("places", func(w writer, e *knowledge.Entry) string {
			return lines(e.Places, func(l knowledge.Located) string { return from(w.ref(l.Place, knowledge.KindPlace), l.Claim) })
		}, func(r *reader, e *knowledge.Entry) { e.Places = list(r, r.located) }).lines(),
		of("counts", func(_ writer, e *knowledge.Entry) string { return lines(e.Counts, writeCount) },
			func(r *reader, e *knowledge.Entry) { e.Counts = list(r, r.count) }).lines(),
	}}
}

func reformFacts() Aspect {
	return Aspect{Name: "steps", Kinds: []knowledge.Kind{knowledge.KindReform}, fields: []field{
		of("areas", func(_ writer, e *knowledge.Entry) string {
			return lines(e.Areas, func(a knowledge.InArea) string { return from(a.Area, a.Claim) })
		}, func(r *reader, e *knowledge.Entry) { e.Areas = list(r, r.area) }).lines(),
		of("steps", func(_ writer, e *knowledge.Entry) string {
			return lines(e.Steps, func(s knowledge.Step) string { return from(s.Status+": "+s.Date.String(), s.Claim) })
		}, func(r *reader, e *knowledge.Entry) { e.Steps = list(r, r.step) }).lines(),
	}}
}

func relations() Aspect {
	return Aspect{Name: "relations", Kinds: knowledge.EntryKinds(), fields: []field{
		of("relations", func(w writer, e *knowledge.Entry) string {
			return lines(e.Relations, func(t knowledge.Relation) string {
				return from(t.Is+": "+w.ref(t.To, knowledge.EntryKinds()...), t.Claim)
			})
		}, func(r *reader, e *knowledge.Entry) { e.Relations = list(r, r.relation) }).lines(),
	}}
}

func (r *reader) dated(line string) knowledge.Dated {
	what, claim := r.fact(line)
	return knowledge.Dated{Date: r.date(what), Claim: claim}
}

func (r *reader) located(line string) knowledge.Located {
	what, claim := r.fact(line)
	return knowledge.Located{Place: r.ref(what, knowledge.KindPlace), Claim: claim}
}

func (r *reader) area(line string) knowledge.InArea {
	what, claim := r.fact(line)
	return knowledge.InArea{Area: r.oneOf(what, knowledge.Areas), Claim: claim}
}

func (r *reader) step(line string) knowledge.Step {
	what, claim := r.fact(line)
	return r.stepFrom(what, claim)
}

func (r *reader) stepFrom(what string, claim knowledge.ID) knowledge.Step {
	status, date := r.pair(what, "fault.step")
	return knowledge.Step{Status: r.oneOf(status, knowledge.Statuses), Date: r.date(date), Claim: claim}
}

func (r *reader) relation(line string) knowledge.Relation {
	what, claim := r.fact(line)
	is, to := r.pair(what, "fault.relation")
	return knowledge.Relation{Is: r.oneOf(is, knowledge.Relations), To: r.ref(to, knowledge.EntryKinds()...), Claim: claim}
}

// pair cuts a line at its first colon.
func (r *reader) pair(s, fault string) (before, after string) {
	before, after, found := strings.Cut(s, ":")
	if !found {
		r.fail(fault)
	}
	return tidy(before), tidy(after)
}

// date reads a date in EDTF.
func (r *reader) date(s string) knowledge.Date {
	d, err := knowledge.ParseDate(s)
	if err != nil {
		r.fail("fault.date")
	}
	return d
}
