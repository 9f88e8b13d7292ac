package commands

import (
	"griot/knowledge"
)

// labelled is the label of a source with what readers must know of it: that
// its publisher corrected or retracted it, that it repeats another's report.
func (r Request) labelled(s *knowledge.Source) string {
	label := s.Label
	if s.Marked != knowledge.Unmarked {
		label = r.Say().Say("source.marked", "label", label, "mark", r.Say().Say("mark."+string(s.Marked)))
	}
	if origin := r.View.Source(s.Repeats); origin != nil {
		label = r.Say().Say("source.repeats", "label", label, "origin", origin.Label)
	}
	return label
}

// care sets what there is to say of a source's correction or retraction, and
// the quotations that depend on it.
func (p *pages) care(s *knowledge.Source) {
	if s.Marked == knowledge.Unmarked {
		return
	}
	r, say := p.request, p.request.Say()
	p.note(Line, bold(say.Say("sources."+string(s.Marked))))
	if len(s.Note) > 0 {
		p.note(Under, plain(r.text(s.Note)))
	}
	for _, c := range r.View.Claims() {
		for _, cite := range c.Cites {
			if _, state := r.View.Prove(cite); state == knowledge.Verified && r.sourceOf(cite) == s.ID {
				p.put(p.name(r.View.PublicID(s.ID, cite.At), c))
				break
			}
		}
	}
}

// origins counts sources, those that repeat another's report with it as one.
func origins(all []*knowledge.Source) int {
	seen := map[knowledge.ID]bool{}
	for _, s := range all {
		if s.Repeats != "" {
			seen[s.Repeats] = true
		} else {
			seen[s.ID] = true
		}
	}
	return len(seen)
}
