package textgen

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// TestBodyLimit: the last byte that is allowed is read, one more is not.
func TestBodyLimit(t *testing.T) {
	body := ending(`{"a":1}`, "stop") + done
	for _, c := range []struct {
		extra int
		kind  error
	}{{0, nil}, {1, ErrTooLarge}} {
		s := newStage(t, func(w http.ResponseWriter, _ *http.Request) { send(w, body) })
		s.body = int64(len(body) - c.extra)
		if _, err := s.Ask(context.Background(), picking, nil); !errors.Is(err, c.kind) {
			t.Errorf("%d bytes too many: %v (%s)", c.extra, err, detail(err))
		}
	}
}

// TestBodyLimitOfBoth: two requests of one ask share the limit.
func TestBodyLimitOfBoth(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		io.WriteString(w, strings.Repeat("x", DefaultBody/2+1))
	})
	if _, err := s.Ask(context.Background(), picking, nil); !errors.Is(err, ErrTooLarge) || len(s.asked()) != 2 {
		t.Errorf("%v (%s) after %d requests", err, detail(err), len(s.asked()))
	}
}

// TestTimersOfBoth: the silence before the second reply is no silence within
// an answer, and the wall stands around both.
func TestTimersOfBoth(t *testing.T) {
	var s *stage
	waiting := make(chan struct{})
	s = newStage(t, func(w http.ResponseWriter, r *http.Request) {
		if len(s.asked()) == 1 {
			refuse(w, http.StatusBadRequest, "no schemas here", "")
			return
		}
		waiting <- struct{}{}
		<-r.Context().Done()
	})
	go func() {
		<-waiting
		s.clock.advance(DefaultWall - 1)
		if rung, _ := s.clock.counts(); rung != 0 {
			t.Error("a timer rang before the wall")
		}
		s.clock.advance(1)
	}()
	if _, err := s.Ask(context.Background(), picking, nil); !errors.Is(err, ErrSlow) {
		t.Errorf("%v (%s)", err, detail(err))
	}
}

// TestSteady: an answer that is slow and never silent for long arrives, and
// the limits are those of the settings.
func TestSteady(t *testing.T) {
	next := make(chan struct{}, 1)
	s := newStage(t, func(w http.ResponseWriter, _ *http.Request) {
		for range 9 {
			send(w, chunk(" "))
			<-next
		}
		send(w, ending("{}", "stop"), done)
	})
	s.wall, s.idle = 10*time.Minute, time.Minute+1
	_, err := s.Ask(context.Background(), picking, func(n int) {
		if n < 10 {
			s.clock.advance(time.Minute)
			next <- struct{}{}
		}
	})
	if err != nil {
		t.Errorf("%v (%s)", err, detail(err))
	}
}

// TestAfterStop: an endpoint that falls silent after the finish gave a whole
// answer.
func TestAfterStop(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, r *http.Request) {
		send(w, ending(`{"a":1}`, "stop"))
		<-r.Context().Done()
	})
	answer, err := s.Ask(context.Background(), picking, func(int) { s.clock.advance(DefaultIdle) })
	if err != nil || answer.Text != `{"a":1}` || answer.Tokens == 0 {
		t.Errorf("%+v, %v (%s)", answer, err, detail(err))
	}
}

// TestTooMuchAfterStop: one that goes on to fill the body did not.
func TestTooMuchAfterStop(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, _ *http.Request) {
		send(w, ending(`{"a":1}`, "stop"), "data: "+strings.Repeat(" ", DefaultBody))
	})
	if answer, err := s.Ask(context.Background(), picking, nil); !errors.Is(err, ErrTooLarge) || answer.Text != "" {
		t.Errorf("%q, %v", answer.Text, err)
	}
}

