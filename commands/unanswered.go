package commands

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"griot/knowledge"
)

// What is kept of unanswered questions at once, and how long it may take: it is
// dropped rather than let anybody wait.
const (
	maxUnkept  = 16
	keepWithin = 10 * time.Second
)

// unanswered are the questions that are being kept. The zero value is ready for
// use.
type unanswered struct {
	unkept  atomic.Int32
	writers sync.WaitGroup
}

// keepGap keeps a question that a server's reader typed and that got no answer,
// beside the reply.
func (g *Griot) keepGap(ctx context.Context, asker Asker, ask Ask, reply Reply) {
	command, _ := g.Command(ask.Command)
	question := command.wanted(ask.Values)
	if question == "" || reply.Outcome != NotInSources || asker.Guild == "" {
		return
	}
	if g.unanswered.unkept.Add(1) > maxUnkept {
		g.unanswered.unkept.Add(-1)
		return
	}
	locale := g.settled(asker).Locale
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), keepWithin)
	g.unanswered.writers.Go(func() {
		defer g.unanswered.unkept.Add(-1)
		defer stop()
		if err := g.Library.KeepGap(ctx, knowledge.Desk(asker.Guild), question, locale); err != nil {
			g.Log.Warn("question not kept", "error", err)
		}
	})
}

// Close waits until the questions that got no answer are kept. It returns nil.
func (g *Griot) Close() error {
	g.unanswered.writers.Wait()
	return nil
}
