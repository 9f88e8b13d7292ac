package main

import (
	"io"
	"log/slog"
	"regexp"
	"strings"
	"sync"

	"github.com/lmittmann/tint"

	"griot/bot/console"
)

// redactor keeps secrets out of what the operator reads: those it was told,
// and whatever has the shape of a Discord token or an API key.
type redactor struct {
	mu      sync.RWMutex
	secrets []string
}

// hide makes the redactor take out a secret wherever it stands.
func (r *redactor) hide(secret string) {
	if secret == "" {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.secrets = append(r.secrets, secret)
}

// secretShape finds bot tokens, interaction tokens in a URL's path, and keys
// that begin with sk-.
var secretShape = regexp.MustCompile(`[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}|(?:interactions|webhooks)/\d+/[A-Za-z0-9_.%-]{20,}|\bsk-[A-Za-z0-9_-]{16,}`)

// clean returns s with the secrets taken out.
func (r *redactor) clean(s string) string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for _, secret := range r.secrets {
		s = strings.ReplaceAll(s, secret, "[secret]")
	}
	return secretShape.ReplaceAllString(s, "[secret]")
}

// redacting stands before a writer of log lines.
type redacting struct {
	r  *redactor
	to io.Writer
}

// Write writes p without its secrets, and reports it as written whole.
func (w redacting) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.to, w.r.clean(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// logHandler returns where log records go: for people in a terminal, else as
// JSON lines.
func logHandler(r *redactor, to io.Writer, getenv func(string) string) slog.Handler {
	out := redacting{r, to}
	if console.IsTerminal(to) {
		return tint.NewTextHandler(out, &tint.Options{NoColor: getenv("NO_COLOR") != ""})
	}
	return slog.NewJSONHandler(out, nil)
}
