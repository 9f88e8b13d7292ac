package textgen

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// moody is an endpoint that does well or not, as the test says.
type moody struct {
	*stage
	ill atomic.Bool
}

func newMoody(t *testing.T) *moody {
	m := &moody{}
	m.stage = newStage(t, func(w http.ResponseWriter, _ *http.Request) {
		if m.ill.Load() {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		send(w, ending("{}", "stop"), done)
	})
	return m
}

// ask asks n times and wants the same end of each.
func (m *moody) ask(t *testing.T, n int, want error) {
	t.Helper()
	for range n {
		if _, err := m.Ask(context.Background(), picking, nil); !errors.Is(err, want) {
			t.Fatalf("got %v, want %v", err, want)
		}
	}
}

// is compares the state of the circuit.
func (m *moody) is(t *testing.T, c Circuit, faults int, rest time.Duration, requests int) {
	t.Helper()
	s := m.State()
	var left time.Duration
	if !s.Until.IsZero() {
		left = s.Until.Sub(m.clock.Now())
	}
	if s.Circuit != c || s.Faults != faults || left != rest || len(m.asked()) != requests || s.Model != m.Model() {
		t.Errorf("%s, %d faults, %v left, %d requests; want %s, %d, %v, %d",
			s.Circuit, s.Faults, left, len(m.asked()), c, faults, rest, requests)
	}
	if (s.Last != nil) != (faults > 0) {
		t.Errorf("last fault %v", s.Last)
	}
}

// TestCircuit goes round the states: three faults in a row open it, a failed
// probe doubles the rest, an answer closes it.
func TestCircuit(t *testing.T) {
	m := newMoody(t)
	m.ill.Store(true)
	m.ask(t, 2, ErrUnavailable)
	m.ill.Store(false)
	m.ask(t, 1, nil)
	m.is(t, Closed, 0, 0, 3)

	m.ill.Store(true)
	m.ask(t, 2, ErrUnavailable)
	m.is(t, Closed, 2, 0, 5)
	m.ask(t, 1, ErrUnavailable)
	m.is(t, Open, 3, 30*time.Second, 6)

	m.clock.advance(30*time.Second - 1)
	m.ask(t, 2, ErrUnavailable)
	m.is(t, Open, 3, 1, 6)

	m.clock.advance(1)
	m.is(t, HalfOpen, 3, 0, 6)
	m.ask(t, 2, ErrUnavailable)
	m.is(t, Open, 4, time.Minute, 7)

	m.clock.advance(time.Minute)
	m.ill.Store(false)
	m.ask(t, 1, nil)
	m.is(t, Closed, 0, 0, 8)

	m.ill.Store(true)
	m.ask(t, 3, ErrUnavailable)
	m.is(t, Open, 3, 30*time.Second, 11)
}

// TestLongestRest: the rest doubles up to ten minutes.
func TestLongestRest(t *testing.T) {
	m := newMoody(t)
	m.ill.Store(true)
	m.ask(t, 3, ErrUnavailable)
	for _, rest := range []time.Duration{time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 10 * time.Minute, 10 * time.Minute} {
		m.clock.advance(longestRest)
		m.ask(t, 1, ErrUnavailable)
		if got := m.State().Until.Sub(m.clock.Now()); got != rest {
			t.Errorf("rest %v, want %v", got, rest)
		}
	}
}

// TestOpenCircuit: an ask that is held back costs nothing and says until when.
func TestOpenCircuit(t *testing.T) {
	m := newMoody(t)
	m.ill.Store(true)
	m.ask(t, 3, ErrUnavailable)
	answer, err := m.Ask(context.Background(), picking, nil)
	if answer != (Answer{}) || detail(err) != "circuit open until 23:00:30 UTC" {
		t.Errorf("%+v, %q", answer, detail(err))
	}
}

// TestCircuitLogged: the operator reads once that the circuit opened, that the
// probe failed, and that it closed.
func TestCircuitLogged(t *testing.T) {
	m := newMoody(t)
	m.ask(t, 1, nil)
	m.ill.Store(true)
	m.ask(t, 5, ErrUnavailable)
	m.clock.advance(firstRest)
	m.ask(t, 1, ErrUnavailable)
	m.clock.advance(2 * firstRest)
	m.ill.Store(false)
	m.ask(t, 2, nil)
	var got []string
	for line := range strings.Lines(m.log.String()) {
		var r struct {
			Level, Msg, Circuit string
			Faults              int
			Fault               struct{ Kind, Detail string }
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.Level != "WARN" || r.Msg != "model" {
			t.Errorf("%v: %s", err, line)
		}
		if r.Circuit != "" {
			got = append(got, fmt.Sprint(r.Circuit, " ", r.Faults))
		} else if r.Fault.Kind != ErrUnavailable.Error() || !strings.Contains(r.Fault.Detail, "500") {
			t.Errorf("fault %s", line)
		} else {
			got = append(got, "fault")
		}
	}
	want := []string{"fault", "fault", "fault", "open 3", "fault", "open 4", "closed 0"}
	if !slices.Equal(got, want) {
		t.Errorf("log %v, want %v", got, want)
	}
}

// TestOneProbe: of many asks after the rest one goes out. Given up by its
// caller it proves nothing, and the next may try.
func TestOneProbe(t *testing.T) {
	arrived := make(chan struct{})
	var hang atomic.Bool
	s := newStage(t, func(w http.ResponseWriter, r *http.Request) {
		if hang.Load() {
			arrived <- struct{}{}
			<-r.Context().Done()
			return
		}
		w.WriteHeader(http.StatusInternalServerError)
	})
	for range faultsToOpen {
		s.Ask(context.Background(), picking, nil)
	}
	s.clock.advance(firstRest)
	hang.Store(true)
	for range 2 {
		before := len(s.asked())
		ctx, cancel := context.WithCancel(context.Background())
		var probe sync.WaitGroup
		probe.Go(func() {
			if _, err := s.Ask(ctx, picking, nil); !errors.Is(err, context.Canceled) {
				t.Errorf("probe: %v", err)
			}
		})
		<-arrived
		if _, err := s.Ask(context.Background(), picking, nil); !errors.Is(err, ErrUnavailable) {
			t.Errorf("beside the probe: %v", err)
		}
		cancel()
		probe.Wait()
		if n := len(s.asked()) - before; n != 1 || s.State().Circuit != HalfOpen {
			t.Errorf("%d requests, %s", n, s.State().Circuit)
		}
	}
}

// TestLateNews: what an ask of an earlier round reports changes nothing.
func TestLateNews(t *testing.T) {
	c := newClock()
	b := breaker{now: c.Now}
	early, _, _ := b.enter()
	for range faultsToOpen {
		ticket, _, _ := b.enter()
		b.settle(ticket, faulty, ErrCut)
	}
	b.settle(early, well, nil)
	if s := b.state(); s.Circuit != Open || s.Last != ErrCut {
		t.Errorf("a late answer closed the circuit: %+v", s)
	}
	c.advance(firstRest)
	probe, _, ok := b.enter()
	b.settle(early, faulty, ErrSlow)
	b.settle(probe, well, nil)
	if s := b.state(); !ok || s != (State{Circuit: Closed}) {
		t.Errorf("after the probe: %v, %+v", ok, s)
	}
	b.settle(probe, faulty, ErrSlow)
	if s := b.state(); s.Faults != 0 {
		t.Errorf("the probe counted twice: %+v", s)
	}
	old, _, _ := b.enter()
	b.reset()
	b.settle(old, faulty, ErrSlow)
	if s := b.state(); s.Faults != 0 {
		t.Errorf("the old model's fault counted: %+v", s)
	}
}

// TestMildFaults: an answer that ran out of tokens, was filtered or declined
// doesn't count against the endpoint.
func TestMildFaults(t *testing.T) {
	declined := `data: {"choices":[{"index":0,"delta":{"refusal":"no"}}]}` + "\n\n"
	for _, body := range []string{ending("{", "length"), ending("{", "content_filter"), declined} {
		s := newStage(t, func(w http.ResponseWriter, _ *http.Request) { send(w, body, done) })
		for range faultsToOpen + 1 {
			s.Ask(context.Background(), picking, nil)
		}
		if st := s.State(); st.Circuit != Closed || st.Faults != 0 || len(s.asked()) != faultsToOpen+1 {
			t.Errorf("%s: %+v", body, st)
		}
	}
}

// TestPanicInProgress: a caller that panics doesn't hold the probe for ever.
func TestPanicInProgress(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, _ *http.Request) { send(w, ending("{}", "stop"), done) })
	s.breaker.open(0)
	s.breaker.rest = firstRest
	func() {
		defer func() { recover() }()
		s.Ask(context.Background(), picking, func(int) { panic("progress") })
	}()
	if _, err := s.Ask(context.Background(), picking, nil); err != nil || s.State().Circuit != Closed {
		t.Errorf("%v, %s", err, s.State().Circuit)
	}
}

