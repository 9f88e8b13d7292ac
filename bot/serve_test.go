package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

	"griot/bot/discordtest"
	"griot/storage"
)

// TestServeClosesTheLibrary: after an orderly stop nothing has to be checked.
func TestServeClosesTheLibrary(t *testing.T) {
	server := discordtest.New(t)
	path := filepath.Join(t.TempDir(), "griot.db")
	env := map[string]string{"DISCORD_TOKEN": discordtest.Token, "DISCORD_API_URL": server.URL(), "GRIOT_DATA": path}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out, said bytes.Buffer
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, func(name string) string { return env[name] }, []string{"serve"}, nil, &out, &said)
	}()
	soon, done := context.WithTimeout(t.Context(), 20*time.Second)
	defer done()
	ready := server.Ready(soon)
	cancel()
	if code := <-ended; ready != nil || code != 0 {
		t.Fatalf("serve ended with %d, ready: %v\n%s", code, ready, said.String())
	}
	if clean, err := storage.StoppedCleanly(path); !clean || err != nil {
		t.Errorf("stopped cleanly: %v, %v", clean, err)
	}
}
