package discordtest

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

const buttons = `{"type":4,"data":{"content":"page 1","allowed_mentions":{"parse":[]},"components":[
	{"type":1,"components":[{"type":2,"style":1,"label":"Next","custom_id":"next"},{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true}]},
	{"type":1,"components":[{"type":3,"custom_id":"which","max_values":2,"options":[{"label":"A","value":"a"},{"label":"B","value":"b"},{"label":"C","value":"c"}]}]}]}}`

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
	must(t, st.answer(e, `{"type":7,"data":{"content":"page 2","allowed_mentions":{"parse":[]}}}`))
	r := wait()
	if m := first.Message(); m.Content != "page 2" || len(m.Components) != 2 || m.Edits != 1 || r.Message().ID != page.ID {
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

func TestDirectConversation(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.user.Locale = "fr"
	dm := st.DM(st.user)
	e, _ := st.answers(t, hello, func(ctx context.Context) (*Response, error) { return dm.Command(ctx, st.user, "sources") })
	if e.Member != nil || e.User == nil || e.User.ID != st.user.ID || e.GuildID != "" || e.GuildLocale != nil ||
		e.Locale != discordgo.French || e.Context != discordgo.InteractionContextBotDM || e.AppPermissions == 0 {
		t.Errorf("event %+v", e)
	}
	for name, act := range map[string]func() (*Response, error){
		"another's conversation": func() (*Response, error) { return dm.Command(soon(t), st.AddUser("Binta"), "sources") },
		"a command of guilds":    func() (*Response, error) { return dm.Command(soon(t), st.user, "review change take") },
	} {
		if _, err := act(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	role := st.guild.AddRole("moderators", ManageServer)
	st.guild.Join(st.user, role)
	e, _ := st.answers(t, hello, func(ctx context.Context) (*Response, error) {
		return st.guild.Command(ctx, st.user, "review change take", Opt("number", 3), Opt("by", st.user), Opt("role", role),
			Opt("where", st.guild.Channel), Opt("how", "some"), Opt("share", 0.5))
	})
	if e.GuildID != st.guild.ID || *e.GuildLocale != discordgo.EnglishUS || e.Context != discordgo.InteractionContextGuild ||
		!cmp.Equal(e.Member.Roles, []string{role.ID}) || e.Member.User.ID != st.user.ID || e.ChannelID != st.guild.Channel.ID {
		t.Errorf("event %+v", e)
	}
	data := e.ApplicationCommandData()
	take := data.Options[0].Options[0]
	if take.Name != "take" || take.Options[0].IntValue() != 3 || take.Options[1].Value != st.user.ID || take.Options[5].FloatValue() != 0.5 {
		t.Errorf("options %+v", take.Options)
	}
	r := data.Resolved
	if r.Users[st.user.ID] == nil || r.Members[st.user.ID] == nil || r.Roles[role.ID] == nil || r.Channels[st.guild.Channel.ID] == nil {
		t.Errorf("resolved %+v", r)
	}
}

// What Discord's client wouldn't let a user do is an error, and never reaches
// the bot.
func TestImpossibleActs(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	binta, stranger := st.AddUser("Binta"), st.AddUser("Coumba")
	st.guild.Join(binta, st.guild.AddRole("chief", Administrator))
	_, private := st.answers(t, strings.Replace(buttons, `"content"`, `"flags":64,"content"`, 1), func(ctx context.Context) (*Response, error) {
		return st.guild.Command(ctx, st.user, "sources")
	})
	command := func(user *User, name string, options ...Option) func() (*Response, error) {
		return func() (*Response, error) { return st.guild.Command(soon(t), user, name, options...) }
	}
	typing := func(options ...Option) func() (*Response, error) {
		return func() (*Response, error) { return st.guild.Autocomplete(soon(t), st.user, "actor", options...) }
	}
	press := func(user *User, m Message, customID string, values ...string) func() (*Response, error) {
		return func() (*Response, error) { return st.guild.Press(soon(t), user, m, customID, values...) }
	}
	for want, act := range map[string]func() (*Response, error){
		"no such command":                    command(st.user, "actors"),
		"Coumba is no member":                command(stranger, "sources"),
		"Awa lacks the permission":           command(st.user, "review change take"),
		"can't be called itself":             command(binta, "review"),
		"no sub-command \"drop\"":            command(binta, "review change drop"),
		"option \"name\": required":          command(st.user, "actor"),
		"option \"nom\": no such option":     command(st.user, "actor", Opt("nom", "x")),
		"or given twice":                     command(st.user, "actor", Opt("name", "x"), Opt("name", "y")),
		"takes a string, not a int":          command(st.user, "actor", Opt("name", 1)),
		"option \"name\": 0 characters":      command(st.user, "actor", Opt("name", "")),
		"option \"how\": 6 characters":       command(binta, "review change take", Opt("how", "sixsix")),
		"none is none of the choices":        command(binta, "review change take", Opt("how", "none")),
		"1.5 lies outside the limits":        command(binta, "review change take", Opt("share", 1.5)),
		"1 options are being typed":          command(st.user, "actor", Typing("name", "k")),
		"0 options are being typed":          typing(Opt("name", "k")),
		"option \"private\": has no autocom": typing(Typing("private", "y")),
		"only Awa sees message":              press(binta, private.Message(), "next"),
		"doesn't stand in this channel":      press(st.user, Message{ID: "1"}, "next"),
		"press of \"off\"":                   press(st.user, private.Message(), "off"),
		"press of \"none\"":                  press(st.user, private.Message(), "none"),
		"a button has no values":             press(st.user, private.Message(), "next", "a"),
		"3 values, from 1 to 2":              press(st.user, private.Message(), "which", "a", "b", "c"),
		"0 values, from 1 to 2":              press(st.user, private.Message(), "which"),
		"value \"d\" isn't offered":          press(st.user, private.Message(), "which", "d"),
	} {
		if _, err := act(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	st.answers(t, hello, func(ctx context.Context) (*Response, error) {
		return st.guild.Command(ctx, binta, "review change take")
	})
}

func TestFiles(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	e, wait := st.asks(t)
	files := func(name, content string) []*discordgo.File {
		return []*discordgo.File{{Name: name, ContentType: "image/png", Reader: strings.NewReader(content)}}
	}
	must(t, st.bot.InteractionRespond(e, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{
			Embeds: []*discordgo.MessageEmbed{{Image: &discordgo.MessageEmbedImage{URL: "attachment://map.png"}}},
			Files:  files("map.png", "first"), AllowedMentions: silent,
		},
	}))
	r := wait()
	if a := r.Message().Attachments; len(a) != 1 || a[0].Filename != "map.png" || string(a[0].Content) != "first" || a[0].Size != 5 {
		t.Fatalf("attachments %+v", a)
	}
	if bytes.Contains(r.Raw, []byte("first")) || !bytes.HasPrefix(r.Raw, []byte(`{"type":4`)) {
		t.Errorf("raw is not the JSON: %s", r.Raw)
	}
	more, err := st.bot.FollowupMessageCreate(e, true, &discordgo.WebhookParams{Files: files("graph.png", "second"), AllowedMentions: silent})
	must(t, err)
	if len(more.Attachments) != 1 || more.Attachments[0].Filename != "graph.png" {
		t.Errorf("a file alone is a message: %+v", more)
	}
	_, err = st.bot.InteractionResponseEdit(e, &discordgo.WebhookEdit{Files: files("two.png", "third"), AllowedMentions: silent})
	must(t, err)
	if a := r.Message().Attachments; len(a) != 2 || a[1].Filename != "two.png" {
		t.Errorf("an edit that names no attachments keeps them: %+v", a)
	}
	must(t, st.edit(e, `{"attachments":[{"id":"`+r.Message().Attachments[1].ID+`"}],"content":"x","embeds":[],"allowed_mentions":{"parse":[]}}`))
	if a := r.Message().Attachments; len(a) != 1 || a[0].Filename != "two.png" {
		t.Errorf("an edit keeps the attachments that it names: %+v", a)
	}
	st.ExpectViolations("code 40005")
	_, err = st.bot.InteractionResponseEdit(e, &discordgo.WebhookEdit{Files: files("big.png", strings.Repeat("x", maxFileSize+1)), AllowedMentions: silent})
	refusedWith(t, err, 413, codeTooLarge)
}
