package commands

import (
	"context"
	"slices"

	"griot/knowledge"
)

func reviewCommand() Command {
	return Command{Name: "review", Private: true, For: knowledge.Moderator, Run: func(ctx context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.Approve); err != nil {
			return Reply{}, err
		}
		return r.queue(ctx)
	}}
}

// queue lists what waits for a moderator: proposals, the oldest first, and the
// records that a newer pack has changed under the desk.
func (r Request) queue(ctx context.Context) (Reply, error) {
	waiting, overtaken := r.View.Proposals(), r.View.Overtaken()
	p := r.compose(r.Say().Say("title.review"), "")
	if len(waiting)+len(overtaken) == 0 {
		p.note(Line, plain(r.Say().Say("review.nothing")))
		return p.done(), nil
	}
	for group := range slices.Chunk(waiting, MaxButtonsInRow) {
		p.open(r.Say().Say("review.waiting", "n", len(waiting)))
		var row []Button
		for _, q := range group {
			line, err := r.inQueue(ctx, q)
			if err != nil {
				return Reply{}, err
			}
			p.note(Item, line...)
			row = append(row, r.toProposal(q))
		}
		p.endPage(row)
	}
	for group := range slices.Chunk(overtaken, MaxButtonsInRow) {
		p.open(r.Say().Say("review.overtaken", "n", len(overtaken)))
		var row []Button
		for _, o := range group {
			p.note(Item, bold(r.draftTitle(o.Own)), plain(", "+r.Say().Say("kind."+string(o.Own.Kind))))
			row = append(row, r.toFollow(o))
		}
		p.endPage(row)
	}
	return p.done(), nil
}

// inQueue is a proposal in a line.
func (r Request) inQueue(ctx context.Context, q *knowledge.Proposal) ([]Span, error) {
	say := r.Say()
	who, err := r.person(ctx, r.View.Layer(), q.By)
	if err != nil {
		return nil, err
	}
	line := []Span{bold(r.nameIn(q)), plain(": " + say.Say("review.by", "what", say.Say("action."+string(q.Action)), "age", say.Age(r.Now.Sub(q.Time))) + " "), who}
	if q.Sensitive {
		line = append(line, plain("; "+say.Say("review.needs", "n", q.Missing())))
	}
	return line, nil
}
