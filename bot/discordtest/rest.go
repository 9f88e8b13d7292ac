package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// The codes of Discord's errors.
const (
	codeUnknownChannel     = 10003
	codeUnknownMessage     = 10008
	codeUnknownWebhook     = 10015
	codeUnknownInteraction = 10062
	codeForeignApplication = 20012
	codeTooLarge           = 40005
	codeAnswered           = 40060
	codeMissingAccess      = 50001
	codeEmptyMessage       = 50006
	codeNoDMs              = 50007
	codeWebhookToken       = 50027
	codeInvalidRecipient   = 50033
	codeInvalidForm        = 50035
)

// refusal is an error as Discord answers it.
type refusal struct {
	status, code int
	message      string
	problems     []problem
}

// refused makes the refusals that carry no list of problems.
func refused(status, code int, message string) *refusal {
	return &refusal{status: status, code: code, message: message}
}

// reply is a request's answer: a body, or nothing with 204.
type reply struct {
	body any
}

// endpoint serves one route.
type endpoint func(r *http.Request) (*reply, *refusal)

// routes lists every route that is served.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	public := func(route string, serve endpoint) { s.route(mux, route, serve) }
	bot := func(route string, serve endpoint) { s.route(mux, route, s.authorized(serve)) }

	public("GET /gateway", s.gatewayURL)
	bot("GET /gateway/bot", s.gatewayBot)
	bot("GET /users/@me", func(*http.Request) (*reply, *refusal) { return &reply{botJSON()}, nil })
	bot("GET /applications/@me", s.application)
	bot("GET /oauth2/applications/@me", s.application)
	for _, scope := range []string{"", "/guilds/{guild}"} {
		bot("GET /applications/{app}"+scope+"/commands", s.listCommands)
		bot("PUT /applications/{app}"+scope+"/commands", s.putCommands)
		bot("POST /applications/{app}"+scope+"/commands", s.postCommand)
	}
	bot("POST /users/@me/channels", s.openConversation)
	bot("POST /channels/{channel}/messages", s.postMessage)
	public("POST /interactions/{id}/{token}/callback", s.callback)
	public("POST /webhooks/{app}/{token}", s.followUp)
	public("GET /webhooks/{app}/{token}/messages/{message}", s.getMessage)
	public("PATCH /webhooks/{app}/{token}/messages/{message}", s.editMessage)
	public("DELETE /webhooks/{app}/{token}/messages/{message}", s.deleteMessage)
	mux.HandleFunc("GET /attachments/{channel}/{id}/{name}", s.file)
	s.route(mux, "/", func(r *http.Request) (*reply, *refusal) {
		return nil, refused(http.StatusNotFound, 0, "404: Not Found")
	})
	return mux
}

// route serves an endpoint under both API versions that are in use, writes its
// answer, and remembers a refusal.
func (s *Server) route(mux *http.ServeMux, route string, serve endpoint) {
	handler := func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.Header.Get("User-Agent"), "DiscordBot (") {
			s.remember("%s: User-Agent %q isn't DiscordBot (url, version)", r.Pattern, r.Header.Get("User-Agent"))
		}
		answer, no := serve(r)
		switch {
		case no != nil:
			s.remember("%s: %s", r.Pattern, no.words())
			writeJSON(w, no.status, no.body())
		case answer.body == nil:
			w.WriteHeader(http.StatusNoContent)
		default:
			writeJSON(w, http.StatusOK, answer.body)
		}
	}
	method, path, split := strings.Cut(route, " ")
	if !split {
		mux.HandleFunc(route, handler)
		return
	}
	for _, version := range []string{"v9", "v10"} {
		mux.HandleFunc(method+" /api/"+version+path, handler)
	}
}

func (s *Server) remember(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.violate(format, args...)
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(marshal(body))
}

// authorized demands the bot's token.
func (s *Server) authorized(serve endpoint) endpoint {
	return func(r *http.Request) (*reply, *refusal) {
		if r.Header.Get("Authorization") != "Bot "+Token {
			return nil, refused(http.StatusUnauthorized, 0, "401: Unauthorized")
		}
		return serve(r)
	}
}

func (s *Server) gatewayURL(*http.Request) (*reply, *refusal) {
	return &reply{map[string]any{"url": address(s.gateway.URL)}}, nil
}

func (s *Server) gatewayBot(*http.Request) (*reply, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return &reply{map[string]any{
		"url": address(s.gateway.URL), "shards": 1,
		"session_start_limit": map[string]any{
			"total": 1000, "remaining": 1000 - s.identifies, "reset_after": 86400000, "max_concurrency": 1,
		},
	}}, nil
}

func (s *Server) application(*http.Request) (*reply, *refusal) {
	return &reply{map[string]any{
		"id": ApplicationID, "name": "griot", "icon": nil, "description": "", "summary": "", "bot": botJSON(),
		"bot_public": true, "bot_require_code_grant": false, "verify_key": strings.Repeat("0", 64), "flags": 0, "team": nil,
	}}, nil
}

// words describes a refusal for the list of violations.
func (no *refusal) words() string {
	all := fmt.Sprintf("%d, code %d, %s", no.status, no.code, no.message)
	for _, p := range no.problems {
		all += "; " + p.String()
	}
	return all
}

// body writes a refusal as Discord does, problems nested by property. The codes
// inside "errors" aren't Discord's own.
func (no *refusal) body() any {
	body := map[string]any{"code": no.code, "message": no.message}
	if len(no.problems) > 0 {
		nested := map[string]any{}
		for _, p := range no.problems {
			nest(nested, p)
		}
		body["errors"] = nested
	}
	return body
}

func nest(into map[string]any, p problem) {
	for _, step := range strings.Split(strings.TrimPrefix(p.at, "/"), "/") {
		if step == "" {
			continue
		}
		inner, ok := into[step].(map[string]any)
		if !ok {
			inner = map[string]any{}
			into[step] = inner
		}
		into = inner
	}
	errors, _ := into["_errors"].([]any)
	into["_errors"] = append(errors, map[string]string{"code": "INVALID", "message": p.says})
}

// reject turns the problems that Discord would refuse into a refusal, or nil;
// those of the house are only remembered.
func (s *Server) reject(r *http.Request, c *checker) *refusal {
	no := refused(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body")
	for _, p := range c.problems {
		if p.house {
			s.remember("%s: %s", r.Pattern, p)
		} else {
			no.problems = append(no.problems, p)
		}
	}
	if len(no.problems) == 0 {
		return nil
	}
	return no
}

// into decodes a parsed body into a typed value; the shapes have been checked.
func into(v, target any) { json.Unmarshal(marshal(v), target) }
