package commands

import (
	"context"
	"slices"

	"griot/knowledge"
)

func gapsCommand() Command {
	return Command{Name: "gaps", Private: true, For: knowledge.Moderator, Run: func(ctx context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.EditRecord); err != nil {
			return Reply{}, err
		}
		return r.gaps(ctx)
	}}
}

// gaps lists what readers asked and got no answer to, what was asked most
// first. Who asked is not known.
func (r Request) gaps(ctx context.Context) (Reply, error) {
	say := r.Say()
	all, err := r.Library.Gaps(ctx, r.View.Layer())
	if err != nil {
		return Reply{}, err
	}
	p := r.compose(say.Say("title.gaps"), "")
	p.note(Line, plain(say.Say("gaps.how", "n", len(all))))
	n := 0
	for group := range slices.Chunk(all, MaxButtonsInRow) {
		var writing, closing []Button
		for _, g := range group {
			n++
			p.note(Item, bold(say.Say("gaps.question", "number", n, "question", typed(g.Question))), plain(" "+say.Say("gaps.asked", "n", g.Asked, "at", say.At(g.Last))))
			writing = append(writing, Button{Label: say.Say("button.write", "number", n), Ask: Ask{Command: "gap", Values: map[string]string{gapQuestion.Name: g.Question}}, Opens: ForMe})
			ask := Ask{Command: "close", Values: map[string]string{gapQuestion.Name: g.Question, gapLanguage.Name: g.Language}}
			closing = append(closing, Button{Label: say.Say("button.close", "number", n), Ask: ask, Writes: true})
		}
		p.endPage(writing, closing)
	}
	return p.done(), nil
}
