package knowledge

import (
	"fmt"
	"strings"

	"griot/knowledge/text"
)

// Quotation is the stored text of a source, proved against its anchor when the
// Quotation was made. Only this package makes one, so whoever holds one may
// set it between quotation marks. The zero Quotation is none.
type Quotation struct {
	label    string
	source   ID
	language string
	at       At
	body     string
}

// Text returns the stored bytes.
func (q Quotation) Text() string { return q.body }

// IsZero reports whether q is none.
func (q Quotation) IsZero() bool { return q.body == "" }

// Quoted sets the words between quotation marks. Nothing else draws them. Words
// that hold English marks themselves stand between guillemets, so that both can
// be told apart; set is how the words are escaped for where they go, or nil.
func (q Quotation) Quoted(set func(string) string) string {
	if q.IsZero() {
		return ""
	}
	words := q.body
	if set != nil {
		words = set(words)
	}
	if strings.ContainsAny(q.body, "“”") {
		return "«" + words + "»"
	}
	return "“" + words + "”"
}

// ID returns the public id: label, paragraph, sentence, such as FP19-2.1.
func (q Quotation) ID() string { return PublicID(q.label, q.at) }

// Source returns the id of the source that is quoted.
func (q Quotation) Source() ID { return q.source }

// At returns where the words were found.
func (q Quotation) At() At { return q.at }

// Language returns the language of the words.
func (q Quotation) Language() string { return q.language }

// PublicID returns the name by which readers call a place in a source.
func PublicID(label string, at At) string {
	if at.IsZero() {
		return label
	}
	return label + "-" + at.String()
}

// quote proves the sentences at one place of a passage, whose bytes the
// record's hash guards, and returns them. want nil means that the caller names
// the place and not the words.
func quote(label string, p Passage, at At, want *Citation) (Quotation, error) {
	body, err := p.Run(at.First, at.Last)
	if err != nil {
		return Quotation{}, err
	}
	if want != nil && !want.Holds(body) {
		return Quotation{}, fmt.Errorf("words of %s: %w", PublicID(label, at), ErrNotFound)
	}
	return Quotation{label: label, source: p.Source, language: p.Language, at: at, body: body}, nil
}

// locate finds the anchor's words in the passages of its source: at the
// expected place, else at the only run of whole sentences that has them.
func locate(c Citation, passages []*Passage) (At, bool) {
	var found []At
	for _, p := range passages {
		if p.Paragraph != c.At.Paragraph {
			continue
		}
		if body, err := p.Run(c.At.First, c.At.Last); err == nil && c.Holds(body) {
			return c.At, true
		}
	}
	for _, p := range passages {
		found = append(found, runsOf(p, c)...)
	}
	if len(found) != 1 {
		return At{}, false
	}
	return found[0], true
}

// runsOf returns every run of whole sentences in p that has the anchor's
// words. Counting words first spares a digest for nearly every run.
func runsOf(p *Passage, c Citation) []At {
	counts := make([]int, len(p.Sentences))
	for i, s := range p.Sentences {
		counts[i] = len(text.Words(p.Text[s.Start:s.End]))
	}
	var found []At
	for first := range counts {
		if counts[first] == 0 {
			continue // or dots before the words would make a second run of them
		}
		words := 0
		for last := first; last < len(counts) && words < c.Words; last++ {
			words += counts[last]
			if words != c.Words {
				continue
			}
			if body, err := p.Run(first+1, last+1); err == nil && c.Holds(body) {
				found = append(found, Sentences(p.Paragraph, first+1, last+1))
			}
		}
	}
	return found
}
