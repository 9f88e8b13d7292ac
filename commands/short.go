package commands

import (
	"context"

	"griot/knowledge/summary"
)

// short sets a shorter answer: first who made it, then its sentences. What a
// model wrote stands with the words that bear it out beneath. What the day still
// has for a model stands at the very foot.
func (p *pages) short(ctx context.Context, s short, read int) {
	say := p.request.Say()
	p.reply.Level = s.level
	p.note(Line, plain(say.Say("level."+string(s.level), "n", read)))
	for _, w := range s.written {
		p.put(p.written(w))
	}
	for _, sentence := range s.sentences {
		p.put(p.sentence(sentence))
	}
	if p.request.Model != nil {
		p.reply.Left = say.Say("level.left", "n", p.request.Model.Left(ctx, p.request.Who).Least())
	}
}

// sentence returns a stored sentence: a claim in our words, or the source's own
// with whatever is bound to it.
func (p *pages) sentence(s summary.Sentence) unit {
	if s.Claim != nil {
		return p.tell(Item, "", s.Claim)
	}
	if source := p.request.View.Source(s.Source); source != nil {
		if q, err := p.request.View.QuoteAt(source.Label, s.At); err == nil {
			return p.quoted(q)
		}
	}
	return unit{}
}

// written returns a sentence that a model wrote, with the stored ones that
// prove it: they stand on one page.
func (p *pages) written(w summary.ProvedSentence) unit {
	var u unit
	u.add(Item, plain(w.Text))
	for _, s := range w.Beneath {
		u.join(p.sentence(s))
	}
	return u
}
