package commands

import (
	"context"

	"griot/knowledge"
)

// notices are what others are told of an edit that was made: the review channel
// of what waits now, and who proposed something of what became of it.
func (r Request) notices(ctx context.Context, e knowledge.Edit, receipt knowledge.Receipt) ([]Notice, error) {
	r.View = r.Library.View(r.Who.Guild) // as it is now
	switch {
	case e.Action == knowledge.Approve || e.Action == knowledge.Decline:
		return r.tellAuthor(ctx, e, receipt)
	case receipt.Waiting != "":
		return r.tellReviewers(ctx, receipt.Waiting)
	}
	return nil, nil
}

// tellReviewers posts a new proposal to the review channel, if there is one.
func (r Request) tellReviewers(ctx context.Context, id knowledge.ID) ([]Notice, error) {
	channel, q := r.View.Settings().ReviewChannel, r.View.Proposal(id)
	if channel == "" || q == nil {
		return nil, nil
	}
	p := r.compose(r.Say().Say("title.waits", "name", r.nameIn(q)), "")
	if err := p.about(ctx, q); err != nil {
		return nil, err
	}
	open := r.toProposal(q)
	open.Label = r.Say().Say("button.review")
	p.buttons([]Button{open})
	return []Notice{{Channel: channel, Page: p.done().Pages[0]}}, nil
}

// tellAuthor tells who proposed something that it was taken or declined, and
// why; nobody, if they did that themselves or left.
func (r Request) tellAuthor(ctx context.Context, e knowledge.Edit, receipt knowledge.Receipt) ([]Notice, error) {
	q := r.View.Proposal(e.Proposal)
	if q == nil || receipt.Waiting != "" || receipt.Seq == 0 {
		return nil, nil
	}
	user, err := r.Library.UserOf(ctx, r.View.Layer(), q.By)
	if err != nil || user == "" || user == r.Who.User {
		return nil, err
	}
	say := r.Say()
	p := r.compose(say.Say("told."+string(q.State), "name", r.nameIn(q)), "")
	p.note(Line, plain(say.Say("told.thanks")))
	if q.Answer != "" {
		p.note(Line, bold(say.Say("review.answer")), plain(": "+typed(q.Answer)))
	}
	return []Notice{{User: user, Page: p.done().Pages[0]}}, nil
}
