package commands

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
	"time"

	"griot/knowledge"
)

// Queries keeps what is too long for a button; *knowledge.Library does.
type Queries interface {
	KeepQuery(ctx context.Context, query []byte) (digest string, err error)
	KeptQuery(ctx context.Context, digest string) ([]byte, error)
}

// Signer makes the custom_id of a button and reads it back: version, what it
// opens, the query or its digest, and a 12-byte HMAC-SHA-256 (RFC 2104) over
// these and the server. Whoever is there may press it, and it never expires.
//
// What writes also carries the second at which it expires, and its HMAC is over
// the person too, so that it works for one alone. Two more HMACs are there to
// say why it is refused: one of the server, one of the text itself.
type Signer struct {
	Key     []byte
	Queries Queries
	Now     func() time.Time // for what expires
}

// buttonVersion is the first character of a custom_id. A change of the form
// takes the next.
const buttonVersion = "1"

// Lengths in bytes of what stands in a custom_id in base64.
const (
	macLength    = 12
	expiryLength = 4 // seconds since 1970, until 2106
	serverLength = 3
	checkLength  = 4
)

// way is how a custom_id is sealed, by its third character: another one if the
// query stands there by its digest. What has a life has an owner.
type way struct {
	whole, kept string
	life        time.Duration
}

// The ways. A form lives longer, since people write in it.
var (
	reading = way{"q", "d", 0}
	writing = way{"w", "W", 15 * time.Minute}
	filling = way{"f", "F", time.Hour}
)

// headLength is that of version, what it opens, and the way.
const headLength = 3

var errNoOwner = errors.New("a button that writes needs an owner")

// Seal returns the custom_id of a button on a reply to who, at most
// MaxCustomID long.
func (s *Signer) Seal(ctx context.Context, who knowledge.Who, b Button) (string, error) {
	if b.Writes {
		return s.seal(ctx, who, writing, b.Opens, b.Ask.encode())
	}
	return s.seal(ctx, who, reading, b.Opens, b.Ask.encode())
}

func (s *Signer) seal(ctx context.Context, who knowledge.Who, w way, opens Opens, query string) (string, error) {
	head, expiry := buttonVersion+strconv.Itoa(int(opens)), ""
	if w.life > 0 {
		if who.User == "" {
			return "", errNoOwner
		}
		expiry = encoded(binary.BigEndian.AppendUint32(nil, uint32(s.Now().Add(w.life).Unix())))
	}
	body := head + w.whole + expiry + query
	if len(body)+w.marksLength() > MaxCustomID {
		d, err := s.Queries.KeepQuery(ctx, []byte(query))
		if err != nil {
			return "", err
		}
		body = head + w.kept + expiry + d
	}
	return body + s.marks(who, w, body), nil
}

// marks returns what proves a body.
func (s *Signer) marks(who knowledge.Who, w way, body string) string {
	if w.life == 0 {
		return s.hash(macLength, who.Guild, body)
	}
	marks := s.serverMark(who, body) + s.hash(macLength, who.Guild, who.User, body)
	return marks + s.checkMark(body+marks)
}

func (s *Signer) serverMark(who knowledge.Who, body string) string {
	return s.hash(serverLength, "", "server", who.Guild, body)
}

func (s *Signer) checkMark(text string) string { return s.hash(checkLength, "", "text", text) }

// hash returns the first n bytes of the HMAC of texts. None holds a zero byte.
func (s *Signer) hash(n int, texts ...string) string {
	h := hmac.New(sha256.New, s.Key)
	h.Write([]byte(strings.Join(texts, "\x00")))
	return encoded(h.Sum(nil)[:n])
}

func encoded(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func encodedLen(n int) int { return base64.RawURLEncoding.EncodedLen(n) }

func (w way) marksLength() int {
	if w.life == 0 {
		return encodedLen(macLength)
	}
	return encodedLen(serverLength) + encodedLen(macLength) + encodedLen(checkLength)
}

func (w way) expiryLength() int {
	if w.life == 0 {
		return 0
	}
	return encodedLen(expiryLength)
}

// Open reads the custom_id of a button that who pressed. It returns a Failure
// if it is of an older version, of another server, altered, or if its query is
// kept no more; of one that writes, also if it is another person's or expired.
func (s *Signer) Open(ctx context.Context, who knowledge.Who, customID string) (Ask, Opens, error) {
	query, opens, err := s.open(ctx, who, customID, reading, writing)
	if err != nil {
		return Ask{}, InPlace, err
	}
	ask, ok := decodeAsk(query)
	if !ok {
		return Ask{}, InPlace, refused("button")
	}
	if opens != InPlace { // every page that follows is as private
		ask = ask.privately(opens == ForMe)
	}
	return ask, opens, nil
}

// open returns the query of a custom_id that is sealed in one of the ways.
func (s *Signer) open(ctx context.Context, who knowledge.Who, customID string, ways ...way) (string, Opens, error) {
	if len(customID) < headLength+encodedLen(macLength) || len(customID) > MaxCustomID {
		return "", InPlace, refused("button")
	}
	if !strings.HasPrefix(customID, buttonVersion) {
		return "", InPlace, refused("button old")
	}
	for _, w := range ways {
		if mark := customID[2:3]; mark == w.whole || mark == w.kept {
			return s.opened(ctx, who, customID, w)
		}
	}
	return "", InPlace, refused("button")
}

// opened returns the query of a custom_id that is sealed in a way.
func (s *Signer) opened(ctx context.Context, who knowledge.Who, customID string, w way) (string, Opens, error) {
	cut := len(customID) - w.marksLength()
	if cut < headLength+w.expiryLength() {
		return "", InPlace, refused("button")
	}
	body := customID[:cut]
	if err := s.proved(who, w, body, customID[cut:]); err != nil {
		return "", InPlace, err
	}
	query, opens := body[headLength+w.expiryLength():], Opens(body[1]-'0')
	if body[2:3] == w.whole {
		return query, opens, nil
	}
	kept, err := s.Queries.KeptQuery(ctx, query)
	if errors.Is(err, knowledge.ErrNotFound) {
		return "", InPlace, refused("button gone")
	}
	return string(kept), opens, err
}

// proved returns nil if the marks are those of the body for who, and it is not
// expired. What is refused is said from the outside in, since the text must be
// whole before anything can be said of it.
func (s *Signer) proved(who knowledge.Who, w way, body, marks string) error {
	if w.life == 0 {
		return same(marks, s.marks(who, w, body), "button")
	}
	check := len(marks) - encodedLen(checkLength)
	if err := same(marks[check:], s.checkMark(body+marks[:check]), "button"); err != nil {
		return err
	}
	if err := same(marks[:encodedLen(serverLength)], s.serverMark(who, body), "button elsewhere"); err != nil {
		return err
	}
	if err := same(marks, s.marks(who, w, body), "button of another"); err != nil {
		return err
	}
	expiry, err := base64.RawURLEncoding.DecodeString(body[headLength : headLength+w.expiryLength()])
	if err != nil {
		return refused("button")
	}
	if s.Now().After(time.Unix(int64(binary.BigEndian.Uint32(expiry)), 0)) {
		return refused("button expired")
	}
	return nil
}

// same returns the refusal of a code unless two texts are the same.
func same(got, want, code string) error {
	if subtle.ConstantTimeCompare([]byte(got), []byte(want)) != 1 {
		return refused(code)
	}
	return nil
}
