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
	Model    Model // nil if there is none
	Now      func() time.Time
	Log      *slog.Logger

	// Reference makes the word under which a failure stands in the log.
	Reference func() string
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
func (g *Griot) Answer(ctx context.Context, asker Asker, ask Ask) (reply Reply) {
	defer g.recover(asker, ask.Command, &reply)
	r := g.request(asker, ask)
	if asker.Progress != nil {
		r.Progress = func(read int) { asker.Progress(r.Say().Say("level.reading", "n", read)) }
	}
	reply, err := g.run(ctx, r)
	if err != nil {
		return g.Fail(asker, ask.Command, err)
	}
	if e := reply.Entry; e != "" {
		others := slices.DeleteFunc(slices.Clone(reply.Entries), func(id knowledge.ID) bool { return id == e })
		reply.Entries = slices.Insert(others, 0, e)
	}
	return share(reply, asker, ask)
}

func (g *Griot) request(asker Asker, ask Ask) Request {
	return Request{
		Command: ask.Command, Values: ask.Values, Page: ask.Page,
		Who: asker.Who, Locale: asker.Locale, Channel: asker.Channel, Interaction: asker.Interaction,
		Now: g.Now(), View: g.Library.View(asker.Guild),
		Model: g.Model, Answers: g.Library, Progress: func(int) {},
	}
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

// IsSlow reports whether a command may keep its asker waiting.
func (g *Griot) IsSlow(name string) bool {
	c, _ := g.Command(name)
	return c.Slow && g.Model != nil
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
	r := g.request(asker, ask)
	r.Focused = focused
	return o.Complete(r)
}

// Press answers the press of a button, and says what it opens.
func (g *Griot) Press(ctx context.Context, asker Asker, customID string) (reply Reply, opens Opens) {
	defer func() {
		if reply.Err != nil {
			opens = ForMe
		}
	}()
	defer g.recover(asker, "button", &reply)
	ask, opens, err := g.Buttons.Open(ctx, asker.Who, customID)
	if err != nil {
		return g.Fail(asker, "button", err), ForMe
	}
	if opens != InPlace { // every page that follows is as private
		ask = ask.privately(opens == ForMe)
	}
	return g.Answer(ctx, asker, ask), opens
}

// share gives a private reply the button that shows it to everyone.
func share(reply Reply, asker Asker, ask Ask) Reply {
	if !reply.Private || reply.Err != nil {
		return reply
	}
	ask = ask.privately(false)
	for i := range reply.Pages {
		b := Button{Label: messages.In(asker.Locale).Say("button.share"), Ask: ask, Opens: ForAll}
		b.Ask.Page = i + 1
		reply.Pages[i].Buttons = append(reply.Pages[i].Buttons, []Button{b})
	}
	return reply
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
