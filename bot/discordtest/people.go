package discordtest

import (
	"slices"
	"strconv"
	"time"
)

// Permissions that a role may give, by Discord's bits.
const (
	Administrator = 1 << 3
	ManageServer  = 1 << 5

	// everyone may see channels, write, embed links, attach files, read the
	// history and use commands.
	everyone = 1<<10 | 1<<11 | 1<<14 | 1<<15 | 1<<16 | 1<<31
)

// User is a person. A test may set the fields before the user acts.
type User struct {
	ID, Username, GlobalName string
	Locale                   string // the language of the user's Discord
	RefusesDMs               bool   // whether the bot's messages are kept out
}

// Role is a role of a guild.
type Role struct {
	ID, Name    string
	Permissions int64
}

// member is a user in a guild.
type member struct {
	user   *User
	roles  []*Role
	joined time.Time
}

// Guild is a server with a text channel, in which its members act.
type Guild struct {
	*Channel
	ID, Name string
	Locale   string // the guild's preferred language

	roles    []*Role // the first is @everyone
	members  []*member
	channels []*Channel // the others
}

// Channel is where users act and messages stand: a guild's text channel or a
// direct conversation with the bot.
type Channel struct {
	ID string

	server   *Server
	guild    *Guild // nil in a direct conversation
	with     *User  // in a direct conversation
	name     string // in a guild
	hidden   bool   // from the bot
	messages []*message
}

// AddUser adds a person whose Discord speaks English.
func (s *Server) AddUser(name string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := &User{ID: s.newID(), Username: name, GlobalName: name, Locale: "en-US"}
	s.users[u.ID] = u
	return u
}

// AddGuild adds a guild in which the bot is installed. A connected bot gets
// GUILD_CREATE.
func (s *Server) AddGuild(name string) *Guild {
	s.mu.Lock()
	g := &Guild{ID: s.newID(), Name: name, Locale: "en-US"}
	g.Channel = &Channel{ID: s.newID(), server: s, guild: g, name: "general"}
	g.roles = []*Role{{ID: g.ID, Name: "@everyone", Permissions: everyone}}
	s.guilds = append(s.guilds, g)
	event := s.guildJSON(g)
	s.mu.Unlock()
	s.tellGuilds("GUILD_CREATE", event)
	return g
}

// RemoveGuild has a guild take the bot away. A connected bot gets GUILD_DELETE.
func (s *Server) RemoveGuild(g *Guild) {
	s.mu.Lock()
	s.guilds = slices.DeleteFunc(s.guilds, func(other *Guild) bool { return other == g })
	s.mu.Unlock()
	s.tellGuilds("GUILD_DELETE", map[string]any{"id": g.ID})
}

// ReturnGuild has a guild that took the bot away take it in again.
func (s *Server) ReturnGuild(g *Guild) {
	s.mu.Lock()
	s.guilds = append(s.guilds, g)
	event := s.guildJSON(g)
	s.mu.Unlock()
	s.tellGuilds("GUILD_CREATE", event)
}

// LoseGuild makes a guild unavailable for a while, as an outage does; the bot is
// still in it.
func (s *Server) LoseGuild(g *Guild) {
	s.tellGuilds("GUILD_DELETE", map[string]any{"id": g.ID, "unavailable": true})
}

// tellGuilds sends an event to every session that asked to hear of guilds.
func (s *Server) tellGuilds(name string, event any) {
	s.mu.Lock()
	live := append([]*session(nil), s.sessions...)
	s.mu.Unlock()
	for _, session := range live {
		if session.intents&intentGuilds != 0 {
			session.dispatch(name, event)
		}
	}
}

// DM returns the direct conversation between the user and the bot; it is opened
// if there was none.
func (s *Server) DM(user *User) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.conversation(user)
}

// conversation is DM. The caller holds s.mu.
func (s *Server) conversation(user *User) *Channel {
	for _, ch := range s.conversations {
		if ch.with == user {
			return ch
		}
	}
	ch := &Channel{ID: s.newID(), server: s, with: user}
	s.conversations = append(s.conversations, ch)
	return ch
}

// AddRole adds a role with the permissions.
func (g *Guild) AddRole(name string, permissions int64) *Role {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	r := &Role{ID: g.server.newID(), Name: name, Permissions: permissions}
	g.roles = append(g.roles, r)
	return r
}

