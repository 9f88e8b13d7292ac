package discordtest

import (
	"encoding/json"
	"net/http"

	"github.com/gorilla/websocket"
)

// The operations and the close codes of the gateway.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opPresence       = 3
	opVoice          = 4
	opResume         = 6
	opMembers        = 8
	opInvalidSession = 9
	opHello          = 10
	opAck            = 11

	closeUnknownOp         = 4001
	closeDecode            = 4002
	closeNotAuthenticated  = 4003
	closeAuthentication    = 4004
	closeAlreadyIdentified = 4005
	closeSequence          = 4007
	closeRateLimited       = 4008
	closeVersion           = 4012
	closeIntents           = 4013
	closePrivileged        = 4014
)

// intentGuilds asks for GUILD_CREATE; the others must be granted by hand.
const (
	intentGuilds     = 1 << 0
	intentsAll       = 1<<17 - 1 | 1<<20 | 1<<21 | 1<<24 | 1<<25
	intentPrivileged = 1<<1 | 1<<8 | 1<<15
)

// frame is a payload of the gateway in either direction.
type frame struct {
	Op   int             `json:"op"`
	Body json.RawMessage `json:"d"`
	Seq  *int64          `json:"s"`
	Name *string         `json:"t"`
}

// closure tells the reader to close with a code.
type closure struct {
	code int
	why  string
}

// socket returns the handler that upgrades to the gateway's protocol.
func (s *Server) socket() http.Handler {
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ws, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return // the upgrader has answered
		}
		c := &conn{ws: ws, version: 9}
		if !s.attach(c) {
			ws.Close()
			return
		}
		defer s.open.Done()
		defer s.detach(c)
		q := r.URL.Query()
		if q.Get("v") == "10" {
			c.version = 10
		} else if q.Get("v") != "9" {
			s.hangUp(c, &closure{closeVersion, "version " + q.Get("v")})
			return
		}
		if q.Get("encoding") != "json" || q.Has("compress") {
			s.hangUp(c, &closure{closeDecode, "only encoding=json without transport compression is served here"})
			return
		}
		s.serve(c)
	})
}

// serve says hello and reads until either side closes.
func (s *Server) serve(c *conn) {
	c.send(frame{Op: opHello, Body: marshal(map[string]any{"heartbeat_interval": s.Heartbeat.Milliseconds()})})
	for {
		_, body, err := c.ws.ReadMessage()
		if err != nil {
			if websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway) {
				s.end(c)
			}
			return
		}
		if bad := s.receive(c, body); bad != nil {
			s.hangUp(c, bad)
			return
		}
	}
}

// receive answers one frame; a closure ends the connection.
func (s *Server) receive(c *conn, body []byte) *closure {
	if len(body) > maxFrame {
		return &closure{closeDecode, "payload above 4,096 bytes"}
	}
	if !s.paced(c) {
		return &closure{closeRateLimited, "more than 120 frames a minute"}
	}
	var f frame
	if err := json.Unmarshal(body, &f); err != nil {
		return &closure{closeDecode, "not JSON"}
	}
	switch f.Op {
	case opHeartbeat:
		c.send(frame{Op: opAck})
		return nil
	case opIdentify:
		return s.identify(c, f.Body)
	case opResume:
		return s.resumeSession(c, f.Body)
	case opPresence, opVoice, opMembers:
		s.mu.Lock()
		defer s.mu.Unlock()
		if c.session == nil {
			return &closure{closeNotAuthenticated, "not identified"}
		}
		return nil
	}
	return &closure{closeUnknownOp, "unknown operation"}
}
