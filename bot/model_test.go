package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// journal is a log that several goroutines write; line waits for it.
type journal struct {
	mu   sync.Mutex
	b    bytes.Buffer
	news chan struct{} // has something whenever the journal grew
}

func newJournal() *journal { return &journal{news: make(chan struct{}, 1)} }

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	select {
	case j.news <- struct{}{}:
	default:
	}
	return j.b.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.String()
}

// await returns when the journal has the words.
func (j *journal) await(ctx context.Context, t *testing.T, words string) {
	t.Helper()
	for !strings.Contains(j.String(), words) {
		select {
		case <-j.news:
		case <-ctx.Done():
			t.Fatalf("the log never says %q:\n%s", words, j)
		}
	}
}

// endpoint is a model on the loopback that picks the first sentence it is sent.
type endpoint struct {
	*httptest.Server
	mu   sync.Mutex
	seen []string // model and key of each request
}

var sentID = regexp.MustCompile(`\[([A-Za-z0-9.-]+)\]`)

func newEndpoint(t *testing.T) *endpoint {
	e := &endpoint{}
	e.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			Model    string
			Messages []struct{ Content string }
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			t.Error(err)
		}
		e.mu.Lock()
		e.seen = append(e.seen, body.Model+" "+strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
		e.mu.Unlock()
		stream(w, fmt.Sprintf(`{"answerable":true,"picks":[%q]}`, sentID.FindStringSubmatch(body.Messages[1].Content)[1]), "stop")
	}))
	t.Cleanup(e.Close)
	return e
}

func (e *endpoint) asked() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]string(nil), e.seen...)
}

// stream sends an answer as an endpoint does, with a finish reason unless that
// is "".
func stream(w http.ResponseWriter, text, finish string) {
	w.Header().Set("Content-Type", "text/event-stream")
	quoted, _ := json.Marshal(text)
	fmt.Fprintf(w, `data: {"choices":[{"index":0,"delta":{"content":%s}}]}`+"\n\n", quoted)
	if finish != "" {
		fmt.Fprintf(w, `data: {"choices":[{"index":0,"delta":{},"finish_reason":%q}]}`+"\n\ndata: [DONE]\n\n", finish)
	}
	w.(http.Flusher).Flush()
}

// TestSpentTokensOutliveARestart: a second process knows what the first spent,
// and /about and the foot of a summary say it.
func TestSpentTokensOutliveARestart(t *testing.T) {
	e := newEndpoint(t)
	env := map[string]string{
		"GRIOT_DATA": filepath.Join(t.TempDir(), "griot.db"), "GRIOT_GUILD": "7",
		"GRIOT_MODEL": "parrot", "OPENAI_BASE_URL": e.URL + "/v1",
	}
	ask := func(lines string) string {
		t.Helper()
		var out, said bytes.Buffer
		if code := run(t.Context(), func(name string) string { return env[name] }, []string{"run", "-"}, strings.NewReader(lines), &out, &said); code != 0 {
			t.Fatalf("exit %d\n%s", code, said.String())
		}
		return out.String()
	}
	first := ask("/about\n")
	for _, want := range []string{"for you: 30000", "for this server: 200000", "for all: 1000000", "may choose among stored sentences"} {
		if !strings.Contains(first, want) {
			t.Errorf("%s is missing: %s", want, first)
		}
	}
	summary := ask("/summarize name:Ogossagou massacre\n")
	left := regexp.MustCompile(`(\d+) tokens left`).FindStringSubmatch(summary)
	if !strings.Contains(summary, "Selected: ") || left == nil || left[1] == "30000" {
		t.Fatalf("summary: %s", summary)
	}
	if again := ask("/about\n"); !strings.Contains(again, "for you: "+left[1]) || !strings.Contains(again, "for all: 9") {
		t.Errorf("after a restart, %s left: %s", left[1], again)
	}
	ask("/summarize name:Ogossagou massacre\n")
	if n := len(e.asked()); n != 1 {
		t.Errorf("the same was asked %d times", n)
	}
	env["GRIOT_MODEL"] = "another"
	ask("/summarize name:Ogossagou massacre\n")
	if n := len(e.asked()); n != 2 {
		t.Errorf("another model was asked %d times", n-1)
	}
}

// TestRereadRefusesWhatCantWork and says so without the key; the old model
// stays.
func TestRereadRefusesWhatCantWork(t *testing.T) {
	t.Chdir(t.TempDir())
	log := newJournal()
	secrets := &redactor{}
	p := &program{
		args: []string{"serve"}, outer: func(string) string { return "" }, secrets: secrets,
		log: slog.New(slog.NewTextHandler(redacting{secrets, log}, nil)),
	}
	p.models = &models{p: p}
	if err := p.models.set(modelSettings{"parrot", "http://127.0.0.1:1/v1", "", "written"}); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{
		"GRIOT_MODEL=m\nOPENAI_API_KEY=tip\u00a0top-secret\n", "GRIOT_MODEL=m\nOPENAI_BASE_URL=ftp://x\n",
		"GRIOT_SUMMARIES=invented\n", "OPENAI_API_KEY_FILE=absent\n", "OPENAI_API_KEY=top-secret\n!\n",
	} {
		if err := os.WriteFile(".env", []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		p.reread()
		if s := p.models.now.Load().settings; s.name != "parrot" || s.summaries != "written" {
			t.Errorf("%q: the model is %+v", file, s)
		}
	}
	if said := log.String(); strings.Count(said, "refused") != 5 || strings.Contains(said, "top-secret") {
		t.Errorf("log: %s", said)
	}
	if err := os.WriteFile(".env", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if p.reread(); p.models.current() != nil {
		t.Error("without settings there is a model")
	}
}
