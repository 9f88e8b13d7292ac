package discord

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"griot/bot/discordtest"
	"griot/commands"
)

// slate is what the tests' own commands write on: /write opens a form, what is
// typed is shown with Save and Change, and Save puts it down.
type slate struct {
	mu      sync.Mutex
	written []string                            // interaction and text
	before  func(context.Context, string) error // called by each command with its name, if not nil
}

func (w *slate) saved() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string(nil), w.written...)
}

// form is what /write and Change open.
func (w *slate) form(value string) *commands.Form {
	return &commands.Form{Title: "A new text", Ask: commands.Ask{Command: "preview"}, Fields: []commands.Field{
		{Name: "text", Label: "Text", Value: value, Long: true, Required: true, Max: 3000},
		{Name: "reason", Label: "Why", Placeholder: "in a word", Max: 20},
	}}
}

func (w *slate) opens(_ context.Context, r commands.Request) (commands.Reply, error) {
	return commands.Reply{Form: w.form(r.Values["text"])}, nil
}

func (w *slate) preview(_ context.Context, r commands.Request) (commands.Reply, error) {
	if r.Values["text"] == "again" {
		return commands.Reply{Form: w.form("")}, nil
	}
	asks := func(command string) commands.Ask { return commands.Ask{Command: command, Values: r.Values} }
	reply := page("Preview",
		commands.Button{Label: "Save", Ask: asks("save"), Writes: true, Tone: commands.Do},
		commands.Button{Label: "Change", Ask: asks("change"), Writes: true},
		commands.Button{Label: "Throw away", Ask: asks("save"), Writes: true, Tone: commands.Danger, Opens: commands.ForMe})
	reply.Pages[0].Blocks[0].Spans[0].Text = r.Values["text"] + "/" + r.Values["reason"]
	return reply, nil
}

func (w *slate) save(_ context.Context, r commands.Request) (commands.Reply, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.written = append(w.written, r.Interaction+" "+r.Values["text"])
	return page("Saved"), nil
}

// commands returns the tests' own catalogue.
func (w *slate) commands() []commands.Command {
	all := []commands.Command{
		{Name: "help", Form: true, Options: []commands.Option{{Name: "text", Describe: "option.words"}}, Private: true, Run: w.opens},
		{Name: "preview", Hidden: true, Form: true, Private: true, Run: w.preview},
		{Name: "change", Hidden: true, Form: true, Private: true, Run: w.opens},
		{Name: "save", Hidden: true, Private: true, Run: w.save},
		{Name: "about", Private: true, Run: func(context.Context, commands.Request) (commands.Reply, error) {
			open := commands.Ask{Command: "change", Values: map[string]string{"text": "of the card"}}
			return page("Card", commands.Button{Label: "Correct", Ask: open, Opens: commands.ForMe}), nil
		}},
	}
	for i := range all {
		c := all[i]
		all[i].Run = func(ctx context.Context, r commands.Request) (commands.Reply, error) {
			if w.before != nil {
				if err := w.before(ctx, c.Name); err != nil {
					return commands.Reply{}, err
				}
			}
			return c.Run(ctx, r)
		}
	}
	return all
}

// writing is a stage with the tests' own commands.
func writing(t *testing.T) (*stage, *slate) {
	s, w := newStage(t), &slate{}
	s.bot.Griot.Commands = w.commands()
	return s, w
}

func filled(text, reason string) map[string]string {
	return map[string]string{"text": text, "reason": reason}
}

// submit sends the form that a response opened.
func (s *stage) submit(r *discordtest.Response, fields map[string]string) *discordtest.Response {
	s.t.Helper()
	answer, err := r.Submit(soon(s.t), fields)
	must(s.t, err)
	return answer
}