// TestSetModel: another model starts afresh, a bad name changes nothing.
func TestSetModel(t *testing.T) {
	m := newMoody(t)
	m.ill.Store(true)
	m.ask(t, 3, ErrUnavailable)
	for _, bad := range []string{"", "  ", "a\nb", string(make([]byte, 201))} {
		if m.SetModel(bad) == nil || m.Model() != "test-model" {
			t.Errorf("took %q", bad)
		}
	}
	m.is(t, Open, 3, firstRest, 3)
	if err := m.SetModel(" other "); err != nil || m.Model() != "other" {
		t.Fatalf("%q, %v", m.Model(), err)
	}
	m.is(t, Closed, 0, 0, 3)
	m.ask(t, 1, ErrUnavailable)
	if m.asked()[3]["model"] != "other" {
		t.Errorf("asked %v", m.asked()[3]["model"])
	}
}

// TestAtOnce: many asks and changes of model beside one another, for the race
// detector.
func TestAtOnce(t *testing.T) {
	m := newMoody(t)
	var all sync.WaitGroup
	for i := range 24 {
		all.Go(func() {
			if i%6 == 0 {
				m.SetModel("other")
				m.State()
			}
			if _, err := m.Ask(context.Background(), picking, nil); err != nil {
				t.Error(err, detail(err))
			}
		})
	}
	all.Wait()
}
