package textgen

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// Why an exchange was ended from here.
var (
	errWall     = errors.New("no whole answer in time")
	errIdle     = errors.New("silence within the answer")
	errBody     = errors.New("body over the limit")
	errRedirect = errors.New("the endpoint redirects; put the address it leads to into OPENAI_BASE_URL")
)

// directNetwork dials the address itself: no proxy of the environment, no
// connection kept (none is left behind, and a stale one can't cost an ask), no
// compression (a small body can't grow), small headers.
func directNetwork() http.RoundTripper {
	return &http.Transport{
		DialContext:            (&net.Dialer{Timeout: 10 * time.Second}).DialContext,
		TLSHandshakeTimeout:    10 * time.Second,
		DisableKeepAlives:      true,
		DisableCompression:     true,
		ForceAttemptHTTP2:      true,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

// exchange is the network side of one ask: a RoundTripper that counts what
// comes in and ends it in time. Its fields after the call say what happened.
type exchange struct {
	network   http.RoundTripper
	idle      time.Duration
	afterFunc func(time.Duration, func()) func() bool
	cancel    context.CancelCauseFunc
	stopWall  func() bool

	mu       sync.Mutex
	stopIdle func() bool
	left     int64 // bytes of body still allowed
	over     bool
	status   int // 0 until the endpoint has replied
	form     string
}

// begin starts the wall clock of an ask. The caller must end the exchange.
func (c *Client) begin(ctx context.Context) (context.Context, *exchange) {
	ctx, cancel := context.WithCancelCause(ctx)
	e := &exchange{
		network: c.network, idle: c.idle, afterFunc: c.afterFunc,
		cancel: cancel, left: c.body,
		stopIdle: func() bool { return false },
	}
	e.stopWall = c.afterFunc(c.wall, func() { cancel(errWall) })
	return ctx, e
}

// end gives back timers and connections, whatever was read: a body ends with
// its context.
func (e *exchange) end() {
	e.cancel(nil)
	e.stopWall()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.stopIdle()
}

// client is the HTTP client that goes by this exchange alone.
func (e *exchange) client() *http.Client {
	return &http.Client{
		Transport:     e,
		CheckRedirect: func(*http.Request, []*http.Request) error { return errRedirect },
	}
}

// RoundTrip sends the request and puts the count before the body. Until the
// first byte of the body there is no watch for silence.
func (e *exchange) RoundTrip(req *http.Request) (*http.Response, error) {
	e.hush()
	resp, err := e.network.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.status, e.form = resp.StatusCode, resp.Header.Get("Content-Type")
	resp.Body = &counted{ReadCloser: resp.Body, of: e}
	return resp, nil
}

// hush ends the watch for silence and forgets the reply before.
func (e *exchange) hush() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.stopIdle()
	e.status, e.form = 0, ""
}

// counted is a body that counts and is watched.
type counted struct {
	io.ReadCloser
	of *exchange
}

// Read reads at most what is allowed, and one byte to know that there is more.
func (b *counted) Read(p []byte) (int, error) {
	if room := b.of.room() + 1; int64(len(p)) > room {
		p = p[:room]
	}
	n, err := b.ReadCloser.Read(p)
	if n > 0 && !b.of.take(n) {
		return 0, errBody
	}
	return n, err
}

// room returns how many bytes may still come.
func (e *exchange) room() int64 {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.left
}

// take counts n bytes and starts the watch for silence anew. It reports false
// when they are more than allowed.
func (e *exchange) take(n int) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.stopIdle()
	if int64(n) > e.left {
		e.over = true
		return false
	}
	e.left -= int64(n)
	e.stopIdle = e.afterFunc(e.idle, func() { e.cancel(errIdle) })
	return true
}

// reply returns the status of the last reply, or 0.
func (e *exchange) reply() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.status
}

// tooLarge reports whether the body went over its limit.
func (e *exchange) tooLarge() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.over
}

// bodyType returns what the last reply said its body is.
func (e *exchange) bodyType() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.form
}
