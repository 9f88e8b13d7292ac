package commands

import (
	"context"
	"slices"

	"griot/knowledge"
)

var sourcesName = Option{Name: "name", Describe: "option.source", Complete: entryNames("name", knowledge.KindSource)}

func sourcesCommand() Command {
	return Command{Name: "sources", Options: []Option{sourcesName}, Run: func(_ context.Context, r Request) (Reply, error) {
		if sourcesName.In(r) == "" {
			return r.allSources(), nil
		}
		return r.oneSource(), nil
	}}
}

// tally counts what rests on a source.
type tally struct {
	claims, verified, orphans int
	entries                   []knowledge.ID
}

func (r Request) tally(source knowledge.ID) tally {
	var t tally
	for _, c := range r.View.Claims() {
		cites := false
		for _, cite := range c.Cites {
			if r.sourceOf(cite) != source {
				continue
			}
			cites = true
			switch _, state := r.View.Prove(cite); state {
			case knowledge.Verified:
				t.verified++
			case knowledge.Orphan:
				t.orphans++
			}
		}
		if cites {
			t.claims++
			t.entries = append(t.entries, c.About...)
		}
	}
	t.entries = r.seen(t.entries)
	return t
}

// seen returns those entries of a list that readers see, each once, in the
// order of ids.
func (r Request) seen(entries []knowledge.ID) []knowledge.ID {
	var all []knowledge.ID
	for _, id := range entries {
		if e := r.View.Entry(id); e != nil {
			all = append(all, e.ID)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// allSources lists every source, its text and what rests on it.
func (r Request) allSources() Reply {
	p := r.compose(r.Say().Say("title.sources"), "")
	var row []Button
	for _, s := range r.View.Sources() {
		p.source(s, r.tally(s.ID))
		row = append(row, Button{Label: Cut(s.Label, labelLength), Ask: r.to("sources", sourcesName, s.ID), Opens: ForMe})
	}
	var rows [][]Button
	for part := range slices.Chunk(row[:min(len(row), maxOffered)], MaxButtonsInRow) {
		rows = append(rows, part)
	}
	p.buttons(rows...)
	return p.done()
}

// source sets a source: what it is, whether its text is stored, what rests on
// it.
func (p *pages) source(s *knowledge.Source, t tally) {
	say := p.request.Say()
	var u unit
	u.add(Item, bold(p.request.labelled(s)), plain(": "+p.request.described(s)))
	if n := len(p.request.View.Passages(s.ID)); n > 0 {
		u.add(Under, plain(say.Say("sources.text", "n", n, "verified", t.verified, "orphans", t.orphans)))
	} else {
		u.add(Under, plain(say.Say("sources.no text")))
	}
	u.add(Under, plain(say.Say("sources.claims", "n", t.claims)))
	u.citations = []Citation{{N: p.number(s.ID), Source: s.ID, State: knowledge.WholeSource}}
	p.put(u)
}

// oneSource shows what there is to know of one source.
func (r Request) oneSource() Reply {
	m := r.findSource(sourcesName)
	if m.reply != nil {
		return *m.reply
	}
	s, t := r.View.Source(m.id), r.tally(m.id)
	say := r.Say()
	p := r.compose(s.Label, "")
	p.showing(m)
	p.source(s, t)
	if s.URL != "" {
		p.note(Line, bold(say.Say("sources.address")), plain(": "+s.URL))
	}
	if s.Rights != "" {
		p.note(Line, bold(say.Say("sources.rights")), plain(": "+s.Rights))
	}
	p.care(s)
	if intake := r.View.Intake(s.ID); intake != nil && len(intake.Dropped) > 0 {
		p.note(Line, plain(say.Say("sources.dropped", "n", len(intake.Dropped))))
	}
	if len(t.entries) > 0 {
		p.note(Line, plain(say.Say("sources.about")))
		for _, id := range t.entries {
			p.note(Item, plain(r.nameOf(id)))
		}
		p.reply.Entries = t.entries
	}
	return p.done()
}

// findSource reads the option as a label, an id, or a title.
func (r Request) findSource(o Option) meant {
	if s := r.source(o.In(r)); s != nil {
		return meant{id: s.ID}
	}
	m := r.find(o, knowledge.KindSource)
	if m.reply != nil && m.reply.Outcome == NotInSources {
		none := r.missing(r.Say().Say("missing.source", "typed", Echo(o.In(r))), "")
		m.reply = &none
	}
	return m
}
