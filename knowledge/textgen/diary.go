package textgen

import (
	"context"
	"log/slog"
	"sync"
)

// Notebook keeps what the accounts spent on a day where a restart finds it.
type Notebook interface {
	// SpentOn returns what was kept of a day; nothing if none was.
	SpentOn(ctx context.Context, day string) (map[string]int, error)
	// KeepSpent keeps the accounts of a day in place of what was kept of it.
	KeepSpent(ctx context.Context, day string, spent map[string]int) error
}

// Diary is a Ledger that outlives a restart. It counts in memory and writes
// behind: nobody who asks waits for the notebook, but for the first of a day,
// which is read. An estimate is on its way to the notebook while the model
// still thinks, so that a kill forgets at most a correction.
type Diary struct {
	*Memory
	notes Notebook
	log   *slog.Logger

	mu      sync.Mutex
	behind  map[string]bool // days that the notebook lacks something of
	writing bool            // a goroutine is at it
	writer  sync.WaitGroup
}

// NewDiary returns a ledger that goes on where the notebook ends. What can't be
// written is told to the log and tried again with the next.
func NewDiary(notes Notebook, log *slog.Logger) *Diary {
	return &Diary{Memory: NewMemory(), notes: notes, log: log, behind: map[string]bool{}}
}

// Spent returns the tokens of an account. The error is the notebook's, whose day
// can't be read.
func (d *Diary) Spent(ctx context.Context, day, account string) (int, error) {
	if err := d.open(ctx, day); err != nil {
		return 0, err
	}
	return d.Memory.Spent(ctx, day, account)
}

// Add adds n to the accounts; the error is the notebook's, whose day can't be
// read.
func (d *Diary) Add(ctx context.Context, day string, n int, accounts ...string) error {
	if err := d.open(ctx, day); err != nil {
		return err
	}
	if err := d.Memory.Add(ctx, day, n, accounts...); err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.behind[day] = true
	if !d.writing {
		d.writing = true
		d.writer.Go(func() {
			if err := d.catchUp(); err != nil {
				d.log.Warn("tokens spent are not written down", "error", err)
			}
		})
	}
	return nil
}

// Close writes down what the notebook lacks.
func (d *Diary) Close() error {
	d.writer.Wait()
	return d.catchUp()
}

// open reads a day that the memory doesn't hold.
func (d *Diary) open(ctx context.Context, day string) error {
	if d.Memory.day(day) != nil {
		return nil
	}
	spent, err := d.notes.SpentOn(ctx, day)
	if err != nil {
		return err
	}
	d.Memory.fill(day, spent)
	return nil
}

// catchUp writes until nothing is behind or a write fails.
func (d *Diary) catchUp() error {
	for {
		day := d.next()
		if day == "" {
			return nil
		}
		spent := d.Memory.day(day)
		if spent == nil {
			continue // so old that the memory has forgotten it
		}
		if err := d.notes.KeepSpent(context.Background(), day, spent); err != nil {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.behind[day], d.writing = true, false
			return err
		}
	}
}

// next takes a day that is behind; "" if there is none, and the writer ends.
func (d *Diary) next() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	for day := range d.behind {
		delete(d.behind, day)
		return day
	}
	d.writing = false
	return ""
}
