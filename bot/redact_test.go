package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The shapes below are made up; none opens anything.
const (
	botToken         = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE.abcdefghijklmnopqrstuvwxyz0123456789AB"
	interactionToken = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OnNlY3JldA"
)

// TestSecretsStayOutOfTheLog by name and by shape, in messages, attributes and
// errors.
func TestSecretsStayOutOfTheLog(t *testing.T) {
	var out bytes.Buffer
	r := &redactor{}
	r.hide("")
	r.hide("correct horse")
	log := slog.New(logHandler(r, &out, func(string) string { return "" }))
	log.Error("with correct horse", "token", botToken, "url", "https://discord.com/api/v9/interactions/123/"+interactionToken+"/callback",
		"hook", "/webhooks/456/"+interactionToken+"/messages/@original", "key", "sk-abcdefghijklmnopqrst")
	said := out.String()
	for _, secret := range []string{"correct horse", botToken, interactionToken, "sk-abcdefgh"} {
		if strings.Contains(said, secret) {
			t.Errorf("the log holds %s: %s", secret, said)
		}
	}
	if n := strings.Count(said, "[secret]"); n != 5 {
		t.Errorf("%d secrets taken out, want 5: %s", n, said)
	}
	if !strings.Contains(said, `"level":"ERROR"`) {
		t.Errorf("the log of a program without a terminal is not JSON: %s", said)
	}
	if got := r.clean("nothing to hide in interactions/12/short"); got != "nothing to hide in interactions/12/short" {
		t.Errorf("took out what is no secret: %s", got)
	}
}

// TestTokenComesFromTheEnvironmentOrAFile, trimmed, and is hidden at once.
func TestTokenComesFromTheEnvironmentOrAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte(" from a file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, ""},
		{map[string]string{"DISCORD_TOKEN": " plain "}, "plain"},
		{map[string]string{"DISCORD_TOKEN_FILE": file}, "from a file"},
		{map[string]string{"DISCORD_TOKEN": "plain", "DISCORD_TOKEN_FILE": file}, "plain"},
	} {
		p := &program{getenv: func(name string) string { return c.env[name] }, secrets: &redactor{}}
		got, err := p.token()
		if err != nil || got != c.want {
			t.Errorf("%v: %q, %v", c.env, got, err)
		}
		if c.want != "" && p.secrets.clean("the token is "+c.want) != "the token is [secret]" {
			t.Errorf("%v: the token is not hidden", c.env)
		}
	}
}

// TestEnvFile: what stands in .env is read; the real environment wins.
func TestEnvFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), ".env")
	if err := os.WriteFile(file, []byte("GRIOT_DATA=here.db\nGRIOT_GUILD=1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	getenv, err := withFile(func(name string) string {
		return map[string]string{"GRIOT_GUILD": "2"}[name]
	}, file)
	if err != nil {
		t.Fatal(err)
	}
	if getenv("GRIOT_DATA") != "here.db" || getenv("GRIOT_GUILD") != "2" || getenv("OTHER") != "" {
		t.Errorf("data %q, guild %q", getenv("GRIOT_DATA"), getenv("GRIOT_GUILD"))
	}
}

// TestEnvFileThatCannotBeRead is named with the line, and not shown.
func TestEnvFileThatCannotBeRead(t *testing.T) {
	none := func(string) string { return "" }
	if _, err := withFile(none, filepath.Join(t.TempDir(), ".env")); err != nil {
		t.Errorf("no file: %v", err)
	}
	if _, err := withFile(none, t.TempDir()); !errors.Is(err, errUsage) {
		t.Errorf("a folder: %v", err)
	}
	for _, c := range []struct{ file, line string }{
		{"DISCORD_TOKEN secret\n", "line 1:"},
		{"# a note\nGRIOT_GUILD=1\nDISCORD_TOKEN=\"secret\nGRIOT_DATA=x\n", "line 3:"},
		{"A=\"two\nlines\"\nDISCORD_TOKEN secret", "line 3:"},
	} {
		file := filepath.Join(t.TempDir(), ".env")
		if err := os.WriteFile(file, []byte(c.file), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := withFile(none, file)
		if !errors.Is(err, errUsage) || !strings.Contains(err.Error(), file+", "+c.line) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", c.file, err)
		}
	}
}

// TestHelpMakesNothing: help is no failure, and makes nothing.
func TestHelpMakesNothing(t *testing.T) {
	var out, errs bytes.Buffer
	t.Chdir(t.TempDir())
	code := run(context.Background(), func(string) string { return "" }, []string{"--help"}, strings.NewReader(""), &out, &errs)
	if code != 0 || !strings.Contains(out.String(), "Exit codes: 0 done") {
		t.Errorf("--help: %d, %s", code, out.String())
	}
	if _, err := os.Stat("griot.db"); err == nil {
		t.Error("--help made a store")
	}
}
