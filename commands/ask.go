package commands

import (
	"context"
	"slices"

	"griot/knowledge"
	"griot/knowledge/question"
	"griot/knowledge/summary"
)

var askQuestion = Option{Name: "question", Required: true, Wanted: true}

func askCommand() Command {
	return Command{Name: "ask", Slow: true, Options: []Option{askQuestion}, Run: func(ctx context.Context, r Request) (Reply, error) {
		return r.answer(ctx), nil
	}}
}

// How many claims an answer has at most, and how much worse than the best one
// they may fit.
const (
	maxAnswers = 5
	nearlyBest = 0.7
)

// answer tells the claims that answer a question, each as certain as it is and
// with its speaker. What is disputed stands with what disputes it; numbers of
// one thing stand together. There is no yes and no no.
func (r Request) answer(ctx context.Context) Reply {
	asked := askQuestion.In(r)
	found := question.Find(r.View, asked)
	corrected := r.asWritten(found.Corrected)
	unsourced := r.unsourced(reworded(asked, corrected))
	if len(found.Fits) == 0 {
		near := slices.Clone(found.Entries)
		for _, id := range r.nearest(asked) {
			if !slices.Contains(near, id) {
				near = append(near, id)
			}
		}
		return r.missingNear(r.Say().Say("missing.answer"), r.topics(near[:min(len(near), maxTopics)]), unsourced)
	}
	p := r.compose(Echo(asked), "")
	p.corrected(corrected)
	p.listed("card.finds", unsourced)
	claims := r.fitting(found)
	p.shortly(ctx, claims, asked)
	for _, c := range claims {
		p.claim(c)
	}
	p.buttons(p.toEntries(found))
	return p.done()
}

// fitting returns the claims that fit nearly as well as the best, each with
// those that give other numbers.
func (r Request) fitting(found question.Answer) (claims []*knowledge.Claim) {
	for i, f := range found.Fits {
		if i == maxAnswers || f.Score < nearlyBest*found.Fits[0].Score {
			break
		}
		claims = append(claims, f.Claim)
		claims = append(claims, r.besides(f.Claim, found.Aims)...)
	}
	return claims
}

// shortly sets a shorter answer above the claims, where a model made one; the
// claims themselves are the extract.
func (p *pages) shortly(ctx context.Context, claims []*knowledge.Claim, asked string) {
	if p.request.Model == nil {
		return
	}
	sentences := summary.FromClaims(p.request.View, claims, p.request.Locale)
	s := p.request.shorten(ctx, sentences, asked)
	if s.level == Extracted {
		p.reply.Level = Extracted
		return
	}
	p.short(ctx, s, len(sentences))
	p.open(p.request.Say().Say("ask.claims"))
}

// besides returns the claims that give other numbers for what a claim counts.
func (r Request) besides(c *knowledge.Claim, aims []question.Aim) []*knowledge.Claim {
	if !slices.Contains(aims, question.HowMany) {
		return nil
	}
	var others []*knowledge.Claim
	for _, e := range r.View.FactsOf(c.ID) {
		for _, own := range e.Counts {
			for _, other := range e.Counts {
				if r.View.Canonical(own.Claim) == c.ID && other.What == own.What {
					others = append(others, r.View.Claim(other.Claim))
				}
			}
		}
	}
	return slices.DeleteFunc(others, func(o *knowledge.Claim) bool { return o == nil })
}

// toEntries returns buttons to the entries that the question or the best claim
// is about.
func (p *pages) toEntries(found question.Answer) []Button {
	ids := append(slices.Clone(found.Entries), found.Fits[0].Claim.About...)
	var row []Button
	var seen []knowledge.ID
	for _, id := range ids {
		e := p.request.View.Entry(id)
		if e == nil || slices.Contains(seen, e.ID) || len(row) == MaxButtonsInRow {
			continue
		}
		seen = append(seen, e.ID)
		row = append(row, p.request.toEntry(e))
	}
	p.shows(seen...)
	return row
}
