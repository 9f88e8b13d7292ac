package discordtest

import (
	"context"
	"net/http"
	"slices"
	"time"
)

// nonceLife is how long Discord remembers a nonce that is to be enforced: "a few
// minutes", as it documents.
const nonceLife = 5 * time.Minute

// AddChannel adds a text channel to the guild. One that is hidden is not for the
// bot to see.
func (g *Guild) AddChannel(name string, hidden bool) *Channel {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	ch := &Channel{ID: g.server.newID(), server: g.server, guild: g, name: name, hidden: hidden}
	g.channels = append(g.channels, ch)
	return ch
}

// Messages returns the messages of the channel, as they stand.
func (ch *Channel) Messages() []Message {
	ch.server.mu.Lock()
	defer ch.server.mu.Unlock()
	return ch.snapshots()
}

// Await waits until the messages of the channel are as the test wants, and
// returns them. The test's function must not act on the server.
func (ch *Channel) Await(ctx context.Context, until func([]Message) bool) ([]Message, error) {
	err := ch.server.wait(ctx, func() bool { return until(ch.snapshots()) })
	return ch.Messages(), err
}

// snapshots returns the messages. The caller holds s.mu.
func (ch *Channel) snapshots() (all []Message) {
	for _, m := range ch.messages {
		if !m.Deleted {
			all = append(all, m.snapshot())
		}
	}
	return all
}

// channelOf finds the channel of a route, in which the bot is to write. The
// caller holds s.mu.
func (s *Server) channelOf(id string) (*Channel, *refusal) {
	for _, g := range s.guilds {
		for _, ch := range append([]*Channel{g.Channel}, g.channels...) {
			if ch.ID == id && ch.hidden {
				return nil, refused(http.StatusForbidden, codeMissingAccess, "Missing Access")
			}
			if ch.ID == id {
				return ch, nil
			}
		}
	}
	for _, ch := range s.conversations {
		if ch.ID == id && (ch.with.RefusesDMs || !s.sharesGuild(ch.with)) {
			return nil, refused(http.StatusForbidden, codeNoDMs, "Cannot send messages to this user")
		}
		if ch.ID == id {
			return ch, nil
		}
	}
	return nil, refused(http.StatusNotFound, codeUnknownChannel, "Unknown Channel")
}

func (s *Server) sharesGuild(u *User) bool {
	return slices.ContainsFunc(s.guilds, func(g *Guild) bool { return g.member(u) != nil })
}

var conversationShape = shape{"recipient_id": snowflake}

// openConversation answers with the conversation of the bot with a user, which
// may be there already.
func (s *Server) openConversation(r *http.Request) (*reply, *refusal) {
	p, no := read(r)
	if no != nil {
		return nil, no
	}
	c := &checker{}
	body := conversationShape.check(c, "", p.value, "recipient_id")
	c.schema(bodyConversation, p.value)
	if no := s.reject(r, c); no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	user := s.users[str(body, "recipient_id")]
	if user == nil {
		return nil, refused(http.StatusBadRequest, codeInvalidRecipient, "Invalid Recipient(s)")
	}
	ch := s.conversation(user)
	all := ch.json()
	all["recipients"] = []any{userJSON(user)}
	return &reply{all}, nil
}

// postMessage adds a message of the bot's own to a channel.
func (s *Server) postMessage(r *http.Request) (*reply, *refusal) {
	p, no := read(r)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	_, no = s.channelOf(r.PathValue("channel"))
	s.mu.Unlock()
	if no != nil {
		return nil, no
	}
	c := &checker{files: len(p.files)}
	data := c.message("", p.value, messageShape)
	c.attachments("", data, p, nil)
	c.channelMessage(data)
	c.schema(bodyMessage, p.value)
	if no := s.reject(r, c); no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, no := s.channelOf(r.PathValue("channel"))
	if no != nil {
		return nil, no
	}
	if old := ch.said(data, s.time()); old != nil {
		return &reply{old.json()}, nil
	}
	m := s.postTo(ch)
	m.nonce = str(data, "nonce")
	s.apply(m, data, p.files)
	s.announce()
	return &reply{m.json()}, nil
}

// channelMessage checks what only a message to a channel can't carry, or can.
func (c *checker) channelMessage(data map[string]any) {
	if flags, _ := whole(data["flags"]); flags&flagEphemeral != 0 {
		c.refuse("/flags", "only an answer to an interaction can be private")
	}
	if length(str(data, "nonce")) > maxNonce {
		c.refuse("/nonce", "has more than %d characters", maxNonce)
	}
}

// said returns the message that said the same, by a nonce that is to be
// enforced, or nil.
func (ch *Channel) said(data map[string]any, now time.Time) *message {
	if !said(data["enforce_nonce"]) || str(data, "nonce") == "" {
		return nil
	}
	for _, m := range ch.messages {
		if m.nonce == str(data, "nonce") && now.Sub(m.at) < nonceLife {
			return m
		}
	}
	return nil
}
