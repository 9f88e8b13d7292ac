package discord

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"griot/bot/discordtest"
	"griot/commands"
)

func TestInviteURL(t *testing.T) {
	u, err := url.Parse(InviteURL("1100000000000000001"))
	must(t, err)
	q := u.Query()
	if u.Host != "discord.com" || q.Get("client_id") != "1100000000000000001" || q.Get("permissions") != "52224" || q.Get("scope") != "bot applications.commands" {
		t.Errorf("invite link %s", u)
	}
}

func TestServeSaysWhyItCannotStart(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	status := func(status int) string {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "https://discord.com/api/v9/elsewhere")
			w.WriteHeader(status)
			io.WriteString(w, r.Header.Get("Authorization")) // as a careless proxy might
		}))
		t.Cleanup(server.Close)
		return server.URL + "/api/v9"
	}
	for _, test := range []struct {
		name, url string
		want      error
	}{
		{"no address", "discord.com", ErrAddress},
		{"another scheme", "ftp://user:" + discordtest.Token + "@localhost/", ErrAddress},
		{"nobody there", closed.URL + "/api/v9", ErrUnreachable},
		{"overloaded", status(503), ErrUnreachable},
		{"too many requests", status(429), ErrUnreachable},
		{"wrong token", status(401), ErrToken},
		{"forbidden", status(403), ErrRefused},
		{"elsewhere", status(302), ErrRefused},
		{"not JSON", status(200), ErrUnreachable},
	} {
		bot := *s.bot
		bot.APIURL = test.url
		err := bot.Serve(soon(t))
		if !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
		if err != nil && strings.Contains(err.Error(), discordtest.Token) {
			t.Errorf("%s: the error shows the token: %v", test.name, err)
		}
	}
}

func TestUnknownGuildIsRefused(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.ExpectViolations("Missing Access")
	s.bot.Guild = "42"
	if err := s.bot.Serve(soon(t)); !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "50001") {
		t.Errorf("a server without the bot: %v", err)
	}
}

func TestGatewayErrors(t *testing.T) {
	for code, want := range map[int]error{4004: ErrToken, 4010: ErrRefused, 4014: ErrRefused, 4009: ErrUnreachable, 4000: ErrUnreachable} {
		if err := gatewayError(&websocket.CloseError{Code: code}); !errors.Is(err, want) {
			t.Errorf("closed with %d: %v, want %v", code, err, want)
		}
	}
	if err := gatewayError(&url.Error{URL: "https://secret", Err: io.EOF}); !errors.Is(err, ErrUnreachable) || strings.Contains(err.Error(), "secret") {
		t.Errorf("dialling: %v", err)
	}
}

// cable is a way to the gateway that can be cut.
type cable struct {
	net.Listener
	mu    sync.Mutex
	conns []net.Conn
}

// gateway returns the gateway's address, as a curious person would ask for it.
func (s *stage) gateway() string {
	s.t.Helper()
	s.ExpectViolations("User-Agent")
	answer, err := http.Get(s.front.URL + "/api/v9/gateway")
	must(s.t, err)
	defer answer.Body.Close()
	var gateway struct{ URL string }
	must(s.t, json.NewDecoder(answer.Body).Decode(&gateway))
	return gateway.URL
}

// named answers a question for the gateway's address.
func named(address string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		json.NewEncoder(w).Encode(map[string]string{"url": address})
	}
}

// lay makes the front name the cable's end as the gateway.
func (s *stage) lay() *cable {
	s.t.Helper()
	to := strings.TrimSuffix(strings.TrimPrefix(s.gateway(), "ws://"), "/")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(s.t, err)
	c := &cable{Listener: listener}
	s.t.Cleanup(func() { listener.Close(); c.cut() })
	go c.carry(to)
	s.front.answer("GET /api/v9/gateway", named("ws://"+listener.Addr().String()))
	return c
}

