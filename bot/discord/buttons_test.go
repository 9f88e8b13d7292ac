package discord

import (
	"strings"
	"testing"

	"griot/bot/discordtest"
	"griot/commands"
)

func TestPaging(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	first := s.command("timeline").Message()
	r := s.press(first, "Page 2")
	second := r.Message()
	if r.Type != discordtest.AnswerUpdate || second.ID != first.ID || card(t, second).Description == card(t, first).Description {
		t.Errorf("the page did not turn in place: type %d", r.Type)
	}
	back := s.press(second, "◀").Message()
	if card(t, back).Description != card(t, first).Description {
		t.Error("the way back leads elsewhere")
	}
}

func TestPivotsArePrivateUntilShown(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	about := s.command("event", discordtest.Opt("name", "Ogossagou")).Message()
	r := s.press(about, "Quotations")
	if r.Type != discordtest.AnswerMessage || !r.Ephemeral || r.Message().ID == about.ID {
		t.Errorf("quotations come with type %d, private %v", r.Type, r.Ephemeral)
	}
	all := s.press(r.Message(), "Show to everyone")
	if all.Type != discordtest.AnswerMessage || all.Ephemeral {
		t.Errorf("shown to everyone with type %d, private %v", all.Type, all.Ephemeral)
	}
	if card(t, all.Message()).Description != card(t, r.Message()).Description {
		t.Error("everyone is shown something else")
	}
}

func TestButtonsOutliveTheBot(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	stop := s.serve()
	first := s.command("timeline").Message()
	stop = s.again(stop)
	r := s.press(first, "Page 2")
	if r.Type != discordtest.AnswerUpdate {
		t.Errorf("after a restart the button answers with type %d", r.Type)
	}

	other := *s.bot.Griot.Buttons
	other.Key = []byte("another key")
	s.bot.Griot.Buttons = &other
	s.again(stop)
	forged := s.press(r.Message(), "◀")
	if forged.Type != discordtest.AnswerMessage || !forged.Ephemeral || !strings.Contains(card(t, forged.Message()).Description, "button") {
		t.Errorf("a button under a foreign key: type %d, private %v, %+v", forged.Type, forged.Ephemeral, forged.Message().Embeds)
	}
}

func TestButtonsAreOfOneServer(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	id, err := s.bot.Griot.Buttons.Seal(t.Context(), s.bot.asker(&interaction{Member: &member{}, Guild: "1"}).Who,
		commands.Button{Ask: commands.Ask{Command: "timeline", Page: 2}})
	must(t, err)
	served := &service{Bot: s.bot, render: Renderer{s.bot.Griot.Buttons, s.bot.Log}}
	for guild, outcome := range map[string]string{"1": "in place", "2": "refused"} {
		in := &interaction{Type: 3, Guild: guild, Member: &member{}}
		in.Data.CustomID = id
		got := "in place"
		if a := served.respond(t.Context(), in, served.news(t.Context(), in)); a.message.Type == 4 && a.message.Data.Flags == 64 {
			got = "refused"
		}
		if got != outcome {
			t.Errorf("in server %s the button is %s, want %s", guild, got, outcome)
		}
	}
}
