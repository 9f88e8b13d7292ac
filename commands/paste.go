package commands

import (
	"context"

	"griot/knowledge"
)

// pasteCommand opens the form in which the text of a source is pasted.
func pasteCommand() Command {
	return Command{Name: "paste", Hidden: true, Private: true, Form: true, Run: func(_ context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.ImportText); err != nil {
			return Reply{}, err
		}
		say := r.Say()
		return Reply{Outcome: Answered, Form: &Form{
			Title: say.Say("title.paste"),
			Fields: []Field{
				{Name: importSource.Name, Label: say.Say("field.pasted of"), Required: true, Max: 100},
				{Name: importPaste, Label: say.Say("field.pasted"), Long: true, Required: true},
			},
			Ask: Ask{Command: "import", Values: map[string]string{}},
		}}, nil
	}}
}
