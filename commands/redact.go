package commands

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"griot/knowledge"
)

// Copy is an older copy of the store that lies beside it.
type Copy struct {
	Name string
	Time time.Time // when it was last written
}

func redactCommand() Command {
	return Command{Name: "redact", Hidden: true, Private: true, Form: true, For: knowledge.Owner, Options: []Option{undoChange, declineReason, step}, Run: func(ctx context.Context, r Request) (Reply, error) {
		past, err := r.change(ctx, knowledge.Redact)
		switch {
		case err != nil:
			return Reply{}, err
		case past.Redacted:
			return Reply{}, knowledge.ErrRedacted
		case declineReason.In(r) == "":
			return r.askReason("form.redact", "field.redact"), nil
		case step.In(r) == "save":
			return r.redact(ctx, past)
		}
		return r.beforeRedacting(ctx, past)
	}}
}

func (r Request) toRedact(seq uint64) Button {
	n := strconv.FormatUint(seq, 10)
	return Button{Label: r.Say().Say("button.redact", "change", n), Ask: Ask{Command: "redact", Values: map[string]string{undoChange.Name: n}}, Writes: true, Tone: Danger}
}

// beforeRedacting shows what would be taken out for good, and where else the
// same words stand.
func (r Request) beforeRedacting(ctx context.Context, past knowledge.Past) (Reply, error) {
	say := r.Say()
	p := r.compose(say.Say("title.redact", "change", past.Seq), "")
	p.note(Line, plain(say.Say("redact.what")))
	p.note(Line, bold(say.Say("review.reason")), plain(": "+typed(declineReason.In(r))))
	if err := p.past(ctx, past, ""); err != nil {
		return Reply{}, err
	}
	if err := p.elsewhere(ctx, past); err != nil {
		return Reply{}, err
	}
	p.buttons([]Button{
		{Label: say.Say("button.take out"), Ask: r.stepTo("save"), Writes: true, Tone: Danger},
		{Label: say.Say("button.cancel"), Ask: Ask{Command: "cancel"}, Writes: true},
	})
	return p.done(), nil
}

// redact takes the body of a change out, and says where its words stand still.
func (r Request) redact(ctx context.Context, past knowledge.Past) (Reply, error) {
	p := r.compose(r.Say().Say("title.redacted", "change", past.Seq), "")
	p.note(Line, plain(r.Say().Say("redact.done")))
	if err := p.elsewhere(ctx, past); err != nil { // known only as long as the body is there
		return Reply{}, err
	}
	edit := knowledge.Edit{Action: knowledge.Redact, Target: past.Target, Of: past.Seq, Reason: declineReason.In(r)}
	if _, err := r.apply(ctx, edit); err != nil {
		return Reply{}, err
	}
	history := Ask{Command: "history", Values: map[string]string{historyName.Name: string(past.Target)}}
	p.buttons([]Button{{Label: r.Say().Say("button.history"), Ask: history}})
	return p.done(), nil
}

// elsewhere says where the words of a change stand besides: in other changes,
// in what is read now, in older copies of the store.
func (p *pages) elsewhere(ctx context.Context, past knowledge.Past) error {
	r, say := p.request, p.request.Say()
	carried, err := r.Library.CarriedBy(ctx, past.Layer, past.Seq)
	if err != nil {
		return err
	}
	if len(carried) > 0 {
		p.note(Line, plain(say.Say("redact.carried", "changes", allNumbers(carried))))
	}
	for _, e := range past.Edits {
		now, _ := r.View.Draft(e.After.ID)
		switch {
		case string(now.Body) != string(e.After.Body) || now.Layer != past.Layer || now.State == knowledge.Withdrawn:
		case now.Kind != knowledge.KindProposal:
			p.note(Line, plain(say.Say("redact.read", "name", r.titleOf(now.ID))))
		case r.View.Proposal(now.ID).State == knowledge.Waiting:
			p.note(Line, plain(say.Say("redact.waits", "id", now.ID)))
		}
	}
	copies, err := r.Copies()
	if err != nil {
		return err
	}
	if len(copies) > 0 {
		p.note(Line, plain(say.Say("redact.copies")))
	}
	slices.SortFunc(copies, func(a, b Copy) int { return a.Time.Compare(b.Time) })
	for _, c := range copies {
		p.note(Item, bold(c.Name), plain(", "+say.At(c.Time)))
	}
	return nil
}

func allNumbers(seqs []uint64) string {
	var all []string
	for _, n := range seqs {
		all = append(all, strconv.FormatUint(n, 10))
	}
	return strings.Join(all, ", ")
}
