package textgen

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// kinds are the words of testdata/streams.txt for the faults.
var kinds = map[string]error{
	"cut": ErrCut, "none": ErrNoAnswer, "unavailable": ErrUnavailable, "refused": ErrRefused,
}

// TestStreams plays the bodies of testdata/streams.txt.
func TestStreams(t *testing.T) {
	file, err := os.ReadFile("testdata/streams.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split("\n"+string(file), "\n== ")[1:] {
		head, body, _ := strings.Cut(c, "\n")
		want, name := "", ""
		if quoted, err := strconv.QuotedPrefix(head); err == nil {
			want, _ = strconv.Unquote(quoted)
			name = head[len(quoted)+1:]
		} else {
			want, name, _ = strings.Cut(head, " ")
		}
		t.Run(name, func(t *testing.T) {
			s := newStage(t, func(w http.ResponseWriter, _ *http.Request) { send(w, body) })
			answer, err := s.Ask(context.Background(), picking, nil)
			if kind := kinds[want]; kind != nil {
				if !errors.Is(err, kind) || answer.Text != "" {
					t.Errorf("got %q, %v (%s), want %v", answer.Text, err, detail(err), kind)
				}
			} else if err != nil || answer.Text != want {
				t.Errorf("got %q, %v (%s), want %q", answer.Text, err, detail(err), want)
			}
		})
	}
}

// TestRequest pins what goes out in the strict dialect.
func TestRequest(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, _ *http.Request) {
		send(w, ending(`{"picks":[]}`, "stop"), usage(41), done)
	})
	answer, err := s.Ask(context.Background(), picking, nil)
	if err != nil || answer != (Answer{Text: `{"picks":[]}`, Tokens: 41}) {
		t.Fatalf("%+v, %v (%s)", answer, err, detail(err))
	}
	schema := s.asked()[0]["response_format"].(map[string]any)["json_schema"].(map[string]any)["schema"]
	want := []map[string]any{{
		"path": "/v1/chat/completions", "authorization": "Bearer " + secret,
		"model": "test-model", "stream": true,
		"stream_options":        map[string]any{"include_usage": true},
		"max_completion_tokens": 200.0,
		"messages": []any{
			map[string]any{"role": "system", "content": picking.System},
			map[string]any{"role": "user", "content": picking.User},
		},
		"response_format": map[string]any{"type": "json_schema", "json_schema": map[string]any{
			"name": "answer", "strict": true, "schema": schema,
		}},
	}}
	if diff := cmp.Diff(want, s.asked()); diff != "" {
		t.Error(diff)
	}
	if required := schema.(map[string]any)["required"]; !cmp.Equal(required, []any{"picks"}) {
		t.Errorf("schema %v", schema)
	}
}

// plainOnly refuses what the plain dialect leaves out.
func plainOnly(s **stage) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		asked := (*s).asked()
		if asked[len(asked)-1]["response_format"] != nil {
			refuse(w, http.StatusBadRequest, "json_schema is not supported for "+secret, "invalid_value")
			return
		}
		send(w, ending(`{"picks":["p1.1"]}`, "stop"), done)
	}
}

