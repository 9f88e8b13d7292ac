package textgen

import (
	"errors"
	"log/slog"
	"net/url"
	"strings"
	"unicode"
)

// How an ask can fail. Each is safe to show: none carries the key, an address
// or the endpoint's words.
var (
	// ErrUnavailable: no connection, an error of the server, a redirect, a
	// request that it can't read, or the circuit is open.
	ErrUnavailable = errors.New("the model is unavailable")
	// ErrSlow: the time for the whole, or for a silence, has passed.
	ErrSlow = errors.New("the model took too long")
	// ErrCut: the answer began, and ended without saying that it was complete.
	ErrCut = errors.New("the model's answer was cut short")
	// ErrTooLarge: the body is larger than allowed.
	ErrTooLarge = errors.New("the model's answer is too large")
	// ErrRefused: the key, its quota or its rate is refused (401, 402, 403, 429).
	ErrRefused = errors.New("the model's endpoint refuses us")
	// ErrNoAnswer: the endpoint replied, and what it said is no answer.
	ErrNoAnswer = errors.New("the model gave no answer")
)

// Fault is the error of an ask that went out, or was held back by an open
// circuit. Its text is that of its kind.
type Fault struct {
	// Kind is one of the sentinels of this package.
	Kind error
	// Detail is for the operator: what happened, on one line of at most 300
	// characters, without the key. It may hold words of the endpoint.
	Detail string

	mild bool // the endpoint is well, this answer alone is not
}

// Error returns the text of the kind and nothing else.
func (f *Fault) Error() string { return f.Kind.Error() }

// Unwrap returns the kind.
func (f *Fault) Unwrap() error { return f.Kind }

// LogValue gives a log both kind and detail.
func (f *Fault) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", f.Kind.Error()), slog.String("detail", f.Detail))
}

// longestDetail in characters; a page of HTML is cut there.
const longestDetail = 300

// redactor returns a function that takes the key out of a text, as it is and
// as it stands in a URL, and then makes one short line of it. Taking out comes
// first, else the cut could leave half a key.
func redactor(key string) func(string) string {
	hide := strings.NewReplacer()
	if key != "" {
		const hidden = "[key]"
		hide = strings.NewReplacer(key, hidden, url.QueryEscape(key), hidden, url.PathEscape(key), hidden)
	}
	return func(text string) string {
		text = hide.Replace(strings.ToValidUTF8(text, "\uFFFD"))
		line := strings.Join(strings.FieldsFunc(text, func(r rune) bool {
			return unicode.IsSpace(r) || !unicode.IsPrint(r)
		}), " ")
		if runes := []rune(line); len(runes) > longestDetail {
			return string(runes[:longestDetail-1]) + "…"
		}
		return line
	}
}
