package commands

import (
	"sync"
	"time"

	"griot/knowledge"
	"griot/knowledge/text"
)

// budget counts the words of each source that one message quotes.
type budget struct {
	view *knowledge.View
	used map[knowledge.ID]int
	left func(knowledge.ID) int // of today, in this channel
}

func (r Request) budget() *budget {
	return &budget{view: r.View, used: map[knowledge.ID]int{}, left: func(knowledge.ID) int { return unlimited }}
}

// unlimited is more words than any message has.
const unlimited = 1 << 30

// allows reports whether a quotation may still be shown, and counts it then.
func (b *budget) allows(q knowledge.Quotation) bool {
	source := b.view.Source(q.Source())
	if source == nil {
		return true
	}
	n := len(text.Words(q.Text()))
	if b.used[source.ID]+n > min(source.Budget.Words().Reply, b.left(source.ID)) {
		return false
	}
	b.used[source.ID] += n
	return true
}

// Ledger counts the words of sources that were shown in each channel on a day.
// It forgets them when the day ends, or the program. It is safe for concurrent
// use, and nil counts nothing.
type Ledger struct {
	mu    sync.Mutex
	day   string
	words map[place]int
}

type place struct {
	channel string
	source  knowledge.ID
}

// heed takes out of a reply's pages the quotations for which their source has
// no words left, says so in their place, and counts those of the page that is
// shown. Whoever asks in no channel, such as the operator at the console, is
// held to the budget of a message alone.
func (q *Ledger) heed(r Request, reply *Reply) {
	for i := range reply.Pages {
		b := r.budget()
		shown := q != nil && r.Channel != "" && i+1 == reply.Page
		if shown {
			q.mu.Lock()
			q.turn(r.Now)
			b.left = func(source knowledge.ID) int {
				return r.View.Source(source).Budget.Words().Day - q.words[place{r.Channel, source}]
			}
		}
		b.hold(r, &reply.Pages[i])
		if shown {
			for source, n := range b.used {
				q.words[place{r.Channel, source}] += n
			}
			q.mu.Unlock()
		}
	}
}

// turn begins a new day.
func (q *Ledger) turn(now time.Time) {
	if day := now.UTC().Format(time.DateOnly); day != q.day {
		q.day, q.words = day, map[place]int{}
	}
}

// hold replaces the quotations of a page that the budget doesn't allow.
func (b *budget) hold(r Request, page *Page) {
	for i, block := range page.Blocks {
		if block.Quotation.IsZero() || b.allows(block.Quotation) {
			continue
		}
		q := block.Quotation
		page.Blocks[i] = Block{Style: Under, Spans: []Span{plain(r.Say().Say("quote.budget", "id", q.ID()))}}
		for j, c := range page.Citations {
			if c.Source == q.Source() && meet(c.At, q.At()) {
				page.Citations[j].Text = ""
			}
		}
	}
}
