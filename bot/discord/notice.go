package discord

import (
	"context"
	"fmt"
	"net/http"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
	"griot/knowledge"
)

// Notice returns the message that tells somebody else of what who did. Its
// buttons are those of the server that who is in or, to a person, of the
// conversation; in a channel nobody owns any, so none of them writes.
func (x Renderer) Notice(ctx context.Context, who knowledge.Who, n commands.Notice) *Message {
	reads := knowledge.Who{Guild: who.Guild}
	if n.User != "" {
		reads = knowledge.Who{User: n.User}
	}
	return &Message{
		Embeds:          []*discordgo.MessageEmbed{embed(n.Page)},
		Components:      x.rows(ctx, reads, n.Page.Buttons),
		AllowedMentions: noMentions(),
	}
}

// notice is a notice, ready to be sent.
type notice struct {
	commands.Notice
	message *Message
}

// notices returns what is to be told to others of a reply.
func (s *service) notices(ctx context.Context, in *interaction, reply commands.Reply) (all []notice) {
	if reply.Outcome != commands.Answered {
		return nil
	}
	for i, n := range reply.Notices {
		m := s.render.Notice(ctx, s.asker(in).Who, n)
		m.Nonce, m.EnforceNonce = fmt.Sprintf("%s-%d", in.ID, i), true
		all = append(all, notice{n, m})
	}
	return all
}

// notify sends notices, each once. What can't be delivered is the log's alone:
// what was done stands, and who did it has no part in it.
func (s *service) notify(ctx context.Context, in *interaction, all []notice) {
	for _, n := range all {
		if err := s.pass(ctx, n); err != nil {
			s.Log.Warn("notice not delivered", "interaction", in.ID, "channel", n.Channel, "user", n.User, "error", err)
		}
	}
}

func (s *service) pass(ctx context.Context, n notice) error {
	channel := n.Channel
	if n.User != "" {
		var err error
		if channel, err = s.api.conversation(ctx, n.User); err != nil {
			return err
		}
	}
	return s.api.call(ctx, http.MethodPost, discordgo.EndpointChannelMessages(channel), n.message, nil)
}

// conversation returns the channel in which the bot writes to a person.
func (a *api) conversation(ctx context.Context, user string) (string, error) {
	var channel struct{ ID string }
	to := map[string]string{"recipient_id": user}
	err := a.call(ctx, http.MethodPost, discordgo.EndpointUserChannels("@me"), to, &channel)
	return channel.ID, err
}
