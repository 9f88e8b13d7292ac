package commands

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

var quoteWords = Option{Name: "words", Required: true, Complete: entryNames("words", knowledge.EntryKinds()...)}

func quoteCommand() Command {
	return Command{Name: "quote", Options: []Option{quoteWords}, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.quote()
	}}
}

// publicID is the form by which readers name a place in a source: FP19-2.1.
var publicID = regexp.MustCompile(`^([A-Za-z]{1,8}[0-9]{0,4}[a-z]?)-([Tt0-9][0-9.\-]*)$`)

func (r Request) quote() (Reply, error) {
	typed := quoteWords.In(r)
	if m := publicID.FindStringSubmatch(typed); m != nil {
		if source := r.source(m[1]); source != nil {
			return r.quoteAt(source, m[2])
		}
	}
	if r.isA(knowledge.ID(typed), knowledge.EntryKinds()) {
		return r.quotations(quoteWords)
	}
	if found := r.wording(typed); len(found) > 0 {
		p := r.compose(r.Say().Say("title.quotes"), "")
		for _, q := range found {
			p.quotation(q)
		}
		return p.done(), nil
	}
	if len(r.View.Find(typed, knowledge.EntryKinds()...)) > 0 {
		return r.quotations(quoteWords)
	}
	return r.missing(r.Say().Say("missing.words", "typed", Echo(typed)), typed), nil
}

// source returns the source of a label, in whatever case it is typed.
func (r Request) source(label string) *knowledge.Source {
	if s := r.View.SourceByLabel(label); s != nil {
		return s
	}
	return r.View.SourceByLabel(strings.ToUpper(label))
}

// quoteAt shows the words of one place, and the claims that rest on them.
func (r Request) quoteAt(source *knowledge.Source, place string) (Reply, error) {
	at, err := knowledge.ParseAt(place)
	if err != nil {
		return Reply{}, invalid("place", "typed", Echo(place))
	}
	q, err := r.View.QuoteAt(source.Label, at)
	switch {
	case errors.Is(err, knowledge.ErrNotImported):
		return r.missing(r.Say().Say("missing.text", "source", source.Label), ""), nil
	case err != nil:
		return r.missing(r.Say().Say("missing.place", "source", source.Label, "at", at), ""), nil
	}
	p := r.compose(r.Say().Say("title.quote", "id", q.ID()), "")
	p.quotation(q)
	p.open(r.Say().Say("quote.rests"))
	for _, c := range r.restingOn(q) {
		p.claim(c)
	}
	p.buttons([]Button{{Label: r.Say().Say("button.context"), Ask: r.to("context", "at", knowledge.ID(q.ID())), Opens: ForMe}})
	return p.done(), nil
}

// restingOn returns the claims that cite some of a quotation's sentences.
func (r Request) restingOn(q knowledge.Quotation) []*knowledge.Claim {
	var all []*knowledge.Claim
	for _, c := range r.View.Claims() {
		if slices.ContainsFunc(c.Cites, func(cite knowledge.Citation) bool { return r.overlaps(cite, q) }) {
			all = append(all, c)
		}
	}
	return all
}

// boundOn returns the claims resting on a quotation that may not stand alone:
// whoever reads its words must see what answers them.
func (r Request) boundOn(q knowledge.Quotation) []*knowledge.Claim {
	return slices.DeleteFunc(r.restingOn(q), func(c *knowledge.Claim) bool { return len(r.View.Bound(c)) == 0 })
}

// restingIn returns the claims whose words stand in a passage.
func (r Request) restingIn(p *knowledge.Passage) []*knowledge.Claim {
	q, err := r.View.QuoteAt(r.View.Source(p.Source).Label, knowledge.Sentences(p.Paragraph, 0, 0))
	if err != nil {
		return nil
	}
	return r.restingOn(q)
}

func (r Request) overlaps(cite knowledge.Citation, q knowledge.Quotation) bool {
	if cite.Source != q.Source() {
		return false
	}
	words, state := r.View.Prove(cite)
	a, b := words.At(), q.At()
	return state == knowledge.Verified && a.Paragraph == b.Paragraph &&
		(a.First == 0 || b.First == 0 || a.First <= b.Last && b.First <= a.Last)
}

// maxQuotations is how many sentences a search for words shows.
const maxQuotations = 20

// wording returns the stored sentences that have the words as a run; where
// none has, those that have all of them.
func (r Request) wording(typed string) []knowledge.Quotation {
	words := strings.Fields(text.Fold(typed))
	if len(words) == 0 {
		return nil
	}
	run := r.sentencesWith(func(folded string) bool { return strings.Contains(folded, " "+strings.Join(words, " ")+" ") })
	if len(run) > 0 {
		return run
	}
	return r.sentencesWith(func(folded string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, " "+w+" ") })
	})
}

// sentencesWith returns stored sentences whose folded words, with a space at
// each end, the test holds of.
func (r Request) sentencesWith(test func(folded string) bool) []knowledge.Quotation {
	var found []knowledge.Quotation
	for _, s := range r.View.Sources() {
		for _, p := range r.View.Passages(s.ID) {
			for i, at := range p.Sentences {
				if len(found) == maxQuotations || !test(" "+text.Fold(p.Text[at.Start:at.End])+" ") {
					continue
				}
				if q, err := r.View.QuoteAt(s.Label, knowledge.Sentences(p.Paragraph, i+1, i+1)); err == nil {
					found = append(found, q)
				}
			}
		}
	}
	return found
}

// quotation sets words that no claim need stand for, and where they are.
func (p *pages) quotation(q knowledge.Quotation) {
	all := []knowledge.Quotation{q}
	if Length(Quoted(q)) > longQuotation {
		all = p.request.sentences(q)
	}
	for _, q := range all {
		var u unit
		c := Citation{N: p.number(q.Source()), Source: q.Source(), At: q.At(), State: knowledge.Verified, Text: q.Text()}
		u.add(Line, bold(p.mark(c)))
		p.quote(&u, q)
		u.citations = append(u.citations, c)
		for _, c := range p.request.boundOn(q) {
			if !slices.Contains(u.claims, c) {
				u.join(p.name("", c))
				u = p.complete(u)
			}
		}
		p.put(u)
	}
}
