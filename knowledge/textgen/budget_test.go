package textgen

import (
	"context"
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"time"
)

var ctx = context.Background()

// left fails unless the spender has this much left.
func left(t *testing.T, b *Budget, s Spender, want Left) {
	t.Helper()
	if got, err := b.Left(ctx, s); err != nil || got != want {
		t.Errorf("left %+v, %v; want %+v", got, err, want)
	}
}

// spend takes n and fails unless that ends as wanted.
func spend(t *testing.T, b *Budget, s Spender, n int, want error) *Hold {
	t.Helper()
	h, err := b.Spend(ctx, s, n)
	if !errors.Is(err, want) || (h == nil) != (want != nil) {
		t.Fatalf("spending %d: %v, want %v", n, err, want)
	}
	return h
}

// TestBudget: an ask draws on the user, the guild and all; whoever lacks it
// stops it, and then nobody pays.
func TestBudget(t *testing.T) {
	b := NewBudget(Allowance{User: 100, Guild: 150, All: 220}, nil, newClock().Now)
	awa, bo, cy := Spender{"awa", "kita"}, Spender{"bo", "kita"}, Spender{"cy", "nioro"}
	left(t, b, awa, Left{100, 150, 220})
	spend(t, b, awa, 100, nil)
	left(t, b, awa, Left{0, 50, 120})
	for _, c := range []struct {
		who Spender
		n   int
		why string
	}{{awa, 1, "user"}, {bo, 51, "guild"}, {Spender{User: "cy"}, 121, "user"}} {
		if _, err := b.Spend(ctx, c.who, c.n); !errors.Is(err, ErrBudget) || !strings.HasPrefix(err.Error(), c.why+": ") {
			t.Errorf("%+v spending %d: %v", c.who, c.n, err)
		}
	}
	left(t, b, bo, Left{100, 50, 120})
	spend(t, b, bo, 50, nil)
	spend(t, b, cy, 70, nil)
	left(t, b, cy, Left{30, 80, 0})
	if _, err := b.Spend(ctx, cy, 1); !errors.Is(err, ErrBudget) || !strings.HasPrefix(err.Error(), "all: ") {
		t.Errorf("%v", err)
	}
	if l, _ := b.Left(ctx, cy); l.Least() != 0 {
		t.Errorf("least %d", l.Least())
	}
}

// TestNames: a user and a guild of the same id are two accounts, a private
// message draws on no guild.
func TestNames(t *testing.T) {
	b := NewBudget(Allowance{User: 100, Guild: 100}, nil, newClock().Now)
	spend(t, b, Spender{User: "7"}, 10, nil)
	left(t, b, Spender{"7", "7"}, Left{90, 100, math.MaxInt})
	left(t, b, Spender{User: "7"}, Left{90, math.MaxInt, math.MaxInt})
	spend(t, b, Spender{Guild: "7"}, 20, nil)
	left(t, b, Spender{"7", "7"}, Left{90, 80, math.MaxInt})
}

// TestCorrect: the cost takes the place of the estimate, once.
func TestCorrect(t *testing.T) {
	b := NewBudget(Allowance{User: 100}, nil, newClock().Now)
	awa := Spender{User: "awa"}
	for _, c := range []struct{ estimate, cost, left int }{{60, 20, 80}, {10, 30, 50}, {10, 10, 40}, {10, -5, 40}, {0, 1, 39}} {
		h := spend(t, b, awa, c.estimate, nil)
		for range 2 {
			if err := h.Correct(ctx, c.cost); err != nil {
				t.Fatal(err)
			}
		}
		left(t, b, awa, Left{c.left, math.MaxInt, math.MaxInt})
	}
	h := spend(t, b, awa, 39, nil)
	h.Correct(ctx, 500)
	left(t, b, awa, Left{0, math.MaxInt, math.MaxInt})
}

// TestDays: a day ends at midnight UTC wherever the bot stands; a cost belongs
// to the day of its estimate.
func TestDays(t *testing.T) {
	c := newClock() // one hour before midnight UTC
	east := time.FixedZone("east", 5*60*60)
	b := NewBudget(Allowance{User: 100}, nil, func() time.Time { return c.Now().In(east) })
	awa := Spender{User: "awa"}
	h := spend(t, b, awa, 70, nil)
	c.advance(time.Hour - 1)
	left(t, b, awa, Left{30, math.MaxInt, math.MaxInt})
	c.advance(1)
	left(t, b, awa, Left{100, math.MaxInt, math.MaxInt})
	spend(t, b, awa, 40, nil)
	h.Correct(ctx, 90)
	left(t, b, awa, Left{60, math.MaxInt, math.MaxInt})
	c.advance(-1)
	left(t, b, awa, Left{10, math.MaxInt, math.MaxInt})
}

// TestMemory: the ledger keeps two days and outlives a late correction.
func TestMemory(t *testing.T) {
	m := NewMemory()
	for _, day := range []string{"2019-03-31", "2019-04-01", "2019-04-02", "2019-03-30"} {
		m.Add(ctx, day, 5, "user:awa", "all")
	}
	for day, want := range map[string]int{"2019-03-30": 0, "2019-03-31": 0, "2019-04-01": 5, "2019-04-02": 5} {
		if got, _ := m.Spent(ctx, day, "all"); got != want {
			t.Errorf("%s: %d, want %d", day, got, want)
		}
	}
}

// broken is a ledger whose disk is full.
type broken struct {
	*Memory
	reading, writing bool
}

var errDisk = errors.New("disk full")

func (l *broken) Spent(ctx context.Context, day, account string) (int, error) {
	if l.reading {
		return 0, errDisk
	}
	return l.Memory.Spent(ctx, day, account)
}

func (l *broken) Add(ctx context.Context, day string, n int, accounts ...string) error {
	if l.writing {
		return errDisk
	}
	return l.Memory.Add(ctx, day, n, accounts...)
}

// TestBrokenLedger: without a ledger nothing is spent, and a correction may be
// tried again.
func TestBrokenLedger(t *testing.T) {
	l := &broken{Memory: NewMemory()}
	b := NewBudget(Allowance{User: 100}, l, newClock().Now)
	awa := Spender{User: "awa"}
	h := spend(t, b, awa, 50, nil)
	l.writing = true
	spend(t, b, awa, 10, errDisk)
	if err := h.Correct(ctx, 20); !errors.Is(err, errDisk) || err.Error() != "tokens of 2019-04-18: disk full" {
		t.Errorf("%v", err)
	}
	l.writing, l.reading = false, true
	spend(t, b, awa, 10, errDisk)
	if _, err := b.Left(ctx, awa); !errors.Is(err, errDisk) {
		t.Errorf("%v", err)
	}
	l.reading = false
	if err := h.Correct(ctx, 20); err != nil {
		t.Error(err)
	}
	left(t, b, awa, Left{80, math.MaxInt, math.MaxInt})
}

// TestSpendAtOnce: a hundred asks at once never spend more than there is.
func TestSpendAtOnce(t *testing.T) {
	b := NewBudget(Allowance{Guild: 70}, nil, newClock().Now)
	var all sync.WaitGroup
	var mu sync.Mutex
	through := 0
	for range 100 {
		all.Go(func() {
			if _, err := b.Spend(ctx, Spender{"awa", "kita"}, 10); err == nil {
				mu.Lock()
				through++
				mu.Unlock()
			}
		})
	}
	all.Wait()
	if through != 7 {
		t.Errorf("%d asks of 10 tokens out of 70", through)
	}
}
