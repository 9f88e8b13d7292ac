package commands

import (
	"griot/knowledge"
)

// claim tells a claim in full, with its words where they are stored, unless
// the reply has told it.
func (p *pages) claim(c *knowledge.Claim) {
	if p.told[c.ID] {
		return
	}
	p.put(p.tell(Item, "", c))
}

// tell returns a claim in full: our words, certainty and speakers, where it
// stands, and the source's own words.
func (p *pages) tell(style Style, before string, c *knowledge.Claim) unit {
	u := p.words(style, before, c)
	u.told = []knowledge.ID{c.ID}
	for _, cite := range c.Cites {
		p.cite(&u, c, cite, true)
	}
	if c.Phrase != "" && !u.quotes() {
		u.add(Under, plain(p.request.Say().Say("claim.phrase unchecked", "phrase", c.Phrase)))
	}
	return u
}

// name returns a claim that stands by another, in our words alone.
func (p *pages) name(before string, c *knowledge.Claim) unit {
	u := p.words(Under, before, c)
	for _, cite := range c.Cites {
		p.cite(&u, c, cite, false)
	}
	return u
}

// words returns a claim's line: our words, and how they are held.
func (p *pages) words(style Style, before string, c *knowledge.Claim) unit {
	u := unit{claims: []*knowledge.Claim{c}}
	var spans []Span
	if before != "" {
		spans = append(spans, bold(before), plain(": "))
	}
	spans = append(spans, plain(p.request.text(c.Text)))
	u.add(style, append(spans, p.request.held(c)...)...)
	return u
}

// answer says how a claim that is bound to c stands to it.
func (p *pages) answer(c, other *knowledge.Claim) string {
	key, how := "answered.", p.request.stance(p.request.View.Answered(c.ID), other.ID)
	if how == "" {
		key, how = "answers.", p.request.stance(c.Answers, other.ID)
	}
	return p.request.Say().Say(key + string(how))
}

func (r Request) stance(answers []knowledge.Answer, claim knowledge.ID) knowledge.Stance {
	for _, a := range answers {
		if a.How.Binds() && r.View.Canonical(a.Claim) == claim {
			return a.How
		}
	}
	return ""
}

// held says how a claim is held, and by whom, and whether it rests on no source.
func (r Request) held(c *knowledge.Claim) []Span {
	if !c.Unsourced {
		return r.heldBy(c)
	}
	return append(r.heldBy(c), plain(" ("+r.Say().Say("claim.unsourced")+")"))
}

// heldBy says how a claim is held, and by whom. Of what a source states in its
// own voice there is nothing to say.
func (r Request) heldBy(c *knowledge.Claim) []Span {
	say, disputed := r.Say(), r.View.Disputed(c.ID)
	who := r.speakers(c)
	if c.Certainty == knowledge.Stated && who == "" && !disputed {
		return nil
	}
	s := say.Say("certainty." + string(c.Certainty))
	if who != "" {
		s = say.Say("claim.by", "certainty", s, "speakers", who)
	}
	switch {
	case disputed && c.Certainty == knowledge.Stated && who == "":
		s = say.Say("claim.disputed")
	case disputed:
		s = say.Say("claim.also disputed", "certainty", s)
	}
	return []Span{plain(" (" + s + ")")}
}

// speakers names the chain of those who say a claim, the innermost first, but
// for those that a desk hides.
func (r Request) speakers(c *knowledge.Claim) string {
	who := ""
	for _, s := range c.By {
		name := r.text(s.Text)
		if e := r.View.Entry(s.Actor); e != nil {
			name = r.text(e.Name)
		}
		if name == "" {
			continue
		}
		if who != "" {
			name = r.Say().Say("claim.via", "inner", name, "outer", who)
		}
		who = name
	}
	return who
}

// fact sets a line that comes from a claim: a label in bold, what the claim
// says of it, how it is held, where it stands.
func (p *pages) fact(u *unit, style Style, label, value string, claim knowledge.ID) {
	c := p.request.View.Claim(claim)
	if c == nil {
		return // no bare fact: without its claim it is not shown
	}
	var spans []Span
	if label != "" {
		spans = append(spans, bold(label), plain(": "))
	}
	u.add(style, append(append(spans, plain(value)), p.request.held(c)...)...)
	u.claims = append(u.claims, c)
	for _, cite := range c.Cites {
		p.cite(u, c, cite, false)
	}
}
