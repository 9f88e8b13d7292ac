package discord

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
)

// service is a bot while it serves.
type service struct {
	*Bot
	api    *api
	render Renderer
	after  func(time.Duration) <-chan time.Time
	work   context.Context // of all that is being answered
	stop   func()          // ends work
	inside gate
	drains sync.Once
}

// drain takes no new work and waits until all that came before is answered,
// for drainTime at most; then its context ends. Once is enough.
func (s *service) drain() {
	s.drains.Do(func() {
		select {
		case <-s.inside.close():
		case <-s.after(drainTime):
			s.Log.Warn("stopped before everything was answered")
		}
		s.stop()
	})
}

// serve answers one interaction. A reply that takes longer than patience is
// announced first and put in place later.
func (s *service) serve(raw []byte) {
	if !s.inside.enter() {
		return
	}
	defer s.inside.leave()
	in := &interaction{}
	if err := json.Unmarshal(raw, in); err != nil {
		s.Log.Error("interaction not readable", "error", err)
		return
	}
	ctx, cancel := context.WithTimeout(s.work, tokenLife)
	defer cancel()
	ready := make(chan answer, 1)
	news := s.news(ctx, in)
	go func() { ready <- s.respond(ctx, in, news) }()
	var late <-chan time.Time
	switch s.defers(ctx, in) {
	case commands.AtOnce:
		s.postpone(ctx, in, ready, news)
		return
	case commands.IfLate:
		late = s.after(patience)
	}
	select {
	case a := <-ready:
		s.deliver(ctx, in, a, s.first)
	case <-late:
		s.postpone(ctx, in, ready, news)
	}
}

// way is how an answer goes to Discord.
type way func(context.Context, *interaction, answer) error

// deliver sends an answer, and then tells others of it. If Discord can't take it
// as it is, the person gets the failure in its place; what was done is done, and
// others are told all the same.
func (s *service) deliver(ctx context.Context, in *interaction, a answer, send way) {
	err := send(ctx, in, a)
	if isUnfit(err) {
		s.Log.Error("answer refused", "interaction", in.ID, "error", err)
		err = send(ctx, in, s.failure(ctx, in, err))
	}
	if err != nil {
		s.Log.Error("answer not delivered", "interaction", in.ID, "error", err)
	}
	s.notify(ctx, in, a.notices)
}

// postpone announces the reply, as privately as it will be, and puts it in
// place when it is ready. It returns no sooner, even if there is no place for
// the reply, since the work on it needs the library to be open.
func (s *service) postpone(ctx context.Context, in *interaction, ready <-chan answer, news *news) {
	coming := s.coming(ctx, in)
	if err := s.first(ctx, in, coming); err != nil {
		s.Log.Error("answer not announced", "interaction", in.ID, "error", err)
		s.notify(ctx, in, (<-ready).notices)
		return
	}
	news.begin()
	inPlace := coming.message.Type == discordgo.InteractionResponseDeferredMessageUpdate
	a := <-ready
	news.end()
	s.deliver(ctx, in, a, func(ctx context.Context, in *interaction, a answer) error {
		// What isn't an update must not overwrite the message that was pressed.
		if inPlace && a.message.Type != discordgo.InteractionResponseUpdateMessage {
			return s.api.follow(ctx, in, a.message.Data)
		}
		return s.api.edit(ctx, in, a.message.Data)
	})
}

// first sends an answer as the first one.
func (s *service) first(ctx context.Context, in *interaction, a answer) error {
	return s.api.callback(ctx, in, a)
}

// gate counts who is inside, and lets nobody in once it is closed.
type gate struct {
	mu     sync.Mutex
	closed bool
	in     sync.WaitGroup
}

// enter reports whether the gate was open; then leave must follow.
func (g *gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.closed {
		g.in.Add(1)
	}
	return !g.closed
}

func (g *gate) leave() { g.in.Done() }

// close closes the gate. The channel closes when all have left.
func (g *gate) close() <-chan struct{} {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	left := make(chan struct{})
	go func() {
		g.in.Wait()
		close(left)
	}()
	return left
}
