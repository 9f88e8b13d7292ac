package knowledge

import (
	"fmt"

	"griot/knowledge/text"
)

// TitleParagraph is the number under which a source's title is kept; the
// standfirst is 0, the lead 1.
const TitleParagraph = -1

// Passage is a numbered paragraph of a source, as it was stored. Sentence
// bounds are byte offsets found once, at import: a newer splitter never
// renumbers a stored source.
type Passage struct {
	Source    ID          `json:"source"`
	Paragraph int         `json:"paragraph"`
	Language  string      `json:"language"`
	Text      string      `json:"text"`
	Sentences []text.Span `json:"sentences"`
}

// PassageID returns the id of a source's passage: the source's own, a slash
// and the number, with zeros so that ids sort as the text reads.
func PassageID(source ID, paragraph int) ID {
	return ID(fmt.Sprintf("%s/%05d", source, paragraph+1))
}

// Run returns the stored bytes of sentences first to last, counted from 1;
// first 0 means the whole paragraph. It returns ErrNotFound if there are no
// such sentences.
func (p Passage) Run(first, last int) (string, error) {
	if first == 0 {
		return p.Text, nil
	}
	if first < 1 || last < first || last > len(p.Sentences) {
		return "", fmt.Errorf("sentences %d to %d of ¶ %d: %w", first, last, p.Paragraph, ErrNotFound)
	}
	return p.Text[p.Sentences[first-1].Start:p.Sentences[last-1].End], nil
}

// Validate reports sentence bounds that don't fit the text.
func (p Passage) Validate() Problems {
	var ps Problems
	if p.Paragraph < TitleParagraph {
		ps.add("paragraph", "want a number from %d", TitleParagraph)
	}
	if p.Text == "" {
		ps.add("text", "is empty")
	}
	end := 0
	for i, s := range p.Sentences {
		if s.Start < end || s.End <= s.Start || s.End > len(p.Text) {
			ps.add(fmt.Sprintf("sentences[%d]", i), "bounds %d to %d don't fit the text", s.Start, s.End)
			return ps
		}
		end = s.End
	}
	return ps
}