func (c *cable) carry(to string) {
	for {
		near, err := c.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", to)
		if err != nil {
			near.Close()
			continue
		}
		c.mu.Lock()
		c.conns = append(c.conns, near, far)
		c.mu.Unlock()
		go func() { io.Copy(near, far); near.Close() }()
		go func() { io.Copy(far, near); far.Close() }()
	}
}

func (c *cable) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, conn := range c.conns {
		conn.Close()
	}
	c.conns = nil
}

// tick ends a wait of the bot, or the test if the bot doesn't wait.
func tick(t *testing.T, wait chan<- time.Time) {
	t.Helper()
	select {
	case wait <- time.Time{}:
	case <-soon(t).Done():
		t.Fatal("the bot doesn't wait")
	}
}

func TestLostConnectionIsMadeAgain(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	c := s.lay()
	first, second := make(chan time.Time), make(chan time.Time)
	s.bot.after = clock{firstPause: first, 2 * firstPause: second}.after
	s.serve()
	s.command("about")
	for range 2 { // the pause grows while Discord is away, and is short again afterwards
		away := make(chan bool, 1)
		s.front.answer("GET /api/v9/applications/@me", func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(503)
			away <- true
		})
		c.cut()
		tick(t, first)
		s.Advance(6 * time.Second)
		<-away
		s.front.answer("GET /api/v9/applications/@me", nil)
		tick(t, second)
		must(t, s.Ready(soon(t)))
		if r := s.command("help"); r.Type != discordtest.AnswerMessage {
			t.Errorf("after the connection was lost: type %d", r.Type)
		}
	}
}

// TestAnswerArrivesWhileTheConnectionIsMadeAgain: an answer goes over REST, so
// a lost gateway is no reason to lose it, nor is not knowing who the bot is.
func TestAnswerArrivesWhileTheConnectionIsMadeAgain(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	c := s.lay()
	late, first, second := make(chan time.Time), make(chan time.Time), make(chan time.Time)
	s.bot.after = clock{patience: late, firstPause: first, 2 * firstPause: second}.after
	release := make(chan time.Time)
	s.instead(func(context.Context, commands.Request) (commands.Reply, error) {
		<-release
		return page("In the end"), nil
	})
	s.serve()
	s.front.answer("GET /api/v9/applications/@me", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) })
	go func() { late <- time.Time{} }()
	r := s.command("about")
	c.cut()
	tick(t, first)
	tick(t, second) // by now it has asked who it is, and was not told
	tick(t, release)
	m, err := r.Await(soon(t), func(m discordtest.Message, _ []discordtest.Message) bool { return !m.Loading() })
	if err != nil || card(t, m).Title != "In the end" {
		t.Errorf("became %+v: %v\n%s", m.Embeds, err, s.log)
	}
}

func TestTokenThatIsTakenBackEndsServe(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	c := s.lay()
	pause := make(chan time.Time)
	s.bot.after = clock{firstPause: pause}.after
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- s.bot.Serve(ctx) }()
	must(t, s.Ready(soon(t)))
	s.command("about") // once this is answered the bot knows that it is connected
	s.front.answer("GET /api/v9/applications/@me", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(401) })
	c.cut()
	tick(t, pause)
	select {
	case err := <-ended:
		if !errors.Is(err, ErrToken) {
			t.Errorf("Serve returned %v, want %v", err, ErrToken)
		}
	case <-soon(t).Done():
		t.Fatal("Serve goes on without a token")
	}
}

func TestStoppingWhileTheGatewayOpens(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	address := s.gateway()
	asked, release := make(chan bool), make(chan bool, 1)
	s.front.answer("GET /api/v9/gateway", func(w http.ResponseWriter, r *http.Request) {
		asked <- true
		<-release
		named(address)(w, r)
	})
	s.bot.after = func(d time.Duration) <-chan time.Time {
		if d == drainTime { // Serve was told to stop, and waits for the gateway
			select {
			case release <- true:
			default:
			}
		}
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.bot.Serve(ctx) }()
	<-asked
	cancel()
	must(t, <-ended)
	if _, err := s.guild.Command(soon(t), s.awa, "about"); err == nil || !strings.Contains(err.Error(), "no bot") {
		t.Errorf("after Serve has returned a command meets %v", err)
	}
}

