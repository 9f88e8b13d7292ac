package discord

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
	"griot/commands/messages"
	"griot/knowledge"
)

// announce tells Discord of the application's commands, if it knows others.
func (s *service) announce(ctx context.Context, application string) error {
	address := discordgo.EndpointApplicationGlobalCommands(application)
	if s.Guild != "" {
		address = discordgo.EndpointApplicationGuildCommands(application, s.Guild)
	}
	var known []*discordgo.ApplicationCommand
	if err := s.api.call(ctx, http.MethodGet, address+"?with_localizations=true", nil, &known); err != nil {
		return err
	}
	told := Commands(s.Griot.Commands)
	if bytes.Equal(gist(known), gist(told)) {
		return nil
	}
	s.Log.Info("announcing the commands", "commands", len(told), "guild", s.Guild)
	return s.api.call(ctx, http.MethodPut, address, told, nil)
}

// gist returns, of what Discord is told or tells of commands, what Griot
// says itself, in a form that can be compared.
func gist(all []*discordgo.ApplicationCommand) []byte {
	said := []*discordgo.ApplicationCommand{}
	for _, c := range all {
		said = append(said, &discordgo.ApplicationCommand{
			Type: c.Type, Name: c.Name, NameLocalizations: c.NameLocalizations,
			Description: c.Description, DescriptionLocalizations: c.DescriptionLocalizations, Options: c.Options,
			DefaultMemberPermissions: c.DefaultMemberPermissions,
		})
	}
	slices.SortFunc(said, func(a, b *discordgo.ApplicationCommand) int { return strings.Compare(a.Name, b.Name) })
	return encode(said)
}

// Commands returns what Discord is told of the commands that people can type.
func Commands(all []commands.Command) []*discordgo.ApplicationCommand {
	say := messages.In("en")
	var told []*discordgo.ApplicationCommand
	for _, c := range all {
		if c.Hidden {
			continue
		}
		command := &discordgo.ApplicationCommand{
			Type:        discordgo.ChatApplicationCommand,
			Name:        c.Name,
			Description: say.Say(c.Describe()),
		}
		if c.For > knowledge.Reader {
			command.DefaultMemberPermissions = new(int64(discordgo.PermissionManageGuild))
		}
		for _, o := range c.AllOptions() {
			command.Options = append(command.Options, option(say, o))
		}
		told = append(told, command)
	}
	return told
}

func option(say *messages.Catalogue, o commands.Option) *discordgo.ApplicationCommandOption {
	kind := discordgo.ApplicationCommandOptionString
	switch {
	case o.Bool:
		kind = discordgo.ApplicationCommandOptionBoolean
	case o.File:
		kind = discordgo.ApplicationCommandOptionAttachment
	}
	return &discordgo.ApplicationCommandOption{
		Type:         kind,
		Name:         o.Name,
		Description:  say.Say(o.Description()),
		Required:     o.Required,
		Autocomplete: o.Complete != nil,
	}
}
