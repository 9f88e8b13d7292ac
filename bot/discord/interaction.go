package discord

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
	"griot/knowledge"
)

// interaction is what Griot reads of an interaction. All else, such as the
// message that a button stands on, may hold things newer than any library.
type interaction struct {
	ID          string                    `json:"id"`
	Application string                    `json:"application_id"`
	Token       string                    `json:"token"`
	Type        discordgo.InteractionType `json:"type"`
	Data        struct {
		Name     string  `json:"name"`
		CustomID string  `json:"custom_id"`
		Options  []value `json:"options"`
		Rows     []row   `json:"components"` // of a form
		Resolved struct {
			Attachments map[string]attachment `json:"attachments"` // by id
		} `json:"resolved"`
	} `json:"data"`
	Guild   string  `json:"guild_id"`
	Channel string  `json:"channel_id"`
	Member  *member `json:"member"` // in a server
	User    *user   `json:"user"`   // elsewhere
	Locale  string  `json:"locale"`
}

type member struct {
	User        user     `json:"user"`
	Permissions string   `json:"permissions"` // bits, in decimal
	Roles       []string `json:"roles"`
}

type user struct {
	ID string `json:"id"`
}

// value is an option as it was filled in. While somebody types it may be any
// text, whatever the option's kind.
type value struct {
	Name    string                                 `json:"name"`
	Type    discordgo.ApplicationCommandOptionType `json:"type"`
	Value   json.RawMessage                        `json:"value"`
	Focused bool                                   `json:"focused"`
}

// row is a row of a form, with what was typed into it.
type row struct {
	Inputs []struct {
		Name  string `json:"custom_id"`
		Value string `json:"value"`
	} `json:"components"`
}

// text returns what would be typed for the value.
func (v value) text() string {
	var s string
	if json.Unmarshal(v.Value, &s) == nil {
		return s
	}
	return string(v.Value)
}

// ask returns what a command asks for. Its files are named and have no bytes
// yet.
func (in *interaction) ask() commands.Ask {
	ask := commands.Ask{Command: in.Data.Name, Values: map[string]string{}, Files: map[string]commands.File{}}
	for _, v := range in.Data.Options {
		ask.Values[v.Name] = v.text()
		if v.Type == discordgo.ApplicationCommandOptionAttachment {
			name := in.attached(v.Name).Filename
			ask.Values[v.Name], ask.Files[v.Name] = name, commands.File{Name: name}
		}
	}
	return ask
}

// attached returns what is attached as the value of an option.
func (in *interaction) attached(option string) attachment {
	for _, v := range in.Data.Options {
		if v.Name == option {
			return in.Data.Resolved.Attachments[v.text()]
		}
	}
	return attachment{}
}

// fields returns what a form was filled in with, by the names of its fields.
func (in *interaction) fields() map[string]string {
	fields := map[string]string{}
	for _, row := range in.Data.Rows {
		for _, input := range row.Inputs {
			fields[input.Name] = input.Value
		}
	}
	return fields
}

// focused returns the name of the option that is being typed, "" if none is.
func (in *interaction) focused() string {
	for _, v := range in.Data.Options {
		if v.Focused {
			return v.Name
		}
	}
	return ""
}

// asker returns who stands behind the interaction, as Discord tells with it.
func (b *Bot) asker(in *interaction) commands.Asker {
	asker := commands.Asker{Locale: in.Locale, Channel: in.Channel, Interaction: in.ID}
	switch {
	case in.Member != nil:
		asker.User, asker.Guild, asker.Roles = in.Member.User.ID, in.Guild, in.Member.Roles
		if in.Member.manages() {
			asker.Role = knowledge.Moderator
		}
	case in.User != nil:
		asker.User = in.User.ID
	}
	if slices.Contains(b.Owners, asker.User) {
		asker.Role = knowledge.Owner
	}
	return asker
}

// manages reports whether the member may manage the server.
func (m *member) manages() bool {
	bits, err := strconv.ParseInt(m.Permissions, 10, 64)
	return err == nil && bits&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) != 0
}
