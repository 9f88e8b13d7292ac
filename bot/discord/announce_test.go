package discord

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"griot/bot/discordtest"
	"griot/commands"
	"griot/knowledge"
)

// again stops the bot and lets it serve once more, when Discord lets it.
func (s *stage) again(stop func() error) func() error {
	s.t.Helper()
	must(s.t, stop())
	s.Advance(6 * time.Second)
	return s.serve()
}

func names(all []discordtest.Command) (names []string) {
	for _, c := range all {
		names = append(names, c.Name)
	}
	return names
}

// typed returns the names of the commands that people can type.
func typed() (names []string) {
	for _, c := range commands.All() {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return names
}

func TestAnnounceOnlyWhatChanged(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	stop := s.serve()
	want := typed()
	if diff := cmp.Diff(want, names(s.Commands(""))); diff != "" {
		t.Errorf("announced (-want +got):\n%s", diff)
	}
	first := s.Commands("")
	stop = s.again(stop)
	if n := s.front.count("PUT", "/commands"); n != 1 {
		t.Errorf("commands sent %d times for two starts, want once", n)
	}
	if diff := cmp.Diff(first, s.Commands("")); diff != "" {
		t.Errorf("a second start changed the commands:\n%s", diff)
	}

	s.bot.Griot.Commands = commands.All()[1:]
	s.again(stop)
	if diff := cmp.Diff(want[1:], names(s.Commands(""))); diff != "" {
		t.Errorf("announced after a change (-want +got):\n%s", diff)
	}
}

func TestAnnounceToOneGuild(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.bot.Guild = s.guild.ID
	s.serve()
	if len(s.Commands("")) != 0 || len(s.Commands(s.guild.ID)) != len(typed()) {
		t.Errorf("%d commands for all, %d for the server", len(s.Commands("")), len(s.Commands(s.guild.ID)))
	}
	if r := s.command("about"); r.Type != discordtest.AnswerMessage {
		t.Errorf("answered with type %d", r.Type)
	}
}

func TestGistSeesEveryChange(t *testing.T) {
	t.Parallel()
	same := gist(Commands(commands.All()))
	for name, change := range map[string]func(*commands.Command){
		"name":         func(c *commands.Command) { c.Name = "actress" },
		"option":       func(c *commands.Command) { c.Options[0].Name = "names" },
		"required":     func(c *commands.Command) { c.Options[0].Required = !c.Options[0].Required },
		"autocomplete": func(c *commands.Command) { c.Options[0].Complete = nil },
		"kind":         func(c *commands.Command) { c.Options[0].Bool = true },
		"file":         func(c *commands.Command) { c.Options[0].File = true },
		"role":         func(c *commands.Command) { c.For = knowledge.Moderator },
		"hidden":       func(c *commands.Command) { c.Hidden = true },
	} {
		all := commands.All()
		change(&all[0])
		if string(gist(Commands(all))) == string(same) {
			t.Errorf("a change of the %s is not seen", name)
		}
	}
	turned := Commands(commands.All())
	turned[0], turned[1] = turned[1], turned[0]
	if string(gist(turned)) != string(same) {
		t.Error("the order in which Discord lists commands counts")
	}
}

// TestModeratorsCommandsAreOfferedToThem: whoever can't manage the server isn't
// offered them by default, and everyone is offered the others.
func TestModeratorsCommandsAreOfferedToThem(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	all := commands.All()
	for i := range all {
		if all[i].Name == "about" {
			all[i].For = knowledge.Moderator
		}
	}
	s.bot.Griot.Commands = all
	s.serve()
	if _, err := s.guild.Command(soon(t), s.awa, "about"); err == nil {
		t.Error("a reader is offered a moderators' command")
	}
	_, err := s.guild.Command(soon(t), s.modou, "about")
	must(t, err)
	s.command("help")
}