// TestCancel: the caller's own end comes back as it is, and says nothing about
// the endpoint.
func TestCancel(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, r *http.Request) {
		send(w, chunk("{"))
		<-r.Context().Done()
	})
	for range faultsToOpen {
		ctx, cancel := context.WithCancel(context.Background())
		answer, err := s.Ask(ctx, picking, func(int) { cancel() })
		if !errors.Is(err, context.Canceled) || answer.Text != "" || answer.Tokens == 0 {
			t.Errorf("%+v, %v", answer, err)
		}
	}
	if st := s.State(); st.Faults != 0 || st.Circuit != Closed || s.log.String() != "" {
		t.Errorf("%+v; log %q", st, s.log.String())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Ask(ctx, picking, nil); !errors.Is(err, context.Canceled) || len(s.asked()) != faultsToOpen {
		t.Errorf("%v after %d requests", err, len(s.asked()))
	}
}

// TestDeadline: a caller who has waited long enough blames the endpoint.
func TestDeadline(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, r *http.Request) {
		send(w, chunk("{"))
		<-r.Context().Done()
	})
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := s.Ask(ctx, picking, nil); !errors.Is(err, ErrSlow) || s.State().Faults != 1 {
		t.Errorf("%v, %d faults", err, s.State().Faults)
	}
}

// TestRedirect: neither the key nor the passages follow to another address,
// nor to another one of the same host.
func TestRedirect(t *testing.T) {
	visited := false
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { visited = true }))
	defer other.Close()
	for _, to := range []string{other.URL + "/?was=" + secret, "/v2/chat/completions"} {
		for _, status := range []int{http.StatusFound, http.StatusTemporaryRedirect, http.StatusPermanentRedirect} {
			s := newStage(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, status) })
			_, err := s.Ask(context.Background(), picking, nil)
			if !errors.Is(err, ErrUnavailable) || visited || len(s.asked()) != 1 {
				t.Errorf("%d to %s: %v, %d requests, visited %v", status, to, err, len(s.asked()), visited)
			}
			if !strings.Contains(detail(err), "OPENAI_BASE_URL") {
				t.Errorf("detail %q", detail(err))
			}
			keyless(t, "detail", detail(err))
		}
	}
}

// TestDirect: the environment's proxy is not asked, no connection is kept, no
// compression is wanted.
func TestDirect(t *testing.T) {
	n := directNetwork().(*http.Transport)
	if n.Proxy != nil || !n.DisableKeepAlives || !n.DisableCompression || n.MaxResponseHeaderBytes != 64<<10 {
		t.Errorf("%+v", n)
	}
	s := newStage(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Accept-Encoding") != "" || !r.Close {
			t.Errorf("headers %v", r.Header)
		}
		send(w, ending("{}", "stop"))
	})
	if _, err := s.Ask(context.Background(), picking, nil); err != nil {
		t.Error(err)
	}
}

// TestHTTP2: the limits hold on a shared connection too, with the real clock,
// and nothing of it stays.
func TestHTTP2(t *testing.T) {
	before := goleak.IgnoreCurrent()
	proto, body := make(chan string, 3), ending("{}", "stop")+done
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		proto <- r.Proto
		send(w, body)
	}))
	server.EnableHTTP2 = true
	server.StartTLS()
	network := directNetwork().(*http.Transport)
	network.TLSClientConfig = &tls.Config{RootCAs: server.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs}
	client, err := New(Settings{BaseURL: server.URL, Model: "m", Network: network})
	if err != nil {
		t.Fatal(err)
	}
	for _, limit := range []int64{DefaultBody, 9, DefaultBody} {
		client.body = limit
		want := error(nil)
		if limit < DefaultBody {
			want = ErrTooLarge
		}
		if _, err := client.Ask(context.Background(), picking, nil); !errors.Is(err, want) {
			t.Errorf("%v (%s), want %v", err, detail(err), want)
		}
		if p := <-proto; p != "HTTP/2.0" {
			t.Errorf("spoke %s", p)
		}
	}
	server.Close()
	goleak.VerifyNone(t, before)
}

// TestUnreachable: nobody listens.
func TestUnreachable(t *testing.T) {
	s := newStage(t, func(http.ResponseWriter, *http.Request) {})
	s.server.Close()
	answer, err := s.Ask(context.Background(), picking, nil)
	if !errors.Is(err, ErrUnavailable) || answer.Tokens != 0 || detail(err) == "" {
		t.Errorf("%+v, %v", answer, err)
	}
}
