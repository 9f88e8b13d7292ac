package commands

import (
	"maps"
	"sync"
	"time"

	"griot/knowledge"
	"griot/knowledge/text"
)

// budget counts the words of each source that one message quotes, and those of a
// channel's day, and holds them against what the source allows.
type budget struct {
	request Request
	message spoken
	today   spoken // nil counts nothing
}

func (r Request) budget(today spoken) *budget { return &budget{r, spoken{}, today} }

// allows reports whether a quotation may still be shown, and counts it then.
func (b *budget) allows(q knowledge.Quotation) bool {
	source := b.request.View.Source(q.Source())
	if source == nil {
		return true
	}
	most, sentences := source.Budget.Words(), map[string]int{}
	for _, s := range b.request.sentences(q) {
		sentences[s.ID()] = len(text.Words(s.Text()))
	}
	if b.message.after(source.ID, sentences) > most.Reply || b.today.after(source.ID, sentences) > most.Day {
		return false
	}
	b.message.add(source.ID, sentences)
	b.today.add(source.ID, sentences)
	return true
}

// hold replaces the quotations of a page that the budget doesn't allow.
func (b *budget) hold(page *Page) {
	for i, block := range page.Blocks {
		q := block.Quotation
		if q.IsZero() || b.allows(q) {
			continue
		}
		page.Blocks[i] = Block{Style: Under, Spans: []Span{plain(b.request.Say().Say("quote.budget", "id", q.ID()))}}
		for j, c := range page.Citations {
			if c.Source == q.Source() && meet(c.At, q.At()) {
				page.Citations[j].Text = ""
			}
		}
	}
}

// spoken is what was quoted: of each source the words of each sentence, by its
// public id. A sentence counts once: to show it again gives no more away.
type spoken map[knowledge.ID]map[string]int

// after returns how many words of a source come together if sentences are quoted
// too.
func (s spoken) after(source knowledge.ID, sentences map[string]int) (n int) {
	if s == nil {
		return 0
	}
	for _, words := range s[source] {
		n += words
	}
	for id, words := range sentences {
		if _, had := s[source][id]; !had {
			n += words
		}
	}
	return n
}

func (s spoken) add(source knowledge.ID, sentences map[string]int) {
	if s == nil {
		return
	}
	if s[source] == nil {
		s[source] = map[string]int{}
	}
	maps.Copy(s[source], sentences)
}

// Ledger keeps what was quoted in each channel on a day. It forgets it when the
// day ends, or the program. It is safe for concurrent use, and nil counts
// nothing.
type Ledger struct {
	mu       sync.Mutex
	day      string
	channels map[string]spoken
}

// spend lets fn quote for one message, within what the sources have left for
// that and for the channel's day. Whoever asks in no channel, such as the
// operator at the console, is held to the budget of a message alone.
func (l *Ledger) spend(r Request, fn func(*budget)) {
	if l == nil || r.Channel == "" {
		fn(r.budget(nil))
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if day := r.Now.UTC().Format(time.DateOnly); day != l.day {
		l.day, l.channels = day, map[string]spoken{}
	}
	today := l.channels[r.Channel]
	if today == nil {
		today = spoken{}
		l.channels[r.Channel] = today
	}
	fn(r.budget(today))
}

// heed takes out of a reply's pages the quotations for which their source has
// no words left, says so in their place, and counts those of the page that is
// shown.
func (l *Ledger) heed(r Request, reply *Reply) {
	for i := range reply.Pages {
		if i+1 == reply.Page {
			l.spend(r, func(b *budget) { b.hold(&reply.Pages[i]) })
		} else {
			r.budget(nil).hold(&reply.Pages[i])
		}
	}
}
