package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// client speaks the gateway's protocol by hand.
type client struct {
	*websocket.Conn
	t *testing.T
}

// dial connects to a gateway and reads its hello.
func dial(t *testing.T, url string) client {
	t.Helper()
	ws, _, err := websocket.DefaultDialer.Dial(url+"/?v=10&encoding=json", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	c := client{ws, t}
	c.SetReadDeadline(time.Now().Add(20 * time.Second))
	if f := c.next(); f.Op != opHello {
		t.Fatalf("first operation %d, want hello", f.Op)
	}
	return c
}

func (c client) say(format string, args ...any) {
	c.t.Helper()
	if err := c.WriteMessage(websocket.TextMessage, fmt.Appendf(nil, format, args...)); err != nil {
		c.t.Fatal(err)
	}
}

func (c client) next() frame {
	c.t.Helper()
	var f frame
	if err := c.ReadJSON(&f); err != nil {
		c.t.Fatal(err)
	}
	return f
}

// event reads the next event and checks its name and sequence.
func (c client) event(name string, seq int64) map[string]any {
	c.t.Helper()
	f := c.next()
	if f.Op != opDispatch || f.Name == nil || *f.Name != name || *f.Seq != seq {
		c.t.Fatalf("operation %d, name %v, want %s %d", f.Op, f.Name, name, seq)
	}
	var body map[string]any
	if err := json.Unmarshal(f.Body, &body); err != nil {
		c.t.Fatal(err)
	}
	return body
}

func (c client) invalid() {
	c.t.Helper()
	if f := c.next(); f.Op != opInvalidSession || string(f.Body) != "false" {
		c.t.Fatalf("operation %d with %s, want an invalid session", f.Op, f.Body)
	}
}

func (c client) closed(code int) {
	c.t.Helper()
	for {
		_, _, err := c.ReadMessage()
		if err == nil {
			continue
		}
		var closing *websocket.CloseError
		if !errors.As(err, &closing) || closing.Code != code {
			c.t.Fatalf("error %v, want close %d", err, code)
		}
		return
	}
}

const hi = `{"op":2,"d":{"token":"` + Token + `","intents":1,"properties":{}}}`

func TestCloseCodes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		say  []string
		code int
	}{
		"wrong token":         {[]string{`{"op":2,"d":{"token":"x","intents":1,"properties":{}}}`}, 4004},
		"wrong token, resume": {[]string{`{"op":6,"d":{"token":"x","session_id":"x","seq":1}}`}, 4004},
		"unknown intent":      {[]string{strings.Replace(hi, `"intents":1`, `"intents":262144`, 1)}, 4013},
		"no intents":          {[]string{strings.Replace(hi, `"intents":1,`, ``, 1)}, 4013},
		"privileged intent":   {[]string{strings.Replace(hi, `"intents":1`, `"intents":32769`, 1)}, 4014},
		"no properties":       {[]string{strings.Replace(hi, `"properties":{}`, `"shard":[0,1]`, 1)}, 4002},
		"identified twice":    {[]string{hi, hi}, 4005},
		"not identified":      {[]string{`{"op":3,"d":{}}`}, 4003},
		"unknown operation":   {[]string{`{"op":99}`}, 4001},
		"not JSON":            {[]string{`{`}, 4002},
		"a long payload":      {[]string{`{"op":1,"d":"` + strings.Repeat("x", 4097-15) + `"}`}, 4002},
		"121 frames":          {repeated(121), 4008},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(t)
			s.ExpectViolations(fmt.Sprintf("gateway: close %d", c.code))
			bot := dial(t, address(s.gateway.URL))
			for _, said := range c.say {
				bot.say("%s", said)
			}
			bot.closed(c.code)
		})
	}
}

func repeated(n int) []string {
	var all []string
	for range n {
		all = append(all, `{"op":1,"d":null}`)
	}
	return all
}

// Within the limits nothing closes: 120 frames a minute, 4,096 bytes each.
func TestPace(t *testing.T) {
	t.Parallel()
	s := New(t)
	now := time.Now()
	s.Now = func() time.Time { return now }
	bot := dial(t, address(s.gateway.URL))
	for range 2 {
		for range 119 {
			bot.say(`{"op":1,"d":null}`)
		}
		bot.say(`{"op":1,"d":"%s"}`, strings.Repeat("x", 4096-15))
		for range 120 {
			if f := bot.next(); f.Op != opAck {
				t.Fatalf("operation %d, want an acknowledgement", f.Op)
			}
		}
		s.Advance(time.Minute)
	}
}

