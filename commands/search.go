package commands

import (
	"context"
	"slices"

	"griot/knowledge"
	"griot/knowledge/search"
)

var (
	searchWords  = Option{Name: "words", Required: true, Describe: "option.search"}
	searchKind   = Option{Name: "kind", Complete: kindNames}
	searchSource = Option{Name: "source", Complete: entryNames("source", knowledge.KindSource)}
	searchFrom   = Option{Name: "from"}
	searchTo     = Option{Name: "to"}
)

func searchCommand() Command {
	words := searchWords
	words.Complete = nameTexts
	return Command{
		Name:    "search",
		Options: []Option{words, searchKind, searchSource, searchFrom, searchTo},
		Run:     func(_ context.Context, r Request) (Reply, error) { return r.search() },
	}
}

// nameTexts completes names of entries as texts to search for.
func nameTexts(r Request) []Choice {
	choices := entryNames(searchWords.Name, knowledge.EntryKinds()...)(r)
	for i, c := range choices {
		choices[i].Value = Cut(r.nameOf(knowledge.ID(c.Value)), MaxChoice)
	}
	return choices
}

// maxResults is how many results a search lists.
const maxResults = 20

// search lists entries, claims and sentences of the sources with the words.
func (r Request) search() (Reply, error) {
	f, ask, err := r.filter()
	if err != nil || ask != nil {
		return orEmpty(ask), err
	}
	words := searchWords.In(r)
	found := r.View.Search(words, maxResults, f.options()...)
	if len(found.Hits) == 0 {
		return r.noHits(words), nil
	}
	p := r.compose(r.Say().Say("title.search", "words", Echo(words)), "")
	p.corrected(found.Corrected)
	var row []Button
	seen := map[string]bool{"": true}
	for _, h := range found.Hits {
		like, label := p.result(knowledge.ID(h.ID), words)
		if !seen[like] && len(row) < MaxButtonsInRow {
			seen[like] = true
			label = r.Say().Say("button.like", "name", label)
			row = append(row, Button{Label: Cut(label, labelLength), Ask: r.to("like", likeID, knowledge.ID(like)), Opens: ForMe})
		}
	}
	p.buttons(row)
	return p.done(), nil
}

// noHits says that nothing has the words, or nothing that fits the filter.
func (r Request) noHits(words string) Reply {
	key := "missing.nothing"
	if len(r.View.Search(words, 1, filter{r: r}.options()...).Hits) > 0 {
		key = "missing.filtered"
	}
	return r.missing(r.Say().Say(key, "typed", Echo(words)), words)
}

// filter is what a search is narrowed to.
type filter struct {
	r        Request
	kind     knowledge.Kind
	source   knowledge.ID
	from, to knowledge.Date
}

func (r Request) filter() (f filter, ask *Reply, err error) {
	f.r = r
	if f.kind, err = kind(searchKind, r); err != nil {
		return f, nil, err
	}
	if f.from, f.to, err = r.dates(searchFrom, searchTo); err != nil {
		return f, nil, err
	}
	if searchSource.In(r) != "" {
		m := r.findSource(searchSource)
		f.source, ask = m.id, m.reply
	}
	return f, ask, nil
}

func (f filter) options() []search.Option {
	groups := []string{string(f.kind)}
	if f.kind == "" {
		groups = []string{string(knowledge.KindPassage), string(knowledge.KindClaim)}
		for _, k := range knowledge.EntryKinds() {
			groups = append(groups, string(k))
		}
	}
	return []search.Option{search.InGroups(groups...), search.Where(func(id string) bool { return f.keeps(knowledge.ID(id)) })}
}

// keeps reports whether a record fits the filter. A claim whose words are
// stored is left to its passage, which shows them.
func (f filter) keeps(id knowledge.ID) bool {
	switch {
	case f.r.View.Claim(id) != nil:
		c := f.r.View.Claim(id)
		return !f.r.hasWords(c) && f.cites(c) && f.dated(c)
	case f.r.View.Entry(id) != nil:
		about := f.r.View.About(id)
		return (f.source == "" || slices.ContainsFunc(about, f.cites)) && (f.undated() || slices.ContainsFunc(about, f.dated))
	}
	p := f.r.View.PassageByID(id)
	return p != nil && (f.source == "" || p.Source == f.source) &&
		(f.undated() || slices.ContainsFunc(f.r.restingIn(p), f.dated))
}

func (f filter) undated() bool { return f.from.IsZero() && f.to.IsZero() }

func (f filter) cites(c *knowledge.Claim) bool {
	return f.source == "" || slices.ContainsFunc(c.Cites, func(cite knowledge.Citation) bool { return cite.Source == f.source })
}

// dated reports whether a fact that comes from the claim has a date within the
// span.
func (f filter) dated(c *knowledge.Claim) bool {
	if f.undated() {
		return true
	}
	for _, e := range f.r.View.FactsOf(c.ID) {
		for _, m := range f.r.momentsOf(e) {
			for _, d := range m.fields {
				if d.claim == c.ID && within(d.date, f.from, f.to) {
					return true
				}
			}
		}
	}
	return false
}

// result sets one hit: an entry with what it is, a claim, or the sentence of a
// passage that has most of the words. It returns by which id more like it is
// asked for, and its label; empty if there was nothing to set.
func (p *pages) result(id knowledge.ID, words string) (like, label string) {
	r, v := p.request, p.request.View
	if e := v.Entry(id); e != nil {
		var u unit
		p.fact(&u, Item, r.text(e.Name)+", "+r.Say().Say("kind."+string(e.Kind())), r.text(e.Is.Line), e.Is.Claim)
		if len(u.claims) == 0 {
			return "", ""
		}
		p.put(u)
		p.shows(id)
		return string(e.Is.Claim), r.text(e.Name)
	}
	if c := v.Claim(id); c != nil {
		p.claim(c)
		return string(c.ID), v.PublicID(c.First().Source, c.First().At)
	}
	if passage := v.PassageByID(id); passage != nil {
		if q, ok := r.bestSentence(passage, words); ok {
			p.quotation(q)
			p.strong(q)
			return q.ID(), q.ID()
		}
	}
	return "", ""
}

// bestSentence returns the sentence of a passage that has most of the words.
func (r Request) bestSentence(passage *knowledge.Passage, words string) (knowledge.Quotation, bool) {
	best, most := 0, -1.0
	asked := r.View.Words(words)
	for i, s := range passage.Sentences {
		terms, has := r.View.Terms(passage.Text[s.Start:s.End], passage.Language), 0.0
		for _, w := range asked {
			if slices.ContainsFunc(w.Terms, func(t string) bool { return terms[t] }) {
				has += w.Weight
			}
		}
		if has > most {
			best, most = i+1, has
		}
	}
	q, err := r.View.QuoteAt(r.View.Source(passage.Source).Label, knowledge.Sentences(passage.Paragraph, best, best))
	return q, err == nil
}

// corrected says which words were searched in place of those typed.
func (p *pages) corrected(corrections []search.Correction) {
	for _, c := range corrections {
		p.note(Line, plain(p.request.Say().Say("search.corrected")+" "), bold(c.Meant), plain("."))
	}
}
