package commands

import (
	"cmp"
	"context"
	"maps"
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

// maxResults is how many results a search lists; so many times as many are
// looked at for what has the words before the eyes of the reader.
const (
	maxResults  = 20
	lookedAhead = 3
)

// search lists entries, claims and sentences of the sources with the words.
func (r Request) search() (Reply, error) {
	f, ask, err := r.filter()
	if err != nil || ask != nil {
		return orEmpty(ask), err
	}
	words := searchWords.In(r)
	if source, place := r.placed(words); source != nil {
		return r.quoteAt(source, place)
	}
	found, meant := f.search(words, maxResults*lookedAhead)
	hits := f.ranked(found.Hits, meant)
	if r.saysNothing(words) && !slices.ContainsFunc(hits, hit.isOfWords) {
		return Reply{}, invalid("nothing to look for")
	}
	p := r.compose(r.Say().Say("title.search", "words", Echo(words)), "")
	p.corrected(found.Corrected)
	if line := f.line(); line != "" {
		p.note(Line, plain(line))
	}
	set := false
	for i, h := range hits {
		if h.unsure && (i == 0 || !hits[i-1].unsure) {
			p.open(r.Say().Say("search.unsure"))
		}
		like := p.result(h.id, meant)
		set = set || like.id != ""
		p.like(like)
	}
	if !set {
		return r.noHits(meant), nil
	}
	return p.done(), nil
}

// saysNothing reports whether a query is nobody's name and has no word that
// could be looked for, or only such as stand in nearly every sentence of a
// language.
func (r Request) saysNothing(words string) bool {
	if !slices.ContainsFunc(languages, func(l string) bool { return len(r.View.Terms(words, l)) == 0 }) {
		return false
	}
	named := r.View.Find(words, knowledge.EntryKinds()...)
	return len(named) == 0 || named[0].Why != search.Exact
}

// languages are those in which people ask.
var languages = []string{knowledge.English, "fr"}

// noHits says that nothing has the words, or nothing that fits the filter.
func (r Request) noHits(words string) Reply {
	key := "missing.nothing"
	if len(r.View.Search(words, 1, filter{r: r}.options()...).Hits) > 0 {
		key = "missing.filtered"
	}
	return r.missing(r.Say().Say(key, "typed", Echo(words)), words)
}

// hit is a result, and how it is ranked before its score.
type hit struct {
	id     knowledge.ID
	rank   int  // what the words name; what shows them all; the rest
	unsure bool // the sources don't date it closely enough for the filter
}

// isOfWords reports whether the words stand in the result itself.
func (h hit) isOfWords() bool { return h.rank < 2 }

// ranked returns the hits that are listed, in the order of a list: an entry
// that is called by the words, then what shows all of them, then what is only
// about them; what may lie outside the span that was asked for comes last.
func (f filter) ranked(found []search.Hit, words string) []hit {
	r := f.r
	named := ids(leading(r.View.Find(words, knowledge.EntryKinds()...)))
	asked := r.View.Words(words)
	var hits []hit
	for _, h := range found {
		id, rank := knowledge.ID(h.ID), 2
		switch {
		case slices.Contains(named, id):
			rank = 0
		case r.shows(id, words, asked):
			rank = 1
		}
		claims, _ := f.claims(id)
		_, sure := f.dated(id, claims)
		hits = append(hits, hit{id, rank, !sure})
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.unsure != b.unsure {
			return map[bool]int{true: 1, false: -1}[a.unsure]
		}
		return cmp.Compare(a.rank, b.rank)
	})
	return hits[:min(len(hits), maxResults)]
}

// shows reports whether the result of a record would have all the words that
// are asked for and known.
func (r Request) shows(id knowledge.ID, words string, asked []search.Word) bool {
	shown := ""
	switch v := r.View; {
	case v.Entry(id) != nil:
		shown = r.text(v.Entry(id).Name) + ". " + r.text(v.Entry(id).Is.Line)
	case v.Claim(id) != nil:
		shown = r.text(v.Claim(id).Text)
	case v.PassageByID(id) != nil:
		if q, ok := r.bestSentence(v.PassageByID(id), words); ok {
			shown = q.Text()
		}
	}
	terms := map[string]bool{}
	for _, l := range languages {
		maps.Copy(terms, r.View.Terms(shown, l))
	}
	return !slices.ContainsFunc(asked, func(w search.Word) bool {
		return w.Known && !slices.ContainsFunc(w.Terms, func(t string) bool { return terms[t] })
	})
}

// result sets one hit: an entry with what it is, a claim, or the sentence of a
// passage that has most of the words. It returns how more like it is asked for.
func (p *pages) result(id knowledge.ID, words string) likeness {
	r, v := p.request, p.request.View
	if e := v.Entry(id); e != nil {
		var u unit
		p.fact(&u, Item, r.text(e.Name)+", "+r.Say().Say("kind."+string(e.Kind())), r.text(e.Is.Line), e.Is.Claim)
		if len(u.claims) == 0 {
			return likeness{}
		}
		p.put(u)
		p.shows(id)
		return likeness{string(e.Is.Claim), r.text(e.Name)}
	}
	if c := v.Claim(id); c != nil {
		p.claim(c)
		return likeness{string(c.ID), r.labelOf(c)}
	}
	if passage := v.PassageByID(id); passage != nil {
		if q, ok := r.bestSentence(passage, words); ok {
			if p.page.lacks(q) {
				p.quotation(q)
			}
			p.strong(q)
			return likeness{q.ID(), q.ID()}
		}
	}
	return likeness{}
}

// labelOf names a claim by its place. What is told of a source as a whole has
// none of its own, and goes by its words if they can stand alone.
func (r Request) labelOf(c *knowledge.Claim) string {
	if c.First().IsWhole() && c.Certainty == knowledge.Stated && len(r.View.Bound(c)) == 0 {
		return r.text(c.Text)
	}
	return r.View.PublicID(c.First().Source, c.First().At)
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
