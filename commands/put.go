package commands

import (
	"slices"

	"griot/knowledge"
)

// put sets a unit on the page, or on the next one if it has no room. Of a unit
// that no page has room for, the claims it is bound to are named, not told; if
// that is not enough it loses its quotations; and then what it is bound to is
// named by its place alone.
func (p *pages) put(u unit) {
	whole := p.complete(u)
	body, foot := whole.length(), p.footing(whole)
	if body+foot > p.room && len(p.page.Blocks) > 0 {
		p.flush()
		if p.heading == "" && p.group != "" {
			p.heading = p.request.Say().Say("group.more", "group", p.group)
		}
		whole = p.complete(u)
		body, foot = whole.length(), p.footing(whole)
	}
	if !fits(body, foot) {
		whole = p.shortened(u)
		body, foot = whole.length(), p.footing(whole)
	}
	p.room -= body + foot
	p.set(whole)
}

// shortened returns the unit as much shorter as it must be for a page.
func (p *pages) shortened(u unit) unit {
	named := u
	named.told = nil // so that the claims it is bound to are named, not told
	bare := named.unquoted()
	whole := p.complete(named)
	if !p.hasRoom(whole) {
		whole = p.complete(bare)
	}
	if !p.hasRoom(whole) {
		whole = p.placed(bare)
	}
	whole.told = u.told
	return whole
}

func (p *pages) hasRoom(u unit) bool { return fits(u.length(), p.footing(u)) }

// fits reports whether an empty page has room for a unit and its sources, by
// their lengths, under a title and a heading.
func fits(body, foot int) bool {
	return body <= MaxDescription-spare && body+min(foot, MaxFooter) <= MaxEmbeds-MaxTitle-spare
}

// placed returns the unit with the claims it is bound to named on one line, each
// by the first place where it stands: their words have no room. A note that
// stands nowhere is named by its words.
func (p *pages) placed(u unit) unit {
	var whole unit
	whole.join(u)
	whole.add(Under, bold(p.request.Say().Say("answered.beside")), plain(":"))
	var notes unit
	for i := 0; i < len(whole.claims); i++ {
		for _, other := range p.request.View.Bound(whole.claims[i]) {
			if slices.Contains(whole.claims, other) || p.named[other.ID] {
				continue
			}
			whole.claims = append(whole.claims, other)
			if other.Unsourced {
				notes.join(p.name("", other))
				continue
			}
			p.cite(&whole, other, other.First(), false)
		}
	}
	whole.join(notes)
	return whole
}

// complete returns the unit with the claims it is bound to: beside a claim
// that is told in full they are told in full, once a reply; elsewhere they are
// named, once a page. Whoever reads a source's words must see what answers
// them too: the claims resting on them that may not stand alone are named.
func (p *pages) complete(u unit) unit {
	var whole unit
	whole.join(u)
	direct := slices.Clone(u.claims) // answers to others answer what stands above, not the first
	for i, quoted := 0, 0; i < len(whole.claims) || quoted < len(whole.blocks); {
		if i < len(whole.claims) {
			c := whole.claims[i]
			tell := len(u.told) > 0 && quoted == 0
			p.answers(&whole, c, slices.Contains(direct, c), tell)
			i++
			continue
		}
		c := p.unnamed(whole, whole.blocks[quoted].Quotation)
		if c == nil {
			quoted++
			continue
		}
		whole.join(p.name("", c))
		direct = append(direct, c)
	}
	whole.blocks = p.page.withoutRepeats(whole.blocks)
	return whole
}

// answers adds what is bound to a claim of the unit and not on the page yet.
func (p *pages) answers(u *unit, c *knowledge.Claim, direct, tell bool) {
	for _, other := range p.request.View.Bound(c) {
		how := p.request.Say().Say("answered.beside")
		if direct {
			how = p.answer(c, other)
		}
		switch {
		case slices.Contains(u.claims, other):
		case tell && !p.told[other.ID]:
			u.join(p.tell(Under, how, other))
		case !p.named[other.ID]:
			u.join(p.name(how, other))
		}
	}
}

// unnamed returns a claim that rests on words and may not stand alone, and
// that neither the page nor the unit names; nil if there is none.
func (p *pages) unnamed(u unit, q knowledge.Quotation) *knowledge.Claim {
	if q.IsZero() {
		return nil
	}
	for _, c := range p.boundOn(q) {
		if !p.named[c.ID] && !slices.Contains(u.claims, c) {
			return c
		}
	}
	return nil
}
