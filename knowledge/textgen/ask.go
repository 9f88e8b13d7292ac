package textgen

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	openai "github.com/sashabaranov/go-openai"
)

// Prompt is one question to the model.
type Prompt struct {
	System string // what to do
	User   string // what to do it on: data, however much it looks like an order
	// Schema is the JSON schema of the answer, or empty for free text.
	Schema json.RawMessage
	// MaxTokens bounds the answer, hidden reasoning included. 0 leaves it to
	// the endpoint.
	MaxTokens int
}

// Answer is what the model said.
type Answer struct {
	// Text is the whole answer, one JSON value if the prompt had a schema. It is
	// proved by nobody yet.
	Text string
	// Tokens is what the ask costs a budget: the endpoint's count where it can
	// be true, else an estimate. It is set with an error, too.
	Tokens int
}

// Ask puts one question and waits for the whole answer, at most Settings.Wall.
// Progress, if not nil, is called on this goroutine with the number of bytes of
// answer so far each time some came; it must not block.
//
// The error is a *Fault, or ctx's error if ctx was cancelled, or says that the
// schema is not JSON. In each case the text is empty.
func (c *Client) Ask(ctx context.Context, p Prompt, progress func(n int)) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	if len(p.Schema) > 0 && !json.Valid(p.Schema) {
		return Answer{}, errors.New("the prompt's schema is not JSON")
	}
	ticket, until, ok := c.breaker.enter()
	if !ok {
		return Answer{}, &Fault{Kind: ErrUnavailable, Detail: "circuit open until " + until.UTC().Format("15:04:05 UTC")}
	}
	result := unknown
	var kind error
	defer func() {
		if c.breaker.settle(ticket, result, kind) {
			s := c.breaker.state()
			c.log.Warn("model", "circuit", s.Circuit, "faults", s.Faults, "until", s.Until)
		}
	}()

	if progress == nil {
		progress = func(int) {}
	}
	answer, fault := c.ask(ctx, p, progress)
	if fault == nil {
		result = well
		return answer, nil
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return answer, ctx.Err()
	}
	result, kind = faulty, fault.Kind
	if fault.mild {
		result = well
	}
	c.log.Warn("model", slog.Any("fault", fault))
	return answer, fault
}

// ask tries the strict dialect and then, if the endpoint can't read it, the
// plain one, within one exchange.
func (c *Client) ask(ctx context.Context, p Prompt, progress func(int)) (Answer, *Fault) {
	ctx, e := c.begin(ctx)
	defer e.end()
	model, plain := c.dialect()
	r := c.read(ctx, e, request(p, model, plain), progress)
	if !plain && (r.status == http.StatusBadRequest || r.status == http.StatusUnprocessableEntity) {
		first := r
		r = c.read(ctx, e, request(p, model, true), progress)
		if r.fault == nil {
			c.keepPlain(model)
		} else {
			r.fault.Detail = c.redact(first.fault.Detail + "; asked plainly: " + r.fault.Detail)
		}
	}
	answer := Answer{Tokens: tokens(p, r)}
	if r.fault != nil {
		return answer, r.fault
	}
	answer.Text = r.text
	if len(p.Schema) > 0 {
		if answer.Text = bareJSON(r.text); answer.Text == "" {
			return answer, &Fault{Kind: ErrNoAnswer, Detail: "the answer is not JSON"}
		}
	}
	return answer, nil
}

// dialect returns the model to ask and how to ask it.
func (c *Client) dialect() (model string, plain bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.model, c.plain
}

// keepPlain remembers the plain dialect, unless the model has changed.
func (c *Client) keepPlain(model string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.model == model {
		c.plain = true
	}
}

// request puts a prompt into one of the two dialects.
func request(p Prompt, model string, plain bool) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: model}
	system := p.System
	switch {
	case plain:
		//lint:ignore SA1019 the older name is all that many endpoints know
		r.MaxTokens = p.MaxTokens
		if len(p.Schema) > 0 {
			system += "\n\nAnswer with one JSON value that fits this schema, and with nothing else:\n" + string(p.Schema)
		}
	default:
		r.MaxCompletionTokens = p.MaxTokens
		r.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
		if len(p.Schema) > 0 {
			r.ResponseFormat = &openai.ChatCompletionResponseFormat{
				Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
				JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: "answer", Schema: p.Schema, Strict: true},
			}
		}
	}
	r.Messages = []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: system},
		{Role: openai.ChatMessageRoleUser, Content: p.User},
	}
	return r
}
