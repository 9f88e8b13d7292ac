package discordtest

import (
	"context"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

const buttons = `{"type":4,"data":{"content":"page 1","allowed_mentions":{"parse":[]},"components":[
	{"type":1,"components":[{"type":2,"style":1,"label":"Next","custom_id":"next"},{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true}]},
	{"type":1,"components":[{"type":3,"custom_id":"which","min_values":2,"max_values":2,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"},{"label":"C","value":"c"}]}]},
	{"type":1,"components":[{"type":3,"custom_id":"one","options":[{"label":"A","value":"a"}]}]}]}}`

// answers lets the user act, answers the event with the JSON, and returns what
// the user sees.
func (st *stage) answers(t *testing.T, body string, act func(context.Context) (*Response, error)) (*discordgo.Interaction, *Response) {
	t.Helper()
	e, wait := st.acts(t, act)
	must(t, st.answer(e, body))
	return e, wait()
}

func TestDeferredAnswer(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	e, wait := st.asks(t)
	must(t, st.answer(e, `{"type":5,"data":{"flags":64}}`))
	r := wait()
	if m := r.Message(); r.Type != AnswerDeferred || !r.Ephemeral || !m.Loading() || m.ID == "" {
		t.Fatalf("answer %d, private %v, message %+v", r.Type, r.Ephemeral, m)
	}
	if m, err := r.Await(soon(t), func(answer Message, _ []Message) bool { return answer.Loading() }); err != nil || !m.Loading() {
		t.Errorf("a deferred answer is awaited as it stands: %+v, %v", m, err)
	}
	must(t, st.edit(e, `{"content":"done","flags":0,"allowed_mentions":{"parse":[]}}`))
	m, err := r.Settled(soon(t))
	must(t, err)
	if m.Content != "done" || m.Loading() || !m.Ephemeral() {
		t.Errorf("private or public is fixed by the first answer: %+v", m)
	}
	if string(r.Raw) != `{"type":5,"data":{"flags":64}}` || r.Body["type"] != 5.0 {
		t.Errorf("raw %s, body %v", r.Raw, r.Body)
	}
	must(t, removing(st, e))
	if !r.Message().Deleted {
		t.Error("the message was removed and still stands")
	}

	// A follow-up takes the place of an answer that is still deferred.
	e, wait = st.asks(t)
	must(t, st.answer(e, deferred))
	r = wait()
	must(t, st.follow(e, `{"content":"done","flags":64,"allowed_mentions":{"parse":[]}}`))
	if m := r.Message(); m.Content != "done" || m.Ephemeral() || len(r.FollowUps()) != 0 {
		t.Errorf("message %+v, follow-ups %+v", m, r.FollowUps())
	}
	must(t, st.follow(e, `{"content":"more","flags":64,"allowed_mentions":{"parse":[]}}`))
	m, err = r.Await(soon(t), func(_ Message, more []Message) bool { return len(more) == 1 })
	must(t, err)
	if f := r.FollowUps(); m.Content != "done" || !f[0].Ephemeral() || f[0].ID == m.ID {
		t.Errorf("message %+v, follow-ups %+v", m, f)
	}
}

func TestAutocomplete(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	typing := func(ctx context.Context) (*Response, error) {
		return st.guild.Autocomplete(ctx, st.user, "actor", Opt("private", true), Typing("name", "kou"))
	}
	e, wait := st.acts(t, typing)
	data := e.ApplicationCommandData()
	if e.Type != discordgo.InteractionApplicationCommandAutocomplete || len(data.Options) != 2 ||
		data.Options[0].Focused || !data.Options[1].Focused || data.Options[1].StringValue() != "kou" {
		t.Errorf("event %+v", data)
	}
	st.ExpectViolations("answered by [8], not by 4", "is no value for option type 3")
	refusedWith(t, st.answer(e, hello), 400, codeInvalidForm)
	refusedWith(t, st.answer(e, `{"type":8,"data":{"choices":[{"name":"a","value":1}]}}`), 400, codeInvalidForm)
	must(t, st.answer(e, `{"type":8,"data":{"choices":[{"name":"Amadou Koufa","value":"koufa"}]}}`))
	r := wait()
	if diff := cmp.Diff([]Choice{{Name: "Amadou Koufa", Value: "koufa"}}, r.Choices); diff != "" || r.Message().ID != "" {
		t.Errorf("message %+v, choices (-want +got):\n%s", r.Message(), diff)
	}
}

func TestPress(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	_, first := st.answers(t, buttons, func(ctx context.Context) (*Response, error) {
		return st.guild.Command(ctx, st.user, "sources")
	})
	page := first.Message()
	if page.Components[0].Number != 1 || page.Components[1].Components[0].Number != 5 {
		t.Errorf("components aren't numbered: %+v", page.Components)
	}
	e, wait := st.acts(t, func(ctx context.Context) (*Response, error) {
		return st.guild.Press(ctx, st.user, page, "next")
	})
	if d := e.MessageComponentData(); d.CustomID != "next" || d.ComponentType != discordgo.ButtonComponent ||
		e.Message == nil || e.Message.ID != page.ID || e.Message.Content != "page 1" {
		t.Errorf("event %+v on %+v", d, e.Message)
	}
	st.ExpectViolations("code 50006")
	refusedWith(t, st.answer(e, `{"type":7,"data":{"content":"","components":[],"allowed_mentions":{"parse":[]}}}`), 400, codeEmptyMessage)
	must(t, st.answer(e, `{"type":7,"data":{"content":"page 2","allowed_mentions":{"parse":[]}}}`))
	r := wait()
	if m := first.Message(); m.Content != "page 2" || len(m.Components) != 3 || m.Edits != 1 || r.Message().ID != page.ID {
		t.Errorf("an update changes what it names: %+v", m)
	}
	must(t, st.edit(e, changed))
	if m := first.Message(); m.Content != "changed" {
		t.Errorf("@original of an update is the message that was pressed: %+v", m)
	}
	e, _ = st.answers(t, `{"type":6}`, func(ctx context.Context) (*Response, error) {
		return st.guild.Press(ctx, st.user, page, "which", "a", "c")
	})
	if d := e.MessageComponentData(); !cmp.Equal(d.Values, []string{"a", "c"}) || d.ComponentType != discordgo.SelectMenuComponent {
		t.Errorf("event %+v", d)
	}
	_, again := st.answers(t, hello, func(ctx context.Context) (*Response, error) {
		return st.guild.Press(ctx, st.user, page, "next")
	})
	if again.Message().ID == page.ID || first.Message().Content != "changed" {
		t.Error("a message in answer to a press is a new one")
	}
}

func TestForm(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	_, page := st.answers(t, buttons, func(ctx context.Context) (*Response, error) {
		return st.guild.Command(ctx, st.user, "sources")
	})
	open := strings.Replace(form, `"label":"Why"`, `"label":"Why","min_length":2,"max_length":9,"value":"as before"`, 1)
	_, opened := st.answers(t, open, func(ctx context.Context) (*Response, error) {
		return st.guild.Press(ctx, st.user, page.Message(), "next")
	})
	if opened.Type != AnswerModal || opened.Modal.Title != "t" || opened.Message().ID != "" {
		t.Fatalf("answer %+v", opened)
	}
	for typed, want := range map[string]string{"": "required", "x": "1 characters", "ten letters": "11 characters"} {
		if _, err := opened.Submit(soon(t), map[string]string{"reason": typed}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("typed %q: error %v, want %q", typed, err, want)
		}
	}
	if _, err := opened.Submit(soon(t), map[string]string{"f": "x"}); err == nil {
		t.Error("an input that isn't there was filled")
	}
	e, wait := st.acts(t, func(ctx context.Context) (*Response, error) { return opened.Submit(ctx, nil) })
	st.ExpectViolations("an interaction of type 5 is answered by [4 5 6 7], not by 9")
	refusedWith(t, st.answer(e, form), 400, codeInvalidForm)
	must(t, st.answer(e, `{"type":7,"data":{"content":"taken","allowed_mentions":{"parse":[]}}}`))
	wait()
	if m := page.Message(); m.Content != "taken" {
		t.Errorf("a form that a press opened may update its message: %+v", m)
	}
	e, wait = st.acts(t, func(ctx context.Context) (*Response, error) {
		return opened.Submit(ctx, map[string]string{"reason": "because"})
	})
	row := e.ModalSubmitData().Components[0].(*discordgo.ActionsRow)
	if in := row.Components[0].(*discordgo.TextInput); in.CustomID != "reason" || in.Value != "because" || e.ModalSubmitData().CustomID != "f" {
		t.Errorf("event %+v", in)
	}
	must(t, st.answer(e, hello))
	wait()
	if _, err := page.Submit(soon(t), nil); err == nil {
		t.Error("a form was sent that nobody opened")
	}
	// A form that a command opened has no message to update.
	_, opened = st.answers(t, form, func(ctx context.Context) (*Response, error) {
		return st.guild.Command(ctx, st.user, "sources")
	})
	e, _ = st.acts(t, func(ctx context.Context) (*Response, error) {
		return opened.Submit(ctx, map[string]string{"reason": "because"})
	})
	st.ExpectViolations("an interaction of type 5 is answered by [4 5], not by 7")
	refusedWith(t, st.answer(e, `{"type":7,"data":{"content":"x","allowed_mentions":{"parse":[]}}}`), 400, codeInvalidForm)
}
