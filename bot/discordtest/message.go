package discordtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Message is a message as it stands at a moment.
type Message struct {
	ID          string       `json:"id"`
	ChannelID   string       `json:"channel_id"`
	Content     string       `json:"content"`
	Embeds      []Embed      `json:"embeds"`
	Components  []Component  `json:"components"`
	Attachments []Attachment `json:"attachments"`
	Flags       int64        `json:"flags"`
	// Edits counts how often the bot changed the message.
	Edits int `json:"-"`
	// Deleted says that the message is gone.
	Deleted bool `json:"-"`
}

// Ephemeral reports whether only the user who acted sees the message.
func (m Message) Ephemeral() bool { return m.Flags&flagEphemeral != 0 }

// Loading reports whether the message still shows that the bot is thinking.
func (m Message) Loading() bool { return m.Flags&flagLoading != 0 }

// message is what the server keeps of a message.
type message struct {
	Message
	channel *Channel
	onlyFor *User        // who sees a private one
	by      *interaction // nil if it is the bot's own
	nonce   string
	at      time.Time
	replyTo string
}

// post adds a message to the interaction's channel. The caller holds s.mu.
func (s *Server) post(by *interaction, flags int64) *message {
	m := s.postTo(by.channel)
	m.by, m.Flags = by, flags
	if flags&flagEphemeral != 0 {
		m.onlyFor = by.user
	}
	return m
}

// postTo adds a message to a channel. The caller holds s.mu.
func (s *Server) postTo(ch *Channel) *message {
	m := &message{channel: ch, at: s.time()}
	m.ID, m.ChannelID = s.newID(), ch.ID
	m.Embeds, m.Components, m.Attachments = []Embed{}, []Component{}, []Attachment{}
	ch.messages = append(ch.messages, m)
	return m
}

// kept names the attachments that the message has, by id.
func (m *message) kept() map[string]string {
	names := map[string]string{}
	for _, a := range m.Attachments {
		names[a.ID] = a.Filename
	}
	return names
}

// apply changes what the body names and leaves the rest. The caller holds s.mu.
func (s *Server) apply(m *message, data map[string]any, files map[string]upload) {
	if v, given := data["content"]; given {
		m.Content, _ = v.(string)
	}
	if _, given := data["embeds"]; given {
		m.Embeds = []Embed{}
		into(items(data, "embeds"), &m.Embeds)
		for i := range m.Embeds {
			m.Embeds[i].Type = "rich"
		}
	}
	if _, given := data["components"]; given {
		m.Components = []Component{}
		into(items(data, "components"), &m.Components)
		enumerate(m.Components, new(int))
	}
	flags, _ := whole(data["flags"])
	m.Flags |= flags & (flagSuppressEmbeds | flagLayout)
	m.Flags &^= flagLoading
	s.attachFiles(m, data, files)
}

// enumerate gives components the numbers that Discord gives them.
func enumerate(components []Component, last *int) {
	for i := range components {
		c := &components[i]
		if *last++; c.Number == 0 {
			c.Number = *last
		}
		enumerate(c.Components, last)
	}
}

// attachFiles keeps what the body lists, or everything if it lists nothing,
// and adds the files that came with it.
func (s *Server) attachFiles(m *message, data map[string]any, files map[string]upload) {
	said := map[string]map[string]any{}
	for _, v := range items(data, "attachments") {
		a, _ := v.(map[string]any)
		said[str(a, "id")] = a
	}
	if _, given := data["attachments"]; given {
		m.Attachments = slices.DeleteFunc(m.Attachments, func(a Attachment) bool { return said[a.ID] == nil })
	}
	for _, number := range slices.Sorted(maps.Keys(files)) {
		file := files[number]
		a := Attachment{ID: s.newID(), Filename: file.name, Description: str(said[number], "description"),
			ContentType: file.contentType, Size: len(file.content), Content: file.content}
		if name := str(said[number], "filename"); name != "" {
			a.Filename = name
		}
		a.URL = fmt.Sprintf("https://cdn.discordapp.com/attachments/%s/%s/%s", m.ChannelID, a.ID, a.Filename)
		a.ProxyURL = strings.Replace(a.URL, "cdn.discordapp.com", "media.discordapp.net", 1)
		m.Attachments = append(m.Attachments, a)
	}
}

// json is the message as the API shows it.
func (m *message) json() map[string]any {
	var all map[string]any
	into(m.Message, &all)
	all["type"], all["author"], all["timestamp"] = 20, botJSON(), m.at.UTC().Format(time.RFC3339Nano)
	all["edited_timestamp"], all["tts"], all["pinned"], all["mention_everyone"] = nil, false, false, false
	all["mentions"], all["mention_roles"] = []any{}, []any{}
	all["application_id"] = ApplicationID
	if by := m.by; by != nil {
		all["webhook_id"] = ApplicationID
		all["interaction_metadata"] = map[string]any{
			"id": by.id, "type": by.kind, "user": userJSON(by.user),
			"authorizing_integration_owners": by.channel.owners(),
		}
	} else {
		all["type"] = 0
	}
	if m.Edits > 0 {
		all["edited_timestamp"] = m.at.UTC().Format(time.RFC3339Nano)
	}
	if m.replyTo != "" {
		all["type"] = 19
		all["message_reference"] = map[string]any{"type": 0, "channel_id": m.ChannelID, "message_id": m.replyTo}
	}
	return all
}

// snapshot returns the message as it stands. The caller holds s.mu.
func (m *message) snapshot() Message {
	copied := m.Message
	copied.Attachments = slices.Clone(m.Attachments)
	return copied
}

// isEmpty reports whether the message shows nothing.
func (m *message) isEmpty() bool {
	return strings.TrimSpace(m.Content) == "" && len(m.Embeds)+len(m.Components)+len(m.Attachments) == 0
}
