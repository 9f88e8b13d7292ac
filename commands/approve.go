package commands

import (
	"context"
	"strconv"

	"griot/knowledge"
)

func approveCommand() Command {
	return Command{Name: "approve", Hidden: true, Private: true, For: knowledge.Moderator, Options: []Option{proposalID, proposalRev}, Run: func(ctx context.Context, r Request) (Reply, error) {
		q, _, err := r.proposal()
		if err != nil {
			return Reply{}, err
		}
		return r.save(ctx, knowledge.Edit{Action: knowledge.Approve, Target: q.Target, Proposal: q.ID, Seen: r.revSeen()})
	}}
}

// revSeen is the rev of the proposal that the asker saw.
func (r Request) revSeen() uint64 {
	rev, _ := strconv.ParseUint(proposalRev.In(r), 10, 64) // 0, any, for what is no number
	return rev
}
