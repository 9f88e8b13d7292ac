package commands

import (
	"context"
	"errors"
	"strconv"

	"griot/knowledge"
)

// ranInto says what an edit ran into where a sentence is not enough: who was
// faster, or which later changes rest on it. Other errors are returned.
func (r Request) ranInto(ctx context.Context, err error) (Reply, error) {
	var handled *knowledge.HandledError
	var rests *knowledge.RestsOnError
	switch {
	case errors.As(err, &handled):
		return r.handled(ctx, handled)
	case errors.As(err, &rests):
		return r.restsOn(ctx, rests)
	}
	return Reply{}, err
}

// handled tells who came second by whom a proposal was handled.
func (r Request) handled(ctx context.Context, h *knowledge.HandledError) (Reply, error) {
	say := r.Say()
	line := []Span{plain(say.Say("handled." + string(h.State)))}
	if h.State != knowledge.Waiting { // else it was taken back, and nobody handled it
		who, err := r.person(ctx, r.View.Layer(), h.Person)
		if err != nil {
			return Reply{}, err
		}
		line = append(line, plain(" "), who, plain("."))
	}
	p := r.compose(say.Say("title.handled"), "")
	p.reply.Outcome = Refused
	p.note(Line, line...)
	if q := r.Library.View(r.Who.Guild).Proposal(h.Proposal); q != nil && q.Answer != "" {
		p.note(Line, bold(say.Say("review.answer")), plain(": "+typed(q.Answer)))
	}
	p.buttons([]Button{r.toQueue()})
	return p.done(), nil
}

// restsOn names the changes that must be undone before another can be, and
// leads to the newest.
func (r Request) restsOn(ctx context.Context, rests *knowledge.RestsOnError) (Reply, error) {
	say := r.Say()
	p := r.compose(say.Say("title.rests on", "n", rests.Seq), "")
	p.reply.Outcome = Refused
	p.note(Line, plain(say.Say("rests.on")))
	for _, seq := range rests.Later[:min(len(rests.Later), maxOffered)] {
		past, err := r.Library.Change(ctx, r.View.Layer(), seq)
		if err != nil {
			return Reply{}, err
		}
		line, err := p.headline(ctx, past)
		if err != nil {
			return Reply{}, err
		}
		p.note(Item, line...)
	}
	if more := len(rests.Later) - maxOffered; more > 0 {
		p.note(Line, plain(say.Say("rests.more", "n", more)))
	}
	p.buttons([]Button{r.toUndo(rests.Later[0])})
	return p.done(), nil
}

// toUndo leads to the preview of an undo.
func (r Request) toUndo(seq uint64) Button {
	n := strconv.FormatUint(seq, 10)
	return Button{Label: r.Say().Say("button.undo change", "change", n), Ask: Ask{Command: "undo", Values: map[string]string{undoChange.Name: n}}, Writes: true}
}
