package commands

import (
	"strings"

	"griot/knowledge"
)

// longQuotation is the length from which a quotation is shown sentence by
// sentence, so that none is ever cut.
const longQuotation = 1500

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
	key, how := "answered.", stance(p.request.View.Answered(c.ID), other.ID)
	if how == "" {
		key, how = "answers.", stance(c.Answers, other.ID)
	}
	return p.request.Say().Say(key + string(how))
}

func stance(answers []knowledge.Answer, claim knowledge.ID) knowledge.Stance {
	for _, a := range answers {
		if a.Claim == claim && a.How.Binds() {
			return a.How
		}
	}
	return ""
}

// held says how a claim is held, and by whom. Of what a source states in its
// own voice there is nothing to say.
func (r Request) held(c *knowledge.Claim) []Span {
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

// speakers names the chain of those who say a claim, the innermost first.
func (r Request) speakers(c *knowledge.Claim) string {
	who := ""
	for _, s := range c.By {
		name := r.text(s.Text)
		if e := r.View.Entry(s.Actor); e != nil {
			name = r.text(e.Name)
		}
		if who != "" {
			name = r.Say().Say("claim.via", "inner", name, "outer", who)
		}
		who = name
	}
	return who
}

// cite adds where a claim stands to the unit's last line and, if it is to be
// quoted, the words themselves beneath.
func (p *pages) cite(u *unit, c *knowledge.Claim, cite knowledge.Citation, quote bool) {
	q, state := p.request.View.Prove(cite)
	citation := Citation{N: p.number(cite.Source), Source: cite.Source, At: cite.At, State: state}
	if c != nil {
		citation.Claim = c.ID
	}
	if state == knowledge.Verified {
		citation.At = q.At()
	}
	line := u.lastLine()
	line.Spans = append(line.Spans, plain(" "+p.mark(citation)))
	if quote && state == knowledge.Verified {
		citation.Text = q.Text()
		p.quote(u, q)
	}
	u.citations = append(u.citations, citation)
}

// mark is how a citation stands in a line.
func (p *pages) mark(c Citation) string {
	key := "cite." + string(c.State)
	if c.State == knowledge.Verified {
		key = "cite"
	}
	return p.request.Say().Say(key, "n", c.N, "id", p.request.View.PublicID(c.Source, c.At))
}

// lastLine returns the last block that is no quotation.
func (u *unit) lastLine() *Block {
	i := len(u.blocks) - 1
	for u.blocks[i].Style == Quote {
		i--
	}
	return &u.blocks[i]
}

func (u *unit) quotes() bool {
	for _, b := range u.blocks {
		if !b.Quotation.IsZero() {
			return true
		}
	}
	return false
}

// quote sets a quotation off. A long one stands sentence by sentence, each
// proved by itself; a sentence that no page has room for is named, not cut.
func (p *pages) quote(u *unit, q knowledge.Quotation) {
	if Length(Quoted(q)) <= longQuotation {
		u.blocks = append(u.blocks, Block{Style: Quote, Quotation: q})
		return
	}
	for _, s := range p.request.sentences(q) {
		if Length(Quoted(s)) > MaxDescription/2 {
			u.add(Under, plain(p.request.Say().Say("quote.too long", "id", s.ID())))
			continue
		}
		u.blocks = append(u.blocks, Block{Style: Quote, Quotation: s})
	}
}

// sentences returns the sentences of a quotation, each proved by itself.
func (r Request) sentences(q knowledge.Quotation) []knowledge.Quotation {
	at := q.At()
	if at.First == 0 {
		at.First, at.Last = 1, len(r.View.Passage(q.Source(), at.Paragraph).Sentences)
	}
	var all []knowledge.Quotation
	for i := at.First; i <= at.Last; i++ {
		s, err := r.View.QuoteAt(r.View.Source(q.Source()).Label, knowledge.Sentences(at.Paragraph, i, i))
		if err == nil {
			all = append(all, s)
		}
	}
	return all
}

// unquoted returns the unit without its quotations, for where a page has no
// room for them; each can be asked for by its id.
func (u unit) unquoted() unit {
	bare := unit{claims: u.claims, told: u.told}
	for _, b := range u.blocks {
		if b.Style != Quote {
			bare.blocks = append(bare.blocks, b)
		}
	}
	for _, c := range u.citations {
		c.Text = ""
		bare.citations = append(bare.citations, c)
	}
	return bare
}

// sourceLine describes a source at the foot of a page.
func (p *pages) sourceLine(id knowledge.ID) string {
	line, ok := p.lines[id]
	if s := p.request.View.Source(id); !ok && s != nil {
		line = Cut(p.request.Say().Say("source.line", "n", p.number(id), "label", s.Label, "source", p.request.described(s)), 200)
		p.lines[id] = line
	}
	return line
}

// described names a source as a bibliography does.
func (r Request) described(s *knowledge.Source) string {
	say := r.Say()
	key := "source.described"
	if s.Author == "" {
		key = "source.no author"
	}
	line := say.Say(key, "author", s.Author, "title", s.Title, "publisher", s.Publisher, "date", say.Date(s.Date))
	line = strings.TrimSuffix(line, ", ")
	if len(r.View.Passages(s.ID)) == 0 {
		line += " (" + say.Say("source.not imported") + ")"
	}
	return line
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