// TestPlainDialect: an endpoint without schemas is asked again at once, and
// from then on plainly, until the model changes.
func TestPlainDialect(t *testing.T) {
	var s *stage
	s = newStage(t, plainOnly(&s))
	for range 2 {
		answer, err := s.Ask(context.Background(), picking, nil)
		if err != nil || answer.Text != `{"picks":["p1.1"]}` {
			t.Fatalf("%+v, %v (%s)", answer, err, detail(err))
		}
	}
	if got := dialects(s); !slices.Equal(got, []string{"strict", "plain", "plain"}) {
		t.Errorf("asked %v", got)
	}
	plain := s.asked()[1]
	system := plain["messages"].([]any)[0].(map[string]any)["content"].(string)
	if !strings.HasPrefix(system, picking.System+"\n\n") || !strings.HasSuffix(system, "\n"+string(picking.Schema)) {
		t.Errorf("system message %q", system)
	}
	if plain["max_tokens"] != 200.0 || plain["max_completion_tokens"] != nil || plain["stream_options"] != nil {
		t.Errorf("plain request %v", plain)
	}
	if err := s.SetModel("another"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Ask(context.Background(), picking, nil); err != nil {
		t.Fatal(err)
	}
	if got := dialects(s)[3:]; !slices.Equal(got, []string{"strict", "plain"}) {
		t.Errorf("after the change of model asked %v", got)
	}
}

// dialects names the dialect of each request.
func dialects(s *stage) []string {
	var names []string
	for _, r := range s.asked() {
		name := "plain"
		if r["response_format"] != nil {
			name = "strict"
		}
		names = append(names, name)
	}
	return names
}

// TestPlainFreeText: without a schema the plain dialect adds nothing.
func TestPlainFreeText(t *testing.T) {
	var s *stage
	s = newStage(t, plainOnly(&s))
	s.Client.plain = true
	if _, err := s.Ask(context.Background(), Prompt{System: "Be short.", User: "Say it."}, nil); err != nil {
		t.Fatal(err)
	}
	if got := s.asked()[0]["messages"].([]any)[0].(map[string]any)["content"]; got != "Be short." {
		t.Errorf("system message %q", got)
	}
}

// TestPlainRefused: an endpoint that can't read either dialect is asked twice,
// is a fault, and is asked strictly again the next time.
func TestPlainRefused(t *testing.T) {
	for _, status := range []int{http.StatusBadRequest, http.StatusUnprocessableEntity} {
		s := newStage(t, func(w http.ResponseWriter, _ *http.Request) { refuse(w, status, "too long: "+secret, "") })
		for range 2 {
			answer, err := s.Ask(context.Background(), picking, nil)
			if !errors.Is(err, ErrUnavailable) || answer != (Answer{}) {
				t.Errorf("%+v, %v", answer, err)
			}
			if d := detail(err); strings.Count(d, "too long: [key]") != 2 || !strings.Contains(d, "; asked plainly: ") {
				t.Errorf("detail %q", d)
			}
		}
		if got := dialects(s); !slices.Equal(got, []string{"strict", "plain", "strict", "plain"}) {
			t.Errorf("asked %v", got)
		}
		if s.State().Faults != 2 {
			t.Errorf("%d faults", s.State().Faults)
		}
	}
}

// TestStatuses: which status is a refusal, and that none but two is asked twice.
func TestStatuses(t *testing.T) {
	for status, kind := range map[int]error{
		300: ErrUnavailable, 401: ErrRefused, 402: ErrRefused, 403: ErrRefused, 404: ErrUnavailable,
		413: ErrUnavailable, 429: ErrRefused, 500: ErrUnavailable, 503: ErrUnavailable,
	} {
		s := newStage(t, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			io.WriteString(w, "no\n\nno")
		})
		answer, err := s.Ask(context.Background(), picking, nil)
		if !errors.Is(err, kind) || answer.Tokens != 0 || len(s.asked()) != 1 {
			t.Errorf("%d: %v, %d tokens, %d requests", status, err, answer.Tokens, len(s.asked()))
		}
	}
}

// TestFreeText: without a schema the text comes as it is, fences and all.
func TestFreeText(t *testing.T) {
	s := newStage(t, func(w http.ResponseWriter, _ *http.Request) {
		send(w, chunk("``` Not "), ending("JSON.\n", "stop"), done)
	})
	var progress []int
	answer, err := s.Ask(context.Background(), Prompt{User: "Say it."}, func(n int) { progress = append(progress, n) })
	if err != nil || answer.Text != "``` Not JSON.\n" {
		t.Errorf("%q, %v", answer.Text, err)
	}
	if !slices.Equal(progress, []int{8, 14}) {
		t.Errorf("progress %v", progress)
	}
	if s.asked()[0]["response_format"] != nil || s.asked()[0]["max_completion_tokens"] != nil {
		t.Errorf("request %v", s.asked()[0])
	}
}

// TestBadSchema: what the caller did wrong is not held against the endpoint.
func TestBadSchema(t *testing.T) {
	s := newStage(t, func(http.ResponseWriter, *http.Request) {})
	_, err := s.Ask(context.Background(), Prompt{Schema: []byte("{")}, nil)
	if err == nil || len(s.asked()) != 0 || s.State().Faults != 0 {
		t.Errorf("%v, %d requests, %+v", err, len(s.asked()), s.State())
	}
}
