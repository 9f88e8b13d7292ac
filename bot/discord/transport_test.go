package discord

import (
	"errors"
	"net/http"
	"strings"
	"testing"
)

func TestOnlySilentMessagesAreSent(t *testing.T) {
	const silent, loud = `"allowed_mentions":{"parse":[],"replied_user":false}`, `"content":"@everyone"`
	for _, test := range []struct {
		method, path, body string
		loud               bool
	}{
		{"POST", "interactions/1/t/callback", `{"type":4,"data":{` + silent + `}}`, false},
		{"POST", "interactions/1/t/callback", `{"type":7,"data":{` + silent + `}}`, false},
		{"POST", "interactions/1/t/callback", `{"type":4,"data":{` + loud + `}}`, true},
		{"POST", "interactions/1/t/callback", `{"type":7,"data":{` + loud + `}}`, true},
		{"POST", "interactions/1/t/callback", `{"type":4,` + silent + `,"data":{` + loud + `}}`, true},
		{"POST", "interactions/1/t/callback", `{"type":5}`, false},
		{"POST", "interactions/1/t/callback", `{"type":8,"data":{"choices":[]}}`, false},
		{"POST", "interactions/1/t/callback", `--boundary`, true},
		{"POST", "webhooks/1/t", `{` + silent + `}`, false},
		{"POST", "webhooks/1/t", `{` + loud + `}`, true},
		{"PATCH", "webhooks/1/t/messages/@original", `{` + silent + `}`, false},
		{"PATCH", "webhooks/1/t/messages/@original", `{` + loud + `}`, true},
		{"PATCH", "webhooks/1/t/messages/@original", `--boundary`, true},
		{"POST", "channels/1/messages", `{` + loud + `}`, true},
		{"POST", "channels/1/messages", `{` + silent + `}`, false},
		{"POST", "webhooks/1/t", `{"allowed_mentions":{"parse":null}}`, true},
		{"POST", "webhooks/1/t", `{"allowed_mentions":{}}`, true},
		{"POST", "webhooks/1/t", `{"allowed_mentions":{"parse":["users"]}}`, true},
		{"POST", "webhooks/1/t", `{"allowed_mentions":{"parse":[],"users":["1"]}}`, true},
		{"POST", "webhooks/1/t", `{"allowed_mentions":{"parse":[],"roles":["1"]}}`, true},
		{"POST", "webhooks/1/t", `{"allowed_mentions":{"parse":[],"replied_user":true}}`, true},
		{"GET", "webhooks/1/t/messages/@original", ``, false},
		{"DELETE", "webhooks/1/t/messages/@original", ``, false},
		{"PUT", "applications/1/commands", `[]`, false},
	} {
		if got := isLoud(test.method, test.path, []byte(test.body)); got != test.loud {
			t.Errorf("%s %s %s: loud %v, want %v", test.method, test.path, test.body, got, test.loud)
		}
	}
}

func TestTransportRefusesBeforeSending(t *testing.T) {
	to, err := newTransport("http://127.0.0.1:1/api/v9/")
	must(t, err)
	client := &http.Client{Transport: to}
	for _, test := range []struct {
		url  string
		want error
	}{
		{"https://discord.com/api/v9/webhooks/1/t", errLoud},
		{"https://example.org/api/v9/gateway", errElsewhere},
		{"https://discord.com.example.org/api/v9/gateway", errElsewhere},
		{"http://discord.com/api/v9/gateway", errElsewhere},
	} {
		_, err := client.Post(test.url, "application/json", strings.NewReader(`{"content":"x"}`))
		if !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.url, err, test.want)
		}
	}
}

func TestTransportGoesToTheSettingOrToDiscord(t *testing.T) {
	for base, want := range map[string]string{
		"":                               "https://discord.com/api/v9",
		"http://127.0.0.1:1234/api/v10/": "http://127.0.0.1:1234/api/v10",
		"https://proxy.example/d/api/v9": "https://proxy.example/d/api/v9",
	} {
		to, err := newTransport(base)
		must(t, err)
		if to.base.String() != want {
			t.Errorf("%q leads to %s, want %s", base, to.base, want)
		}
	}
}
