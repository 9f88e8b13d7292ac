package discordtest

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

const (
	hello    = `{"type":4,"data":{"content":"hello","allowed_mentions":{"parse":[]}}}`
	deferred = `{"type":5}`
	changed  = `{"content":"changed","allowed_mentions":{"parse":[]}}`
	form     = `{"type":9,"data":{"custom_id":"f","title":"t","components":[{"type":1,"components":[{"type":4,"custom_id":"reason","style":1,"label":"Why"}]}]}}`
)

// refusalCase plays a bot that answers /sources, or doesn't yet, and then does
// one thing that Discord refuses.
type refusalCase struct {
	name         string
	first        string // the first answer, if any
	later        time.Duration
	then         func(*stage, *discordgo.Interaction) error
	status, code int
}

func refuses(t *testing.T, cases []refusalCase) {
	t.Helper()
	t.Parallel()
	st := newStage(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e, wait := st.asks(t)
			before := len(st.Violations())
			if c.first != "" {
				must(t, st.answer(e, c.first))
				wait()
			}
			st.Advance(c.later)
			st.ExpectViolations(fmt.Sprintf("%d, code %d, ", c.status, c.code))
			refusedWith(t, c.then(st, e), c.status, c.code)
			if n := len(st.Violations()) - before; n != 1 {
				t.Errorf("%d more violations: %q", n, st.Violations()[before:])
			}
		})
	}
}

func TestRefusedOrder(t *testing.T) {
	refuses(t, []refusalCase{
		{name: "a second answer", first: hello, then: answering(hello), status: 400, code: codeAnswered},
		{name: "a second answer after 3 s", first: hello, later: time.Minute, then: answering(hello), status: 400, code: codeAnswered},
		{name: "an answer after 3 s", later: 3*time.Second + time.Millisecond, then: answering(hello), status: 404, code: codeUnknownInteraction},
		{name: "an edit before the answer", then: editing(changed), status: 404, code: codeUnknownWebhook},
		{name: "a follow-up before the answer", then: following(changed), status: 404, code: codeUnknownWebhook},
		{name: "a look before the answer", then: looking, status: 404, code: codeUnknownWebhook},
		{name: "a removal before the answer", then: removing, status: 404, code: codeUnknownWebhook},
		{name: "an edit after 15 min", first: hello, later: 15*time.Minute + time.Millisecond, then: editing(changed), status: 401, code: codeWebhookToken},
		{name: "a follow-up after 15 min", first: hello, later: 15*time.Minute + time.Millisecond, then: following(changed), status: 401, code: codeWebhookToken},
		{name: "a look after 15 min", first: hello, later: 15*time.Minute + time.Millisecond, then: looking, status: 401, code: codeWebhookToken},
		{name: "a removal after 15 min", first: hello, later: 15*time.Minute + time.Millisecond, then: removing, status: 401, code: codeWebhookToken},
		{name: "an edit of a form", first: form, then: editing(changed), status: 404, code: codeUnknownMessage},
	})
}

