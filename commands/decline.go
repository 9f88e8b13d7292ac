package commands

import (
	"context"
	"maps"

	"griot/knowledge"
)

var declineReason = Option{Name: "reason"}

// maxReason is how long a reason may be, in characters.
const maxReason = 500

func declineCommand() Command {
	return Command{Name: "decline", Hidden: true, Private: true, Form: true, For: knowledge.Moderator, Options: []Option{proposalID, proposalRev, declineReason}, Run: func(ctx context.Context, r Request) (Reply, error) {
		q, _, err := r.proposal()
		if err != nil {
			return Reply{}, err
		}
		if declineReason.In(r) == "" {
			return r.askReason("form.decline", "field.decline"), nil
		}
		return r.decline(ctx, q)
	}}
}

// askReason opens a form for the reason of what the request asks for.
func (r Request) askReason(title, label string) Reply {
	say := r.Say()
	field := Field{Name: declineReason.Name, Label: say.Say(label), Long: true, Required: true, Max: maxReason}
	return Reply{Form: &Form{Title: say.Say(title), Fields: []Field{field}, Ask: Ask{Command: r.Command, Values: maps.Clone(r.Values)}}}
}

// decline declines a proposal; who made it is told why.
func (r Request) decline(ctx context.Context, q *knowledge.Proposal) (Reply, error) {
	edit := knowledge.Edit{Action: knowledge.Decline, Target: q.Target, Proposal: q.ID, Seen: r.revSeen(), Reason: declineReason.In(r)}
	receipt, err := r.apply(ctx, edit)
	if err != nil {
		return r.ranInto(ctx, err)
	}
	say := r.Say()
	p := r.compose(say.Say("title.declined", "name", r.nameIn(q)), "")
	p.note(Line, plain(say.Say("review.declined", "seq", receipt.Seq)))
	p.buttons([]Button{r.toQueue(), r.toUndo(receipt.Seq)})
	reply := p.done()
	reply.Notices, err = r.notices(ctx, edit, receipt)
	return reply, err
}
