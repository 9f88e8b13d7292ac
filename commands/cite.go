package commands

import (
	"cmp"
	"strings"

	"griot/knowledge"
)

// longQuotation is the length from which a quotation is shown sentence by
// sentence, so that none is ever cut.
const longQuotation = 1500

// cite adds where a claim stands to the unit's last line and, if it is to be
// quoted, the words themselves beneath.
func (p *pages) cite(u *unit, c *knowledge.Claim, cite knowledge.Citation, quote bool) {
	q, state := p.request.View.Prove(cite)
	source := p.request.sourceOf(cite)
	citation := Citation{N: p.number(source), Source: source, At: cite.At, State: state}
	if c != nil {
		citation.Claim = c.ID
	}
	if state == knowledge.Verified {
		citation.At = q.At()
	}
	line := u.lastLine()
	line.Spans = append(line.Spans, plain(" "+p.mark(citation)))
	if quote && state == knowledge.Verified {
		p.quote(u, q)
	}
	u.citations = append(u.citations, citation)
}

// sourceOf returns the id of the source that is cited, merged or not; one that
// a desk hides keeps its own.
func (r Request) sourceOf(cite knowledge.Citation) knowledge.ID {
	return cmp.Or(r.View.Canonical(cite.Source), cite.Source)
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
	if Length(q.Quoted(nil)) <= longQuotation {
		u.blocks = append(u.blocks, Block{Style: Quote, Quotation: q})
		return
	}
	for _, s := range p.request.sentences(q) {
		if Length(s.Quoted(nil)) > MaxDescription/2 {
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
	bare := unit{claims: u.claims, told: u.told, citations: u.citations}
	for _, b := range u.blocks {
		if b.Style != Quote {
			bare.blocks = append(bare.blocks, b)
		}
	}
	return bare
}

// sourceLine describes a source at the foot of a page.
func (p *pages) sourceLine(id knowledge.ID) string {
	line, ok := p.lines[id]
	if ok {
		return line
	}
	label, described := string(id), p.request.Say().Say("source.hidden")
	if s := p.request.View.Source(id); s != nil {
		label, described = p.request.labelled(s), p.request.described(s)
	}
	line = Cut(p.request.Say().Say("source.line", "n", p.number(id), "label", label, "source", described), 200)
	p.lines[id] = line
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
