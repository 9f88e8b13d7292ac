package discord

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// Waits between two attempts to connect; Discord wants 5 s at least.
const (
	firstPause = 5 * time.Second
	lastPause  = 5 * time.Minute
	// openTime bounds the way from dialling to READY.
	openTime = 30 * time.Second
)

// stayConnected holds a connection until ctx is done. Each is a session of its
// own, since discordgo's reconnecting can't be stopped.
func (s *service) stayConnected(ctx context.Context) error {
	pause, served := firstPause, false
	for {
		up, err := s.connect(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if up {
			pause, served = firstPause, true
		}
		if !served || errors.Is(err, ErrToken) || errors.Is(err, ErrRefused) {
			return err
		}
		s.Log.Warn("connection lost; connecting again", "error", err, "after", pause)
		select {
		case <-s.after(pause):
		case <-ctx.Done():
			return nil
		}
		pause = min(2*pause, lastPause)
	}
}

// connect makes one connection and holds it until it is lost or ctx is done.
// It reports whether it was up.
func (s *service) connect(ctx context.Context) (up bool, err error) {
	application, err := s.api.whoAmI(ctx)
	if err != nil {
		return false, fmt.Errorf("ask who the bot is: %w", refusal(err))
	}
	if err := s.announce(ctx, application); err != nil {
		return false, fmt.Errorf("announce the commands: %w", refusal(err))
	}
	session, lost := s.session()
	if err := s.open(ctx, session); err != nil {
		return false, fmt.Errorf("open the gateway: %w", err)
	}
	s.Log.Info("connected", "application", application, "invite", InviteURL(application))
	for {
		select {
		case <-ctx.Done():
			s.drain()
			return true, session.Close()
		case <-lost:
			return true, fmt.Errorf("%w: the gateway closed", ErrUnreachable)
		case <-s.after(clearPause):
			s.clearDesks()
		}
	}
}

// session returns a session that answers interactions, and a channel that
// closes when its connection is lost. Only raw events are listened to:
// discordgo drops those that hold something newer than it knows.
func (s *service) session() (*discordgo.Session, <-chan struct{}) {
	session, _ := discordgo.New("Bot " + s.Token) // never fails
	session.Client = s.api.http
	session.LogLevel = discordgo.LogError - 1 // it prints past Log, which hides secrets
	session.ShouldReconnectOnError, session.ShouldRetryOnRateLimit = false, false
	session.StateEnabled = false
	session.Identify.Intents = discordgo.IntentGuilds // which is not privileged
	lost := make(chan struct{})
	lose := sync.OnceFunc(func() { close(lost) })
	session.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { lose() })
	session.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) {
		if e.Type == "INTERACTION_CREATE" {
			s.serve(e.RawData)
			return
		}
		s.attend(e.Type, e.RawData)
	})
	return session, lost
}

// open opens the session. It gives up when ctx is done or openTime has gone
// by, since discordgo may wait for ever.
func (s *service) open(ctx context.Context, session *discordgo.Session) error {
	opened := make(chan error, 1)
	go func() { opened <- session.Open() }()
	select {
	case err := <-opened:
		return gatewayError(err)
	case <-ctx.Done():
	case <-s.after(openTime):
	}
	// A session that opens after all must not stay: it would answer too.
	closed := make(chan struct{})
	go func() {
		if <-opened == nil {
			session.Close()
		}
		close(closed)
	}()
	select {
	case <-closed:
	case <-s.after(drainTime):
	}
	return fmt.Errorf("%w: no greeting", ErrUnreachable)
}

// gatewayError says what became of opening a session, without addresses and bodies.
func gatewayError(err error) error {
	var closed *websocket.CloseError
	var rest *discordgo.RESTError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &closed) && closed.Code == 4004:
		return fmt.Errorf("%w (gateway closed with %d)", ErrToken, closed.Code)
	case errors.As(err, &closed) && closed.Code >= 4010 && closed.Code <= 4014:
		return fmt.Errorf("%w (gateway closed with %d)", ErrRefused, closed.Code)
	case errors.As(err, &closed):
		return fmt.Errorf("%w (gateway closed with %d)", ErrUnreachable, closed.Code)
	case errors.As(err, &rest):
		return refusal(&apiError{Status: rest.Response.StatusCode})
	}
	return refusal(err)
}
