package textgen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// runs is how often each fault is played.
const runs = 20

// misdeed is a way for an endpoint to go wrong.
type misdeed struct {
	name   string
	kind   error
	took   time.Duration // by the test's clock
	tokens bool          // whether the ask costs anything
	serve  func(*play, http.ResponseWriter, *http.Request)
	// piece is called with each progress of the client.
	piece func(*play)
}

// play is one run of a misdeed. Each has channels of its own: the handler of the
// run before may still be leaving.
type play struct {
	*clock
	arrived chan struct{} // a request hangs, and nothing else will happen
	more    chan struct{} // the client asks the drip for its next drop
}

// misdeeds are the faults that a careful client must outlive.
var misdeeds = []misdeed{
	{name: "hang", kind: ErrSlow, took: DefaultWall, tokens: true, serve: func(p *play, _ http.ResponseWriter, r *http.Request) {
		p.arrived <- struct{}{}
		<-r.Context().Done()
	}},
	{name: "hang after one chunk", kind: ErrSlow, took: DefaultIdle, tokens: true, serve: func(_ *play, w http.ResponseWriter, r *http.Request) {
		send(w, chunk(`{"picks`))
		<-r.Context().Done()
	}, piece: func(p *play) {
		p.advance(DefaultIdle)
	}},
	{name: "connection reset", kind: ErrUnavailable, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		conn := hijack(w)
		conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	}},
	{name: "connection ended within the stream", kind: ErrCut, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		conn := hijack(w)
		io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
		part := chunk(`{"picks":["p1.1"]}`)
		fmt.Fprintf(conn, "%x\r\n%s\r\n", len(part), part)
		conn.Close()
	}},
	{name: "clean end without a finish", kind: ErrCut, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		send(w, chunk(`{"picks":["p1.1"]}`), done)
	}},
	{name: "cut within the JSON", kind: ErrCut, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		send(w, chunk(`{"picks":["p1.1"]}`), `data: {"choices":[{"index":0,"delta":{"con`)
	}},
	{name: "a page of HTML", kind: ErrNoAnswer, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, "<!doctype html>\n<title>"+secret+"</title>\n<p>Sign in</p>\n")
	}},
	{name: "an empty object", kind: ErrNoAnswer, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, "{}")
	}},
	{name: "empty choices", kind: ErrNoAnswer, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		send(w, `data: {"choices":[]}`+"\n\n", done)
	}},
	{name: "an error object in the stream", kind: ErrUnavailable, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		send(w, chunk(`{"picks`), `data: {"error":{"message":"overloaded by `+secret+`","type":"server_error","code":"overloaded"}}`+"\n\n")
	}},
	{name: "429", kind: ErrRefused, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusTooManyRequests, "slow down, "+secret, "rate_limit_exceeded")
	}},
	{name: "401", kind: ErrRefused, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusUnauthorized, "Incorrect API key provided: "+secret, "invalid_api_key")
	}},
	{name: "500", kind: ErrUnavailable, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
		io.WriteString(w, "Traceback: Authorization: Bearer "+secret)
	}},
	{name: "a body of 256 MiB", kind: ErrTooLarge, tokens: true, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		flood(w, chunk(strings.Repeat("a", 64<<10)))
	}},
	{name: "a 500 of 256 MiB", kind: ErrTooLarge, serve: func(_ *play, w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
		flood(w, strings.Repeat("no ", 20_000))
	}},
	{name: "a drip", kind: ErrSlow, took: DefaultWall, tokens: true, serve: func(p *play, w http.ResponseWriter, r *http.Request) {
		for {
			send(w, chunk("a"))
			select {
			case <-p.more:
			case <-r.Context().Done():
				return
			}
		}
	}, piece: func(p *play) {
		p.advance(4 * time.Second)
		p.more <- struct{}{}
	}},
}

// flood writes 256 MiB, or until the client has gone.
func flood(w io.Writer, part string) {
	for range 256 << 20 / len(part) {
		if _, err := io.WriteString(w, part); err != nil {
			return
		}
	}
}

// hijack takes the connection from the server.
func hijack(w http.ResponseWriter) net.Conn {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		panic(err)
	}
	return conn
}

// TestFaults plays every misdeed: a typed error in bounded time, no goroutine
// and no timer left, the key nowhere.
func TestFaults(t *testing.T) {
	for _, m := range misdeeds {
		t.Run(m.name, func(t *testing.T) {
			before := goleak.IgnoreCurrent()
			var p atomic.Pointer[play]
			s := newStage(t, func(w http.ResponseWriter, r *http.Request) { m.serve(p.Load(), w, r) })
			for range runs {
				p.Store(&play{clock: s.clock, arrived: make(chan struct{}, 1), more: make(chan struct{}, 1)})
				m.run(t, s, p.Load())
			}
			if len(s.asked()) != runs {
				t.Errorf("%d requests for %d asks", len(s.asked()), runs)
			}
			keyless(t, "log", s.log.String())
			s.server.Close()
			goleak.VerifyNone(t, before)
		})
	}
}

// run asks once, with a fresh client.
func (m misdeed) run(t *testing.T, s *stage, p *play) {
	t.Helper()
	rungBefore, _ := p.counts()
	ended := make(chan struct{})
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		select {
		case <-p.arrived:
			p.advance(DefaultWall - 1)
			if rung, _ := p.counts(); rung != rungBefore {
				t.Error("a timer rang before the wall")
			}
			p.advance(1)
		case <-ended:
		}
	}()
	start := s.clock.Now()
	answer, err := s.another(t).Ask(context.Background(), picking, func(int) {
		if m.piece != nil {
			m.piece(p)
		}
	})
	close(ended)
	<-watched
	if !errors.Is(err, m.kind) || answer.Text != "" {
		t.Fatalf("got %q, %v (%s), want %v", answer.Text, err, detail(err), m.kind)
	}
	if took := s.clock.Now().Sub(start); took != m.took {
		t.Errorf("took %v by the clock, want %v", took, m.took)
	}
	if (answer.Tokens > 0) != m.tokens {
		t.Errorf("cost %d tokens", answer.Tokens)
	}
	if _, waiting := s.clock.counts(); waiting != 0 {
		t.Errorf("%d timers left", waiting)
	}
	if err.Error() != m.kind.Error() || detail(err) == "" {
		t.Errorf("text %q, detail %q", err, detail(err))
	}
	keyless(t, "error", fmt.Sprintf("%v %+v %#v %s", err, err, err, detail(err)))
}
