package summary

import (
	"slices"

	"griot/knowledge"
)

// FromPassages returns the sentences of the passages, in their order, as the
// view reads them, and after them whatever is bound to one of these and stands
// elsewhere: the sentence that another passage has, or the claim itself, worded
// in lang, where no text is stored.
func FromPassages(v *knowledge.View, passages []*knowledge.Passage, lang string) []Sentence {
	m := gather(v, lang)
	for _, p := range passages {
		for i := range p.Sentences {
			m.addSentence(p, i+1)
		}
	}
	return m.complete()
}

// FromClaims returns the sentences that bear the claims out: those of the
// stored text that each cites, or the claim itself, worded in lang, where no
// text is stored; and after them whatever is bound to one of these.
func FromClaims(v *knowledge.View, claims []*knowledge.Claim, lang string) []Sentence {
	m := gather(v, lang)
	for _, c := range claims {
		m.addClaim(c)
	}
	return m.complete()
}

// material collects sentences of one view, each once.
type material struct {
	view    *knowledge.View
	lang    string
	places  map[knowledge.ID][]place     // of each claim, where its words were found
	anchors map[place][]*knowledge.Claim // the reverse
	at      map[string]int               // of a sentence's id in all
	all     []Sentence
}

// place is one sentence of one source.
type place struct {
	source              knowledge.ID
	paragraph, sentence int
}

// gather looks up once where the words of every claim stand.
func gather(v *knowledge.View, lang string) *material {
	m := &material{
		view: v, lang: lang, at: map[string]int{},
		places: map[knowledge.ID][]place{}, anchors: map[place][]*knowledge.Claim{},
	}
	for _, c := range v.Claims() {
		for _, cite := range c.Cites {
			q, state := v.Prove(cite)
			if state != knowledge.Verified {
				continue
			}
			for _, at := range m.placesOf(q) {
				m.places[c.ID] = append(m.places[c.ID], at)
				m.anchors[at] = append(m.anchors[at], c)
			}
		}
	}
	return m
}

// placesOf parts a quotation into its sentences.
func (m *material) placesOf(q knowledge.Quotation) []place {
	at := q.At()
	first, last := at.First, at.Last
	if p := m.view.Passage(q.Source(), at.Paragraph); first == 0 && p != nil {
		first, last = 1, len(p.Sentences)
	}
	var all []place
	for i := first; i > 0 && i <= last; i++ {
		all = append(all, place{q.Source(), at.Paragraph, i})
	}
	return all
}

// addClaim adds the sentences that a claim cites, or itself if there are none,
// and returns their ids.
func (m *material) addClaim(c *knowledge.Claim) []string {
	var ids []string
	for _, at := range m.places[c.ID] {
		if p := m.view.Passage(at.source, at.paragraph); p != nil {
			ids = append(ids, m.addSentence(p, at.sentence))
		}
	}
	if ids != nil {
		return ids
	}
	wording, lang := c.Text.In(m.lang)
	s := Sentence{
		ID: string(c.ID), Passage: string(c.ID), Lang: lang, Text: wording, Claim: c,
		Anchors: []*knowledge.Claim{c}, Hedged: c.Certainty != knowledge.Stated || knowledge.IsHedged(wording),
	}
	if len(c.Cites) > 0 {
		s.Source, s.At = c.First().Source, c.First().At
	}
	return []string{m.add(s)}
}

// addSentence adds the n-th sentence of a passage, counted from 1, and returns
// its id.
func (m *material) addSentence(p *knowledge.Passage, n int) string {
	at := knowledge.Sentences(p.Paragraph, n, n)
	body, err := p.Run(n, n)
	if err != nil {
		return ""
	}
	anchors := m.anchors[place{p.Source, p.Paragraph, n}]
	return m.add(Sentence{
		ID: m.view.PublicID(p.Source, at), Passage: m.view.PublicID(p.Source, knowledge.Sentences(p.Paragraph, 0, 0)),
		Lang: p.Language, Text: body, Source: p.Source, At: at, Anchors: anchors,
		Hedged: knowledge.IsHedged(body) || slices.ContainsFunc(anchors, lessThanStated),
	})
}

func lessThanStated(c *knowledge.Claim) bool { return c.Certainty != knowledge.Stated }

func (m *material) add(s Sentence) string {
	if _, known := m.at[s.ID]; !known {
		if source := m.view.Source(s.Source); source != nil {
			s.Date = source.Date
		}
		m.at[s.ID] = len(m.all)
		m.all = append(m.all, s)
	}
	return s.ID
}

// complete binds the sentences and brings in those that are bound to them,
// until none is missing.
func (m *material) complete() []Sentence {
	for i := 0; i < len(m.all); i++ { // m.all grows
		for _, c := range m.all[i].Anchors {
			for _, other := range m.view.Bound(c) {
				m.bind(i, m.addClaim(other))
			}
		}
	}
	return m.all
}

// bind ties the i-th sentence to others, and them to it.
func (m *material) bind(i int, ids []string) {
	for _, id := range ids {
		if j, known := m.at[id]; known && j != i {
			m.all[i].Bound = withID(m.all[i].Bound, id)
			m.all[j].Bound = withID(m.all[j].Bound, m.all[i].ID)
		}
	}
}

func withID(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}