func TestFormThenPreviewThenSave(t *testing.T) {
	t.Parallel()
	s, w := writing(t)
	s.serve()
	opened := s.command("help", discordtest.Opt("text", "as it was"))
	if opened.Type != discordtest.AnswerModal || opened.Modal.Title != "A new text" || len(opened.Modal.Components) != 2 {
		t.Fatalf("opened %+v", opened.Modal)
	}
	text := opened.Modal.Components[0].Components[0]
	if text.Value != "as it was" || text.Style != 2 || text.MaxLength != 3000 || text.Required == nil || !*text.Required {
		t.Errorf("the first field is %+v", text)
	}
	preview := s.submit(opened, filled("as it is", "it is"))
	if preview.Type != discordtest.AnswerMessage || !preview.Ephemeral || card(t, preview.Message()).Description != "as it is/it is" {
		t.Fatalf("the preview: type %d, private %v, %+v", preview.Type, preview.Ephemeral, preview.Message())
	}
	var styles []int64
	for _, b := range preview.Message().Components[0].Components {
		styles = append(styles, b.Style)
	}
	if len(styles) != 3 || styles[0] != 1 || styles[1] != 2 || styles[2] != 4 {
		t.Errorf("the buttons' styles are %v", styles)
	}
	again := s.press(preview.Message(), "Change")
	if again.Type != discordtest.AnswerModal || again.Modal.Components[0].Components[0].Value != "as it is" {
		t.Fatalf("Change opens %+v", again.Modal)
	}
	changed := s.submit(again, filled("as it will be", ""))
	if changed.Type != discordtest.AnswerUpdate || changed.Message().ID != preview.Message().ID || card(t, changed.Message()).Description != "as it will be/" {
		t.Errorf("what is changed: type %d, %+v", changed.Type, changed.Message())
	}
	saved := s.press(changed.Message(), "Save")
	if got := w.saved(); len(got) != 1 || !strings.HasSuffix(got[0], " as it will be") || len(strings.Fields(got[0])[0]) < 15 {
		t.Errorf("written: %q", got)
	}
	if len(saved.Message().Components) != 0 || card(t, saved.Message()).Title != "Saved" {
		t.Errorf("after Save: %+v", saved.Message())
	}
}

// TestFormFromACardLeavesItAlone: what a button for oneself opens goes on in a
// message for oneself.
func TestFormFromACardLeavesItAlone(t *testing.T) {
	t.Parallel()
	s, _ := writing(t)
	s.serve()
	on := s.command("about").Message()
	r := s.submit(s.press(on, "Correct"), filled("better", ""))
	if r.Type != discordtest.AnswerMessage || !r.Ephemeral || r.Message().ID == on.ID {
		t.Errorf("type %d, private %v, in place %v", r.Type, r.Ephemeral, r.Message().ID == on.ID)
	}
}

func TestFormNeverAnswersAForm(t *testing.T) {
	t.Parallel()
	s, _ := writing(t)
	s.serve()
	r := s.submit(s.command("help"), filled("again", ""))
	if r.Type != discordtest.AnswerMessage || !r.Ephemeral || !strings.Contains(card(t, r.Message()).Description, "Press the button again") {
		t.Errorf("a form that leads to a form: type %d, %+v", r.Type, r.Message())
	}
	if a := r.Message().Attachments; len(a) != 1 || string(a[0].Content) != "text:\nagain\n\n" {
		t.Errorf("what was written comes back as %+v", a)
	}
}

// TestFormWithoutRoomIsNotOpened: nothing of a text is left out to fit a form.
func TestFormWithoutRoomIsNotOpened(t *testing.T) {
	t.Parallel()
	s, _ := writing(t)
	s.serve()
	r := s.command("help", discordtest.Opt("text", strings.Repeat("x", 3001)))
	if r.Type != discordtest.AnswerMessage || !r.Ephemeral || !strings.Contains(card(t, r.Message()).Description, "3000 characters") {
		t.Errorf("type %d, %+v", r.Type, r.Message())
	}
	if r := s.command("help", discordtest.Opt("text", strings.Repeat("x", 3000))); r.Type != discordtest.AnswerModal {
		t.Errorf("a text that fits: type %d", r.Type)
	}
}

