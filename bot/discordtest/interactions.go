package discordtest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// The kinds of interactions, by Discord's numbers.
const (
	kindCommand      = 2
	kindPress        = 3
	kindAutocomplete = 4
	kindSubmit       = 5
)

// Contexts in which an interaction happens, by Discord's numbers.
const (
	contextGuild = 0
	contextBotDM = 1
)

// errNoBot is returned when a user acts and no bot is connected.
var errNoBot = errors.New("no bot is connected")

// interaction is one act of a user and what the bot did about it.
type interaction struct {
	id, token string
	kind      int
	what      string // for messages of errors: /actor, button "next"
	channel   *Channel
	user      *User
	at        time.Time // by the server's clock
	completes int64     // the type of the option that is completed
	source    *message  // of a press, and of a form that a press opened

	response  *Response // nil before the first answer
	original  *message  // what @original means; nil if the answer made none
	followUps []*message
}

// act tells the bot of an interaction and waits for the first answer.
func (ch *Channel) act(ctx context.Context, i *interaction, data map[string]any) (*Response, error) {
	s := ch.server
	event, live, err := ch.begin(i, data)
	if err != nil {
		return nil, err
	}
	for _, session := range live {
		session.dispatch("INTERACTION_CREATE", event)
	}
	if err := s.wait(ctx, func() bool { return i.response != nil }); err != nil {
		return nil, fmt.Errorf("%s: the application did not respond: %w", i.what, err)
	}
	return i.response, nil
}

// begin makes the event and remembers the interaction.
func (ch *Channel) begin(i *interaction, data map[string]any) (map[string]any, []*session, error) {
	s := ch.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ch.admits(i.user); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", i.what, err)
	}
	var live []*session
	for _, session := range s.sessions {
		if session.conn != nil {
			live = append(live, session)
		}
	}
	if len(live) == 0 {
		return nil, nil, fmt.Errorf("%s: %w", i.what, errNoBot)
	}
	i.at, i.channel = s.time(), ch
	i.id = s.newID()
	i.token = interactionToken(i.id)
	s.interactions[i.id], s.tokens[i.token] = i, i
	return i.event(data), live, nil
}

// admits returns an error if the user can't write in the channel.
func (ch *Channel) admits(user *User) error {
	if ch.guild == nil && ch.with != user {
		return fmt.Errorf("%s isn't in the conversation of %s with the bot", user.Username, ch.with.Username)
	}
	if ch.guild != nil && ch.guild.member(user) == nil {
		return fmt.Errorf("%s is no member of %s", user.Username, ch.guild.Name)
	}
	return nil
}

// event is the body of INTERACTION_CREATE. The caller holds s.mu.
func (i *interaction) event(data map[string]any) map[string]any {
	ch := i.channel
	e := map[string]any{
		"id": i.id, "application_id": ApplicationID, "type": i.kind, "data": data, "token": i.token, "version": 1,
		"channel_id": ch.ID, "channel": ch.json(), "locale": i.user.Locale, "entitlements": []any{},
		"app_permissions": strconv.FormatInt(everyone, 10), "attachment_size_limit": maxFileSize,
		"authorizing_integration_owners": ch.owners(), "context": contextBotDM,
	}
	if g := ch.guild; g != nil {
		m := g.member(i.user)
		inGuild := g.memberJSON(m)
		inGuild["user"], inGuild["deaf"], inGuild["mute"] = userJSON(i.user), false, false
		e["member"], e["guild_id"], e["guild_locale"], e["context"] = inGuild, g.ID, g.Locale, contextGuild
		e["guild"] = map[string]any{"id": g.ID, "locale": g.Locale, "features": []any{}}
	} else {
		e["user"] = userJSON(i.user)
	}
	if i.source != nil {
		e["message"] = i.source.json()
	}
	return e
}

// owners says who installed the app: the guild, or, in a conversation, none.
func (ch *Channel) owners() map[string]string {
	if ch.guild == nil {
		return map[string]string{"0": "0"}
	}
	return map[string]string{"0": ch.guild.ID}
}
