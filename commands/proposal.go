package commands

import (
	"context"
	"slices"
	"strconv"

	"griot/knowledge"
)

// Options of what is about one proposal: which, and the rev that was seen.
var (
	proposalID  = Option{Name: "id", Required: true}
	proposalRev = Option{Name: "rev"}
)

func proposalCommand() Command {
	return Command{Name: "proposal", Hidden: true, Private: true, For: knowledge.Moderator, Options: []Option{proposalID}, Run: func(ctx context.Context, r Request) (Reply, error) {
		q, _, err := r.proposal()
		if err != nil {
			return Reply{}, err
		}
		if q.State != knowledge.Waiting {
			return r.handled(ctx, &knowledge.HandledError{Proposal: q.ID, State: q.State, Person: q.Handled})
		}
		return r.open(ctx, q)
	}}
}

// proposal returns the one that is asked for and the record it is, to who may
// review.
func (r Request) proposal() (*knowledge.Proposal, knowledge.Record, error) {
	if err := r.may(knowledge.Approve); err != nil {
		return nil, knowledge.Record{}, err
	}
	id := knowledge.ID(proposalID.In(r))
	record, _ := r.View.Draft(id)
	if q := r.View.Proposal(id); q != nil {
		return q, record, nil
	}
	return nil, record, invalid("no proposal", "typed", Echo(string(id)))
}

// open shows a proposal that waits: whose it is and why, who is for it, and
// what it would change.
func (r Request) open(ctx context.Context, q *knowledge.Proposal) (Reply, error) {
	p := r.compose(r.Say().Say("title.proposal", "name", r.nameIn(q)), "")
	if err := p.about(ctx, q); err != nil {
		return Reply{}, err
	}
	p.changes(q.Records)
	p.buttons(r.decisions(q))
	return p.done(), nil
}

// about says who proposes what, since when and why, and who is for it.
func (p *pages) about(ctx context.Context, q *knowledge.Proposal) error {
	r, say := p.request, p.request.Say()
	who, err := r.person(ctx, r.View.Layer(), q.By)
	if err != nil {
		return err
	}
	what := say.Say("action." + string(q.Action))
	p.note(Line, plain(say.Say("review.by", "what", capital(what), "age", say.Age(r.Now.Sub(q.Time)))+" "), who)
	if q.Reason != "" {
		p.note(Line, bold(say.Say("review.reason")), plain(": "+typed(q.Reason)))
	}
	if q.Sensitive {
		p.note(Line, plain(say.Say("review.sensitive")))
	}
	if len(q.Backers) > 0 {
		backers, err := r.persons(ctx, q.Backers)
		if err != nil {
			return err
		}
		p.note(Line, append([]Span{bold(say.Say("review.backers")), plain(": ")}, backers...)...)
	}
	p.note(Line, plain(say.Say("review.missing", "n", q.Missing())))
	if r.isStale(q) {
		p.note(Line, plain(say.Say("review.stale")))
	}
	return nil
}

// isStale reports whether a record has changed since it was proposed to be
// changed: then it can't be passed as it is.
func (r Request) isStale(q *knowledge.Proposal) bool {
	return slices.ContainsFunc(q.Records, func(of knowledge.Record) bool {
		now, _ := r.View.Draft(of.ID)
		return now.Rev != of.Rev
	})
}

// decisions are the buttons under a proposal.
func (r Request) decisions(q *knowledge.Proposal) []Button {
	say := r.Say()
	record, _ := r.View.Draft(q.ID)
	about := func(command string) Ask {
		return Ask{Command: command, Values: map[string]string{proposalID.Name: string(q.ID), proposalRev.Name: strconv.FormatUint(record.Rev, 10)}}
	}
	var row []Button
	if !r.isStale(q) {
		row = append(row, Button{Label: say.Say("button.approve"), Ask: about("approve"), Writes: true, Tone: Do})
	}
	row = append(row, Button{Label: say.Say("button.decline"), Ask: about("decline"), Writes: true, Tone: Danger})
	if len(q.Records) > 0 {
		ask := Ask{Command: "reword", Values: map[string]string{sheetProposal: string(q.ID), sheetRecord: string(q.Records[0].ID)}}
		row = append(row, Button{Label: say.Say("button.reword"), Ask: ask, Writes: true})
	}
	return append(row, r.toQueue())
}

func (r Request) toQueue() Button {
	return Button{Label: r.Say().Say("button.queue"), Ask: Ask{Command: "review"}}
}

// toProposal opens a proposal.
func (r Request) toProposal(q *knowledge.Proposal) Button {
	ask := Ask{Command: "proposal", Values: map[string]string{proposalID.Name: string(q.ID)}}
	return Button{Label: Cut(r.nameIn(q), labelLength), Ask: ask, Opens: ForMe}
}

// nameIn names what a proposal is about, also if nothing of the kind is there
// yet.
func (r Request) nameIn(q *knowledge.Proposal) string {
	return r.titleIn(knowledge.Edit{Target: q.Target, Records: q.Records})
}
