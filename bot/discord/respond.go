package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
)

// answer is a response, ready to be sent.
type answer struct {
	body    json.RawMessage
	message *Response // nil for choices and forms
	notices []notice
}

// respond makes the answer to an interaction. It is the only place where a
// panic is caught: the person gets a reference that stands in the log.
func (s *service) respond(ctx context.Context, in *interaction, news *news) (a answer) {
	defer func() {
		if p := recover(); p != nil {
			a = s.failure(ctx, in, fmt.Errorf("panic: %v\n%s", p, debug.Stack()))
		}
	}()
	asker := s.asker(in)
	asker.Progress = news.tell
	switch in.Type {
	case discordgo.InteractionApplicationCommand:
		ask, err := s.fetched(ctx, in)
		if err != nil {
			return s.failure(ctx, in, err)
		}
		return s.message(ctx, in, s.Griot.Answer(ctx, asker, ask), commands.ForAll)
	case discordgo.InteractionMessageComponent:
		reply, opens := s.Griot.Press(ctx, asker, in.Data.CustomID)
		return s.message(ctx, in, reply, opens)
	case discordgo.InteractionModalSubmit:
		reply, opens := s.Griot.Submit(ctx, asker, in.Data.CustomID, in.fields())
		return s.message(ctx, in, reply, opens)
	case discordgo.InteractionApplicationCommandAutocomplete:
		return answer{body: Choices(s.Griot.Complete(asker, in.ask(), in.focused()))}
	}
	return s.failure(ctx, in, &commands.Failure{Outcome: commands.Refused, Code: "button"})
}

// message makes a reply an answer.
func (s *service) message(ctx context.Context, in *interaction, reply commands.Reply, opens commands.Opens) answer {
	if reply.Form != nil {
		body, err := s.render.Form(ctx, s.asker(in).Who, reply.Form)
		if err != nil {
			return s.failure(ctx, in, err)
		}
		return answer{body: body}
	}
	response := s.render.Response(ctx, s.asker(in).Who, reply, opens)
	return answer{encode(response), response, s.notices(ctx, in, reply)}
}

// failure is the answer that says an error to the person alone. While somebody
// types there is nothing to say.
func (s *service) failure(ctx context.Context, in *interaction, err error) answer {
	reply := s.Griot.Fail(s.asker(in), "interaction", err)
	if in.Type == discordgo.InteractionApplicationCommandAutocomplete {
		return answer{body: Choices(nil)}
	}
	return s.message(ctx, in, reply, commands.ForMe)
}

// coming is the answer that a reply is coming. It fixes for good whether the
// reply is private.
func (s *service) coming(ctx context.Context, in *interaction) answer {
	later := &Response{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource}
	ask, opens, err := s.asked(ctx, in)
	if err == nil && opens == commands.InPlace {
		later.Type = discordgo.InteractionResponseDeferredMessageUpdate
	}
	if err != nil || opens == commands.ForMe || opens == commands.ForAll && s.Griot.IsPrivate(ask) {
		later.Data = &Message{Flags: discordgo.MessageFlagsEphemeral}
	}
	return answer{body: encode(later), message: later}
}

// asked returns what an interaction asks, and where the answer appears.
func (s *service) asked(ctx context.Context, in *interaction) (commands.Ask, commands.Opens, error) {
	switch in.Type {
	case discordgo.InteractionMessageComponent:
		return s.Griot.Buttons.Open(ctx, s.asker(in).Who, in.Data.CustomID)
	case discordgo.InteractionModalSubmit:
		form, err := s.Griot.Buttons.OpenForm(ctx, s.asker(in).Who, in.Data.CustomID)
		if err != nil {
			return commands.Ask{}, commands.ForMe, err
		}
		return form.Ask, form.Opens, nil
	}
	return s.Griot.ByDefault(in.Guild, in.ask()), commands.ForAll, nil
}

// defers says when the answer to an interaction is to be announced.
func (s *service) defers(ctx context.Context, in *interaction) commands.Defer {
	switch in.Type {
	case discordgo.InteractionApplicationCommandAutocomplete:
		return commands.Never // choices can't be announced
	case discordgo.InteractionModalSubmit:
		return commands.IfLate // a form is never answered by a form
	}
	ask, _, err := s.asked(ctx, in)
	if err != nil {
		return commands.IfLate
	}
	when := s.Griot.Defers(ask)
	if in.Type == discordgo.InteractionMessageComponent && when == commands.AtOnce {
		return commands.IfLate // the message stands there as it is until then
	}
	return when
}

func encode(v any) []byte {
	body, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("encode %T: %v", v, err)) // plain structs of texts and numbers
	}
	return body
}
