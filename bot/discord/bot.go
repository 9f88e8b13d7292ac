package discord

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"griot/commands"
)

// Errors that end Serve.
var (
	// ErrAddress means that APIURL is no address.
	ErrAddress = errors.New("the API's address must look like https://host/api/v9")
	// ErrToken means that Discord does not know the token.
	ErrToken = errors.New("token refused by Discord: copy it again from the application's page, Bot, Reset Token")
	// ErrRefused means that Discord knows the bot and refuses what it wants.
	ErrRefused = errors.New("bot refused by Discord")
	// ErrUnreachable means that nobody, or nobody fit to answer, was found at
	// Discord's address.
	ErrUnreachable = errors.New("no answer from Discord")
)

// How long the bot waits.
const (
	// patience is how long a reply may take before the bot says that it is
	// coming. Discord takes a first answer for 3 s.
	patience = 1500 * time.Millisecond
	// tokenLife is how long Discord takes edits of an answer.
	tokenLife = 15 * time.Minute
	// drainTime is how long handlers may still work once the bot is to stop.
	drainTime = 8 * time.Second
	// requestTime bounds one request to Discord.
	requestTime = 10 * time.Second
)

// Bot answers on Discord. Its fields are set before Serve is called.
type Bot struct {
	Token  string
	APIURL string   // base of the REST API, with its version; "" for Discord's own
	Guild  string   // announce the commands to this server only; "" to all
	Owners []string // Discord ids of those who have the Owner role
	Griot  *commands.Griot
	Log    *slog.Logger

	// after is the clock of all waits; nil for the real one.
	after func(time.Duration) <-chan time.Time
}

// Serve connects to Discord, announces the commands if Discord has others, and
// answers until ctx is done. Then it takes no new work, lets what is being
// answered finish for at most 8 s, closes the connection and returns nil. A
// connection that is lost is made again; an error is returned if the first one
// can't be made or if Discord refuses the bot for good. It wraps one of the
// errors above and shows no token.
func (b *Bot) Serve(ctx context.Context) error {
	to, err := newTransport(b.APIURL)
	if err != nil {
		return err
	}
	defer to.next.CloseIdleConnections()
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	client := &http.Client{Transport: to, Timeout: requestTime, CheckRedirect: stayHere}
	s := &service{
		Bot: b, api: &api{token: b.Token, http: client}, render: Renderer{b.Griot.Buttons, b.Log},
		after: b.after, work: work, stop: stop,
	}
	if s.after == nil {
		s.after = time.After
	}
	defer s.drain()
	return s.stayConnected(ctx)
}

// stayHere refuses to follow a redirect: Discord's API has none.
func stayHere(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// permissions are what the bot asks a server for: see channels, write, embed
// links, attach files.
const permissions = "52224"

// InviteURL returns the address at which somebody who may manage a server adds
// the bot to it.
func InviteURL(applicationID string) string {
	query := url.Values{"client_id": {applicationID}, "scope": {"bot applications.commands"}, "permissions": {permissions}}
	return "https://discord.com/oauth2/authorize?" + query.Encode()
}
