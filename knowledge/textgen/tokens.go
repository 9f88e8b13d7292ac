package textgen

import (
	"encoding/json"
	"net/http"
	"strings"
)

// Bytes that make a token, at the cautious end: OpenAI counts about four
// characters of English for one, other languages need more tokens.
const (
	bytesPerToken    = 3
	tokensPerMessage = 8 // roles and separators
)

// Estimate returns about how many tokens an ask costs at most: the prompt and
// the longest answer. Spend it before asking.
func (p Prompt) Estimate() int {
	return p.input() + max(p.MaxTokens, 0)
}

// input estimates the prompt alone.
func (p Prompt) input() int {
	return estimate(len(p.System)+len(p.User)+len(p.Schema)) + 2*tokensPerMessage
}

// estimate returns the tokens of n bytes, rounded up.
func estimate(n int) int { return (n + bytesPerToken - 1) / bytesPerToken }

// tokens returns what a reading costs. The endpoint's count is believed up to
// four times the estimate, so that no endpoint can empty a budget at one stroke.
// A request that was refused or never arrived costs nothing; one that was left
// waiting may have been read.
func tokens(p Prompt, r reading) int {
	switch {
	case r.usage > 0 && r.usage <= 4*p.Estimate():
		return r.usage
	case r.status >= http.StatusMultipleChoices, r.status == 0 && r.fault.Kind != ErrSlow:
		return 0
	}
	return p.input() + estimate(len(r.text))
}

// bareJSON returns the JSON value in a text, or "": models without a strict
// schema wrap it in thoughts and code fences.
func bareJSON(text string) string {
	text = strings.TrimSpace(text)
	if thoughts, rest, ok := strings.Cut(text, "</think>"); ok && strings.HasPrefix(thoughts, "<think>") {
		text = strings.TrimSpace(rest)
	}
	if inner, ok := strings.CutPrefix(text, "```"); ok {
		inner = strings.TrimPrefix(inner, "json")
		text = strings.TrimSpace(strings.TrimSuffix(inner, "```"))
	}
	if !json.Valid([]byte(text)) {
		return ""
	}
	return text
}
