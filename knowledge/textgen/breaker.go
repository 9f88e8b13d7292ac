package textgen

import (
	"sync"
	"time"
)

// When the circuit opens, and for how long.
const (
	faultsToOpen = 3
	firstRest    = 30 * time.Second
	longestRest  = 10 * time.Minute
)

// Circuit says whether asks go through.
type Circuit string

// The states of the circuit breaker (M. Nygard, "Release It!", 2007).
const (
	Closed   Circuit = "closed"    // asks go through
	Open     Circuit = "open"      // asks are refused at once
	HalfOpen Circuit = "half-open" // the rest is over: one ask goes through as a probe
)

// outcome is what an ask says about the endpoint.
type outcome int

const (
	unknown outcome = iota // the caller gave up
	well
	faulty
)

// breaker keeps asks away from an endpoint that fails.
type breaker struct {
	now func() time.Time

	mu      sync.Mutex
	faults  int           // in a row
	rest    time.Duration // 0 while closed
	until   time.Time     // end of the rest
	probing bool
	round   int   // grows with each change; an ask of an earlier round says nothing
	last    error // kind of the last fault
}

// enter asks for leave. With ok the caller must settle the ticket; else until
// is when to try again (already past while another ask is the probe).
func (b *breaker) enter() (ticket int, until time.Time, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rest == 0 {
		return b.round, time.Time{}, true
	}
	if b.probing || b.now().Before(b.until) {
		return 0, b.until, false
	}
	b.probing = true
	return b.round, time.Time{}, true
}

// settle takes in how the ask with this ticket went; kind is the fault's. It
// reports whether the circuit opened, stayed open or closed by it.
func (b *breaker) settle(ticket int, o outcome, kind error) (changed bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if ticket != b.round {
		return false
	}
	switch o {
	case unknown:
		b.probing = false
	case well:
		b.close()
	case faulty:
		b.last = kind
		b.faults++
		if b.probing {
			b.open(min(2*b.rest, longestRest))
		} else if b.faults >= faultsToOpen {
			b.open(firstRest)
		}
	}
	return ticket != b.round
}

// open begins a rest.
func (b *breaker) open(rest time.Duration) {
	b.rest, b.until = rest, b.now().Add(rest)
	b.probing = false
	b.round++
}

// close lets asks through again. Within a closed circuit it only forgets the
// faults, so that asks under way still count.
func (b *breaker) close() {
	if b.rest != 0 {
		b.round++
	}
	b.faults, b.rest, b.until, b.probing, b.last = 0, 0, time.Time{}, false, nil
}

// reset forgets everything, and what asks under way will report.
func (b *breaker) reset() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.close()
	b.round++
}

// state reads the circuit.
func (b *breaker) state() State {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := State{Circuit: Closed, Faults: b.faults, Until: b.until, Last: b.last}
	if b.rest != 0 {
		s.Circuit = HalfOpen
		if b.now().Before(b.until) {
			s.Circuit = Open
		}
	}
	return s
}
