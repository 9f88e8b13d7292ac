package discordtest

import (
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
)

func TestCommandRegistry(t *testing.T) {
	t.Parallel()
	s := New(t)
	g := s.AddGuild("reading group")
	bot := unconnected(t, s)
	local := &discordgo.ApplicationCommand{Name: "about", Description: "What this is", NameLocalizations: &map[discordgo.Locale]string{discordgo.French: "propos"}}
	register(t, bot, g.ID, actor, local)
	listed, err := bot.ApplicationCommands(ApplicationID, g.ID)
	must(t, err)
	if len(listed) != 2 || listed[1].NameLocalizations == nil || listed[0].Options[0].Name != "name" || !listed[0].Options[0].Required {
		t.Fatalf("listed %+v", listed)
	}
	created, err := bot.ApplicationCommandCreate(ApplicationID, g.ID, &discordgo.ApplicationCommand{Name: "about", Description: "Changed"})
	must(t, err)
	if created.ID != listed[1].ID || created.Version == listed[1].Version || created.Type != discordgo.ChatApplicationCommand {
		t.Errorf("a command of the same name keeps its id: %+v, %+v", created, listed[1])
	}
	register(t, bot, g.ID, sources, actor)
	if c := s.Commands(g.ID); len(c) != 2 || c[0].Name != "sources" || c[1].ID != listed[0].ID || len(s.Commands("")) != 0 {
		t.Errorf("registered %+v", c)
	}
	register(t, bot, "", review)
	if c := s.Commands(""); len(c) != 1 || *c[0].DefaultMemberPermissions != ManageServer || c[0].Contexts[0] != contextGuild {
		t.Errorf("registered %+v", c)
	}

	s.ExpectViolations("code 50035", "code 50001", "code 20012")
	bad := &discordgo.ApplicationCommand{Name: "About Us", Description: "x"}
	_, err = bot.ApplicationCommandBulkOverwrite(ApplicationID, "", []*discordgo.ApplicationCommand{bad})
	refusedWith(t, err, 400, codeInvalidForm)
	_, err = bot.ApplicationCommandCreate(ApplicationID, "", bad)
	refusedWith(t, err, 400, codeInvalidForm)
	_, err = bot.ApplicationCommands(ApplicationID, "1")
	refusedWith(t, err, 403, codeMissingAccess)
	_, err = bot.ApplicationCommands("1", "")
	refusedWith(t, err, 403, codeForeignApplication)
	if len(s.Commands("")) != 1 {
		t.Error("a refused body changed the commands")
	}
}

// A list of commands has no localizations unless it is asked for them.
func TestListWithoutLocalizations(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	french := map[discordgo.Locale]string{discordgo.French: "nom"}
	register(t, st.bot, st.guild.ID, &discordgo.ApplicationCommand{Name: "actor", Description: "d", NameLocalizations: &french,
		Options: []*discordgo.ApplicationCommandOption{{Type: 3, Name: "name", Description: "d", NameLocalizations: french,
			Choices: []*discordgo.ApplicationCommandOptionChoice{{Name: "a", Value: "b", NameLocalizations: french}}}}})
	list := func(query string) string {
		url := discordgo.EndpointApplicationGuildCommands(ApplicationID, st.guild.ID) + query
		text, err := st.bot.RequestWithBucketID("GET", url, nil, url)
		must(t, err)
		return string(text)
	}
	if text := list(""); strings.Contains(text, "nom") || !strings.Contains(text, `"a"`) {
		t.Errorf("list %s", text)
	}
	if text := list("?with_localizations=true"); strings.Count(text, `"nom"`) != 3 {
		t.Errorf("list with localizations %s", text)
	}
}
