package discord

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
	"griot/knowledge"
)

// Form returns the body of the response that opens a form for who, in the
// shape that every client shows: a row for each field, with a text input.
func (x Renderer) Form(ctx context.Context, who knowledge.Who, f *commands.Form) ([]byte, error) {
	id, err := x.Buttons.SealForm(ctx, who, f)
	if err != nil {
		return nil, err
	}
	var rows []discordgo.MessageComponent
	for _, field := range f.Fields {
		rows = append(rows, discordgo.ActionsRow{Components: []discordgo.MessageComponent{input(field)}})
	}
	return encode(map[string]any{
		"type": discordgo.InteractionResponseModal,
		"data": map[string]any{"custom_id": id, "title": f.Title, "components": rows},
	}), nil
}

func input(f commands.Field) discordgo.TextInput {
	in := discordgo.TextInput{
		CustomID: f.Name, Label: f.Label, Style: discordgo.TextInputShort,
		Placeholder: f.Placeholder, Value: f.Value, Required: f.Required, MaxLength: f.Limit(),
	}
	if f.Long {
		in.Style = discordgo.TextInputParagraph
	}
	return in
}
