package discordtest

import (
	"context"
	"errors"
	"fmt"
)

// Response is the bot's first answer to an interaction, and the way to what
// became of it.
type Response struct {
	Type      int            // AnswerMessage, AnswerDeferred, ...
	Raw       []byte         // the JSON as it was sent
	Body      map[string]any // the same, decoded
	Ephemeral bool           // whether only the user sees the message that answers
	Choices   []Choice       // of an autocomplete
	Modal     *Modal         // the form that opened, or nil

	server *Server
	by     *interaction
}

// Modal is a form.
type Modal struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []Component `json:"components"`
}

// Message returns the message that answers, as it stands after edits; for an
// update it is the message that was pressed. It is zero if there is none.
func (r *Response) Message() Message {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	if r.by.original == nil {
		return Message{}
	}
	return r.by.original.snapshot()
}

// FollowUps returns the messages that followed, as they stand.
func (r *Response) FollowUps() []Message {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	var all []Message
	for _, m := range r.by.followUps {
		all = append(all, m.snapshot())
	}
	return all
}

// Await waits until the message that answers, or the follow-ups, are as the
// test wants, and returns the message. The test's function must not act on the
// server.
func (r *Response) Await(ctx context.Context, until func(answer Message, followUps []Message) bool) (Message, error) {
	err := r.server.wait(ctx, func() bool {
		var answer Message
		if r.by.original != nil {
			answer = r.by.original.snapshot()
		}
		var more []Message
		for _, m := range r.by.followUps {
			more = append(more, m.snapshot())
		}
		return until(answer, more)
	})
	if err != nil {
		return r.Message(), fmt.Errorf("%s: %w", r.by.what, err)
	}
	return r.Message(), nil
}

// Settled waits until a deferred answer has become a message, and returns it;
// any other answer is settled at once.
func (r *Response) Settled(ctx context.Context) (Message, error) {
	return r.Await(ctx, func(answer Message, _ []Message) bool { return !answer.Loading() })
}

// Submit sends the form that the response opened, with what the user typed by
// custom_id; other inputs keep the text that they opened with. It returns an
// error if the client wouldn't send it: no such input, a required one empty, or
// a text too short or too long.
func (r *Response) Submit(ctx context.Context, typed map[string]string) (*Response, error) {
	if r.Modal == nil {
		return nil, fmt.Errorf("%s: opened no form", r.by.what)
	}
	i := &interaction{kind: kindSubmit, user: r.by.user, source: r.by.source, what: fmt.Sprintf("form %q", r.Modal.CustomID)}
	for customID := range typed {
		if c := find(r.Modal.Components, customID); c == nil || c.Type != kindTextInput {
			return nil, fmt.Errorf("%s: no text input %q", i.what, customID)
		}
	}
	rows, err := filledRows(r.Modal.Components, typed)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", i.what, err)
	}
	return r.by.channel.act(ctx, i, map[string]any{"custom_id": r.Modal.CustomID, "components": rows})
}

// filledRows mirrors a form's layout, with values.
func filledRows(rows []Component, typed map[string]string) ([]any, error) {
	all := []any{}
	for n, row := range rows {
		one := map[string]any{"type": row.Type, "id": n + 1}
		inner := row.Components
		if row.Component != nil {
			inner = []Component{*row.Component}
		}
		filled := []any{}
		for _, c := range inner {
			value, err := c.input(typed)
			if err != nil {
				return nil, fmt.Errorf("input %q: %w", c.CustomID, err)
			}
			filled = append(filled, map[string]any{"type": c.Type, "id": n + 1, "custom_id": c.CustomID, "value": value})
		}
		if row.Component != nil {
			one["component"] = filled[0]
		} else {
			one["components"] = filled
		}
		all = append(all, one)
	}
	return all, nil
}

// input returns what a text input holds when the form is sent.
func (c Component) input(typed map[string]string) (string, error) {
	value, given := typed[c.CustomID]
	if !given {
		value = c.Value
	}
	most := c.MaxLength
	if most == 0 {
		most = maxInputValue
	}
	n := length(value)
	switch {
	case n == 0 && (c.Required == nil || *c.Required):
		return "", errors.New("required")
	case n > most || n > 0 && n < c.MinLength:
		return "", fmt.Errorf("%d characters, from %d to %d", n, c.MinLength, most)
	}
	return value, nil
}
