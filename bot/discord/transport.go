package discord

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"

	"github.com/bwmarrin/discordgo"
)

var (
	// errLoud means that a message could have pinged somebody.
	errLoud = errors.New("a message without an empty allowed_mentions.parse is not sent")
	// errElsewhere means that a request would have left Discord.
	errElsewhere = errors.New("a request to something other than Discord's API and files is not sent")
)

// transport is the way of every request. It sends requests for Discord's API
// to base, those for its files to their hosts or, if base isn't Discord's own,
// to that one too, no others anywhere, and no message that could ping somebody.
type transport struct {
	base *url.URL // with the version
	next *http.Transport
}

// newTransport returns the transport to an API, "" for Discord's own. Its
// error wraps ErrAddress.
func newTransport(base string) (*transport, error) {
	if base == "" {
		base = discordgo.EndpointAPI
	}
	u, err := url.Parse(strings.TrimSuffix(base, "/"))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, ErrAddress // without the address, which may hold a password
	}
	return &transport{u, http.DefaultTransport.(*http.Transport).Clone()}, nil
}

// RoundTrip sends a request on its way.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := bodyOf(r)
	if err != nil {
		return nil, err
	}
	to := t.file(r)
	if to == nil {
		path, ours := strings.CutPrefix(r.URL.String(), discordgo.EndpointAPI)
		if !ours {
			return nil, errElsewhere
		}
		if isLoud(r.Method, path, payload(r.Header.Get("Content-Type"), body)) {
			return nil, errLoud
		}
		if to, err = url.Parse(t.base.String() + "/" + path); err != nil {
			return nil, errElsewhere
		}
	}
	r = r.Clone(r.Context())
	r.URL, r.Host = to, to.Host
	r.Body = http.NoBody
	if len(body) > 0 {
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	return t.next.RoundTrip(r)
}

// file returns where a request for one of Discord's files goes, nil if it is
// another.
func (t *transport) file(r *http.Request) *url.URL {
	if r.Method != http.MethodGet || !isFile(r.URL) {
		return nil
	}
	to := *r.URL
	if !strings.HasPrefix(discordgo.EndpointAPI, t.base.Scheme+"://"+t.base.Host+"/") {
		to.Scheme, to.Host = t.base.Scheme, t.base.Host
	}
	return &to
}

// bodyOf reads the whole body of a request and closes it.
func bodyOf(r *http.Request) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	defer r.Body.Close()
	return io.ReadAll(r.Body)
}

// payload returns the JSON of a body that may have files beside it, nothing if
// there isn't exactly one.
func payload(kind string, body []byte) []byte {
	media, parameters, err := mime.ParseMediaType(kind)
	if err != nil || media != "multipart/form-data" {
		return body
	}
	var found []byte
	parts := multipart.NewReader(bytes.NewReader(body), parameters["boundary"])
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			return nil
		}
		if part.FormName() != "payload_json" {
			continue
		}
		content, err := io.ReadAll(part)
		if err != nil || found != nil {
			return nil
		}
		found = content
	}
}

// isLoud reports whether a request carries a message that could ping somebody.
// What can't be read might.
func isLoud(method, path string, body []byte) bool {
	if method == http.MethodGet || method == http.MethodDelete {
		return false
	}
	switch {
	case strings.HasPrefix(path, "interactions/"):
		var first struct {
			Type discordgo.InteractionResponseType `json:"type"`
			Data json.RawMessage                   `json:"data"`
		}
		if json.Unmarshal(body, &first) != nil {
			return true
		}
		isMessage := first.Type == discordgo.InteractionResponseChannelMessageWithSource || first.Type == discordgo.InteractionResponseUpdateMessage
		return isMessage && !isSilent(first.Data)
	case strings.HasPrefix(path, "webhooks/"), strings.HasPrefix(path, "channels/") && strings.Contains(path, "/messages"):
		return !isSilent(body)
	}
	return false
}

// isSilent reports whether a message says that nobody is to be pinged.
func isSilent(message []byte) bool {
	var m struct {
		Rule struct {
			Parse       *[]string `json:"parse"`
			Users       []string  `json:"users"`
			Roles       []string  `json:"roles"`
			RepliedUser bool      `json:"replied_user"`
		} `json:"allowed_mentions"`
	}
	if json.Unmarshal(message, &m) != nil || m.Rule.Parse == nil {
		return false
	}
	return len(*m.Rule.Parse)+len(m.Rule.Users)+len(m.Rule.Roles) == 0 && !m.Rule.RepliedUser
}
