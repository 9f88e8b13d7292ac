package commands

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"griot/knowledge"
)

// Queries keeps what is too long for a button; *knowledge.Library does.
type Queries interface {
	KeepQuery(ctx context.Context, query []byte) (digest string, err error)
	KeptQuery(ctx context.Context, digest string) ([]byte, error)
}

// Signer makes the custom_id of a button and reads it back: version, what it
// opens, the query or its digest, and a 12-byte HMAC-SHA-256 (RFC 2104) over
// these and the server. Only reading buttons exist so far: they have no owner
// and never expire.
type Signer struct {
	Key     []byte
	Queries Queries
}

// buttonVersion is the first character of a custom_id. A change of the form
// takes the next.
const buttonVersion = "1"

const macLength = 12

// The forms of a query in a custom_id.
const (
	whole  = "q" // the query itself
	digest = "d" // its digest
)

// Seal returns the custom_id of a button on a reply to who, at most
// MaxCustomID long.
func (s *Signer) Seal(ctx context.Context, who knowledge.Who, b Button) (string, error) {
	query := b.Ask.encode()
	head := buttonVersion + strconv.Itoa(int(b.Opens))
	body := head + whole + query
	if len(body)+base64.RawURLEncoding.EncodedLen(macLength) > MaxCustomID {
		d, err := s.Queries.KeepQuery(ctx, []byte(query))
		if err != nil {
			return "", err
		}
		body = head + digest + d
	}
	return body + s.mac(who, body), nil
}

func (s *Signer) mac(who knowledge.Who, body string) string {
	h := hmac.New(sha256.New, s.Key)
	h.Write([]byte(who.Guild + "\x00" + body))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:macLength])
}

// Open reads a custom_id that who pressed. It returns a Failure if it is of an
// older version, of another server, altered, or if its query is kept no more.
func (s *Signer) Open(ctx context.Context, who knowledge.Who, customID string) (Ask, Opens, error) {
	cut := len(customID) - base64.RawURLEncoding.EncodedLen(macLength)
	if cut < len("10q") || len(customID) > MaxCustomID {
		return Ask{}, InPlace, refused("button")
	}
	if !strings.HasPrefix(customID, buttonVersion) {
		return Ask{}, InPlace, refused("button old")
	}
	body, mac := customID[:cut], customID[cut:]
	if subtle.ConstantTimeCompare([]byte(mac), []byte(s.mac(who, body))) != 1 {
		return Ask{}, InPlace, refused("button")
	}
	query := body[3:]
	if body[2:3] == digest {
		kept, err := s.Queries.KeptQuery(ctx, query)
		if errors.Is(err, knowledge.ErrNotFound) {
			return Ask{}, InPlace, refused("button gone")
		}
		if err != nil {
			return Ask{}, InPlace, err
		}
		query = string(kept)
	}
	ask, ok := decodeAsk(query)
	if !ok {
		return Ask{}, InPlace, refused("button")
	}
	return ask, Opens(body[1] - '0'), nil
}

// encode writes an ask as short as it can be read back: command, page, values.
func (a Ask) encode() string {
	values := url.Values{}
	for name, value := range a.Values {
		values.Set(name, value)
	}
	return a.Command + ";" + strconv.Itoa(a.Page) + ";" + values.Encode()
}

func decodeAsk(s string) (Ask, bool) {
	parts := strings.SplitN(s, ";", 3)
	if len(parts) < 3 {
		return Ask{}, false
	}
	page, err := strconv.Atoi(parts[1])
	values, err2 := url.ParseQuery(parts[2])
	if err != nil || err2 != nil {
		return Ask{}, false
	}
	ask := Ask{Command: parts[0], Page: page, Values: map[string]string{}}
	for name := range values {
		ask.Values[name] = values.Get(name)
	}
	return ask, true
}
