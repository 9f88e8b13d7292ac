package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
)

// callback takes the first answer to an interaction.
func (s *Server) callback(r *http.Request) (*reply, *refusal) {
	p, no := read(r)
	if no != nil {
		return nil, no
	}
	s.mu.Lock()
	i := s.interactions[r.PathValue("id")]
	no = s.awaited(i, r.PathValue("token"))
	s.mu.Unlock()
	if no != nil {
		return nil, no
	}
	c := &checker{files: len(p.files)}
	c.response(p.value)
	c.answers(i, p)
	c.schema(bodyAnswer, p.value)
	if no := s.reject(r, c); no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if no := s.awaited(i, i.token); no != nil {
		return nil, no // another answer came while this one was checked
	}
	if no := s.accept(i, p); no != nil {
		return nil, no
	}
	s.announce()
	if r.URL.Query().Get("with_response") != "true" {
		return &reply{}, nil
	}
	return &reply{i.callbackJSON()}, nil
}

// awaited returns the refusal of an answer that nobody waits for. The caller
// holds s.mu.
func (s *Server) awaited(i *interaction, token string) *refusal {
	switch {
	case i == nil || i.token != token:
		return refused(http.StatusNotFound, codeUnknownInteraction, "Unknown interaction")
	case i.response != nil:
		return refused(http.StatusBadRequest, codeAnswered, "Interaction has already been acknowledged.")
	case s.time().Sub(i.at) > answerTime:
		return refused(http.StatusNotFound, codeUnknownInteraction, "Unknown interaction")
	}
	return nil
}

// answers checks that this kind of interaction may be answered so.
func (c *checker) answers(i *interaction, p *payload) {
	body, _ := p.value.(map[string]any)
	kind, _ := whole(body["type"])
	allowed := map[int][]int64{
		kindCommand:      {AnswerMessage, AnswerDeferred, AnswerModal},
		kindPress:        {AnswerMessage, AnswerDeferred, AnswerDeferredUpdate, AnswerUpdate, AnswerModal},
		kindAutocomplete: {AnswerChoices},
		kindSubmit:       {AnswerMessage, AnswerDeferred},
	}[i.kind]
	if i.kind == kindSubmit && i.source != nil {
		allowed = append(allowed, AnswerDeferredUpdate, AnswerUpdate)
	}
	if !slices.Contains(allowed, kind) {
		c.refuse("/type", "an interaction of type %d is answered by %v, not by %d", i.kind, allowed, kind)
	}
	data, _ := body["data"].(map[string]any)
	kept := map[string]string{}
	if kind == AnswerUpdate && i.source != nil {
		kept = i.source.kept()
	}
	c.attachments("/data", data, p, kept)
	for n, v := range items(data, "choices") {
		choice, _ := v.(map[string]any)
		if i.kind == kindAutocomplete && !fits(choice["value"], i.completes) {
			c.refuse(place("/data/choices", n)+"/value", "is no value for option type %d", i.completes)
		}
	}
}

// accept makes the answer the interaction's first. The caller holds s.mu.
func (s *Server) accept(i *interaction, p *payload) *refusal {
	body, _ := p.value.(map[string]any)
	data, _ := body["data"].(map[string]any)
	kind, _ := whole(body["type"])
	flags, _ := whole(data["flags"])
	r := &Response{Type: int(kind), Raw: p.raw, server: s, by: i}
	json.Unmarshal(p.raw, &r.Body)
	switch kind {
	case AnswerMessage:
		i.original = s.post(i, flags&flagEphemeral)
		s.apply(i.original, data, p.files)
	case AnswerDeferred:
		i.original = s.post(i, flags&flagEphemeral|flagLoading)
	case AnswerDeferredUpdate:
		i.original = i.source
	case AnswerUpdate:
		if _, no := s.change(i.source, data, p); no != nil {
			return no
		}
		i.original = i.source
	case AnswerChoices:
		into(data["choices"], &r.Choices)
	case AnswerModal:
		r.Modal = &Modal{}
		into(data, r.Modal)
	}
	r.Ephemeral = i.original != nil && i.original.Ephemeral()
	i.response = r
	return nil
}

// callbackJSON is what with_response asks for. The caller holds s.mu.
func (i *interaction) callbackJSON() map[string]any {
	about := map[string]any{"id": i.id, "type": i.kind}
	resource := map[string]any{"type": i.response.Type}
	if i.original != nil {
		about["response_message_id"] = i.original.ID
		about["response_message_loading"] = i.original.Loading()
		about["response_message_ephemeral"] = i.original.Ephemeral()
		resource["message"] = i.original.json()
	}
	return map[string]any{"interaction": about, "resource": resource}
}
