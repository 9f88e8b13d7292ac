package discord

import (
	"bytes"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
)

// Response is what Discord gets for a reply.
type Response struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data *Message                          `json:"data,omitempty"`
}

// Message is a message as Discord takes it, with the files that go beside it. If
// Attachments isn't nil, what it doesn't list is taken off the message.
type Message struct {
	Content         string                            `json:"content"`
	Embeds          []*discordgo.MessageEmbed         `json:"embeds"`
	Components      []discordgo.MessageComponent      `json:"components"`
	AllowedMentions *discordgo.MessageAllowedMentions `json:"allowed_mentions,omitempty"`
	Attachments     *[]Attachment                     `json:"attachments,omitempty"`
	Flags           discordgo.MessageFlags            `json:"flags,omitempty"`

	// Nonce makes a message to a channel one, however often it is sent.
	Nonce        string `json:"nonce,omitempty"`
	EnforceNonce bool   `json:"enforce_nonce,omitempty"`

	Files []commands.File `json:"-"`
}

// Attachment says of a file that goes beside a message what it is; its id is its
// number.
type Attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// attach puts files beside the message, in the place of those that are there.
func (m *Message) attach(files []commands.File) {
	list := []Attachment{}
	for i, f := range files {
		list = append(list, Attachment{ID: strconv.Itoa(i), Filename: f.Name, Description: commands.Cut(f.Alt, commands.MaxAlt)})
	}
	m.Attachments, m.Files = &list, files
}

// body is what is sent: JSON or, with files, parts of which one is JSON.
type body struct {
	bytes []byte
	kind  string // as in Content-Type
}

func jsonBody(v any) *body { return &body{encode(v), "application/json"} }

// bodyWith returns v as JSON, with files beside it if there are any.
func bodyWith(v any, files []commands.File) (*body, error) {
	if len(files) == 0 {
		return jsonBody(v), nil
	}
	var parts []*discordgo.File
	for _, f := range files {
		parts = append(parts, &discordgo.File{Name: f.Name, Reader: bytes.NewReader(f.Body)})
	}
	kind, content, err := discordgo.MultipartBodyWithJSON(v, parts)
	return &body{content, kind}, err
}
