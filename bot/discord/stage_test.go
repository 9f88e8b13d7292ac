package discord

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"griot/bot/discordtest"
	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/packs"
	"griot/storage"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// griot returns a Griot over a fresh store that holds the first pack.
func griot(t *testing.T, options ...knowledge.Option) *commands.Griot {
	t.Helper()
	path := filepath.Join(t.TempDir(), "griot.db")
	store, err := storage.Open(path)
	must(t, err)
	lib, err := knowledge.OpenLibrary(t.Context(), store, options...)
	must(t, err)
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
		if report, err := storage.Verify(context.Background(), path); err != nil || len(report.Damage) > 0 {
			t.Errorf("store after the test: %v %v", err, report.Damage)
		}
	})
	pack, err := packs.Load(packs.Builtin()[0])
	must(t, err)
	_, err = packs.Apply(t.Context(), lib, knowledge.Operator(), pack)
	must(t, err)
	return &commands.Griot{
		Library: lib, Commands: commands.All(), Buttons: &commands.Signer{Key: []byte("test"), Queries: lib, Now: time.Now},
		Now: time.Now, Log: slog.New(slog.DiscardHandler), Reference: func() string { return "REFERENCE" },
	}
}

// clock lets waits end when the test says: those of a duration that it has
// when something is sent, all others never.
type clock map[time.Duration]chan time.Time

func (c clock) after(d time.Duration) <-chan time.Time { return c[d] }

// stage is a server with a reader and a moderator, and a bot that is set up to
// serve it.
type stage struct {
	t *testing.T
	*discordtest.Server
	front *front
	bot   *Bot
	log   *journal
	guild *discordtest.Guild
	awa   *discordtest.User // a reader
	modou *discordtest.User // a moderator
}

func newStage(t *testing.T, options ...knowledge.Option) *stage {
	t.Helper()
	s := &stage{t: t, Server: discordtest.New(t), log: &journal{}}
	s.front = newFront(t, s.URL())
	s.guild, s.awa, s.modou = s.AddGuild("reading group"), s.AddUser("Awa"), s.AddUser("Modou")
	s.guild.Join(s.awa)
	s.guild.Join(s.modou, s.guild.AddRole("moderators", discordtest.ManageServer))
	g := griot(t, options...)
	g.Log = slog.New(slog.NewJSONHandler(s.log, nil))
	s.bot = &Bot{Token: discordtest.Token, APIURL: s.front.URL + "/api/v9", Griot: g, Log: g.Log, after: clock{}.after}
	t.Cleanup(func() {
		for _, secret := range append(s.front.secrets(), discordtest.Token) {
			if strings.Contains(s.log.String(), secret) {
				t.Errorf("the log shows the token %s:\n%s", secret, s.log)
			}
		}
	})
	return s
}

// serve lets the bot serve until the returned function is called, or the test
// ends; the function returns Serve's error.
func (s *stage) serve() (stop func() error) {
	s.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.bot.Serve(ctx) }()
	stop = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	s.t.Cleanup(func() {
		if err := stop(); err != nil {
			s.t.Errorf("Serve returned %v", err)
		}
	})
	if err := s.Ready(soon(s.t)); err != nil {
		cancel()
		s.t.Fatalf("the bot never came up: %v\n%s", err, s.log)
	}
	return stop
}

// command types a command in the server as its reader.
func (s *stage) command(name string, options ...discordtest.Option) *discordtest.Response {
	s.t.Helper()
	r, err := s.guild.Command(soon(s.t), s.awa, name, options...)
	must(s.t, err)
	return r
}

// press presses the first button of a message whose label begins so.
func (s *stage) press(on discordtest.Message, label string) *discordtest.Response {
	s.t.Helper()
	r, err := s.guild.Press(soon(s.t), s.awa, on, button(s.t, on, label))
	must(s.t, err)
	return r
}

// button returns the custom_id of a message's first button whose label begins
// so.
func button(t *testing.T, on discordtest.Message, label string) string {
	t.Helper()
	for _, row := range on.Components {
		for _, b := range row.Components {
			if strings.HasPrefix(b.Label, label) {
				return b.CustomID
			}
		}
	}
	t.Fatalf("no button %q on %+v", label, on.Components)
	return ""
}

// front stands before the loopback Discord, keeps what was requested, and may
// answer itself.
type front struct {
	*httptest.Server
	mu       sync.Mutex
	requests []*http.Request
	instead  map[string]http.HandlerFunc // by method and path
}

func newFront(t *testing.T, behind string) *front {
	t.Helper()
	to, err := url.Parse(behind)
	must(t, err)
	f := &front{instead: map[string]http.HandlerFunc{}}
	onward := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: to.Scheme, Host: to.Host})
	transport := &http.Transport{}
	onward.Transport = transport
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		f.requests = append(f.requests, r)
		instead := f.instead[r.Method+" "+r.URL.Path]
		f.mu.Unlock()
		if instead != nil {
			instead(w, r)
			return
		}
		onward.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		f.Close()
		transport.CloseIdleConnections()
	})
	return f
}

// answer lets the front answer requests such as "GET /api/v9/gateway".
func (f *front) answer(route string, h http.HandlerFunc) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.instead[route] = h
}

// count returns how many requests of a method came in whose path ends so.
func (f *front) count(method, path string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := 0
	for _, r := range f.requests {
		if r.Method == method && strings.HasSuffix(r.URL.Path, path) {
			n++
		}
	}
	return n
}

// secrets returns the interactions' tokens that came by.
func (f *front) secrets() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var all []string
	for _, r := range f.requests {
		parts := strings.Split(r.URL.Path, "/") // "", api, v9, interactions, id, token
		if len(parts) > 5 && (parts[3] == "interactions" || parts[3] == "webhooks") {
			all = append(all, parts[5])
		}
	}
	return all
}

// journal is a log that may be read while it is written.
type journal struct {
	mu    sync.Mutex
	lines bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.lines.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.lines.String()
}

// soon is a context that ends before a test would hang.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
