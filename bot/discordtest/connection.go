package discordtest

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// conn is a connection of a bot. Its reader is the goroutine of serve.
type conn struct {
	ws       *websocket.Conn
	version  int
	session  *session    // after identify or resume; guarded by Server.mu
	received []time.Time // of the last minute, by the server's clock; guarded by Server.mu

	writing  sync.Mutex
	compress bool
}

// attach counts the connection in; it reports false on a closed server.
func (s *Server) attach(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.open.Add(1)
	s.conns[c] = true
	return true
}

func (s *Server) detach(c *conn) {
	c.ws.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
	if c.session != nil && c.session.conn == c {
		c.session.conn = nil
	}
	s.announce()
}

// end forgets the session of a connection that the bot closed with 1000 or
// 1001: it can't be resumed.
func (s *Server) end(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.session != nil {
		c.session.over = true
	}
}

// hangUp closes with a code and waits a moment for the bot to close too.
func (s *Server) hangUp(c *conn, bad *closure) {
	s.mu.Lock()
	s.violate("gateway: close %d: %s", bad.code, bad.why)
	s.mu.Unlock()
	c.writing.Lock()
	c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(bad.code, bad.why), time.Now().Add(time.Second))
	c.writing.Unlock()
	c.ws.SetReadDeadline(time.Now().Add(time.Second))
	for {
		if _, _, err := c.ws.ReadMessage(); err != nil {
			return
		}
	}
}

// paced counts a frame and reports whether the bot keeps within the pace.
func (s *Server) paced(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.time()
	for len(c.received) > 0 && now.Sub(c.received[0]) >= time.Minute {
		c.received = c.received[1:]
	}
	c.received = append(c.received, now)
	return len(c.received) <= maxFramesMinute
}

// send writes a frame. An error isn't reported: the reader meets it too.
func (c *conn) send(f frame) {
	c.writing.Lock()
	defer c.writing.Unlock()
	kind, body := websocket.TextMessage, marshal(f)
	if c.compress && len(body) > 1024 {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		z.Write(body)
		z.Close()
		kind, body = websocket.BinaryMessage, packed.Bytes()
	}
	c.ws.SetWriteDeadline(time.Now().Add(5 * time.Second))
	c.ws.WriteMessage(kind, body)
}

// marshal writes v as JSON; what is written here always can be.
func marshal(v any) json.RawMessage {
	body, err := json.Marshal(v)
	if err != nil {
		panic("discordtest: " + err.Error())
	}
	return body
}

// address turns the URL of a test server into a gateway's.
func address(server string) string { return strings.Replace(server, "http://", "ws://", 1) }
