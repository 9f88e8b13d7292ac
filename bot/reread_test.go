//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"griot/bot/discordtest"
)

// TestAHangupChangesTheModel: on SIGHUP a bot that serves takes the model, the
// address and the key that .env has now; the log says so, without either key.
func TestAHangupChangesTheModel(t *testing.T) {
	t.Chdir(t.TempDir())
	alpha, beta := newEndpoint(t), newEndpoint(t)
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(".env", "GRIOT_MODEL=alpha\nOPENAI_BASE_URL="+alpha.URL+"/v1\nOPENAI_API_KEY=first-of-keys\n")
	server := discordtest.New(t)
	guild := server.AddGuild("kita")
	awa := server.AddUser("awa")
	guild.Join(awa)
	env := map[string]string{
		"DISCORD_TOKEN": discordtest.Token, "DISCORD_API_URL": server.URL(),
		"GRIOT_DATA": filepath.Join(t.TempDir(), "griot.db"), "GRIOT_GUILD": guild.ID,
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	said, ended := newJournal(), make(chan int, 1)
	go func() {
		ended <- run(ctx, func(name string) string { return env[name] }, []string{"serve"}, nil, io.Discard, said)
	}()
	soon, done := context.WithTimeout(t.Context(), 30*time.Second)
	defer done()
	if err := server.Ready(soon); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	summarize := func(entry string) {
		t.Helper()
		r, err := guild.Command(soon, awa, "summarize", discordtest.Opt("name", entry))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Await(soon, func(m discordtest.Message, _ []discordtest.Message) bool { return len(m.Embeds) == 1 }); err != nil {
			t.Fatal(err)
		}
	}
	summarize("ogossagou-massacre")
	write("key", "second-of-keys\n")
	write(".env", "GRIOT_MODEL=beta\nOPENAI_BASE_URL="+beta.URL+"/v1\nOPENAI_API_KEY_FILE=key\n")
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	said.await(soon, t, "settings read again")
	summarize("ogossagou-massacre")
	cancel()
	<-ended
	if a, b := alpha.asked(), beta.asked(); !slices.Equal(a, []string{"alpha first-of-keys"}) || !slices.Equal(b, []string{"beta second-of-keys"}) {
		t.Errorf("asked %v and %v", a, b)
	}
	log := said.String()
	if strings.Contains(log, "-of-keys") || !strings.Contains(log, "alpha → beta") || !strings.Contains(log, "key") {
		t.Errorf("log: %s", log)
	}
}