// holding is a stage on which /about holds until its context ends or the test
// lets it go.
func holding(t *testing.T) (s *stage, begun chan bool, release chan bool) {
	s = newStage(t)
	begun, release = make(chan bool), make(chan bool)
	s.instead(func(ctx context.Context, _ commands.Request) (commands.Reply, error) {
		begun <- true
		select {
		case <-release:
			return page("Finished"), nil
		case <-ctx.Done():
			return page("Broken off"), nil
		}
	})
	return s, begun, release
}

func TestStoppingFinishesWhatWasBegun(t *testing.T) {
	t.Parallel()
	s, begun, release := holding(t)
	draining := make(chan bool, 1)
	s.bot.after = func(d time.Duration) <-chan time.Time {
		if d == drainTime {
			draining <- true
		}
		return nil
	}
	stop := s.serve()
	stopped, answered := make(chan error), make(chan *discordtest.Response)
	go func() { answered <- s.command("about") }()
	<-begun
	go func() { stopped <- stop() }()
	<-draining
	release <- true
	if r := <-answered; card(t, r.Message()).Title != "Finished" {
		t.Errorf("answered %+v", r.Message())
	}
	must(t, <-stopped)
}

func TestStoppingDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	drained := make(chan time.Time, 1)
	s, begun, _ := holding(t)
	s.bot.after = clock{drainTime: drained}.after
	stop := s.serve()
	over := soon(t)
	gone, cancel := context.WithCancel(over)
	asked := make(chan bool)
	go func() {
		s.guild.Command(gone, s.awa, "about")
		close(asked)
	}()
	<-begun
	drained <- time.Time{}
	must(t, stop())
	cancel()
	<-asked
}

// nobody is a way to a Discord that is away.
type nobody struct{}

func (nobody) RoundTrip(*http.Request) (*http.Response, error) { return nil, io.ErrUnexpectedEOF }

// TestWorkThatCannotBeAnnouncedIsWaitedFor: the library must not close under
// it.
func TestWorkThatCannotBeAnnouncedIsWaitedFor(t *testing.T) {
	t.Parallel()
	stage := newStage(t)
	synctest.Test(t, func(t *testing.T) {
		late, release := make(chan time.Time), make(chan bool)
		stage.instead(func(context.Context, commands.Request) (commands.Reply, error) {
			<-release
			return page("Too late"), nil
		})
		s := &service{
			Bot: stage.bot, api: &api{http: &http.Client{Transport: nobody{}}}, work: t.Context(),
			render: Renderer{Buttons: stage.bot.Griot.Buttons}, after: clock{patience: late}.after,
		}
		go s.serve([]byte(`{"id":"1","type":2,"token":"t","data":{"name":"about"}}`))
		late <- time.Time{}
		synctest.Wait()
		left := s.inside.close()
		synctest.Wait()
		select {
		case <-left:
			t.Error("left while the command was at work")
		default:
		}
		release <- true
		<-left
	})
}

func TestErrorsShowNoAddress(t *testing.T) {
	a := &api{http: &http.Client{Transport: nobody{}}}
	for _, address := range []string{"https://discord.com/interactions/1/secret", "https://discord.com/%zz/secret"} {
		if err := a.call(t.Context(), http.MethodGet, address, nil, nil); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestNothingIsBegunOnceStopping(t *testing.T) {
	var g gate
	if !g.enter() {
		t.Fatal("an open gate lets nobody in")
	}
	left := g.close()
	if g.enter() {
		t.Error("a closed gate lets somebody in")
	}
	select {
	case <-left:
		t.Error("all have left while one is inside")
	default:
	}
	g.leave()
	<-left
}
