package commands

import (
	"context"
	"slices"

	"griot/knowledge"
	"griot/knowledge/search"
)

var (
	searchWords  = Option{Name: "words", Required: true, Wanted: true, Describe: "option.search"}
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
	asked := r.View.Words(meant)
	hits := f.ranked(found.Hits, meant, asked)
	if r.saysNothing(words) && !slices.ContainsFunc(hits, hit.isOfWords) {
		return Reply{}, invalid("nothing to look for")
	}
	p := r.compose(r.Say().Say("title.search", "words", Echo(words)), "")
	p.corrected(found.Corrected)
	p.showing(f.meant)
	p.listed("card.finds", r.unsourced(meant))
	if line := f.line(); line != "" {
		p.note(Line, plain(line))
	}
	set := false
	for i, h := range hits {
		if h.unsure && (i == 0 || !hits[i-1].unsure) {
			p.open(r.Say().Say("search.unsure"))
		}
		like := p.result(h.id, asked)
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
var languages = []string{knowledge.English, knowledge.French}

// noHits says that nothing has the words, or nothing that fits the filter, and
// leads to a source that is called by them.
func (r Request) noHits(words string) Reply {
	typed := Echo(words)
	if len(r.View.Search(words, 1, filter{r: r}.options()...).Hits) > 0 {
		return r.missing(r.Say().Say("missing.filtered", "typed", typed), words)
	}
	if m := r.findSource(searchWords); m.reply == nil && m.typed == "" {
		return r.chooseAmong("choose.source", "sources", sourcesName, []knowledge.ID{m.id}, "typed", typed)
	}
	return r.missing(r.Say().Say("missing.nothing", "typed", typed), words)
}

// result sets one hit: an entry with what it is, a claim, or the sentence of a
// passage that has most of the words. It returns how more like it is asked for.
func (p *pages) result(id knowledge.ID, asked []search.Word) likeness {
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
		if q, ok := r.bestSentence(passage, asked); ok {
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
