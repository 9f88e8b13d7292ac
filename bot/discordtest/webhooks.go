package discordtest

import (
	"net/http"
	"slices"
)

// tokenOf finds the interaction of a webhook route: it must have been answered
// and its token must be alive. The caller holds s.mu.
func (s *Server) tokenOf(r *http.Request) (*interaction, *refusal) {
	i := s.tokens[r.PathValue("token")]
	switch {
	case i == nil || s.time().Sub(i.at) > tokenLife:
		return nil, refused(http.StatusUnauthorized, codeWebhookToken, "Invalid Webhook Token")
	case r.PathValue("app") != ApplicationID || i.response == nil:
		return nil, refused(http.StatusNotFound, codeUnknownWebhook, "Unknown Webhook")
	}
	return i, nil
}

// messageOf finds the message of a webhook route. The caller holds s.mu.
func (s *Server) messageOf(r *http.Request) (*interaction, *message, *refusal) {
	i, no := s.tokenOf(r)
	if no != nil {
		return nil, nil, no
	}
	id := r.PathValue("message")
	for _, m := range append([]*message{i.original}, i.followUps...) {
		if m != nil && !m.Deleted && (m.ID == id || id == "@original" && m == i.original) {
			return i, m, nil
		}
	}
	return nil, nil, refused(http.StatusNotFound, codeUnknownMessage, "Unknown Message")
}

func (s *Server) getMessage(r *http.Request) (*reply, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, no := s.messageOf(r)
	if no != nil {
		return nil, no
	}
	return &reply{m.json()}, nil
}

func (s *Server) deleteMessage(r *http.Request) (*reply, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, no := s.messageOf(r)
	if no != nil {
		return nil, no
	}
	m.Deleted = true
	s.announce()
	return &reply{}, nil
}

// editMessage changes what the body names. Whether the message is private
// stays as the first answer fixed it.
func (s *Server) editMessage(r *http.Request) (*reply, *refusal) {
	p, no := read(r)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	_, m, no := s.messageOf(r)
	kept := map[string]string{}
	if no == nil {
		kept = m.kept()
	}
	s.mu.Unlock()
	if no != nil {
		return nil, no
	}
	c := &checker{}
	data := c.edit("", p.value, messageShape)
	c.attachments("", data, p, kept)
	c.schema(bodyEdit, p.value)
	if no := s.reject(r, c); no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.change(m, data, p)
}

// change applies an edit unless it would leave nothing. The caller holds s.mu.
func (s *Server) change(m *message, data map[string]any, p *payload) (*reply, *refusal) {
	tried := *m
	tried.Attachments = slices.Clone(m.Attachments)
	s.apply(&tried, data, p.files)
	if tried.isEmpty() {
		return nil, refused(http.StatusBadRequest, codeEmptyMessage, "Cannot send an empty message")
	}
	*m = tried
	m.Edits++
	s.announce()
	return &reply{m.json()}, nil
}

// followUp adds a message after the first answer. After a deferred answer that
// still shows that the bot is thinking, it takes that answer's place.
func (s *Server) followUp(r *http.Request) (*reply, *refusal) {
	p, no := read(r)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	_, no = s.tokenOf(r)
	s.mu.Unlock()
	if no != nil {
		return nil, no
	}
	c := &checker{files: len(p.files)}
	data := c.message("", p.value, webhookShape)
	c.attachments("", data, p, nil)
	c.schema(bodyFollowUp, p.value)
	if no := s.reject(r, c); no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	i, no := s.tokenOf(r)
	if no != nil {
		return nil, no
	}
	if i.original != nil && i.original.Loading() {
		return s.change(i.original, data, p)
	}
	flags, _ := whole(data["flags"])
	m := s.post(i, flags&flagEphemeral)
	if i.original != nil {
		m.replyTo = i.original.ID
	}
	s.apply(m, data, p.files)
	i.followUps = append(i.followUps, m)
	s.announce()
	return &reply{m.json()}, nil
}
