package textgen

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// mockLLM is a server of chat completions that nobody here wrote.
const mockLLM = "@dwmkerr/mock-llm@0.1.29"

// mockRules is its configuration; the last rule that fits wins. A schema that
// arrives other than as asked falls to the first.
const mockRules = `
streaming: {chunkSize: 7, chunkIntervalMs: 1}
rules:
  - path: "/v1/chat/completions"
    response:
      status: 200
      content: '{"id":"a","created":1,"model":"m","choices":[{"message":{"content":"no rule fits"}}]}'
  - path: "/v1/chat/completions"
    match: >-
      body.model == 'test-model' && body.stream_options.include_usage && body.max_completion_tokens == ` + "`200`" + `
      && headers.authorization == 'Bearer ` + secret + `'
      && body.response_format.json_schema.strict
      && contains(body.response_format.json_schema.schema.properties.picks.items.enum, 'p1.2')
      && contains(body.messages[1].content, 'reportedly')
    response:
      status: 200
      content: '{"id":"a","created":1,"model":"m","choices":[{"message":{"content":"{\"picks\":[\"p1.2\",\"p1.1\"]}"}}]}'
  - path: "/v1/chat/completions"
    match: "contains(body.messages[1].content, 'error-401')"
    response:
      status: 401
      content: '{"error":{"message":"Incorrect API key provided: {{jmes request headers.authorization}}","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}'
  - path: "/v1/chat/completions"
    match: "contains(body.messages[1].content, 'error-500')"
    response:
      status: 500
      content: '{"error":{"message":"the server had an error","type":"server_error","param":null,"code":null}}'
  - path: "/v1/chat/completions"
    match: "contains(body.messages[1].content, 'words')"
    response:
      status: 200
      content: '{"id":"a","created":1,"model":"m","choices":[{"message":{"content":"The well was closed."}}]}'
`

// TestMockLLM asks the npm package, on the loopback.
func TestMockLLM(t *testing.T) {
	if os.Getenv("GRIOT_LONG") == "" {
		t.Skip("installs an npm package: set GRIOT_LONG=1 to run it")
	}
	base := startMockLLM(t)
	for _, c := range []struct {
		user, text string
		kind       error
	}{
		{user: picking.User, text: `{"picks":["p1.2","p1.1"]}`},
		{user: "error-401", kind: ErrRefused},
		{user: "error-500", kind: ErrUnavailable},
		{user: "words", kind: ErrNoAnswer},
		{user: "unknown", kind: ErrNoAnswer},
	} {
		client, err := New(Settings{Key: secret, BaseURL: base + "/v1", Model: "test-model"})
		if err != nil {
			t.Fatal(err)
		}
		prompt, pieces := picking, 0
		prompt.User = c.user
		answer, err := client.Ask(context.Background(), prompt, func(int) { pieces++ })
		if !errors.Is(err, c.kind) || answer.Text != c.text {
			t.Errorf("%s: %q, %v (%s)", c.user, answer.Text, err, detail(err))
		}
		if c.text != "" && pieces != (len(c.text)+6)/7 {
			t.Errorf("%d pieces of %d bytes", pieces, len(c.text))
		}
		keyless(t, c.user, detail(err))
	}
	client, _ := New(Settings{Key: secret, BaseURL: base + "/v2", Model: "test-model"})
	if _, err := client.Ask(context.Background(), picking, nil); !errors.Is(err, ErrUnavailable) {
		t.Errorf("a wrong path: %v (%s)", err, detail(err))
	}
}

// startMockLLM installs the package in a temporary folder and serves it until
// the test ends. It skips the test, saying why, where that can't be done.
func startMockLLM(t *testing.T) (base string) {
	t.Helper()
	for _, program := range []string{"node", "npm"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("no %s on this machine: the npm package is not run", program)
		}
	}
	dir := t.TempDir()
	limit, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	install := exec.CommandContext(limit, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", mockLLM)
	install.Dir = dir
	if out, err := install.CombinedOutput(); err != nil {
		t.Skipf("npm can't install %s: %v\n%s", mockLLM, err, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "mock-llm.yaml"), []byte(mockRules), 0o600); err != nil {
		t.Fatal(err)
	}
	address := freeAddress(t)
	_, port, _ := net.SplitHostPort(address)
	server := exec.Command("node", filepath.Join("node_modules", "@dwmkerr", "mock-llm", "dist", "main.js"))
	server.Dir, server.Env = dir, append(os.Environ(), "HOST=127.0.0.1", "PORT="+port)
	said, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	for lines := bufio.NewScanner(said); lines.Scan(); {
		if strings.Contains(lines.Text(), "server running on 127.0.0.1:") {
			go io.Copy(io.Discard, said)
			return "http://" + address
		}
	}
	t.Fatal("the server ended before it was ready")
	return ""
}

// freeAddress returns an address of the loopback where nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
