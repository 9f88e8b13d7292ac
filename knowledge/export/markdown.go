package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"griot/knowledge"
)

// pages is Markdown that is being written.
type pages struct {
	strings.Builder
	*chosen
	chose map[*knowledge.Claim]bool
	done  map[*knowledge.Claim]bool // told in full
}

func writePages(c *chosen) ([]byte, error) {
	p := &pages{chosen: c, chose: map[*knowledge.Claim]bool{}, done: map[*knowledge.Claim]bool{}}
	for _, claim := range of[knowledge.Claim](c) {
		p.chose[p.read(claim)] = true
	}
	for _, e := range of[knowledge.Entry](c) {
		p.entry(e)
	}
	p.others()
	p.sources()
	return []byte(strings.TrimLeft(p.String(), "\n")), nil
}

// read returns a chosen claim as the view has it.
func (p *pages) read(claim *knowledge.Claim) *knowledge.Claim {
	if there := p.view.Claim(claim.ID); there != nil {
		return there
	}
	return claim
}

// heading begins a part.
func (p *pages) heading(depth int, s string) {
	fmt.Fprintf(p, "\n%s %s\n\n", strings.Repeat("#", depth), escape(s))
}

// line writes an element of a list, within others.
func (p *pages) line(depth int, label, s string) {
	p.WriteString(strings.Repeat("  ", depth) + "- ")
	if label != "" {
		p.WriteString("**" + escape(label) + "**: ")
	}
	p.WriteString(escape(s) + "\n")
}

// entry writes a card: names, facts, claims.
func (p *pages) entry(e *knowledge.Entry) {
	p.heading(1, wording(e.Name))
	about := string(e.Kind())
	if e.Is.Type != "" {
		about += ", " + e.Is.Type
	}
	p.WriteString(escape(about+"; "+string(e.ID)) + "\n\n")
	if names := otherNames(e); len(names) > 0 {
		p.line(0, "", p.Say("card.also", "names", strings.Join(names, ", ")))
	}
	if len(e.Finds) > 0 {
		p.line(0, "", p.Say("card.finds", "names", strings.Join(e.Finds, ", ")))
	}
	p.facts(e)
	p.claims(e)
}

// otherNames returns the names of an entry beside the one that it goes by.
func otherNames(e *knowledge.Entry) []string {
	var all []string
	main, _ := e.Name.In(knowledge.English)
	for _, t := range append([]knowledge.Text{e.Name}, e.Also...) {
		for _, name := range t.All() {
			if name != main && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// claims writes the chosen claims about an entry in the groups of its card.
func (p *pages) claims(e *knowledge.Entry) {
	group := knowledge.Group(-1)
	for _, claim := range p.view.About(e.ID) {
		if !p.chose[claim] {
			continue
		}
		if now := p.view.GroupOf(claim); now != group {
			group = now
			p.heading(2, p.Say(fmt.Sprintf("group.%d", group)))
		}
		p.claim(claim)
	}
}

// others writes what is chosen and about no chosen entry.
func (p *pages) others() {
	head := p.Say("export.others")
	if len(of[knowledge.Entry](p.chosen)) == 0 {
		head = p.Say("export.claims")
	}
	for _, claim := range of[knowledge.Claim](p.chosen) {
		if claim = p.read(claim); p.done[claim] {
			continue
		}
		if head != "" {
			p.heading(1, head)
			head = ""
		}
		p.claim(claim)
	}
}

// claim writes a claim in full: our words and how they are held, where it
// stands, the words there that may be written, and what is bound to it.
func (p *pages) claim(claim *knowledge.Claim) {
	p.done[claim] = true
	p.line(0, "", p.told(claim)+p.cited(claim))
	verified := false
	for _, cite := range claim.Cites {
		q, state := p.view.Prove(cite)
		if state != knowledge.Verified {
			continue
		}
		verified = true
		if p.quotes(q) {
			p.WriteString("  > " + quoted(q) + " " + escape(q.ID()) + "\n")
		}
	}
	if claim.Phrase != "" && !verified {
		p.line(1, "", p.Say("claim.phrase unchecked", "phrase", claim.Phrase))
	}
	p.bound(claim)
}

// bound names the claims without which this one may not be shown.
func (p *pages) bound(claim *knowledge.Claim) {
	for _, other := range p.view.Bound(claim) {
		p.line(1, p.stands(claim, other), p.told(other)+p.cited(other))
	}
}

// sources lists every source that the claims written here cite, by label.
func (p *pages) sources() {
	var all []*knowledge.Source
	add := func(claim *knowledge.Claim) {
		for _, cite := range claim.Cites {
			all = with(all, p.view.Source(cite.Source))
		}
	}
	for _, claim := range p.written() {
		add(claim)
		for _, other := range p.view.Bound(claim) {
			add(other)
		}
	}
	for _, s := range of[knowledge.Source](p.chosen) {
		all = with(all, p.view.Source(s.ID))
	}
	if len(all) == 0 {
		return
	}
	slices.SortFunc(all, func(a, b *knowledge.Source) int { return cmp.Compare(a.Label, b.Label) })
	p.heading(1, p.Say("title.sources"))
	for _, s := range all {
		var parts []string
		for _, part := range []string{s.Author, s.Title, s.Publisher, s.Date.String(), s.Language, s.URL, s.Rights, p.care(s)} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		p.line(0, s.Label, strings.Join(parts, ", "))
	}
}

// written returns the claims that are told or that a fact comes from.
func (p *pages) written() []*knowledge.Claim {
	var all []*knowledge.Claim
	for claim := range p.chose {
		all = append(all, claim)
	}
	for _, e := range of[knowledge.Entry](p.chosen) {
		for _, f := range e.Facts() {
			all = with(all, p.view.Claim(f.Claim))
		}
	}
	return all
}
