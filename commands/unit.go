package commands

import (
	"slices"

	"griot/knowledge"
)

// unit is what stands together: blocks, the claims that they name, and where
// those come from.
type unit struct {
	blocks    []Block
	claims    []*knowledge.Claim
	told      []knowledge.ID // of the claims, those that are told in full
	citations []Citation
}

func (u *unit) add(style Style, spans ...Span) {
	u.blocks = append(u.blocks, Block{Style: style, Spans: spans})
}

func (u *unit) join(other unit) {
	u.blocks = append(u.blocks, other.blocks...)
	u.claims = append(u.claims, other.claims...)
	u.told = append(u.told, other.told...)
	u.citations = append(u.citations, other.citations...)
}

func (u *unit) length() int {
	n := 0
	for _, b := range u.blocks {
		n += b.length()
	}
	return n
}

// withoutRepeats takes out the quotations that the page or the blocks before
// show already; their claims still name the place.
func (p *Page) withoutRepeats(blocks []Block) []Block {
	var fresh []Block
	for _, b := range blocks {
		same := func(had Block) bool { return b.Style == Quote && had.Quotation == b.Quotation }
		if !slices.ContainsFunc(p.Blocks, same) && !slices.ContainsFunc(fresh, same) {
			fresh = append(fresh, b)
		}
	}
	return fresh
}
