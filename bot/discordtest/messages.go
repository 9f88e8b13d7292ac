package discordtest

import (
	"slices"
	"strconv"
	"strings"
)

// CheckMessage returns what Discord, or Griot's rule that nobody may be
// pinged, has against the JSON of a new message: each problem with its JSON
// pointer, none if it may be sent. Files that come beside the JSON aren't
// known here, so a message of attachments alone counts as one with files.
func CheckMessage(body []byte) []string {
	v, err := parse(body)
	if err != nil {
		return []string{"/: " + err.Error()}
	}
	c := &checker{}
	c.message("", v, messageShape)
	return c.words()
}

// messageShape lists the properties of a message that an app sends.
var messageShape = shape{
	"content":          text(0, maxContent),
	"tts":              boolean,
	"embeds":           list(0, maxEmbeds, embed),
	"allowed_mentions": object(mentionsShape),
	"components":       anything, // see (*checker).layout
	"attachments":      list(0, maxAttachments, object(attachmentShape, "id")),
	"poll":             object(pollShape, "question", "answers"),
	"flags":            messageFlags,
	"nonce":            anything, // of messages to a channel; discord.js sends both everywhere
	"enforce_nonce":    boolean,
}

// webhookShape adds what only a follow-up may carry.
var webhookShape = with(messageShape, shape{
	"username":     text(1, 80),
	"avatar_url":   link(maxEmbedURL, "http", "https"),
	"thread_name":  text(0, 100),
	"applied_tags": list(0, 5, snowflake),
})

var mentionsShape = shape{
	"parse":        list(0, 3, text(1, 100)),
	"users":        list(0, 100, snowflake),
	"roles":        list(0, 100, snowflake),
	"replied_user": boolean,
}

var attachmentShape = shape{
	"id": snowflake, "filename": text(1, maxFilename), "title": text(0, maxFilename),
	"description": text(0, maxAltText), "content_type": text(0, maxFilename),
	"size": number, "url": text(0, maxEmbedURL), "proxy_url": text(0, maxEmbedURL),
	"height": number, "width": number, "ephemeral": boolean,
	"duration_secs": number, "waveform": text(0, 400), "flags": number,
	"is_spoiler": boolean, "is_remix": boolean,
}

var pollShape = shape{
	"question": anything, "answers": list(1, 10, anything), "duration": number,
	"allow_multiselect": boolean, "layout_type": number,
}

var embedShape = shape{
	"type":        text(0, 100),
	"title":       text(0, maxTitle),
	"description": text(0, maxDescription),
	"url":         link(maxEmbedURL, "http", "https"),
	"timestamp":   timestamp,
	"color":       integer(0, 0xFFFFFF),
	"footer":      object(shape{"text": text(1, maxFooter), "icon_url": media, "proxy_icon_url": media}, "text"),
	"author": object(shape{"name": text(1, maxAuthor), "url": link(maxEmbedURL, "http", "https"),
		"icon_url": media, "proxy_icon_url": media}, "name"),
	"image":     object(pictureShape, "url"),
	"thumbnail": object(pictureShape, "url"),
	"video":     object(pictureShape),
	"provider":  object(shape{"name": text(0, maxAuthor), "url": text(0, maxEmbedURL)}),
	"fields": list(0, maxFields, object(shape{"name": text(1, maxFieldName),
		"value": text(1, maxFieldValue), "inline": boolean}, "name", "value")),
}

var pictureShape = shape{"url": media, "proxy_url": media, "height": number, "width": number}

func anything(*checker, string, any) {}

func media(c *checker, at string, v any) {
	link(maxEmbedURL, "http", "https", "attachment")(c, at, v)
}

func with(base, more shape) shape {
	all := shape{}
	for _, s := range []shape{base, more} {
		for key, property := range s {
			all[key] = property
		}
	}
	return all
}

// embed checks one embed; one that shows nothing is refused.
func embed(c *checker, at string, v any) {
	m := embedShape.check(c, at, v)
	if m == nil {
		return
	}
	for _, key := range []string{"title", "description", "author", "footer", "image", "thumbnail"} {
		if said(m[key]) {
			return
		}
	}
	if len(items(m, "fields")) == 0 {
		c.refuse(at, "an embed that shows nothing")
	}
}

func messageFlags(c *checker, at string, v any) {
	n, ok := whole(v)
	const settable = flagSuppressEmbeds | flagEphemeral | flagSilent | flagLayout
	if !ok || n < 0 || n&^settable != 0 {
		c.refuse(at, "an app can only set flags 4, 64, 4096 and 32768")
	}
}

// message checks a whole new message by the shape.
func (c *checker) message(at string, v any, s shape) map[string]any {
	m := c.edit(at, v, s)
	if m != nil && empty(m) && c.files == 0 {
		c.refuse(at, "an empty message")
	}
	return m
}

// edit checks a body whose absent properties leave a message as it was.
func (c *checker) edit(at string, v any, s shape) map[string]any {
	m := s.check(c, at, v)
	if m == nil {
		return nil
	}
	if n := embedText(items(m, "embeds")); n > maxEmbedText {
		c.refuse(at+"/embeds", "%d characters over all embeds, at most %d", n, maxEmbedText)
	}
	c.mentions(at+"/allowed_mentions", m["allowed_mentions"])
	flags, _ := whole(m["flags"])
	c.layout(at+"/components", m["components"], flags&flagLayout != 0)
	if flags&flagLayout != 0 && (said(m["content"]) || said(m["embeds"])) {
		c.refuse(at+"/flags", "in the newer layout a message has neither content nor embeds")
	}
	return m
}

// mentions holds Discord's rule that a kind and its list exclude each other,
// and Griot's that nobody is ever mentioned.
func (c *checker) mentions(at string, v any) {
	m, _ := v.(map[string]any)
	parse, given := m["parse"].([]any)
	for _, kind := range []string{"users", "roles"} {
		if slices.Contains(parse, any(kind)) && len(items(m, kind)) > 0 {
			c.refuse(at+"/parse", "names %q beside a list of %s", kind, kind)
		}
	}
	if !given || len(parse) > 0 || said(m["users"]) || said(m["roles"]) || said(m["replied_user"]) {
		c.refuseHouse(at, "must be {\"parse\": []}, so that nobody is pinged")
	}
}

// empty reports whether a message would show nothing.
func empty(m map[string]any) bool {
	if strings.TrimSpace(str(m, "content")) != "" || said(m["poll"]) {
		return false
	}
	return !said(m["embeds"]) && !said(m["components"]) && !said(m["attachments"])
}

// said reports whether a value says anything: not null, false, "", 0, [] or {}.
func said(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case string:
		return v != ""
	case []any:
		return len(v) > 0
	case map[string]any:
		return len(v) > 0
	}
	n, ok := whole(v)
	return !ok || n != 0
}

// embedText counts what Discord counts together over all embeds.
func embedText(embeds []any) int {
	n := 0
	for _, e := range embeds {
		m, _ := e.(map[string]any)
		n += length(str(m, "title")) + length(str(m, "description"))
		footer, _ := m["footer"].(map[string]any)
		author, _ := m["author"].(map[string]any)
		n += length(str(footer, "text")) + length(str(author, "name"))
		for _, f := range items(m, "fields") {
			field, _ := f.(map[string]any)
			n += length(str(field, "name")) + length(str(field, "value"))
		}
	}
	return n
}

// place writes the pointer of an item.
func place(at string, i int) string { return at + "/" + strconv.Itoa(i) }
