// Package discordtest is a loopback Discord: REST and gateway on 127.0.0.1,
// strict where Discord is strict, for tests that drive the real client
// libraries. A test adds guilds, channels and users, lets the bot connect, and
// then acts as a user: it types a command, presses a button, sends a form, and
// looks at what the bot answered.
//
// A request that Discord would refuse is refused here with Discord's status
// and code, and remembered as a violation; a violation that the test didn't
// expect fails it. So do two things that Discord itself would let pass: a
// message that could ping somebody, and a client without a proper User-Agent.
//
// Nothing here was ever compared with discord.com. What it knows comes from
// Discord's documentation and from its published description of the API.
package discordtest

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	// Token is the bot token that the server accepts.
	Token = "loopback.bot.token"
	// ApplicationID is the id of the application and of its bot user.
	ApplicationID = "1100000000000000001"
)

// Server is a loopback Discord. Its methods may be called from any goroutine.
type Server struct {
	// Now is the server's clock: the age of interactions and the pace of the
	// gateway are measured by it. Set it, if at all, before the bot connects.
	Now func() time.Time
	// Heartbeat is the interval that the gateway asks for. Set it before the
	// bot connects.
	Heartbeat time.Duration

	t       testing.TB
	rest    *httptest.Server
	gateway *httptest.Server // for new sessions
	resume  *httptest.Server // for sessions that resume
	open    sync.WaitGroup   // gateway connections

	mu            sync.Mutex
	changed       chan struct{} // closed and replaced whenever state changes
	closed        bool
	skew          time.Duration
	ids           snowflakes
	violations    []string
	expected      []string
	excused       bool
	commands      map[string][]*Command // by guild, "" for global ones
	guilds        []*Guild
	sessions      []*session
	conns         map[*conn]bool
	identified    time.Time
	identifies    int
	interactions  map[string]*interaction // by id
	tokens        map[string]*interaction // by token
	files         map[string]*File        // that users attached, by id
	users         map[string]*User        // by id
	conversations []*Channel              // with users
}

// New starts a server for the test. When the test ends, the server closes and
// fails the test if it saw violations that nobody expected.
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{
		Now: time.Now, Heartbeat: 41250 * time.Millisecond, t: t,
		changed: make(chan struct{}), commands: map[string][]*Command{}, conns: map[*conn]bool{},
		interactions: map[string]*interaction{}, tokens: map[string]*interaction{}, files: map[string]*File{}, users: map[string]*User{},
	}
	if _, err := schemas(); errors.Is(err, errNoSchema) {
		t.Logf("bodies are checked by the own rules only: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	s.rest = httptest.NewServer(s.routes())
	s.gateway = httptest.NewServer(s.socket())
	s.resume = httptest.NewServer(s.socket())
	t.Cleanup(s.close)
	return s
}

// URL returns the base of the REST API, with its version. The gateway's
// address is asked for there.
func (s *Server) URL() string { return s.rest.URL + "/api/v9" }

// Violations returns what the bot did against Discord's rules, in order.
func (s *Server) Violations() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.violations...)
}

// ExpectViolations excuses violations that contain one of the parts; a part
// that no violation contains fails the test when it ends. Without parts every
// violation is excused.
func (s *Server) ExpectViolations(parts ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.expected = append(s.expected, parts...)
	s.excused = s.excused || len(parts) == 0
}

// Advance moves the server's clock forward.
func (s *Server) Advance(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.skew += d
}

// Ready waits until a bot has identified: what users do from then on reaches
// it, after READY. Its error is the context's.
func (s *Server) Ready(ctx context.Context) error {
	return s.wait(ctx, func() bool {
		for _, session := range s.sessions {
			if session.conn != nil {
				return true
			}
		}
		return false
	})
}

// close stops everything and reports.
func (s *Server) close() {
	s.mu.Lock()
	s.closed = true
	s.announce()
	for c := range s.conns {
		c.ws.Close()
	}
	s.mu.Unlock()
	s.open.Wait()
	for _, server := range []*httptest.Server{s.rest, s.gateway, s.resume} {
		server.Close()
	}
	for _, complaint := range s.complaints() {
		s.t.Error(complaint)
	}
}

// complaints returns what fails the test: violations that nobody expected, and
// expected ones that never came.
func (s *Server) complaints() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []string
	met := map[string]bool{}
	for _, v := range s.violations {
		expected := s.excused
		for _, part := range s.expected {
			if strings.Contains(v, part) {
				expected, met[part] = true, true
			}
		}
		if !expected {
			all = append(all, "loopback Discord: "+v)
		}
	}
	for _, part := range s.expected {
		if !met[part] {
			all = append(all, fmt.Sprintf("loopback Discord: expected a violation with %q, saw %q", part, s.violations))
		}
	}
	return all
}

// violate remembers a violation. The caller holds s.mu.
func (s *Server) violate(format string, args ...any) {
	s.violations = append(s.violations, fmt.Sprintf(format, args...))
}

// time returns the server's time. The caller holds s.mu.
func (s *Server) time() time.Time { return s.Now().Add(s.skew) }

// newID returns a new snowflake. The caller holds s.mu.
func (s *Server) newID() string { return s.ids.next(s.time()) }

// announce wakes all that wait. The caller holds s.mu.
func (s *Server) announce() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// wait returns when done, called with s.mu held, reports true, or with the
// context's error.
func (s *Server) wait(ctx context.Context, done func() bool) error {
	for {
		s.mu.Lock()
		ready, changed := done(), s.changed
		s.mu.Unlock()
		if ready {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}
