package commands

import (
	"context"
	"slices"
	"strings"

	"griot/knowledge"
)

var likeID = Option{Name: "id"}

func likeCommand() Command {
	return Command{Name: "like", Hidden: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.like()
	}}
}

// likeness is a result, by which id more like it is asked for, and what a
// button calls it; without an id there was nothing to set.
type likeness struct{ id, label string }

// like puts a button for more like a result on the page that it stands on. Its
// label is as long as it must be to differ from the others; what nobody could
// tell apart, or is asked for by the same id, has one button.
func (p *pages) like(to likeness) {
	row := slices.Concat(p.page.Buttons...)
	if to.id == "" || len(row) == MaxButtonsInRow {
		return
	}
	for _, limit := range []int{labelLength, MaxButtonLabel} {
		b := Button{Label: Cut(p.request.Say().Say("button.like", "name", to.label), limit), Ask: p.request.to("like", likeID, knowledge.ID(to.id)), Opens: ForMe}
		same := func(had Button) bool { return had.Label == b.Label || had.Ask.Values[likeID.Name] == to.id }
		if !slices.ContainsFunc(row, same) {
			p.button(b)
			return
		}
	}
}

// like shows a claim or the words at a place, and searches for what is like
// them: by their own words and the names of what they are about.
func (r Request) like() (Reply, error) {
	id := likeID.In(r)
	words, self := "", []knowledge.ID{knowledge.ID(id)}
	p := r.compose(r.Say().Say("title.like"), "")
	if c := r.View.Claim(self[0]); c != nil {
		words, self = r.likeClaim(c), append(self, r.showing(c)...)
		p.claim(c)
	} else if q, ok := r.at(id); ok {
		words, self[0] = q.Text(), knowledge.PassageID(q.Source(), q.At().Paragraph)
		p.quotation(q)
	}
	if words == "" {
		return Reply{}, refused("button")
	}
	p.open(r.Say().Say("like.heading"))
	asked := r.View.Words(words)
	for _, h := range r.View.Search(words, maxResults/2, filter{r: r}.options()...).Hits {
		if !slices.Contains(self, knowledge.ID(h.ID)) {
			p.result(knowledge.ID(h.ID), asked)
		}
	}
	if p.heading != "" { // nothing stands under it
		return r.missing(r.Say().Say("missing.like"), ""), nil
	}
	return p.done(), nil
}

// likeClaim returns the words by which others are like a claim.
func (r Request) likeClaim(c *knowledge.Claim) string {
	own, _ := c.Text.In(r.Locale)
	words := []string{own}
	for _, id := range c.About {
		words = append(words, r.nameOf(id))
	}
	return strings.Join(words, " ")
}

// showing returns the results that would show a claim once more: the entries
// that it says what they are, and the passages that hold its words.
func (r Request) showing(c *knowledge.Claim) []knowledge.ID {
	var all []knowledge.ID
	for _, e := range r.View.FactsOf(c.ID) {
		if e.Is.Claim == c.ID {
			all = append(all, e.ID)
		}
	}
	for _, cite := range c.Cites {
		if q, state := r.View.Prove(cite); state == knowledge.Verified {
			all = append(all, knowledge.PassageID(q.Source(), q.At().Paragraph))
		}
	}
	return all
}

// at reads a public id as the words at its place.
func (r Request) at(id string) (knowledge.Quotation, bool) {
	source, place := r.placed(id)
	if source == nil {
		return knowledge.Quotation{}, false
	}
	at, err := knowledge.ParseAt(place)
	if err != nil {
		return knowledge.Quotation{}, false
	}
	q, err := r.View.QuoteAt(source.Label, at)
	return q, err == nil
}
