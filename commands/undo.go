package commands

import (
	"context"
	"errors"
	"maps"
	"strconv"

	"griot/knowledge"
)

// undoChange is the number of a change in the desk's log; step is how far
// somebody is in what they do: empty at first, then preview, then save.
var (
	undoChange = Option{Name: "change", Required: true}
	step       = Option{Name: "step"}
)

func undoCommand() Command {
	return Command{Name: "undo", Hidden: true, Private: true, For: knowledge.Moderator, Options: []Option{undoChange, step}, Run: func(ctx context.Context, r Request) (Reply, error) {
		past, err := r.change(ctx, knowledge.Undo)
		if err != nil {
			return Reply{}, err
		}
		edit := knowledge.Edit{Action: knowledge.Undo, Target: past.Target, Of: past.Seq}
		if step.In(r) == "save" {
			return r.save(ctx, edit)
		}
		return r.undo(ctx, past, edit)
	}}
}

// undo previews what comes back.
func (r Request) undo(ctx context.Context, past knowledge.Past, edit knowledge.Edit) (Reply, error) {
	if past.Redacted {
		return Reply{}, knowledge.ErrRedacted
	}
	above, err := r.compose("", "").headline(ctx, past)
	if err != nil {
		return Reply{}, err
	}
	above = append([]Span{plain(r.Say().Say("undo.what") + " ")}, above...)
	return r.previewOf(ctx, edit, past.Back(), ways{Save: r.stepTo("save"), Above: above})
}

// change returns the change that is asked for, to who may do this to it.
func (r Request) change(ctx context.Context, a knowledge.Action) (knowledge.Past, error) {
	if err := r.may(a); err != nil {
		return knowledge.Past{}, err
	}
	seq, err := strconv.ParseUint(undoChange.In(r), 10, 64)
	if err == nil {
		past, err := r.Library.Change(ctx, r.View.Layer(), seq)
		if !errors.Is(err, knowledge.ErrNotFound) {
			return past, err
		}
	}
	return knowledge.Past{}, invalid("no change", "typed", Echo(undoChange.In(r)))
}

// stepTo returns the request itself as a button makes it, a step on.
func (r Request) stepTo(to string) Ask {
	values := maps.Clone(r.Values)
	values[step.Name] = to
	return Ask{Command: r.Command, Values: values}
}
