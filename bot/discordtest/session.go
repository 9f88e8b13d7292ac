package discordtest

import (
	"encoding/json"
	"sync"
)

// session is what READY began: a resumed connection goes on with it.
type session struct {
	id      string
	intents int64
	conn    *conn // nil while disconnected; guarded by Server.mu
	over    bool  // guarded by Server.mu

	ordering sync.Mutex // held while events are numbered and sent
	events   []frame    // all of them, the first with sequence 1
	to       *conn      // where events go; guarded by ordering
}

// identify begins a session: READY, then a GUILD_CREATE for each guild.
func (s *Server) identify(c *conn, body []byte) *closure {
	var d struct {
		Token      string         `json:"token"`
		Intents    *int64         `json:"intents"`
		Compress   bool           `json:"compress"`
		Properties map[string]any `json:"properties"`
	}
	if json.Unmarshal(body, &d) != nil || d.Properties == nil {
		return &closure{closeDecode, "identify without token, intents or properties"}
	}
	s.mu.Lock()
	if bad := admit(c, d.Token, d.Intents); bad != nil {
		s.mu.Unlock()
		return bad
	}
	now := s.time()
	if s.identifies > 0 && now.Sub(s.identified) < identifyPace {
		s.violate("gateway: identify again within 5 s: invalid session")
		s.mu.Unlock()
		c.send(frame{Op: opInvalidSession, Body: marshal(false)})
		return nil
	}
	s.identified = now
	s.identifies++
	session := &session{id: "session-" + s.newID(), intents: *d.Intents, conn: c, to: c}
	session.ordering.Lock()
	defer session.ordering.Unlock()
	c.session = session
	s.sessions = append(s.sessions, session)
	ready, guilds := s.ready(c), s.guildEvents(session)
	s.mu.Unlock()

	c.writing.Lock()
	c.compress = d.Compress
	c.writing.Unlock()
	session.number("READY", ready)
	for _, g := range guilds {
		session.number("GUILD_CREATE", g)
	}
	s.mu.Lock()
	s.announce()
	s.mu.Unlock()
	return nil
}

// admit refuses an identify as Discord does. The caller holds s.mu.
func admit(c *conn, token string, intents *int64) *closure {
	switch {
	case token != Token && token != "Bot "+Token:
		return &closure{closeAuthentication, "Authentication failed."}
	case c.session != nil:
		return &closure{closeAlreadyIdentified, "identified twice"}
	case intents == nil || *intents < 0 || *intents&^intentsAll != 0:
		return &closure{closeIntents, "Invalid intent(s)."}
	case *intents&intentPrivileged != 0:
		return &closure{closePrivileged, "Disallowed intent(s)."}
	}
	return nil
}

// ready is the body of READY. The caller holds s.mu.
func (s *Server) ready(c *conn) map[string]any {
	guilds := []any{}
	for _, g := range s.guilds {
		guilds = append(guilds, map[string]any{"id": g.ID, "unavailable": true})
	}
	return map[string]any{
		"v": c.version, "user": botJSON(), "guilds": guilds, "session_id": c.session.id, "session_type": "normal",
		"resume_gateway_url": address(s.resume.URL), "shard": []int{0, 1},
		"application":   map[string]any{"id": ApplicationID, "flags": 0},
		"relationships": []any{}, "private_channels": []any{}, "presences": []any{}, "geo_ordered_rtc_regions": []any{},
		"auth": map[string]any{}, "user_settings": map[string]any{}, "guild_join_requests": []any{},
	}
}

// guildEvents returns what the session is told of guilds. The caller holds s.mu.
func (s *Server) guildEvents(session *session) []map[string]any {
	var all []map[string]any
	for _, g := range s.guilds {
		if session.intents&intentGuilds != 0 {
			all = append(all, s.guildJSON(g))
		}
	}
	return all
}

// resumeSession goes on with a session: the events missed, then RESUMED.
func (s *Server) resumeSession(c *conn, body []byte) *closure {
	var d struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int64  `json:"seq"`
	}
	if json.Unmarshal(body, &d) != nil {
		return &closure{closeDecode, "resume without token, session_id or seq"}
	}
	if d.Token != Token && d.Token != "Bot "+Token {
		return &closure{closeAuthentication, "Authentication failed."}
	}
	session := s.resumable(d.SessionID)
	if session == nil {
		c.send(frame{Op: opInvalidSession, Body: marshal(false)})
		return nil
	}
	session.ordering.Lock()
	defer session.ordering.Unlock()
	if d.Seq < 0 || d.Seq > int64(len(session.events)) {
		return &closure{closeSequence, "Invalid seq."}
	}
	s.mu.Lock()
	session.conn, c.session = c, session
	s.mu.Unlock()
	session.to = c
	for _, missed := range session.events[d.Seq:] {
		c.send(missed)
	}
	session.number("RESUMED", map[string]any{})
	s.mu.Lock()
	s.announce()
	s.mu.Unlock()
	return nil
}

// resumable returns the session of that id, or nil if there is none to go on with.
func (s *Server) resumable(id string) *session {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, session := range s.sessions {
		if session.id == id && !session.over {
			return session
		}
	}
	return nil
}

// dispatch sends an event, and keeps it for a resume.
func (session *session) dispatch(name string, body any) {
	session.ordering.Lock()
	defer session.ordering.Unlock()
	session.number(name, body)
}

// number gives the event its sequence and sends it. The caller holds ordering.
func (session *session) number(name string, body any) {
	seq := int64(len(session.events) + 1)
	f := frame{Op: opDispatch, Body: marshal(body), Seq: &seq, Name: &name}
	session.events = append(session.events, f)
	session.to.send(f)
}
