package commands

import (
	"context"
	"errors"
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

func gapCommand() Command {
	return Command{Name: "gap", Hidden: true, Private: true, For: knowledge.Moderator, Options: []Option{gapQuestion}, Run: func(_ context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.EditRecord); err != nil {
			return Reply{}, err
		}
		return r.gap(), nil
	}}
}

// gap leads from a question to the forms of what could answer it.
func (r Request) gap() Reply {
	p := r.compose(r.Say().Say("title.gap"), "")
	p.note(Line, bold(typed(gapQuestion.In(r))))
	p.note(Line, plain(r.Say().Say("gaps.write")))
	var row []Button
	for _, kind := range append(knowledge.EntryKinds(), knowledge.KindClaim) {
		ask := Ask{Command: "add", Values: map[string]string{addKind.Name: string(kind)}}
		row = append(row, Button{Label: r.Say().Say("kind." + string(kind)), Ask: ask, Writes: true})
	}
	p.buttons(row)
	return p.done()
}

// A gap is known by its question and the language in which that was asked.
var (
	gapQuestion = Option{Name: "question", Required: true}
	gapLanguage = Option{Name: "language"}
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
