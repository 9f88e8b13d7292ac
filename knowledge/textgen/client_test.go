package textgen

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestNew: what can't work is refused at once, without repeating a secret.
func TestNew(t *testing.T) {
	for _, c := range []struct {
		name string
		with Settings
		ok   bool
	}{
		{"all", Settings{Key: secret, BaseURL: "https://models.example/v1", Model: "m"}, true},
		{"no key", Settings{BaseURL: "http://127.0.0.1:11434/v1", Model: "m"}, true},
		{"no address", Settings{Key: secret, Model: "m"}, true},
		{"spaces around", Settings{Key: " " + secret + "\n", BaseURL: " https://models.example/v1 ", Model: " m "}, true},
		{"no model", Settings{Key: secret}, false},
		{"a model of two lines", Settings{Key: secret, Model: "m\nn"}, false},
		{"a key of two lines", Settings{Key: secret + "\n" + secret, Model: "m"}, false},
		{"a key with an accent", Settings{Key: secret + "é", Model: "m"}, false},
		{"no host", Settings{Key: secret, BaseURL: "https:///v1?k=" + secret, Model: "m"}, false},
		{"no scheme", Settings{Key: secret, BaseURL: "models.example/" + secret, Model: "m"}, false},
		{"another scheme", Settings{Key: secret, BaseURL: "ftp://models.example/" + secret, Model: "m"}, false},
		{"no address at all", Settings{Key: secret, BaseURL: "https://%zz" + secret, Model: "m"}, false},
		{"a password", Settings{BaseURL: "https://u:" + secret + "@models.example/v1", Model: "m"}, false},
		{"a query", Settings{BaseURL: "https://models.example/v1?key=" + secret, Model: "m"}, false},
		{"a fragment", Settings{BaseURL: "https://models.example/v1#" + secret, Model: "m"}, false},
	} {
		client, err := New(c.with)
		if (err == nil) != c.ok || (client == nil) == c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
		if err != nil {
			keyless(t, c.name, err.Error())
		} else if client.Model() != "m" {
			t.Errorf("%s: model %q", c.name, client.Model())
		}
		keyless(t, c.name, fmt.Sprintf("%+v %#v", client, client))
	}
}

// TestSettingsPrinted: settings in a log line don't carry the key.
func TestSettingsPrinted(t *testing.T) {
	s := Settings{Key: secret, BaseURL: "https://models.example/v1", Model: "m"}
	keyless(t, "settings", fmt.Sprintf("%v %+v %#v %s", s, s, s, s))
	if got := fmt.Sprint(s); got != `model "m" at "https://models.example/v1"` {
		t.Errorf("printed %s", got)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("start", "settings", s)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("start", "settings", s)
	keyless(t, "log", log.String())
	if strings.Count(log.String(), "models.example") != 2 {
		t.Errorf("log %s", log.String())
	}
}

// TestRedactor: the key goes in every form, first of all; the rest becomes one
// short line.
func TestRedactor(t *testing.T) {
	redact := redactor(secret)
	for text, want := range map[string]string{
		"":                                       "",
		"plain words":                            "plain words",
		"key " + secret + ", " + secret + ".":    "key [key], [key].",
		"?k=sk-test%2F4f9c%2BZq8%3DaGriotKey":    "?k=[key]",
		"/sk-test%2F4f9c+Zq8=aGriotKey/":         "/[key]/",
		"two\r\n\tlines\x1b[31m \u202e\u200bred": "two lines [31m red",
		strings.Repeat("é", 300):                 strings.Repeat("é", 300),
		strings.Repeat("é", 301):                 strings.Repeat("é", 299) + "…",
		strings.Repeat("x", 290) + secret:        strings.Repeat("x", 290) + "[key]",
	} {
		if got := redact(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	if got := redactor("")("no key"); got != "no key" {
		t.Errorf("without a key: %q", got)
	}
	if got := redact("\xff" + secret); !utf8.ValidString(got) {
		t.Errorf("%q", got)
	}
}

// TestFault: a fault tells readers its kind, and a log both.
func TestFault(t *testing.T) {
	fault := &Fault{Kind: ErrCut, Detail: "it broke"}
	wrapped := fmt.Errorf("summary: %w", fault)
	if !errors.Is(wrapped, ErrCut) || wrapped.Error() != "summary: the model's answer was cut short" {
		t.Errorf("%v", wrapped)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Warn("model", "fault", fault)
	if !strings.Contains(log.String(), `fault.kind="the model's answer was cut short" fault.detail="it broke"`) {
		t.Errorf("log %s", log.String())
	}
}

// TestTokens: the endpoint's count is believed within reason.
func TestTokens(t *testing.T) {
	p := Prompt{System: "123456789", User: "1234", Schema: []byte("{}"), MaxTokens: 100}
	if p.Estimate() != 5+16+100 || (Prompt{MaxTokens: -9}).Estimate() != 16 {
		t.Fatalf("estimate %d", p.Estimate())
	}
	ok, slow, cut := 200, &Fault{Kind: ErrSlow}, &Fault{Kind: ErrCut}
	for _, c := range []struct {
		r    reading
		want int
	}{
		{reading{status: ok, usage: 484}, 484},
		{reading{status: ok, usage: 485, text: "1234"}, 5 + 16 + 2},
		{reading{status: ok, usage: -7, text: "123"}, 5 + 16 + 1},
		{reading{status: ok, fault: cut}, 5 + 16},
		{reading{status: 299, fault: cut}, 5 + 16},
		{reading{status: 300, fault: cut}, 0},
		{reading{fault: cut}, 0},
		{reading{fault: slow}, 5 + 16},
	} {
		if got := tokens(p, c.r); got != c.want {
			t.Errorf("%+v costs %d, want %d", c.r, got, c.want)
		}
	}
}

// detail returns the detail of the fault in err's chain, or "".
func detail(err error) string {
	var f *Fault
	if errors.As(err, &f) {
		return f.Detail
	}
	return ""
}
