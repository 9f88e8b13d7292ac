package textgen

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// secret is the key of the tests. It has characters that a URL escapes.
const secret = "sk-test/4f9c+Zq8=aGriotKey"

// clock is a clock that stands until it is advanced.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	alarms []*alarm
	rung   int
}

type alarm struct {
	at time.Time
	f  func()
}

func newClock() *clock {
	return &clock{now: time.Date(2019, 4, 18, 23, 0, 0, 0, time.UTC)}
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) AfterFunc(d time.Duration, f func()) func() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	a := &alarm{c.now.Add(d), f}
	c.alarms = append(c.alarms, a)
	return func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		i := slices.Index(c.alarms, a)
		if i < 0 {
			return false
		}
		c.alarms = slices.Delete(c.alarms, i, i+1)
		return true
	}
}

// advance moves the clock and rings what is due, once it has let go of it.
func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	c.now = c.now.Add(d)
	var due []*alarm
	c.alarms = slices.DeleteFunc(c.alarms, func(a *alarm) bool {
		if a.at.After(c.now) {
			return false
		}
		due = append(due, a)
		return true
	})
	c.rung += len(due)
	c.mu.Unlock()
	for _, a := range due {
		a.f()
	}
}

// counts returns how many alarms have rung and how many wait.
func (c *clock) counts() (rung, waiting int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.rung, len(c.alarms)
}

// stage is an endpoint on the loopback, a client of it, its clock and its log.
type stage struct {
	*Client
	clock  *clock
	log    *lockedBuffer
	server *httptest.Server

	mu       sync.Mutex
	requests []map[string]any
}

// lockedBuffer is a log that several goroutines write.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// newStage serves an endpoint; each request's body is kept.
func newStage(t *testing.T, endpoint http.HandlerFunc) *stage {
	t.Helper()
	s := &stage{clock: newClock(), log: &lockedBuffer{}}
	s.server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		asked := map[string]any{}
		if err := json.Unmarshal(body, &asked); err != nil {
			t.Errorf("request body: %v", err)
		}
		asked["path"], asked["authorization"] = r.URL.Path, r.Header.Get("Authorization")
		s.mu.Lock()
		s.requests = append(s.requests, asked)
		s.mu.Unlock()
		endpoint(w, r)
	}))
	s.server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	s.server.Start()
	t.Cleanup(s.server.Close)
	s.Client = s.another(t)
	return s
}

// another returns a fresh client of the same endpoint.
func (s *stage) another(t *testing.T) *Client {
	t.Helper()
	c, err := New(Settings{
		Key: secret, BaseURL: s.server.URL + "/v1", Model: "test-model",
		Now: s.clock.Now, AfterFunc: s.clock.AfterFunc,
		Log: slog.New(slog.NewJSONHandler(s.log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// asked returns the requests that came.
func (s *stage) asked() []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// send writes parts of a stream and pushes them out.
func send(w http.ResponseWriter, parts ...string) {
	w.Header().Set("Content-Type", "text/event-stream")
	for _, part := range parts {
		io.WriteString(w, part)
	}
	w.(http.Flusher).Flush()
}

// chunk is a piece of answer as an event.
func chunk(text string) string { return event(text, "null") }

// ending is a piece of answer with a finish reason.
func ending(text, reason string) string { return event(text, fmt.Sprintf("%q", reason)) }

func event(text, reason string) string {
	quoted, _ := json.Marshal(text)
	return fmt.Sprintf(`data: {"choices":[{"index":0,"delta":{"content":%s},"finish_reason":%s}]}`+"\n\n", quoted, reason)
}

// usage is the event with the count of tokens.
func usage(total int) string {
	return fmt.Sprintf(`data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":%d}}`+"\n\n", total)
}

const done = "data: [DONE]\n\n"

// refuse answers with a status and an error object as OpenAI writes it.
func refuse(w http.ResponseWriter, status int, message, code string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"error":{"message":%q,"type":"invalid_request_error","param":null,"code":%q}}`, message, code)
}

// picking is the prompt of most tests.
var picking = Prompt{
	System:    "Pick sentences.",
	User:      "p1.1 The well was closed. p1.2 It was reportedly opened again.",
	Schema:    json.RawMessage(`{"type":"object","properties":{"picks":{"type":"array","items":{"enum":["p1.1","p1.2"]}}},"required":["picks"],"additionalProperties":false}`),
	MaxTokens: 200,
}

// keyless fails if the key stands in a text, whole or as a URL has it.
func keyless(t *testing.T, where, text string) {
	t.Helper()
	for _, form := range []string{secret, "4f9c", "aGriotKey"} {
		if strings.Contains(text, form) {
			t.Errorf("%s carries the key: %s", where, text)
		}
	}
}