func TestResume(t *testing.T) {
	t.Parallel()
	s := New(t)
	s.AddGuild("first")
	bot := dial(t, address(s.gateway.URL))
	bot.say(hi)
	ready := bot.event("READY", 1)
	first := bot.event("GUILD_CREATE", 2)
	if ready["v"] != 10.0 || first["name"] != "first" || ready["resume_gateway_url"] == address(s.gateway.URL) {
		t.Errorf("READY %v", ready)
	}
	bot.Close() // without a close frame: the session lives on
	if err := s.wait(soon(t), func() bool { return s.sessions[0].conn == nil }); err != nil {
		t.Fatal(err)
	}
	s.AddGuild("second")

	resume := fmt.Sprintf(`{"op":6,"d":{"token":"%s","session_id":"%s","seq":%%d}}`, Token, ready["session_id"])
	bot = dial(t, ready["resume_gateway_url"].(string))
	bot.say(resume, 1)
	if again := bot.event("GUILD_CREATE", 2); again["name"] != "first" {
		t.Errorf("missed event %v", again)
	}
	if missed := bot.event("GUILD_CREATE", 3); missed["name"] != "second" {
		t.Errorf("missed event %v", missed)
	}
	bot.event("RESUMED", 4)

	ahead := dial(t, address(s.resume.URL))
	ahead.say(resume, 5)
	ahead.closed(closeSequence)
	s.ExpectViolations("close 4007")

	bot.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(websocket.CloseGoingAway, ""))
	bot.closed(websocket.CloseGoingAway)
	if err := s.wait(soon(t), func() bool { return s.sessions[0].conn == nil }); err != nil {
		t.Fatal(err)
	}
	bot = dial(t, address(s.resume.URL))
	bot.say(resume, 4)
	bot.invalid() // closing with 1000 or 1001 ended it
	unknown := dial(t, address(s.resume.URL))
	unknown.say(`{"op":6,"d":{"token":"%s","session_id":"none","seq":0}}`, Token)
	unknown.invalid()
}

func TestIdentifyPace(t *testing.T) {
	t.Parallel()
	s := New(t)
	now := time.Now()
	s.Now = func() time.Time { return now }
	first := dial(t, address(s.gateway.URL))
	first.say(hi)
	first.event("READY", 1)
	second := dial(t, address(s.gateway.URL))
	s.Advance(5*time.Second - 1)
	second.say(hi)
	second.invalid()
	s.ExpectViolations("identify again within 5 s")
	s.Advance(1)
	second.say(hi)
	second.event("READY", 1)
}

// A guild that is added later is told to a bot that asked for guilds.
func TestGuildIntent(t *testing.T) {
	t.Parallel()
	s := New(t)
	s.AddGuild("first")
	bot := dial(t, address(s.gateway.URL))
	bot.say("%s", strings.Replace(hi, `"intents":1`, `"intents":0`, 1))
	bot.event("READY", 1)
	s.AddGuild("second")
	bot.say(`{"op":1,"d":1}`)
	if f := bot.next(); f.Op != opAck {
		t.Errorf("operation %d without the intent", f.Op)
	}
}

// What becomes of a guild is told as Discord does: whether it is gone or only
// can't be reached stands in the event, and a guild that is gone isn't in READY.
func TestGuildsComeAndGo(t *testing.T) {
	t.Parallel()
	s := New(t)
	g := s.AddGuild("first")
	bot := dial(t, address(s.gateway.URL))
	bot.say(hi)
	bot.event("READY", 1)
	bot.event("GUILD_CREATE", 2)
	s.LoseGuild(g)
	if e := bot.event("GUILD_DELETE", 3); e["id"] != g.ID || e["unavailable"] != true {
		t.Errorf("an outage is told as %v", e)
	}
	s.RemoveGuild(g)
	if e := bot.event("GUILD_DELETE", 4); e["id"] != g.ID || e["unavailable"] != nil {
		t.Errorf("a removal is told as %v", e)
	}
	s.Advance(identifyPace)
	second := dial(t, address(s.gateway.URL))
	second.say(hi)
	if e := second.event("READY", 1); len(e["guilds"].([]any)) != 0 {
		t.Errorf("READY still has %v", e["guilds"])
	}
	s.ReturnGuild(g)
	if e := bot.event("GUILD_CREATE", 5); e["id"] != g.ID {
		t.Errorf("a return is told as %v", e)
	}
}

func TestGatewayAddress(t *testing.T) {
	t.Parallel()
	s := New(t)
	for _, query := range []string{"/?v=8&encoding=json", "/?v=9&encoding=etf", "/?v=9&encoding=json&compress=zlib-stream"} {
		ws, _, err := websocket.DefaultDialer.Dial(address(s.gateway.URL)+query, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := ws.ReadMessage(); !websocket.IsCloseError(err, closeVersion, closeDecode) {
			t.Errorf("%s: %v", query, err)
		}
		ws.Close()
	}
	s.ExpectViolations("close 4012", "close 4002")
}
