package commands

import (
	"context"
	"slices"

	"griot/knowledge"
	"griot/knowledge/summary"
)

var (
	summarizeName   = Option{Name: "name", Complete: entryNames("name", knowledge.EntryKinds()...)}
	summarizeSource = Option{Name: "source", Complete: entryNames("source", knowledge.KindSource)}
	summarizeWords  = Option{Name: "words", Describe: "option.search"}
	summarizeFrom   = Option{Name: "from"}
	summarizeTo     = Option{Name: "to"}
)

func summarizeCommand() Command {
	return Command{
		Name:    "summarize",
		Slow:    true,
		Options: []Option{summarizeName, summarizeSource, summarizeWords, summarizeFrom, summarizeTo},
		Run:     func(ctx context.Context, r Request) (Reply, error) { return r.summarize(ctx) },
	}
}

// material is what is to be summarized, and what it is called.
type material struct {
	title, request string
	entry          knowledge.ID
	meant          meant // by the name that was typed
	sentences      []summary.Sentence
}

// summarize shortens what an entry, a source, a search or a span of dates
// holds.
func (r Request) summarize(ctx context.Context) (Reply, error) {
	m, ask, err := r.material()
	if err != nil || ask != nil {
		return orEmpty(ask), err
	}
	if len(m.sentences) == 0 {
		return r.missing(r.Say().Say("missing.summary"), m.request), nil
	}
	p := r.compose(r.Say().Say("title.summary", "name", m.title), "")
	p.reply.Entry = m.entry
	p.short(ctx, r.shorten(ctx, m.sentences, m.request), len(m.sentences))
	p.showing(m.meant) // a summary begins with its level
	if m.entry != "" {
		p.buttons([]Button{r.toEntry(r.View.Entry(m.entry))})
	}
	return p.done(), nil
}

// material reads the options. The reply, if there is one, asks which is meant.
func (r Request) material() (m material, ask *Reply, err error) {
	from, to, err := r.dates(summarizeFrom, summarizeTo)
	switch {
	case err != nil:
		return m, nil, err
	case summarizeName.In(r) != "":
		return r.ofEntry()
	case summarizeSource.In(r) != "":
		return r.ofSource()
	case summarizeWords.In(r) != "":
		return r.ofWords(summarizeWords.In(r)), nil, nil
	case !from.IsZero() || !to.IsZero():
		return r.ofSpan(from, to), nil, nil
	}
	return m, nil, invalid("summary of what")
}

func (r Request) ofEntry() (material, *Reply, error) {
	found := r.find(summarizeName, knowledge.EntryKinds()...)
	if found.reply != nil {
		return material{}, found.reply, nil
	}
	name := r.nameOf(found.id)
	return material{name, name, found.id, found, summary.FromClaims(r.View, r.View.About(found.id), r.Locale)}, nil, nil
}

func (r Request) ofSource() (material, *Reply, error) {
	found := r.findSource(summarizeSource)
	if found.reply != nil {
		return material{}, found.reply, nil
	}
	body := slices.DeleteFunc(slices.Clone(r.View.Passages(found.id)), func(p *knowledge.Passage) bool { return p.Paragraph < 1 })
	m := material{title: r.View.Source(found.id).Label, meant: found, sentences: summary.FromPassages(r.View, body, r.Locale)}
	if len(m.sentences) == 0 {
		m.sentences = summary.FromClaims(r.View, r.citing(found.id), r.Locale)
	}
	return m, nil, nil
}

func (r Request) citing(source knowledge.ID) []*knowledge.Claim {
	return slices.DeleteFunc(r.View.Claims(), func(c *knowledge.Claim) bool {
		return !slices.ContainsFunc(c.Cites, func(cite knowledge.Citation) bool { return r.sourceOf(cite) == source })
	})
}

// ofWords gathers the passages and claims that a search leads to.
func (r Request) ofWords(words string) material {
	var passages []*knowledge.Passage
	var claims []*knowledge.Claim
	for _, h := range r.View.Search(words, maxResults, filter{r: r}.options()...).Hits {
		if p := r.View.PassageByID(knowledge.ID(h.ID)); p != nil {
			passages = append(passages, p)
		} else if c := r.View.Claim(knowledge.ID(h.ID)); c != nil {
			claims = append(claims, c)
		}
	}
	sentences := append(summary.FromPassages(r.View, passages, r.Locale), summary.FromClaims(r.View, claims, r.Locale)...)
	return material{title: Echo(words), request: words, sentences: once(sentences)}
}

// ofSpan gathers what is dated within a span.
func (r Request) ofSpan(from, to knowledge.Date) material {
	var claims []*knowledge.Claim
	for _, m := range r.moments(span{from: from, to: to}) {
		for _, f := range m.fields {
			if c := r.View.Claim(f.claim); c != nil && within(f.date, from, to) && !slices.Contains(claims, c) {
				claims = append(claims, c)
			}
		}
	}
	return material{title: r.spanLine(from, to), sentences: summary.FromClaims(r.View, claims, r.Locale)}
}

func (r Request) spanLine(from, to knowledge.Date) string {
	say := r.Say()
	switch {
	case from == to:
		return say.Date(from)
	case to.IsZero():
		return say.Say("date.since", "date", say.Date(from))
	case from.IsZero():
		return say.Say("date.until", "date", say.Date(to))
	}
	return say.Say("date.span", "from", say.Date(from), "to", say.Date(to))
}

func once(sentences []summary.Sentence) []summary.Sentence {
	seen := map[string]bool{}
	return slices.DeleteFunc(sentences, func(s summary.Sentence) bool {
		again := seen[s.ID]
		seen[s.ID] = true
		return again
	})
}
