package commands

import (
	"context"
	"slices"

	"griot/knowledge"
)

var likeID = Option{Name: "id"}

func likeCommand() Command {
	return Command{Name: "like", Hidden: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.like()
	}}
}

// like searches for what is like a claim or the words at a place: by their own
// words, without themselves.
func (r Request) like() (Reply, error) {
	words, title, self := "", likeID.In(r), []knowledge.ID{knowledge.ID(likeID.In(r))}
	if c := r.View.Claim(self[0]); c != nil {
		words, _ = c.Text.In(r.Locale)
		self = append(self, r.passagesOf(c)...)
		title = r.View.PublicID(c.First().Source, c.First().At)
	} else if q, ok := r.at(likeID.In(r)); ok {
		words, self[0] = q.Text(), knowledge.PassageID(q.Source(), q.At().Paragraph)
	}
	if words == "" {
		return Reply{}, refused("button")
	}
	p := r.compose(r.Say().Say("title.like", "id", title), "")
	f := filter{r: r}
	for _, h := range r.View.Search(words, maxResults/2, f.options()...).Hits {
		if !slices.Contains(self, knowledge.ID(h.ID)) {
			p.result(knowledge.ID(h.ID), words)
		}
	}
	p.flush()
	if len(p.reply.Pages) == 0 {
		return r.missing(r.Say().Say("missing.like"), ""), nil
	}
	return p.done(), nil
}

// passagesOf returns the passages that hold the words of a claim.
func (r Request) passagesOf(c *knowledge.Claim) []knowledge.ID {
	var all []knowledge.ID
	for _, cite := range c.Cites {
		if q, state := r.View.Prove(cite); state == knowledge.Verified {
			all = append(all, knowledge.PassageID(q.Source(), q.At().Paragraph))
		}
	}
	return all
}

// at reads a public id as the words at its place.
func (r Request) at(id string) (knowledge.Quotation, bool) {
	m := publicID.FindStringSubmatch(id)
	if m == nil || r.source(m[1]) == nil {
		return knowledge.Quotation{}, false
	}
	at, err := knowledge.ParseAt(m[2])
	if err != nil {
		return knowledge.Quotation{}, false
	}
	q, err := r.View.QuoteAt(r.source(m[1]).Label, at)
	return q, err == nil
}
