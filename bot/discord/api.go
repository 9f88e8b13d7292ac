package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/bwmarrin/discordgo"

	"griot/commands"
)

// userAgent has the form that Discord demands.
const userAgent = "DiscordBot (https://github.com/bwmarrin/discordgo, v" + discordgo.VERSION + ")"

// maxBody bounds what is read of an answer, in bytes.
const maxBody = 4 << 20

// api is Discord's REST interface, as far as Griot uses it. discordgo's own
// calls keep every interaction's token for ever, and their errors show tokens;
// those of api show status and code only.
type api struct {
	token string
	http  *http.Client
}

// apiError is what Discord answered instead of what was asked for.
type apiError struct {
	Status int
	Code   int // of Discord's own; 0 if there was none
}

// Error returns status and code.
func (e *apiError) Error() string { return fmt.Sprintf("status %d, code %d", e.Status, e.Code) }

// call sends in as JSON, unless it is nil, and decodes the answer into out,
// unless it is nil.
func (a *api) call(ctx context.Context, method, url string, in, out any) error {
	if in == nil {
		return a.send(ctx, method, url, &body{}, out)
	}
	return a.send(ctx, method, url, jsonBody(in), out)
}

// send sends a body, and decodes the answer into out, unless it is nil.
func (a *api) send(ctx context.Context, method, url string, b *body, out any) error {
	r, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(b.bytes))
	if err != nil {
		return bare(err)
	}
	r.Header.Set("User-Agent", userAgent)
	r.Header.Set("Authorization", "Bot "+a.token)
	if b.kind != "" {
		r.Header.Set("Content-Type", b.kind)
	}
	answer, err := a.http.Do(r)
	if err != nil {
		return bare(err)
	}
	defer answer.Body.Close()
	got, err := io.ReadAll(io.LimitReader(answer.Body, maxBody))
	if err != nil {
		return bare(err)
	}
	if answer.StatusCode >= 300 {
		said := struct{ Code int }{}
		json.Unmarshal(got, &said) // a proxy's page has no code
		return &apiError{answer.StatusCode, said.Code}
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(got, out)
}

// bare takes the address off an error: an interaction's holds its token.
func bare(err error) error {
	var addressed *url.Error
	if errors.As(err, &addressed) {
		return addressed.Err
	}
	return err
}

// whoAmI returns the application's id.
func (a *api) whoAmI(ctx context.Context) (string, error) {
	var application struct{ ID string }
	err := a.call(ctx, http.MethodGet, discordgo.EndpointApplications+"/@me", nil, &application)
	return application.ID, err
}

// callback sends the first answer to an interaction.
func (a *api) callback(ctx context.Context, in *interaction, first answer) error {
	var files []commands.File
	if first.message != nil && first.message.Data != nil {
		files = first.message.Data.Files
	}
	return a.deliver(ctx, http.MethodPost, discordgo.EndpointInteractionResponse(in.ID, in.Token), first.body, files)
}

// edit puts the message in the place of the first answer, and its files in the
// place of those that are there. Whether it is private is fixed.
func (a *api) edit(ctx context.Context, in *interaction, m *Message) error {
	edited := *m
	edited.Flags = 0
	edited.attach(m.Files)
	return a.deliver(ctx, http.MethodPatch, discordgo.EndpointInteractionResponseActions(in.Application, in.Token), edited, m.Files)
}

// follow sends a message after the first answer.
func (a *api) follow(ctx context.Context, in *interaction, m *Message) error {
	return a.deliver(ctx, http.MethodPost, discordgo.EndpointFollowupMessage(in.Application, in.Token), m, m.Files)
}

// deliver sends v as JSON, with files beside it if there are any.
func (a *api) deliver(ctx context.Context, method, url string, v any, files []commands.File) error {
	b, err := bodyWith(v, files)
	if err != nil {
		return err
	}
	return a.send(ctx, method, url, b, nil)
}

// isUnfit reports whether an answer was refused for what it is, and another
// may still be sent.
func isUnfit(err error) bool {
	var refused *apiError
	if errors.As(err, &refused) {
		return refused.Status == http.StatusBadRequest && refused.Code != codeAnswered
	}
	return errors.Is(err, errLoud)
}

// codeAnswered is Discord's code for a second first answer.
const codeAnswered = 40060

// refusal tells the operator what an error of the API means for the bot.
func refusal(err error) error {
	var refused *apiError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &refused):
		return fmt.Errorf("%w: %w", ErrUnreachable, bare(err))
	case refused.Status == http.StatusUnauthorized:
		return fmt.Errorf("%w (%w)", ErrToken, err)
	case refused.Status == http.StatusTooManyRequests || refused.Status >= 500:
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	return fmt.Errorf("%w: %w", ErrRefused, err)
}
