package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"griot/bot/discordtest"
	"griot/commands"
)

// broken keeps no query, and says so or panics.
type broken struct {
	commands.Queries
	err error
}

func (b broken) KeepQuery(context.Context, []byte) (string, error) {
	if b.err == nil {
		panic("no room for a query")
	}
	return "", b.err
}

// page is the reply of a command made for a test.
func page(title string, buttons ...commands.Button) commands.Reply {
	p := commands.Page{Title: title, Blocks: []commands.Block{{Spans: []commands.Span{{Text: "text"}}}}}
	if len(buttons) > 0 {
		p.Buttons = [][]commands.Button{buttons}
	}
	return commands.Reply{Outcome: commands.Answered, Pages: []commands.Page{p}, Page: 1}
}

// instead makes /about do what a test wants.
func (s *stage) instead(run func(context.Context, commands.Request) (commands.Reply, error)) {
	all := commands.All()
	for i := range all {
		if all[i].Name == "about" {
			all[i].Run = run
		}
	}
	s.bot.Griot.Commands = all
}

// apology checks that a reply is a private apology with the log's reference.
func (s *stage) apology(r *discordtest.Response) {
	s.t.Helper()
	m := r.Message()
	if !m.Ephemeral() || !strings.Contains(card(s.t, m).Description, "REFERENCE") {
		s.t.Errorf("the apology is private %v: %+v", m.Ephemeral(), m.Embeds)
	}
	if !strings.Contains(s.log.String(), `"reference":"REFERENCE"`) {
		s.t.Errorf("the log lacks the reference:\n%s", s.log)
	}
}

func TestPanicInACommand(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.instead(func(context.Context, commands.Request) (commands.Reply, error) { panic("out of paper") })
	s.serve()
	s.apology(s.command("about"))
	if r := s.command("help"); r.Ephemeral {
		t.Error("after a panic the next command fails")
	}
}

// long is a button whose query must be kept in the store.
var long = commands.Button{Label: "Long", Ask: commands.Ask{Command: strings.Repeat("x", 100)}}

func TestPanicAtTheEdge(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.instead(func(context.Context, commands.Request) (commands.Reply, error) { return page("A page", long), nil })
	s.bot.Griot.Buttons.Queries = broken{}
	s.serve()
	s.apology(s.command("about"))
	if !strings.Contains(s.log.String(), "no room for a query") {
		t.Errorf("the log lacks the cause:\n%s", s.log)
	}
	if r := s.command("help"); r.Ephemeral {
		t.Error("after a panic the next command fails")
	}
}

// TestFullDiskCostsAButtonNotTheReply: what can't be kept is left out.
func TestFullDiskCostsAButtonNotTheReply(t *testing.T) {
	t.Parallel()
	short := commands.Button{Label: "Short", Ask: commands.Ask{Command: "help"}}
	for _, test := range []struct {
		buttons []commands.Button
		rows    int
	}{{[]commands.Button{long, short}, 1}, {[]commands.Button{long}, 0}} {
		s := newStage(t)
		s.instead(func(context.Context, commands.Request) (commands.Reply, error) {
			return page("A page", test.buttons...), nil
		})
		s.bot.Griot.Buttons.Queries = broken{err: errors.New("no room for a query")}
		s.serve()
		m := s.command("about").Message()
		if card(t, m).Title != "A page" || len(m.Components) != test.rows {
			t.Fatalf("became %+v with %+v", m.Embeds, m.Components)
		}
		if test.rows > 0 && (len(m.Components[0].Components) != 1 || m.Components[0].Components[0].Label != "Short") {
			t.Errorf("with the buttons %+v", m.Components[0].Components)
		}
		if !strings.Contains(s.log.String(), "no room for a query") {
			t.Errorf("the log lacks the cause:\n%s", s.log)
		}
	}
}

func TestFailureWhileTypingIsNoChoice(t *testing.T) {
	t.Parallel()
	g := griot(t)
	s := &service{Bot: &Bot{Griot: g, Log: g.Log}}
	a := s.failure(t.Context(), &interaction{Type: discordgo.InteractionApplicationCommandAutocomplete}, errors.New("lost"))
	if problems := discordtest.CheckResponse(a.body); len(problems) > 0 || !strings.Contains(string(a.body), `"choices":[]`) {
		t.Errorf("answered with %s: %q", a.body, problems)
	}
}

