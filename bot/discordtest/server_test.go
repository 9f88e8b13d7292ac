package discordtest

import (
	"context"
	"errors"
	"testing"

	"github.com/gorilla/websocket"
)

func TestBotToken(t *testing.T) {
	t.Parallel()
	s := New(t)
	s.ExpectViolations("401, code 0", "close 4004")
	bot := unconnected(t, s)
	bot.Identify.Token, bot.Token = "Bot wrong", "Bot wrong"
	_, err := bot.GatewayBot()
	refusedWith(t, err, 401, 0)
	if err := bot.Open(); !websocket.IsCloseError(err, closeAuthentication) {
		t.Errorf("error %v, want close 4004", err)
	}
}

func TestWhoAmI(t *testing.T) {
	t.Parallel()
	s := New(t)
	bot := unconnected(t, s)
	me, err := bot.User("@me")
	must(t, err)
	app, err := bot.Application("@me")
	must(t, err)
	gateway, err := bot.GatewayBot()
	must(t, err)
	if me.ID != ApplicationID || !me.Bot || app.ID != ApplicationID || gateway.SessionStartLimit.Remaining != 1000 || gateway.Shards != 1 {
		t.Errorf("user %+v, application %+v, gateway %+v", me, app, gateway)
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Ready(over); !errors.Is(err, context.Canceled) {
		t.Errorf("ready without a bot: %v", err)
	}
}

func TestNoBot(t *testing.T) {
	t.Parallel()
	s := New(t)
	g, awa := s.AddGuild("reading group"), s.AddUser("Awa")
	g.Join(awa)
	register(t, unconnected(t, s), "", sources)
	if _, err := g.Command(soon(t), awa, "sources"); !errors.Is(err, errNoBot) {
		t.Errorf("error %v, want that no bot is connected", err)
	}
}

func TestNoAnswer(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	must(t, st.Ready(soon(t)))
	ctx, cancel := context.WithCancelCause(t.Context())
	go func() { <-st.events; cancel(errors.New("the test's patience")) }()
	_, err := st.guild.Command(ctx, st.user, "sources")
	if err == nil || err.Error() != "/sources: the application did not respond: the test's patience" {
		t.Errorf("error %v", err)
	}
}

func TestUserAgent(t *testing.T) {
	t.Parallel()
	s := New(t)
	bot := unconnected(t, s)
	bot.UserAgent = "Go-http-client/1.1"
	_, err := bot.Gateway()
	must(t, err)
	s.ExpectViolations(`User-Agent "Go-http-client/1.1"`)
}
