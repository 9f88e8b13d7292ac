package textgen

import (
	"context"
	"maps"
	"sync"
)

// everybody is the account that each ask draws on.
const everybody = "all"

// user returns the account of the user, or "" without one.
func (s Spender) user() string { return account("user:", s.User) }

// guild returns the account of the guild, or "" in a private message.
func (s Spender) guild() string { return account("guild:", s.Guild) }

func account(kind, id string) string {
	if id == "" {
		return ""
	}
	return kind + id
}

// accounts returns all that the spender draws on.
func (s Spender) accounts() []string {
	all := []string{everybody}
	for _, a := range []string{s.user(), s.guild()} {
		if a != "" {
			all = append(all, a)
		}
	}
	return all
}

// Memory is a Ledger that a restart empties. It keeps two days, the newest and
// the one before it.
type Memory struct {
	mu   sync.Mutex
	days map[string]map[string]int
}

// NewMemory returns an empty ledger.
func NewMemory() *Memory { return &Memory{days: map[string]map[string]int{}} }

// Spent returns the tokens of an account; it never fails.
func (m *Memory) Spent(_ context.Context, day, account string) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.days[day][account], nil
}

// Add adds n to the accounts; it never fails.
func (m *Memory) Add(_ context.Context, day string, n int, accounts ...string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	spent := m.days[day]
	if spent == nil {
		spent = map[string]int{}
		m.days[day] = spent
		m.forget()
	}
	for _, a := range accounts {
		spent[a] += n
	}
	return nil
}

// day returns a copy of a day's accounts, nil if there is no such day.
func (m *Memory) day(day string) map[string]int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return maps.Clone(m.days[day])
}

// fill begins a day with what was spent before.
func (m *Memory) fill(day string, spent map[string]int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.days[day] = map[string]int{}
	maps.Copy(m.days[day], spent)
	m.forget()
}

// forget drops the oldest days, but for two.
func (m *Memory) forget() {
	for len(m.days) > 2 {
		oldest := ""
		for day := range m.days {
			if oldest == "" || day < oldest {
				oldest = day
			}
		}
		delete(m.days, oldest)
	}
}
