package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"regexp"
	"strings"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/text"
)

// Colours of the bar beside a card, by the kind of its entry.
var colours = map[knowledge.Kind]int{
	knowledge.KindActor:  0x5865f2,
	knowledge.KindEvent:  0x248046,
	knowledge.KindReform: 0xb5651d,
	"":                   0x80848e,
}

// Renderer turns replies into interaction responses. Sealing a button may keep
// a long query in the store; a button that can't be sealed is left out, since
// the reply is worth more, and Log is told.
type Renderer struct {
	Buttons *commands.Signer
	Log     *slog.Logger
}

// Response returns the response that Discord gets for a reply to who: a new
// message, or with InPlace the message's new content. Nothing in it can ping.
func (x Renderer) Response(ctx context.Context, who knowledge.Who, reply commands.Reply, opens commands.Opens) *Response {
	page := reply.Shown()
	response := &Response{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &Message{
			Embeds:          []*discordgo.MessageEmbed{embed(page)},
			Components:      x.rows(ctx, who, page.Buttons),
			AllowedMentions: noMentions(),
		},
	}
	if len(reply.Files) > 0 || opens == commands.InPlace {
		response.Data.attach(reply.Files)
	}
	switch {
	case opens == commands.InPlace:
		response.Type = discordgo.InteractionResponseUpdateMessage
	case reply.Private:
		response.Data.Flags = discordgo.MessageFlagsEphemeral
	}
	return response
}

// noMentions keeps a message from pinging anybody, whatever its text is.
func noMentions() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

// Choices returns the body of the response to an autocomplete interaction. It
// is written here since discordgo leaves out an empty list, which Discord
// refuses.
func Choices(choices []commands.Choice) []byte {
	type choice struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	list := make([]choice, 0, len(choices))
	for _, c := range choices {
		list = append(list, choice{c.Name, c.Value})
	}
	body, err := json.Marshal(map[string]any{
		"type": discordgo.InteractionApplicationCommandAutocompleteResult,
		"data": map[string]any{"choices": list},
	})
	if err != nil {
		panic(fmt.Sprintf("choices: %v", err)) // strings always encode
	}
	return body
}

func embed(p commands.Page) *discordgo.MessageEmbed {
	e := &discordgo.MessageEmbed{
		Title:       commands.Escape(p.Title),
		Description: Description(p),
		Color:       colours[p.Kind],
	}
	if lines := p.FootLines(); len(lines) > 0 {
		footer, _ := text.Clean(strings.Join(lines, "\n"))
		e.Footer = &discordgo.MessageEmbedFooter{Text: footer}
	}
	return e
}

// Description sets a page's blocks in Discord's Markdown. All that came from
// people or sources is escaped.
func Description(p commands.Page) string {
	var lines []string
	for _, b := range p.Blocks {
		line := opening[b.Style] + spans(b.Spans)
		if b.Style == commands.Quote {
			line = commands.Escape(b.Quotation.Quoted(nil))
			if b.Strong {
				line = "**" + line + "**"
			}
			line = "> " + line
		}
		if b.Style == commands.Heading && len(lines) > 0 {
			line = "\n" + line
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

var opening = map[commands.Style]string{commands.Item: "- ", commands.Under: "↳ "}

func spans(all []commands.Span) string {
	var b strings.Builder
	for _, s := range all {
		escaped := commands.Escape(s.Text) + mention("@", s.User) + mention("@&", s.Role) + mention("#", s.Channel)
		if s.Bold && strings.TrimSpace(escaped) != "" {
			escaped = "**" + escaped + "**"
		}
		b.WriteString(escaped)
	}
	return b.String()
}

var discordID = regexp.MustCompile(`^[0-9]{1,20}$`)

// mention names a person, a role or a channel by its sign, so that clients show
// the name of the day. What is no id of Discord's, such as a name from the
// console, stays text.
func mention(sign, id string) string {
	if discordID.MatchString(id) {
		return "<" + sign + id + ">"
	}
	return commands.Escape(id)
}

var styles = map[commands.Tone]discordgo.ButtonStyle{
	commands.Plain:  discordgo.SecondaryButton,
	commands.Do:     discordgo.PrimaryButton,
	commands.Danger: discordgo.DangerButton,
}

func (x Renderer) rows(ctx context.Context, who knowledge.Who, rows [][]commands.Button) []discordgo.MessageComponent {
	components := []discordgo.MessageComponent{}
	for _, row := range rows {
		var buttons []discordgo.MessageComponent
		for _, b := range row {
			id, err := x.Buttons.Seal(ctx, who, b)
			if err != nil {
				x.Log.Error("button left out", "label", b.Label, "error", err)
				continue
			}
			buttons = append(buttons, discordgo.Button{Label: b.Label, Style: styles[b.Tone], CustomID: id})
		}
		if len(buttons) > 0 {
			components = append(components, discordgo.ActionsRow{Components: buttons})
		}
	}
	return components
}