func TestRefusedBodies(t *testing.T) {
	refuses(t, []refusalCase{
		{name: "an edit that leaves nothing", first: hello, then: editing(`{"content":"","allowed_mentions":{"parse":[]}}`), status: 400, code: codeEmptyMessage},
		{name: "an edit above a limit", first: hello, then: editing(string(body(`{"content":"<2001>","allowed_mentions":{"parse":[]}}`))), status: 400, code: codeInvalidForm},
		{name: "an edit with an unknown property", first: hello, then: editing(`{"contents":"x","allowed_mentions":{"parse":[]}}`), status: 400, code: codeInvalidForm},
		{name: "an empty follow-up", first: hello, then: following(`{"content":"","allowed_mentions":{"parse":[]}}`), status: 400, code: codeInvalidForm},
		{name: "a follow-up with an attachment that didn't come", first: hello, then: following(`{"content":"x","attachments":[{"id":"0"}],"allowed_mentions":{"parse":[]}}`), status: 400, code: codeInvalidForm},
		{name: "an answer with a picture that didn't come", then: answering(`{"type":4,"data":{"embeds":[{"image":{"url":"attachment://map.png"}}],"allowed_mentions":{"parse":[]}}}`), status: 400, code: codeInvalidForm},
		{name: "an answer with an attachment that didn't come", then: answering(`{"type":4,"data":{"content":"x","attachments":[{"id":"0"}],"allowed_mentions":{"parse":[]}}}`), status: 400, code: codeInvalidForm},
		{name: "an answer above a limit", then: answering(string(body(`{"type":4,"data":{"content":"<2001>","allowed_mentions":{"parse":[]}}}`))), status: 400, code: codeInvalidForm},
		{name: "an update without a message", then: answering(`{"type":7,"data":{"content":"x","allowed_mentions":{"parse":[]}}}`), status: 400, code: codeInvalidForm},
		{name: "a deferred update without a message", then: answering(`{"type":6}`), status: 400, code: codeInvalidForm},
		{name: "choices for a command", then: answering(`{"type":8,"data":{"choices":[]}}`), status: 400, code: codeInvalidForm},
		{name: "an answer that isn't JSON", then: answering(`"x"`), status: 400, code: codeInvalidForm},
	})
}

func TestRefusedRoutes(t *testing.T) {
	refuses(t, []refusalCase{
		{name: "an answer with a wrong token", then: func(st *stage, e *discordgo.Interaction) error {
			return st.send("POST", discordgo.EndpointInteractionResponse(e.ID, "wrong"), hello)
		}, status: 404, code: codeUnknownInteraction},
		{name: "an edit with a wrong token", first: hello, then: func(st *stage, _ *discordgo.Interaction) error {
			return st.edit(&discordgo.Interaction{Token: "wrong"}, changed)
		}, status: 401, code: codeWebhookToken},
		{name: "an edit as another application", first: hello, then: func(st *stage, e *discordgo.Interaction) error {
			return st.send("PATCH", discordgo.EndpointInteractionResponseActions("2", e.Token), changed)
		}, status: 404, code: codeUnknownWebhook},
		{name: "an edit of a message that isn't there", first: hello, then: func(st *stage, e *discordgo.Interaction) error {
			return st.send("PATCH", discordgo.EndpointFollowupMessageActions(ApplicationID, e.Token, "1"), changed)
		}, status: 404, code: codeUnknownMessage},
		{name: "an edit of a removed message", first: hello, then: func(st *stage, e *discordgo.Interaction) error {
			if err := removing(st, e); err != nil {
				return err
			}
			return st.edit(e, changed)
		}, status: 404, code: codeUnknownMessage},
		{name: "a route that isn't there", then: func(st *stage, _ *discordgo.Interaction) error {
			return st.send("POST", discordgo.EndpointAPI+"channels/1/typing", changed)
		}, status: 404, code: 0},
	})
}

func answering(body string) func(*stage, *discordgo.Interaction) error {
	return func(st *stage, e *discordgo.Interaction) error { return st.answer(e, body) }
}

func editing(body string) func(*stage, *discordgo.Interaction) error {
	return func(st *stage, e *discordgo.Interaction) error { return st.edit(e, body) }
}

func following(body string) func(*stage, *discordgo.Interaction) error {
	return func(st *stage, e *discordgo.Interaction) error { return st.follow(e, body) }
}

func looking(st *stage, e *discordgo.Interaction) error {
	_, err := st.bot.InteractionResponse(e)
	return err
}

func removing(st *stage, e *discordgo.Interaction) error { return st.bot.InteractionResponseDelete(e) }

