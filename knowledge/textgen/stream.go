package textgen

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

// reading is what one request brought.
type reading struct {
	text    string
	usage   int // the endpoint's count of tokens, if it gave one
	status  int // of HTTP; 0 without a reply
	fault   *Fault
	stopped bool // "stop" has come
}

// What a stream may not hold.
var (
	errAfterStop = errors.New("text after the end")
	errDeclined  = errors.New("the model declines")
)

// finish is a finish reason that is not "stop".
type finish openai.FinishReason

func (f finish) Error() string { return fmt.Sprintf("finish reason %q", string(f)) }

// kind tells an answer that ran into its limit of tokens from one that was
// filtered or is a call of a tool.
func (f finish) kind() error {
	if openai.FinishReason(f) == openai.FinishReasonLength {
		return ErrCut
	}
	return ErrNoAnswer
}

// read sends a request and collects the stream. A fault keeps the text that
// had come, for the count of tokens only.
func (c *Client) read(ctx context.Context, e *exchange, req openai.ChatCompletionRequest, progress func(int)) reading {
	var r reading
	err := c.collect(ctx, e, req, &r, progress)
	r.status = e.reply()
	switch {
	case !r.stopped || !forgiven(e, err):
		r.fault = c.fault(ctx, e, &r, err)
	case r.text == "":
		r.fault = &Fault{Kind: ErrNoAnswer, Detail: "an empty answer"}
	}
	return r
}

// forgiven reports whether what ended a stream after "stop" leaves the answer
// whole: a connection that breaks or falls silent then costs only the count of
// tokens.
func forgiven(e *exchange, err error) bool {
	var said *openai.APIError
	var reason finish
	return !errors.As(err, &said) && !errors.As(err, &reason) &&
		!errors.Is(err, errAfterStop) && !errors.Is(err, errDeclined) && !e.tooLarge()
}

// collect reads the stream to its end, which is always an error. The end of the
// exchange closes it.
func (c *Client) collect(ctx context.Context, e *exchange, req openai.ChatCompletionRequest, r *reading, progress func(int)) error {
	stream, err := c.api(e.client()).CreateChatCompletionStream(ctx, req)
	if err != nil {
		return err
	}
	var text strings.Builder
	defer func() { r.text = text.String() }()
	for {
		chunk, err := stream.Recv()
		if err = cmp.Or(err, ctx.Err()); err != nil {
			return err // what was read ahead of a cancelled ask doesn't count
		}
		if chunk.Usage != nil {
			r.usage = chunk.Usage.TotalTokens
		}
		for _, choice := range chunk.Choices {
			if err := r.take(choice, &text); err != nil {
				return err
			}
			if choice.Delta.Content != "" {
				progress(text.Len())
			}
		}
	}
}

// take adds a piece of the first choice; others weren't asked for.
func (r *reading) take(choice openai.ChatCompletionStreamChoice, text *strings.Builder) error {
	if choice.Index != 0 {
		return nil
	}
	if choice.Delta.Refusal != "" {
		return errDeclined
	}
	if r.stopped && choice.Delta.Content != "" {
		return errAfterStop
	}
	text.WriteString(choice.Delta.Content)
	switch choice.FinishReason {
	case "":
	case openai.FinishReasonStop:
		r.stopped = true
	default:
		return finish(choice.FinishReason)
	}
	return nil
}

// fault names what ended an exchange. What was done from here comes first: the
// error that it caused below says less.
func (c *Client) fault(ctx context.Context, e *exchange, r *reading, err error) *Fault {
	f := &Fault{Kind: ErrUnavailable, Detail: c.redact(err.Error())}
	var said *openai.APIError
	var reason finish
	switch cause := context.Cause(ctx); {
	case cause != nil:
		f.Kind, f.Detail = ErrSlow, cause.Error()
	case refused[r.status], errors.As(err, &said) && refusal(said):
		f.Kind = ErrRefused
	case e.tooLarge():
		f.Kind, f.Detail = ErrTooLarge, errBody.Error()
	case said != nil, r.status == 0, r.status >= http.StatusMultipleChoices:
	case errors.As(err, &reason):
		f.mild = true
		f.Kind = reason.kind()
	case errors.Is(err, errDeclined):
		f.Kind, f.mild = ErrNoAnswer, true
	case errors.Is(err, errAfterStop):
		f.Kind = ErrNoAnswer
	case r.text != "", errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, new(net.Error)):
		f.Kind = ErrCut
	default:
		f.Kind, f.Detail = ErrNoAnswer, c.redact("no answer in a body of type "+e.bodyType())
	}
	return f
}

// refused are the statuses by which an endpoint turns away a key, its quota or
// its rate.
var refused = map[int]bool{
	http.StatusUnauthorized: true, http.StatusPaymentRequired: true,
	http.StatusForbidden: true, http.StatusTooManyRequests: true,
}

// refusal reports whether an error within a stream says the same, by a number
// or by one of OpenAI's codes (platform.openai.com/docs/guides/error-codes).
func refusal(said *openai.APIError) bool {
	switch code := said.Code.(type) {
	case int:
		return refused[code]
	case string:
		return code == "invalid_api_key" || code == "insufficient_quota" || code == "rate_limit_exceeded"
	}
	return false
}
