package discord

import (
	"strings"
	"testing"

	"griot/bot/discordtest"
)

// retyped returns what a form holds, with some of its fields typed anew.
func retyped(t *testing.T, r *discordtest.Response, changes map[string]string) map[string]string {
	t.Helper()
	if r.Type != discordtest.AnswerModal {
		t.Fatalf("no form but type %d: %+v", r.Type, r.Message())
	}
	fields := map[string]string{}
	for _, row := range r.Modal.Components {
		fields[row.Components[0].CustomID] = row.Components[0].Value
	}
	for name, value := range changes {
		if _, there := fields[name]; !there {
			t.Fatalf("the form has no field %s: %v", name, fields)
		}
		fields[name] = value
	}
	return fields
}

// as lets somebody else press a button of a message.
func (s *stage) as(user *discordtest.User, on discordtest.Message, label string) *discordtest.Response {
	s.t.Helper()
	r, err := s.guild.Press(soon(s.t), user, on, button(s.t, on, label))
	must(s.t, err)
	return r
}

// completes reports whether what the reader types into /event is completed with
// an entry.
func (s *stage) completes(typed, entry string) bool {
	s.t.Helper()
	r, err := s.guild.Autocomplete(soon(s.t), s.awa, "event", discordtest.Typing("name", typed))
	must(s.t, err)
	for _, c := range r.Choices {
		if c.Value == entry {
			return true
		}
	}
	return false
}

const massacre = "ogossagou-massacre"

// TestWhatIsSavedIsFoundByOthers: a moderator's button opens a form, what is
// typed is shown, saved, and completes what another person types at once.
func TestWhatIsSavedIsFoundByOthers(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	if s.completes("night of the twenty-third", massacre) {
		t.Fatal("it has the name already")
	}
	page, err := s.guild.Command(soon(t), s.modou, "edit", discordtest.Opt("name", massacre))
	must(t, err)
	opened := s.as(s.modou, page.Message(), "Names and line")
	preview := s.submit(opened, retyped(t, opened, map[string]string{"also": "night of the twenty-third"}))
	if shown := card(t, preview.Message()); !preview.Ephemeral || !strings.Contains(shown.Description, "night of the twenty-third") {
		t.Fatalf("the preview, private %v: %+v", preview.Ephemeral, shown)
	}
	if s.completes("night of the twenty-third", massacre) {
		t.Error("it is written before it is saved")
	}
	saved := s.as(s.modou, preview.Message(), "Save")
	if shown := card(t, saved.Message()); !strings.HasPrefix(shown.Title, "Saved") {
		t.Fatalf("after Save: %+v", shown)
	}
	if !s.completes("night of the twenty-third", massacre) {
		t.Error("nobody else finds what was saved")
	}
}

// TestReadersSuggestFromACard, and nothing that they send is read before a
// moderator passes it.
func TestReadersSuggestFromACard(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	on := s.command("event", discordtest.Opt("name", massacre)).Message()
	asked := s.press(on, "Suggest a correction")
	if !asked.Ephemeral || asked.Message().ID == on.ID {
		t.Errorf("everyone sees who corrects: private %v", asked.Ephemeral)
	}
	opened := s.press(asked.Message(), "Its names")
	preview := s.submit(opened, retyped(t, opened, map[string]string{"finds": "night of the twenty-third", "reason": "people say so"}))
	sent := s.press(preview.Message(), "Send")
	if shown := card(t, sent.Message()); !strings.HasPrefix(shown.Title, "Waits for review") {
		t.Fatalf("after Send: %+v", shown)
	}
	if s.completes("night of the twenty-third", massacre) {
		t.Error("it is read before anybody looked at it")
	}
	waiting := s.bot.Griot.Library.View(s.guild.ID).Proposals()
	if len(waiting) != 1 || waiting[0].Reason != "people say so" || waiting[0].Target != massacre {
		t.Errorf("what waits: %+v", waiting)
	}
	if _, err := s.guild.Command(soon(t), s.awa, "edit", discordtest.Opt("name", massacre)); err == nil {
		t.Error("a reader is offered the moderators' command")
	}
}