// TestWhoeverMayNotWriteIsTold, each in a sentence, and nothing is written.
func TestWhoeverMayNotWriteIsTold(t *testing.T) {
	t.Parallel()
	s, w := writing(t)
	now := time.Now()
	s.bot.Griot.Buttons.Now = func() time.Time { return now }
	s.serve()
	opened := s.command("help")
	save := button(t, s.submit(opened, filled("mine", "")).Message(), "Save")
	reading := button(t, s.command("about").Message(), "Correct")
	refused := func(name, want string, in *interaction) {
		t.Helper()
		served := &service{Bot: s.bot, render: Renderer{s.bot.Griot.Buttons, s.bot.Log}}
		a := served.respond(t.Context(), in, served.news(t.Context(), in))
		if a.message == nil || a.message.Data.Flags != 64 || !strings.Contains(a.message.Data.Embeds[0].Description, want) {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	act := func(kind int, guild, person, id string) *interaction {
		in := &interaction{Type: discordgo.InteractionType(kind), Guild: guild, Member: &member{User: user{ID: person}}}
		in.Data.CustomID = id
		return in
	}
	changed := []byte(save)
	changed[30] ^= 1
	refused("another person", "for the person who asked", act(3, s.guild.ID, s.modou.ID, save))
	refused("another server", "another server", act(3, "7", s.awa.ID, save))
	refused("a changed byte", "can't be used here", act(3, s.guild.ID, s.awa.ID, string(changed)))
	refused("a form as a button", "can't be used here", act(3, s.guild.ID, s.awa.ID, opened.Modal.CustomID))
	refused("a button as a form", "can't be used here", act(5, s.guild.ID, s.awa.ID, save))
	refused("a reading button as a form", "can't be used here", act(5, s.guild.ID, s.awa.ID, reading))
	refused("another person's form", "for the person who asked", act(5, s.guild.ID, s.modou.ID, opened.Modal.CustomID))
	refused("a form on another server", "another server", act(5, "7", s.awa.ID, opened.Modal.CustomID))
	now = now.Add(15*time.Minute + time.Second)
	refused("an old button", "too old", act(3, s.guild.ID, s.awa.ID, save))
	if r := s.submit(opened, filled("after a while", "")); !strings.Contains(card(t, r.Message()).Description, "after a while") {
		t.Errorf("a form is for people who write for a while: %+v", r.Message())
	}
	now = now.Add(time.Hour)
	refused("an old form", "too old", act(5, s.guild.ID, s.awa.ID, opened.Modal.CustomID))
	if got := w.saved(); len(got) != 0 {
		t.Errorf("written all the same: %q", got)
	}
}

// TestFormIsNotAnnounced: what may be a form is waited for, however long; what
// comes after a form is announced like anything else.
func TestFormIsNotAnnounced(t *testing.T) {
	t.Parallel()
	s, w := writing(t)
	late, release := make(chan time.Time), make(chan time.Time)
	s.bot.after = clock{patience: late}.after
	w.before = func(_ context.Context, command string) error {
		if command == "preview" {
			<-release
		}
		return nil
	}
	s.serve()
	opened := s.command("help")
	r, m := s.later(late, release, func() (*discordtest.Response, error) { return opened.Submit(soon(t), filled("late", "")) })
	if r.Type != discordtest.AnswerDeferred || !r.Ephemeral || card(t, m).Description != "late/" {
		t.Errorf("type %d, private %v, then %+v", r.Type, r.Ephemeral, m)
	}
	form := s.press(m, "Change")
	go func() { late <- time.Time{} }()
	r = s.submit(form, filled("later", ""))
	tick(t, release)
	_, err := r.Await(soon(t), func(now discordtest.Message, _ []discordtest.Message) bool {
		return now.ID == m.ID && len(now.Embeds) == 1 && now.Embeds[0].Description == "later/"
	})
	must(t, err)
	if r.Type != discordtest.AnswerDeferredUpdate {
		t.Errorf("in place: type %d", r.Type)
	}
	g := s.bot.Griot
	for command, want := range map[string]commands.Defer{"help": commands.Never, "change": commands.Never, "save": commands.IfLate, "nothing": commands.IfLate} {
		if got := g.Defers(commands.Ask{Command: command}); got != want {
			t.Errorf("/%s is announced %v, want %v", command, got, want)
		}
	}
}

// TestUndeclaredFormIsAFault: a command that wasn't said to open forms may have
// been announced, and then none can open.
func TestUndeclaredFormIsAFault(t *testing.T) {
	t.Parallel()
	s, w := writing(t)
	s.bot.Griot.Commands = append(s.bot.Griot.Commands, commands.Command{Name: "quote", Run: w.opens})
	s.serve()
	s.apology(s.command("quote"))
}
