package main

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/textgen"
)

// faults are the ways in which a model fails its reader.
var faults = []struct {
	name  string
	serve http.HandlerFunc
}{
	{"hangs", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }},
	{"drips", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			stream(w, "a", "")
			time.Sleep(5 * time.Millisecond)
		}
	}},
	{"is cut in the stream", func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n40\r\ndata: {")
		conn.Close()
	}},
	{"resets the connection", func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	}},
	{"ends without a finish reason", func(w http.ResponseWriter, _ *http.Request) { stream(w, `{"answerable":true,"picks":[]}`, "") }},
	{"returns half of its JSON", func(w http.ResponseWriter, _ *http.Request) { stream(w, `{"answerable":true,"picks":["FP`, "stop") }},
	{"returns HTML", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "<!doctype html><title>Sign in</title>")
	}},
	{"returns {}", func(w http.ResponseWriter, _ *http.Request) { stream(w, "{}", "stop") }},
	{"returns empty choices", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		io.WriteString(w, `data: {"choices":[]}`+"\n\ndata: [DONE]\n\n")
	}},
	{"returns an error object", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"error":{"message":"overloaded, `+faultyKey+`","type":"server_error"}}`)
	}},
	{"answers 401", func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "bad key "+faultyKey, http.StatusUnauthorized)
	}},
	{"answers 429", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "slow down", http.StatusTooManyRequests) }},
	{"answers 500", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, faultyKey, http.StatusInternalServerError) }},
	{"sends 256 MiB", func(w http.ResponseWriter, _ *http.Request) {
		for range 256 {
			if _, err := w.Write(bytes.Repeat([]byte("data: {}\n\n"), 1<<20/10)); err != nil {
				return
			}
		}
	}},
	{"answers from another passage", func(w http.ResponseWriter, _ *http.Request) {
		stream(w, `{"answerable":true,"picks":["GAZ99-1.1","other-guild-claim"]}`, "stop")
	}},
}

const faultyKey = "the-key-of-a-faulty-endpoint"

// TestEveryFaultEndsInTheExtract plays each fault twenty times at each level:
// the reader gets the extract and no error, the log not the key, and no
// goroutine is left.
func TestEveryFaultEndsInTheExtract(t *testing.T) {
	before := goleak.IgnoreCurrent()
	secrets, log := &redactor{}, newJournal()
	p := &program{
		Settings: Settings{Data: filepath.Join(t.TempDir(), "griot.db")}, getenv: func(string) string { return "" },
		err: io.Discard, secrets: secrets, log: slog.New(slog.NewTextHandler(log, nil)),
	}
	lib, err := p.openLibrary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	desk, err := p.griot(t.Context(), lib)
	if err != nil {
		t.Fatal(err)
	}
	p.models.budget = textgen.NewBudget(textgen.Allowance{}, p.models.diary, time.Now)
	replies := 0
	for i, f := range faults {
		server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body) // till then the server doesn't see that the client has gone
			f.serve(w, r)
		}))
		server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
		server.Start()
		for run := range 20 {
			summaries := []string{"selected", "written"}[run%2]
			p.models.play(t, server.URL, summaries)
			asker := commands.Asker{Who: knowledge.Who{User: fmt.Sprint(run), Guild: "7", Role: knowledge.Reader}}
			r := desk.Answer(t.Context(), asker, commands.Ask{Command: "summarize", Values: map[string]string{"name": "ogossagou-massacre"}})
			if r.Err != nil || r.Outcome != commands.Answered || r.Level != commands.Extracted || len(r.Citations()) == 0 {
				t.Errorf("a model that %s (%d), %s: outcome %s, level %s, error %v", f.name, i, summaries, r.Outcome, r.Level, r.Err)
			}
			replies++
		}
		server.Close()
	}
	p.end(&err, lib)
	if err != nil || replies != 20*len(faults) || replies < 280 {
		t.Errorf("%d replies, %v", replies, err)
	}
	if strings.Contains(log.String(), faultyKey) {
		t.Errorf("the log shows the key:\n%s", log)
	}
	goleak.VerifyNone(t, before)
}

// play puts a fresh, impatient client of an endpoint in the place of the model.
func (m *models) play(t *testing.T, url, summaries string) {
	t.Helper()
	client, err := textgen.New(textgen.Settings{
		Key: faultyKey, BaseURL: url + "/v1", Model: "faulty", Wall: 100 * time.Millisecond, Idle: 40 * time.Millisecond, Log: m.p.log,
	})
	if err != nil {
		t.Fatal(err)
	}
	m.now.Store(&model{settings: modelSettings{summaries: summaries}, client: client, budget: m.budget})
}
