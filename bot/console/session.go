package console

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"griot/bot/discord"
	"griot/commands"
	"griot/commands/messages"
)

// Session is one person at a terminal, or a script. It remembers the newest
// reply that is not a failure, whose buttons can be pressed. It is not safe
// for concurrent use.
type Session struct {
	Griot *commands.Griot
	Asker commands.Asker

	// Now measures how long an answer takes. Nil measures nothing, so that
	// output is the same byte for byte.
	Now func() time.Time

	// Interaction makes the id of a line; nil for ids that nobody can guess.
	Interaction func() string

	// Terminal is what Run and Interactive write for.
	Terminal Terminal

	before *commands.Reply
	form   *commands.Form // the newest that was opened and isn't answered yet
}

// maxLine is the longest line that is read, in bytes; Discord has at most 6000
// characters for an option.
const maxLine = 64 << 10

// Do answers one line of the contract. Whatever goes wrong is said in the
// exchange; Do never panics.
func (s *Session) Do(ctx context.Context, line string) (x Exchange) {
	line = strings.TrimSpace(line)
	since := s.now()
	s.Asker.Interaction = s.interaction()
	defer func() {
		if p := recover(); p != nil {
			reply := s.Griot.Fail(s.Asker, line, fmt.Errorf("panic: %v", p))
			x = s.exchange(ctx, Command, reply, commands.ForMe)
		}
		x.Request = line
		x.Microseconds = s.now().Sub(since).Microseconds()
	}()
	return s.do(ctx, line)
}

func (s *Session) now() time.Time {
	if s.Now == nil {
		return time.Time{}
	}
	return s.Now()
}

func (s *Session) interaction() string {
	if s.Interaction == nil {
		return "console-" + rand.Text()
	}
	return s.Interaction()
}

func (s *Session) do(ctx context.Context, typed string) Exchange {
	if len(typed) > maxLine {
		return s.failed(ctx, Command, invalid("long line", "limit", maxLine))
	}
	line, err := Parse(s.Griot.Commands, typed)
	switch {
	case err != nil:
		return s.failed(ctx, line.Kind, err)
	case line.Kind == Complete:
		return s.completed(s.Griot.Complete(s.Asker, line.Ask, line.Focused))
	case line.Kind == Command:
		ask, err := s.withFiles(line.Ask)
		if err != nil {
			return s.failed(ctx, line.Kind, err)
		}
		reply := s.Griot.Answer(ctx, s.Asker, ask)
		if reply.Form != nil {
			return s.opening(ctx, line.Kind, reply, 0)
		}
		s.remember(reply)
		return s.exchange(ctx, line.Kind, reply, commands.ForAll)
	case line.Kind == Submit:
		return s.submit(ctx, line)
	}
	return s.press(ctx, line)
}

// remember keeps a reply for its buttons. A failure has none, and in Discord
// the message before would still stand there.
func (s *Session) remember(reply commands.Reply) {
	if reply.Err == nil {
		s.before, s.form = &reply, nil
	}
}

// press presses a button as Discord would: by its custom_id. The number 0 shows
// the form that is open.
func (s *Session) press(ctx context.Context, line Line) Exchange {
	id := line.CustomID
	if id == "" && line.Button == 0 && s.form != nil {
		return s.opening(ctx, line.Kind, commands.Reply{Outcome: commands.Answered, Form: s.form}, 0)
	}
	if id == "" {
		var err error
		if id, err = s.button(ctx, line.Button); err != nil {
			return s.failed(ctx, line.Kind, err)
		}
	}
	reply, opens := s.Griot.Press(ctx, s.Asker, id)
	if reply.Form != nil {
		return s.opening(ctx, line.Kind, reply, line.Button)
	}
	s.remember(reply)
	return s.exchange(ctx, line.Kind, reply, opens)
}

// button returns the custom_id of the n-th button of the reply before.
func (s *Session) button(ctx context.Context, n int) (string, error) {
	var all []commands.Button
	if s.before != nil {
		all = s.before.Shown().AllButtons()
	}
	if n < 1 || n > len(all) {
		return "", invalid("no button", "n", n)
	}
	return s.Griot.Buttons.Seal(ctx, s.Asker.Who, all[n-1])
}

func (s *Session) failed(ctx context.Context, kind Kind, err error) Exchange {
	if kind == Complete {
		var f *commands.Failure
		if errors.As(err, &f) {
			x := s.completed(nil)
			x.Outcome, x.Error = f.Outcome, s.failure(f)
			return x
		}
	}
	return s.exchange(ctx, kind, s.Griot.Fail(s.Asker, string(kind), err), commands.ForMe)
}

func (s *Session) failure(f *commands.Failure) *Failure {
	return &Failure{Code: f.Code, Message: f.Message(s.say())}
}

func (s *Session) say() *messages.Catalogue { return messages.In(s.Asker.Locale) }

// exchange sets a reply as the contract has it, with the response that Discord
// would get.
func (s *Session) exchange(ctx context.Context, kind Kind, reply commands.Reply, opens commands.Opens) Exchange {
	body, err := json.Marshal(s.renderer().Response(ctx, s.Asker.Who, reply, opens))
	if err != nil {
		return s.failed(ctx, kind, err)
	}
	notices, err := s.notices(ctx, reply)
	if err != nil {
		return s.failed(ctx, kind, err)
	}
	x := Exchange{
		Kind: kind, Outcome: reply.Outcome, Entry: reply.Entry, Entries: reply.Entries,
		Citations: citations(reply), Pages: len(reply.Pages), Level: string(reply.Level), Response: body,
		Files: files(reply), Notices: notices,
		reply: &reply, others: s.Asker.Guild != "", say: s.say(),
	}
	if reply.Err != nil {
		x.Error = s.failure(reply.Err)
	}
	return x.whole()
}

func (s *Session) renderer() discord.Renderer {
	return discord.Renderer{Buttons: s.Griot.Buttons, Log: s.Griot.Log}
}

func (s *Session) completed(choices []commands.Choice) Exchange {
	x := Exchange{
		Kind: Complete, Outcome: commands.Answered,
		Response: discord.Choices(choices), say: s.say(),
	}
	for _, c := range choices {
		x.Choices = append(x.Choices, Choice(c))
	}
	return x.whole()
}
