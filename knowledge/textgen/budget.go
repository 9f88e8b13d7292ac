package textgen

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"time"
)

// ErrBudget: the ask would cost more than is left for today.
var ErrBudget = errors.New("the tokens of the day are spent")

// Allowance is how many tokens a day (UTC) allows. Zero sets no limit.
type Allowance struct {
	User, Guild, All int
}

// DefaultAllowance is enough for a lively evening, and small against what an
// unattended key could cost.
var DefaultAllowance = Allowance{User: 30_000, Guild: 200_000, All: 1_000_000}

// Left is how many tokens the day still has. Where there is no limit it says
// math.MaxInt.
type Left struct {
	User, Guild, All int
}

// Least returns the smallest of the three: what an ask may cost.
func (l Left) Least() int { return min(l.User, l.Guild, l.All) }

// Spender is who asks. An empty guild is a private message: no guild pays.
type Spender struct {
	User, Guild string // Discord ids
}

// Ledger keeps how many tokens an account has spent on a day. An account is
// "user:ID", "guild:ID" or "all", a day "2006-01-02". A ledger may forget a day
// that is more than one day before the newest it has seen.
type Ledger interface {
	// Spent returns the tokens of an account, 0 if it has none.
	Spent(ctx context.Context, day, account string) (int, error)
	// Add adds n, which may be negative, to all the accounts or to none.
	Add(ctx context.Context, day string, n int, accounts ...string) error
}

// Budget holds asks to an allowance. It is safe for concurrent use, and must be
// the only writer of its ledger.
type Budget struct {
	allowance Allowance
	ledger    Ledger
	now       func() time.Time

	mu sync.Mutex // from reading what is left to adding to it
}

// NewBudget returns a budget. A nil ledger keeps the days in memory, a nil now
// is the real clock.
func NewBudget(a Allowance, l Ledger, now func() time.Time) *Budget {
	if l == nil {
		l = NewMemory()
	}
	if now == nil {
		now = time.Now
	}
	return &Budget{allowance: a, ledger: l, now: now}
}

// Allowance returns what a day allows.
func (b *Budget) Allowance() Allowance { return b.allowance }

// Left returns what the day still has for a spender; nothing is below zero.
func (b *Budget) Left(ctx context.Context, s Spender) (Left, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.left(ctx, b.today(), s)
}

// Hold is an estimate that is spent and not yet corrected.
type Hold struct {
	budget   *Budget
	day      string
	accounts []string
	tokens   int
	settled  bool
}

// Spend takes an estimate from all that the spender draws on, or from none and
// returns ErrBudget with the account that lacks it. An estimate below one counts
// as one.
func (b *Budget) Spend(ctx context.Context, s Spender, estimate int) (*Hold, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	h := &Hold{budget: b, day: b.today(), accounts: s.accounts(), tokens: max(estimate, 1)}
	left, err := b.left(ctx, h.day, s)
	if err != nil {
		return nil, err
	}
	switch {
	case left.User < h.tokens:
		return nil, fmt.Errorf("user: %w", ErrBudget)
	case left.Guild < h.tokens:
		return nil, fmt.Errorf("guild: %w", ErrBudget)
	case left.All < h.tokens:
		return nil, fmt.Errorf("all: %w", ErrBudget)
	}
	if err := b.ledger.Add(ctx, h.day, h.tokens, h.accounts...); err != nil {
		return nil, fmt.Errorf("tokens of %s: %w", h.day, err)
	}
	return h, nil
}

// Correct puts what the ask did cost in the place of the estimate, on the day
// of the estimate. Only the first call counts; one that fails may be repeated.
func (h *Hold) Correct(ctx context.Context, tokens int) error {
	b := h.budget
	b.mu.Lock()
	defer b.mu.Unlock()
	if h.settled {
		return nil
	}
	if more := max(tokens, 0) - h.tokens; more != 0 {
		if err := b.ledger.Add(ctx, h.day, more, h.accounts...); err != nil {
			return fmt.Errorf("tokens of %s: %w", h.day, err)
		}
	}
	h.settled = true
	return nil
}

// left reads the ledger. The caller holds the lock.
func (b *Budget) left(ctx context.Context, day string, s Spender) (Left, error) {
	l := Left{math.MaxInt, math.MaxInt, math.MaxInt}
	for _, of := range []struct {
		left    *int
		limit   int
		account string
	}{
		{&l.User, b.allowance.User, s.user()},
		{&l.Guild, b.allowance.Guild, s.guild()},
		{&l.All, b.allowance.All, everybody},
	} {
		if of.limit == 0 || of.account == "" {
			continue
		}
		spent, err := b.ledger.Spent(ctx, day, of.account)
		if err != nil {
			return Left{}, fmt.Errorf("tokens of %s: %w", day, err)
		}
		*of.left = max(of.limit-spent, 0)
	}
	return l, nil
}

// today returns the day by UTC.
func (b *Budget) today() string { return b.now().UTC().Format(time.DateOnly) }