// Join makes the user a member with the roles, or changes a member's roles.
func (g *Guild) Join(user *User, roles ...*Role) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	if m := g.member(user); m != nil {
		m.roles = roles
		return
	}
	g.members = append(g.members, &member{user: user, roles: roles, joined: g.server.time()})
}

func (g *Guild) member(user *User) *member {
	for _, m := range g.members {
		if m.user == user {
			return m
		}
	}
	return nil
}

// permissions returns what the member may do: what @everyone and the roles give.
func (g *Guild) permissions(m *member) int64 {
	all := g.roles[0].Permissions
	for _, r := range m.roles {
		all |= r.Permissions
	}
	if all&Administrator != 0 {
		return 1<<53 - 1
	}
	return all
}

func userJSON(u *User) map[string]any {
	return map[string]any{
		"id": u.ID, "username": u.Username, "global_name": u.GlobalName, "discriminator": "0",
		"avatar": nil, "public_flags": 0,
	}
}

func botJSON() map[string]any {
	return map[string]any{
		"id": ApplicationID, "username": "griot", "global_name": nil, "discriminator": "0000",
		"avatar": nil, "bot": true, "flags": 0, "public_flags": 0,
	}
}

// memberJSON leaves the user out, as it stands elsewhere in some objects.
func (g *Guild) memberJSON(m *member) map[string]any {
	roles := []string{}
	for _, r := range m.roles {
		roles = append(roles, r.ID)
	}
	return map[string]any{
		"nick": nil, "avatar": nil, "roles": roles, "joined_at": m.joined.UTC().Format(time.RFC3339),
		"premium_since": nil, "pending": false, "flags": 0, "communication_disabled_until": nil,
		"permissions": strconv.FormatInt(g.permissions(m), 10),
	}
}

func roleJSON(r *Role, position int) map[string]any {
	return map[string]any{
		"id": r.ID, "name": r.Name, "permissions": strconv.FormatInt(r.Permissions, 10), "color": 0,
		"hoist": false, "icon": nil, "unicode_emoji": nil, "position": position, "managed": false,
		"mentionable": false, "flags": 0,
	}
}

func (ch *Channel) json() map[string]any {
	if ch.guild == nil {
		return map[string]any{"id": ch.ID, "type": 1, "last_message_id": nil, "flags": 0}
	}
	return map[string]any{
		"id": ch.ID, "type": 0, "guild_id": ch.guild.ID, "name": ch.name, "position": 0, "topic": nil,
		"permission_overwrites": []any{}, "nsfw": false, "last_message_id": nil, "parent_id": nil,
		"rate_limit_per_user": 0, "flags": 0, "permissions": strconv.FormatInt(everyone, 10),
	}
}

// guildJSON is the body of GUILD_CREATE. The caller holds s.mu.
func (s *Server) guildJSON(g *Guild) map[string]any {
	roles := []any{}
	for i, r := range g.roles {
		roles = append(roles, roleJSON(r, i))
	}
	channels := []any{g.Channel.json()}
	for _, ch := range g.channels {
		channels = append(channels, ch.json())
	}
	bot := map[string]any{"user": botJSON(), "roles": []string{}, "joined_at": s.time().UTC().Format(time.RFC3339), "deaf": false, "mute": false, "flags": 0}
	return map[string]any{
		"id": g.ID, "name": g.Name, "owner_id": ApplicationID, "preferred_locale": g.Locale,
		"roles": roles, "channels": channels, "members": []any{bot}, "threads": []any{},
		"emojis": []any{}, "stickers": []any{}, "features": []any{}, "voice_states": []any{}, "presences": []any{},
		"stage_instances": []any{}, "guild_scheduled_events": []any{}, "soundboard_sounds": []any{},
		"large": false, "unavailable": false, "member_count": len(g.members) + 1, "joined_at": s.time().UTC().Format(time.RFC3339),
		"verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
		"nsfw_level": 0, "premium_tier": 0, "system_channel_flags": 0, "afk_timeout": 300, "icon": nil, "splash": nil,
		"banner": nil, "description": nil, "vanity_url_code": nil, "premium_progress_bar_enabled": false,
	}
}
