package commands

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"griot/knowledge"
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
	if source, place := r.placed(typed); source != nil {
		return r.quoteAt(source, place)
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
	say := r.Say()
	if claims := r.worded(typed); len(claims) > 0 {
		return r.inOurWords(say.Say("title.quotes"), say.Say("missing.words", "typed", Echo(typed)), claims), nil
	}
	return r.missing(say.Say("missing.words", "typed", Echo(typed)), typed), nil
}

// placed reads a public id as a source and a place in it, which need not be
// there; the source is nil if it is no public id.
func (r Request) placed(typed string) (source *knowledge.Source, place string) {
	m := publicID.FindStringSubmatch(typed)
	if m == nil {
		return nil, ""
	}
	return r.source(m[1]), m[2]
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
		return r.unread(source, at), nil
	case err != nil:
		return r.missing(r.Say().Say("missing.place", "source", source.Label, "at", at), ""), nil
	}
	p := r.compose(r.Say().Say("title.quote", "id", q.ID()), "")
	p.quotation(q)
	p.open(r.Say().Say("quote.rests"))
	for _, c := range r.restingOn(q) {
		p.claim(c)
	}
	p.buttons([]Button{{Label: r.Say().Say("button.context"), Ask: r.to("context", contextAt, knowledge.ID(q.ID())), Opens: ForMe}})
	return p.done(), nil
}

// unread tells what claims say of a place whose words are not stored.
func (r Request) unread(source *knowledge.Source, at knowledge.At) Reply {
	say := r.Say()
	var there []*knowledge.Claim
	for _, c := range r.View.Claims() {
		if slices.ContainsFunc(c.Cites, func(cite knowledge.Citation) bool {
			return r.sourceOf(cite) == source.ID && !cite.IsWhole() && meet(cite.At, at)
		}) {
			there = append(there, c)
		}
	}
	if len(there) == 0 {
		return r.missing(say.Say("missing.text", "source", source.Label), "")
	}
	return r.inOurWords(say.Say("title.quote", "id", r.View.PublicID(source.ID, at)), say.Say("missing.text", "source", source.Label), there)
}
