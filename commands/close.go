package commands

import (
	"context"
	"errors"

	"griot/knowledge"
)

func closeCommand() Command {
	return Command{Name: "close", Hidden: true, Private: true, For: knowledge.Moderator, Options: []Option{gapQuestion, gapLanguage}, Run: func(ctx context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.EditRecord); err != nil {
			return Reply{}, err
		}
		err := r.Library.CloseGap(ctx, r.View.Layer(), r.Values[gapQuestion.Name], gapLanguage.In(r))
		if errors.Is(err, knowledge.ErrNotFound) {
			return Reply{}, invalid("no gap", "typed", Echo(gapQuestion.In(r)))
		}
		if err != nil {
			return Reply{}, err
		}
		p := r.compose(r.Say().Say("title.closed"), "")
		p.note(Line, plain(typed(gapQuestion.In(r))))
		p.buttons([]Button{{Label: r.Say().Say("button.gaps"), Ask: Ask{Command: "gaps"}}})
		return p.done(), nil
	}}
}
