package commands

import (
	"context"

	"griot/knowledge"
)

// A gap is known by its question and the language in which that was asked.
var (
	gapQuestion = Option{Name: "question", Required: true}
	gapLanguage = Option{Name: "language"}
)

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
