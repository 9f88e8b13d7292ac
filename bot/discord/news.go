package discord

import (
	"context"
	"sync"
	"time"
)

// news tells a person who waits for a slow answer what is going on: at once
// when the answer is announced, then at most once a second, and no more once
// the answer is there.
type news struct {
	send func(line string)
	now  func() time.Time

	mu   sync.Mutex // held while a line is sent, so that none overtakes the answer
	open bool       // the answer is announced
	done bool       // the answer is there, or on its way
	line string     // the newest
	last time.Time  // when one was sent
}

// newsPause is the least time between two lines.
const newsPause = time.Second

// news returns the news of one interaction.
func (s *service) news(ctx context.Context, in *interaction) *news {
	return &news{now: s.Griot.Now, send: func(line string) {
		data := &Message{Content: line, AllowedMentions: noMentions()}
		if err := s.api.edit(ctx, in, data); err != nil {
			s.Log.Warn("progress not shown", "interaction", in.ID, "error", err)
		}
	}}
}

// tell notes a line, and sends it unless it is too soon.
func (n *news) tell(line string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.line = line
	if n.open && !n.done && n.now().Sub(n.last) >= newsPause {
		n.sendLine()
	}
}

// begin sends the newest line, and those that come.
func (n *news) begin() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.open = true
	if n.line != "" && !n.done {
		n.sendLine()
	}
}

// end waits for a line that is being sent, and sends no more.
func (n *news) end() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.done = true
}

func (n *news) sendLine() {
	n.last = n.now()
	n.send(n.line)
}