func TestWhatMayBeAnsweredOnceMore(t *testing.T) {
	for _, test := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{&apiError{400, 50035}, true},
		{&apiError{400, codeAnswered}, false},
		{&apiError{404, 10062}, false},
		{&apiError{503, 0}, false},
		{fmt.Errorf("sent: %w", errLoud), true},
		{io.EOF, false},
	} {
		if got := isUnfit(test.err); got != test.want {
			t.Errorf("%v: %v, want %v", test.err, got, test.want)
		}
	}
}

func TestReplyThatDiscordRefuses(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.ExpectViolations("/data/embeds/0/title")
	s.instead(func(context.Context, commands.Request) (commands.Reply, error) {
		return page(strings.Repeat("x", 300)), nil
	})
	s.serve()
	s.apology(s.command("about"))
}

// slow is a stage on which /about answers when the test says, and page 2 of it
// too.
func slow(t *testing.T, fail error) (s *stage, late, release chan time.Time) {
	s = newStage(t)
	late, release = make(chan time.Time), make(chan time.Time)
	s.bot.after = clock{patience: late}.after
	next := []commands.Button{
		{Label: "In place", Ask: commands.Ask{Command: "about", Page: 2}},
		{Label: "For me", Ask: commands.Ask{Command: "about", Page: 2}, Opens: commands.ForMe},
		{Label: "For all", Ask: commands.Ask{Command: "about", Page: 2}, Opens: commands.ForAll},
	}
	s.instead(func(_ context.Context, r commands.Request) (commands.Reply, error) {
		if r.Page == 0 && r.Values["private"] == "" {
			return page("At once", next...), nil
		}
		<-release
		reply := page("In the end")
		reply.Private = r.Values["private"] == "true"
		return reply, fail
	})
	s.serve()
	return s, late, release
}

// later lets a person act, the bot lose its patience and then the command end,
// and returns the first answer and the message that it became.
func (s *stage) later(late, release chan time.Time, act func() (*discordtest.Response, error)) (*discordtest.Response, discordtest.Message) {
	s.t.Helper()
	go func() { late <- time.Time{} }()
	r, err := act()
	must(s.t, err)
	tick(s.t, release)
	m, err := r.Await(soon(s.t), func(m discordtest.Message, more []discordtest.Message) bool {
		return !m.Loading() && (m.Edits > 0 || len(more) > 0)
	})
	must(s.t, err)
	return r, m
}

func TestSlowCommandIsAnnounced(t *testing.T) {
	t.Parallel()
	s, late, release := slow(t, nil)
	for _, private := range []bool{true, false} {
		r, m := s.later(late, release, func() (*discordtest.Response, error) {
			return s.guild.Command(soon(t), s.awa, "about", discordtest.Opt("private", private))
		})
		if r.Type != discordtest.AnswerDeferred || r.Ephemeral != private || m.Ephemeral() != private {
			t.Errorf("private:%v: type %d, private %v, then %v", private, r.Type, r.Ephemeral, m.Ephemeral())
		}
		if card(t, m).Title != "In the end" || len(r.FollowUps()) != 0 {
			t.Errorf("private:%v became %+v and %d more", private, m.Embeds, len(r.FollowUps()))
		}
	}
}

func TestSlowButtonIsAnnounced(t *testing.T) {
	t.Parallel()
	s, late, release := slow(t, nil)
	for _, test := range []struct {
		label         string
		kind          int
		private, same bool
	}{
		{"In place", discordtest.AnswerDeferredUpdate, false, true},
		{"For me", discordtest.AnswerDeferred, true, false},
		{"For all", discordtest.AnswerDeferred, false, false},
	} {
		on := s.command("about").Message()
		r, m := s.later(late, release, func() (*discordtest.Response, error) {
			return s.guild.Press(soon(t), s.awa, on, button(t, on, test.label))
		})
		if r.Type != test.kind || m.Ephemeral() != test.private || (m.ID == on.ID) != test.same || card(t, m).Title != "In the end" {
			t.Errorf("%s: type %d, private %v, same message %v, %+v", test.label, r.Type, m.Ephemeral(), m.ID == on.ID, m.Embeds)
		}
	}
}

func TestSlowFailureLeavesTheMessageAlone(t *testing.T) {
	t.Parallel()
	s, late, release := slow(t, &commands.Failure{Outcome: commands.Refused, Code: "stale"})
	on := s.command("about").Message()
	r, m := s.later(late, release, func() (*discordtest.Response, error) {
		return s.guild.Press(soon(t), s.awa, on, button(t, on, "In place"))
	})
	if card(t, m).Title != "At once" || len(m.Components) != 1 {
		t.Errorf("the message that was pressed became %+v", m)
	}
	if more := r.FollowUps(); len(more) != 1 || !more[0].Ephemeral() {
		t.Errorf("the failure came as %+v", more)
	}
}
