package discord

import (
	"github.com/bwmarrin/discordgo"

	"griot/commands"
	"griot/commands/messages"
)

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
		for _, o := range c.AllOptions() {
			command.Options = append(command.Options, option(say, o))
		}
		told = append(told, command)
	}
	return told
}

func option(say *messages.Catalogue, o commands.Option) *discordgo.ApplicationCommandOption {
	kind := discordgo.ApplicationCommandOptionString
	if o.Bool {
		kind = discordgo.ApplicationCommandOptionBoolean
	}
	return &discordgo.ApplicationCommandOption{
		Type:         kind,
		Name:         o.Name,
		Description:  say.Say(o.Description()),
		Required:     o.Required,
		Autocomplete: o.Complete != nil,
	}
}
