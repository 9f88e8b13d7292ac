package commands

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"time"

	"griot/commands/messages"
	"griot/knowledge"
)

// Griot answers requests: it knows the commands, the library and the key of the
// buttons. All its methods are safe for concurrent use, none returns an error
// or panics: whatever goes wrong becomes a reply in failure.go.
type Griot struct {
	Library  *knowledge.Library
	Commands []Command
	Buttons  *Signer
	Now      func() time.Time
	Log      *slog.Logger

	// Model returns the model of this moment, or nil if there is none; it may be
	// nil itself. A request keeps to the one that it began with.
	Model func() Model
	// Level says how far a model may go for a server: Selected, or Written, which
	// is proved. Nil means Selected.
	Level func(guild string) Level

	// Spoken counts the words of sources that were shown in each channel today;
	// nil counts none.
	Spoken *Ledger

	// Reference makes the word under which a failure stands in the log.
	Reference func() string

	// Copies lists the older copies of the store that lie beside it; nil if that
	// can't be known.
	Copies func() ([]Copy, error)

	unanswered unanswered
}

// NewReference returns a random word of ten letters, for a failure.
func NewReference() string { return rand.Text()[:10] }

// Asker is who asks, where, and in which language.
type Asker struct {
	knowledge.Who
	Locale  string
	Channel string // the id of the channel that the question comes from

	// Interaction is the id of this one question; if it is delivered twice, it
	// comes with the same id.
	Interaction string

	// Progress, if not nil, is told what is going on while a model answers.
	Progress func(line string)
}

// Answer answers a command, at a page.
func (g *Griot) Answer(ctx context.Context, asker Asker, ask Ask) Reply {
	reply := g.answer(ctx, asker, g.ByDefault(asker.Guild, ask), ForAll)
	g.keepGap(ctx, asker, ask, reply)
	return reply
}

// answer answers an ask whose answer appears there.
func (g *Griot) answer(ctx context.Context, asker Asker, ask Ask, opens Opens) (reply Reply) {
	defer g.recover(asker, ask.Command, &reply)
	asker = g.settled(asker)
	r := g.request(asker, ask)
	if asker.Progress != nil {
		r.Progress = func(read int) { asker.Progress(r.Say().Say("level.reading", "n", read)) }
	}
	reply, err := g.run(ctx, r)
	if err == nil && reply.Form != nil {
		err = g.checkForm(reply.Form, ask)
	}
	if err != nil {
		return g.Fail(asker, ask.Command, err)
	}
	if reply.Form != nil {
		return Reply{Outcome: Answered, Form: reply.Form.fitted(ask, opens), Private: reply.Private}
	}
	if e := reply.Entry; e != "" {
		others := slices.DeleteFunc(slices.Clone(reply.Entries), func(id knowledge.ID) bool { return id == e })
		reply.Entries = slices.Insert(others, 0, e)
	}
	g.Spoken.heed(r, &reply)
	if g.isPrivate(ask.Command) {
		reply.Private = true
		return reply
	}
	return share(reply, asker, ask)
}

// checkForm returns an error if a form can't answer an ask.
func (g *Griot) checkForm(f *Form, ask Ask) error {
	if g.Defers(ask) != Never {
		return fmt.Errorf("/%s opens a form and isn't declared to", ask.Command)
	}
	return f.Check()
}

func (g *Griot) request(asker Asker, ask Ask) Request {
	view := g.Library.View(asker.Guild)
	return Request{
		Command: ask.Command, Values: ask.Values, Files: ask.Files, Page: ask.Page,
		Who: asker.Who, Locale: asker.Locale, Channel: asker.Channel, Interaction: asker.Interaction,
		Now: g.Now(), View: view, Library: g.Library, Spoken: g.Spoken,
		Model: g.model(), Level: g.level(view.Settings(), asker.Guild), Answers: g.Library, Progress: func(int) {},
		Copies: g.copies,
	}
}

func (g *Griot) model() Model {
	if g.Model == nil {
		return nil
	}
	return g.Model()
}

func (g *Griot) run(ctx context.Context, r Request) (Reply, error) {
	c, ok := g.Command(r.Command)
	if !ok {
		return Reply{}, invalid("unknown command", "command", "/"+Echo(r.Command))
	}
	for _, o := range c.Options {
		if o.Required && o.In(r) == "" {
			return Reply{}, invalid("missing", "option", o.Name, "command", c.Name)
		}
	}
	return c.Run(ctx, r)
}

// Command returns the command of a name.
func (g *Griot) Command(name string) (Command, bool) {
	i := slices.IndexFunc(g.Commands, func(c Command) bool { return c.Name == name })
	if i < 0 {
		return Command{}, false
	}
	return g.Commands[i], true
}

// Complete returns choices for the option that is being typed; none if there
// are none, or if anything goes wrong.
func (g *Griot) Complete(asker Asker, ask Ask, focused string) (choices []Choice) {
	var reply Reply
	defer g.recover(asker, ask.Command, &reply)
	c, _ := g.Command(ask.Command)
	o, ok := c.Option(focused)
	if !ok || o.Complete == nil {
		return nil
	}
	r := g.request(g.settled(asker), ask)
	r.Focused = focused
	return o.Complete(r)
}

// Fail returns the reply to a request that could not even be read.
func (g *Griot) Fail(asker Asker, what string, err error) Reply {
	reference := g.Reference()
	f, fresh := failure(err, reference)
	if fresh {
		g.Log.Error("request failed", "command", what, "reference", reference, "error", err)
	}
	return failed(messages.In(asker.Locale), f)
}

// recover turns a panic into a reply with a reference.
func (g *Griot) recover(asker Asker, what string, reply *Reply) {
	if p := recover(); p != nil {
		g.Log.Error("panic", "command", what, "panic", p, "stack", string(debug.Stack()))
		*reply = g.Fail(asker, what, fmt.Errorf("panic: %v", p))
	}
}
