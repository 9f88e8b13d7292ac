package commands

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// cite lists a citation once a page.
func (p *Page) cite(c Citation) {
	same := func(had Citation) bool { return had.Claim == c.Claim && had.Source == c.Source && had.At == c.At }
	if !slices.ContainsFunc(p.Citations, same) {
		p.Citations = append(p.Citations, c)
	}
}

// shown returns the words of a citation if the page shows them, whole or
// sentence by sentence; else nothing.
func (p *pages) shown(c Citation) string {
	part := false
	for _, b := range p.page.Blocks {
		if b.Quotation.IsZero() || c.State != knowledge.Verified || b.Quotation.Source() != c.Source {
			continue
		}
		if b.Quotation.At() == c.At {
			return b.Quotation.Text()
		}
		part = part || meet(b.Quotation.At(), c.At)
	}
	if !part {
		return ""
	}
	q, err := p.request.View.QuoteAt(p.request.View.Source(c.Source).Label, c.At)
	if err != nil || slices.ContainsFunc(p.request.sentences(q), p.page.lacks) {
		return ""
	}
	return q.Text()
}

func (p *Page) lacks(q knowledge.Quotation) bool {
	return !slices.ContainsFunc(p.Blocks, func(b Block) bool { return b.Quotation == q })
}

// foot lists the sources that are cited on a page, and only those, by their
// numbers. Where they are too many for a foot, each has its share of it.
func (p *pages) foot(page *Page) {
	cited := slices.Clone(page.Citations)
	slices.SortFunc(cited, func(a, b Citation) int { return a.N - b.N })
	cited = slices.CompactFunc(cited, func(a, b Citation) bool { return a.N == b.N })
	for _, c := range cited {
		page.Footer = append(page.Footer, p.sourceLine(c.Source))
	}
	page.Left = p.reply.Left
	most := MaxFooter - Length(page.Left) - 1
	if Length(strings.Join(page.Footer, "\n")) > most {
		for i, line := range page.Footer {
			page.Footer[i] = Cut(line, most/len(cited)-1)
		}
	}
}

// footing returns the room that the unit's sources take at the foot of the
// page, but for those that stand there already.
func (p *pages) footing(u unit) int {
	n := 0
	for i, c := range u.citations {
		same := func(had Citation) bool { return had.Source == c.Source }
		if !slices.ContainsFunc(p.page.Citations, same) && !slices.ContainsFunc(u.citations[:i], same) {
			n += Length(p.sourceLine(c.Source)) + 1
		}
	}
	return n
}

// number returns the number of a source in this reply.
func (p *pages) number(source knowledge.ID) int {
	n, ok := p.numbers[source]
	if !ok {
		n = len(p.numbers) + 1
		p.numbers[source] = n
	}
	return n
}
