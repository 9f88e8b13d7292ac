package textgen

import (
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
	"unicode"

	openai "github.com/sashabaranov/go-openai"
)

// The limits of an ask where the settings name no others.
const (
	DefaultWall = 20 * time.Second
	DefaultIdle = 5 * time.Second
	DefaultBody = 1 << 20 // bytes
)

// DefaultBaseURL is OpenAI's own address.
const DefaultBaseURL = "https://api.openai.com/v1"

// Settings say which model to ask, and how long to wait for it. The zero value
// of all but Model has a meaning.
type Settings struct {
	Key     string // OPENAI_API_KEY; empty for an endpoint that asks for none
	BaseURL string // OPENAI_BASE_URL, with the version; DefaultBaseURL if empty
	Model   string // GRIOT_MODEL

	Wall time.Duration // for a whole ask
	Idle time.Duration // without a byte, once the answer has begun
	Body int64         // bytes of body in one ask

	// Network carries requests; nil dials BaseURL directly.
	Network http.RoundTripper
	// Now and AfterFunc are the clock; nil is the real one.
	Now       func() time.Time
	AfterFunc func(d time.Duration, f func()) (stop func() bool)
	// Log gets each fault and each change of the circuit; nil keeps silent.
	Log *slog.Logger
}

// String describes the settings without the key.
func (s Settings) String() string {
	return fmt.Sprintf("model %q at %q", s.Model, s.BaseURL)
}

// GoString keeps the key out of %#v, too.
func (s Settings) GoString() string { return s.String() }

// LogValue keeps it out of a log.
func (s Settings) LogValue() slog.Value { return slog.StringValue(s.String()) }

// Client asks one endpoint. It is safe for concurrent use.
type Client struct {
	api       func(*http.Client) *openai.Client // holds the key, out of fmt's reach
	redact    func(string) string
	wall      time.Duration
	idle      time.Duration
	body      int64
	network   http.RoundTripper
	afterFunc func(time.Duration, func()) func() bool
	log       *slog.Logger
	breaker   breaker

	mu    sync.Mutex
	model string
	plain bool // the endpoint took the plain dialect for this model
}

// New returns a client. It asks nothing yet. A key, an address or a model that
// can't work is an error that doesn't repeat it.
func New(s Settings) (*Client, error) {
	key, model := strings.TrimSpace(s.Key), strings.TrimSpace(s.Model)
	if strings.ContainsFunc(key, func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
		return nil, errors.New("the model's key has characters that no key has")
	}
	base := strings.TrimSpace(cmp.Or(s.BaseURL, DefaultBaseURL))
	if err := checkBase(base); err != nil {
		return nil, err
	}
	if err := checkModel(model); err != nil {
		return nil, err
	}
	c := &Client{
		api:       dialer(key, base),
		redact:    redactor(key),
		wall:      cmp.Or(s.Wall, DefaultWall),
		idle:      cmp.Or(s.Idle, DefaultIdle),
		body:      cmp.Or(s.Body, DefaultBody),
		network:   s.Network,
		afterFunc: s.AfterFunc,
		log:       cmp.Or(s.Log, slog.New(slog.DiscardHandler)),
		breaker:   breaker{now: s.Now},
		model:     model,
	}
	if c.network == nil {
		c.network = directNetwork()
	}
	if c.afterFunc == nil {
		c.afterFunc = func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }
	}
	if c.breaker.now == nil {
		c.breaker.now = time.Now
	}
	return c, nil
}

// dialer returns what makes go-openai's client for one exchange.
func dialer(key, base string) func(*http.Client) *openai.Client {
	return func(network *http.Client) *openai.Client {
		config := openai.DefaultConfig(key)
		config.BaseURL, config.HTTPClient = base, network
		return openai.NewClientWithConfig(config)
	}
}

// checkBase refuses an address that could carry a second secret or lead
// elsewhere than it reads.
func checkBase(base string) error {
	u, err := url.Parse(base)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return errors.New("the model's address is not of the form https://host/v1")
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return errors.New("the model's address may hold no user, query or fragment")
	}
	return nil
}

// checkModel refuses what can't be a model's name.
func checkModel(model string) error {
	switch {
	case model == "":
		return errors.New("no model is named")
	case len(model) > 200 || strings.ContainsFunc(model, unicode.IsControl):
		return errors.New("the model's name is too long or has control characters")
	}
	return nil
}

// Model returns the name of the model that is asked.
func (c *Client) Model() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.model
}

// SetModel changes the model for the asks to come, and closes the circuit: the
// fault may have been the old model's. A bad name changes nothing.
func (c *Client) SetModel(model string) error {
	model = strings.TrimSpace(model)
	if err := checkModel(model); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.model, c.plain = model, false
	c.breaker.reset()
	return nil
}

// State is what can be told about the endpoint without asking it.
type State struct {
	Model   string
	Circuit Circuit
	Faults  int       // in a row, up to now
	Until   time.Time // end of the rest; zero while closed
	Last    error     // kind of the last fault since an answer, or nil
}

// State returns how the endpoint did of late, for /about.
func (c *Client) State() State {
	s := c.breaker.state()
	s.Model = c.Model()
	return s
}
