package export

import (
	"griot/knowledge"
)

// annotation is one of the W3C Web Annotation Data Model (Recommendation of 23
// February 2017): a claim about words of a source.
type annotation struct {
	Context    string `json:"@context"`
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       []body `json:"body"`
	Target     target `json:"target"`
}

type body struct {
	Type     string `json:"type"`
	Value    string `json:"value"`
	Language string `json:"language,omitempty"`
	Format   string `json:"format"`
	Purpose  string `json:"purpose"`
}

type target struct {
	Source   string   `json:"source"`
	Selector selector `json:"selector"`
}

// selector is a TextQuoteSelector: the stored words, and what stands before and
// after them in their paragraph.
type selector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// around is how many characters a selector gives before and after the words.
const around = 32

// writeAnnotations writes an annotation for each verified quotation that may be
// written, in the order of claims and of their citations.
func writeAnnotations(c *chosen) ([]byte, error) {
	all := []annotation{}
	for _, claim := range of[knowledge.Claim](c) {
		for _, cite := range claim.Cites {
			q, state := c.view.Prove(cite)
			if state == knowledge.Verified && c.quotes(q) {
				all = append(all, c.annotation(claim, q))
			}
		}
	}
	return indented(all)
}

func (c *chosen) annotation(claim *knowledge.Claim, q knowledge.Quotation) annotation {
	a := annotation{
		Context: "http://www.w3.org/ns/anno.jsonld", Type: "Annotation", Motivation: "describing",
		ID: "urn:griot:" + string(claim.ID) + ":" + q.ID(),
	}
	wording, language := claim.Text.In(knowledge.English)
	add := func(value, language, purpose string) {
		a.Body = append(a.Body, body{"TextualBody", value, language, "text/plain", purpose})
	}
	add(wording+c.held(claim), language, "describing")
	add(string(claim.Certainty), "", "classifying")
	for _, other := range c.view.Bound(claim) {
		wording, language := other.Text.In(knowledge.English)
		add(c.stands(claim, other)+": "+wording+c.held(other), language, "commenting")
	}
	a.Target = target{Source: "urn:griot:" + string(q.Source()), Selector: c.selector(q)}
	if s := c.view.Source(q.Source()); s != nil && s.URL != "" {
		a.Target.Source = s.URL
	}
	if s := c.view.Source(q.Source()); s != nil && c.care(s) != "" {
		add(s.Label+": "+c.care(s), knowledge.English, "assessing")
	}
	return a
}

func (c *chosen) selector(q knowledge.Quotation) selector {
	s := selector{Type: "TextQuoteSelector", Exact: q.Text()}
	p, at := c.view.Passage(q.Source(), q.At().Paragraph), q.At()
	if at.First > 0 {
		before, after := []rune(p.Text[:p.Sentences[at.First-1].Start]), []rune(p.Text[p.Sentences[at.Last-1].End:])
		s.Prefix = string(before[max(0, len(before)-around):])
		s.Suffix = string(after[:min(around, len(after))])
	}
	return s
}
