package discord

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"griot/bot/discordtest"
	"griot/commands"
)

// card returns the one embed of a message, or fails.
func card(t *testing.T, m discordtest.Message) discordtest.Embed {
	t.Helper()
	if len(m.Embeds) != 1 {
		t.Fatalf("%d embeds in %+v", len(m.Embeds), m)
	}
	return m.Embeds[0]
}

func TestEventCitesItsSources(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	r := s.command("event", discordtest.Opt("name", "Ogossagou"))
	e := card(t, r.Message())
	if r.Type != discordtest.AnswerMessage || r.Ephemeral {
		t.Errorf("answered with type %d, private %v", r.Type, r.Ephemeral)
	}
	if !strings.Contains(e.Title, "Ogossagou") || e.Color != colours["event"] {
		t.Errorf("title %q, colour %#x", e.Title, e.Color)
	}
	if !strings.Contains(e.Description, `\[1\]`) || e.Footer == nil || !strings.Contains(e.Footer.Text, "[1] ") {
		t.Errorf("a card without citations: %q, foot %+v", e.Description, e.Footer)
	}
}

func TestAutocomplete(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	for _, test := range []struct {
		command string
		options []discordtest.Option
		found   bool
	}{
		{"event", []discordtest.Option{discordtest.Typing("name", "")}, true},
		{"event", []discordtest.Option{discordtest.Typing("name", "ogos")}, true},
		{"timeline", []discordtest.Option{discordtest.Opt("from", "20"), discordtest.Typing("actor", "cma")}, true},
		{"event", []discordtest.Option{discordtest.Typing("name", "qqqqqqqqqq")}, false},
	} {
		r, err := s.guild.Autocomplete(soon(t), s.awa, test.command, test.options...)
		must(t, err)
		if r.Type != discordtest.AnswerChoices || (len(r.Choices) > 0) != test.found {
			t.Errorf("/%s %+v: type %d, choices %+v", test.command, test.options, r.Type, r.Choices)
		}
		if !test.found && !bytes.Contains(r.Raw, []byte(`"choices":[]`)) {
			t.Errorf("nothing found is sent as %s", r.Raw)
		}
	}
}

func TestPrivateOption(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	for _, private := range []bool{true, false} {
		r := s.command("event", discordtest.Opt("name", "Ogossagou"), discordtest.Opt("private", private))
		if r.Ephemeral != private {
			t.Errorf("private:%v is answered with private %v", private, r.Ephemeral)
		}
	}
}

func TestUnknownEntryHasNoCitation(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	e := card(t, s.command("actor", discordtest.Opt("name", "zzzz @everyone **x**")).Message())
	if e.Footer != nil && e.Footer.Text != "" {
		t.Errorf("the sources don't say, and yet: %q", e.Footer.Text)
	}
	if strings.Contains(e.Title+e.Description, "**x**") {
		t.Errorf("what was typed is not escaped: %q %q", e.Title, e.Description)
	}
}

func TestDirectMessage(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	dm := s.DM(s.awa)
	r, err := dm.Command(soon(t), s.awa, "event", discordtest.Opt("name", "Ogossagou"))
	must(t, err)
	first := r.Message()
	if card(t, first); r.Ephemeral {
		t.Error("a reply in a direct message is private")
	}
	r, err = dm.Press(soon(t), s.awa, first, button(t, first, "Page 2"))
	must(t, err)
	if r.Type != discordtest.AnswerUpdate || card(t, r.Message()).Description == card(t, first).Description {
		t.Errorf("the page did not turn: type %d", r.Type)
	}
}

// TestPeopleAreNamed: the id of a person, a role or a channel becomes a mention,
// which pings nobody; what only looks like one, and what is no id, stays text.
func TestPeopleAreNamed(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.instead(func(context.Context, commands.Request) (commands.Reply, error) {
		reply := page("Who")
		reply.Pages[0].Blocks[0].Spans = []commands.Span{{Text: "By <@1>, "}, {User: s.awa.ID}, {User: "c*nsole"}, {User: "1> @everyone <@2"},
			{Text: "; "}, {Role: "12"}, {Channel: "13"}, {Role: "&everyone"}}
		return reply, nil
	})
	s.serve()
	want := `By \<\@1\>, <@` + s.awa.ID + `>c\*nsole` + commands.Escape("1> @everyone <@2") +
		"; <@&12><#13>&everyone"
	if got := card(t, s.command("about").Message()).Description; got != want {
		t.Errorf("named as %s, want %s", got, want)
	}
}