// What is refused or late must not be the answer, and the last moment counts.
func TestLastMoment(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	now := time.Now()
	st.Now = func() time.Time { return now }
	e, wait := st.asks(t)
	st.ExpectViolations("/data: an empty message")
	refusedWith(t, st.answer(e, `{"type":4,"data":{"allowed_mentions":{"parse":[]}}}`), 400, codeInvalidForm)
	st.Advance(3 * time.Second)
	must(t, st.answer(e, hello))
	r := wait()
	st.Advance(15*time.Minute - 3*time.Second)
	must(t, st.edit(e, changed))
	if m := r.Message(); m.Content != "changed" || m.Edits != 1 {
		t.Errorf("message %+v", m)
	}
}

// The body of an error is nested by property, as Discord writes it.
func TestErrorBody(t *testing.T) {
	no := refused(400, codeInvalidForm, "Invalid Form Body")
	no.problems = []problem{{at: "/data/embeds/0/title", says: "too long"}, {says: "whole"}}
	want := map[string]any{"code": 50035, "message": "Invalid Form Body", "errors": map[string]any{
		"_errors": []any{map[string]string{"code": "INVALID", "message": "whole"}},
		"data": map[string]any{"embeds": map[string]any{"0": map[string]any{"title": map[string]any{
			"_errors": []any{map[string]string{"code": "INVALID", "message": "too long"}}}}}},
	}}
	if diff := cmp.Diff(want, no.body()); diff != "" {
		t.Error(diff)
	}
}

// A ping is Griot's own matter: Discord takes the message, the test fails.
func TestMentionsAreViolations(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	e, wait := st.asks(t)
	must(t, st.answer(e, `{"type":4,"data":{"content":"@everyone"}}`))
	wait()
	st.ExpectViolations("nobody is pinged")
	if v := st.Violations(); len(v) != 1 || strings.Contains(v[0], "code") {
		t.Errorf("violations %q", v)
	}
}

// Violations fail the test unless they are expected, and so does an expected
// one that never came.
func TestComplaints(t *testing.T) {
	s := &Server{violations: []string{"close 4008", "code 40060"}}
	if diff := cmp.Diff([]string{"loopback Discord: close 4008", "loopback Discord: code 40060"}, s.complaints()); diff != "" {
		t.Error(diff)
	}
	s.ExpectViolations("4008", "10062")
	want := []string{"loopback Discord: code 40060", `loopback Discord: expected a violation with "10062", saw ["close 4008" "code 40060"]`}
	if diff := cmp.Diff(want, s.complaints()); diff != "" {
		t.Error(diff)
	}
	all := &Server{violations: s.violations}
	all.ExpectViolations()
	if c := all.complaints(); c != nil {
		t.Errorf("all are excused, but %q", c)
	}
}

// Discord's own schema refuses what the rules here don't know, on each route.
func TestSchema(t *testing.T) {
	if _, err := os.Stat("../../../shared/discord/openapi.json"); err != nil {
		t.Skip(errNoSchema)
	}
	t.Parallel()
	st := newStage(t)
	e, wait := st.asks(t)
	const poll = `"poll":{"question":{},"answers":[{}]},"allowed_mentions":{"parse":[]}`
	const command = `{"name":"count","description":"d","options":[{"type":4,"name":"n","description":"d","min_value":1.5}]}`
	route := discordgo.EndpointApplicationGlobalCommands(ApplicationID)
	refusedWith(t, st.answer(e, `{"type":4,"data":{`+poll+`}}`), 400, codeInvalidForm)
	must(t, st.answer(e, hello))
	wait()
	for name, err := range map[string]error{
		"edit":      st.edit(e, "{"+poll+"}"),
		"follow-up": st.follow(e, "{"+poll+"}"),
		"command":   st.send("POST", route, command),
		"commands":  st.send("PUT", route, "["+command+"]"),
	} {
		t.Run(name, func(t *testing.T) { refusedWith(t, err, 400, codeInvalidForm) })
	}
	st.ExpectViolations("Discord's schema")
}
