package discord

import (
	"strings"
	"testing"

	"griot/bot/discordtest"
)

// person is somebody who acts in a channel.
type person struct {
	*stage
	in   *discordtest.Channel
	user *discordtest.User
}

func (p person) types(command string, options ...discordtest.Option) discordtest.Message {
	p.t.Helper()
	r, err := p.in.Command(soon(p.t), p.user, command, options...)
	must(p.t, err)
	m, err := r.Settled(soon(p.t))
	must(p.t, err)
	return m
}

// presses presses the first button whose label begins so.
func (p person) presses(on discordtest.Message, label string) *discordtest.Response {
	p.t.Helper()
	r, err := p.in.Press(soon(p.t), p.user, on, button(p.t, on, label))
	must(p.t, err)
	return r
}

// fills sends the form that a button opens, with some fields typed anew.
func (p person) fills(on discordtest.Message, label string, changes map[string]string) discordtest.Message {
	p.t.Helper()
	opened := p.presses(on, label)
	return p.submit(opened, retyped(p.t, opened, changes)).Message()
}

// saves presses Save, and wants to be told so.
func (p person) saves(preview discordtest.Message) discordtest.Message {
	p.t.Helper()
	saved := p.presses(preview, "Save").Message()
	if title := card(p.t, saved).Title; !strings.HasPrefix(title, "Saved") {
		p.t.Fatalf("after Save: %s: %s", title, card(p.t, saved).Description)
	}
	return saved
}

// finds reports whether typing a name leads to the massacre.
func (p person) finds(name string) bool {
	p.t.Helper()
	r, err := p.in.Autocomplete(soon(p.t), p.user, "event", discordtest.Typing("name", name))
	must(p.t, err)
	for _, c := range r.Choices {
		if c.Value == massacre {
			return true
		}
	}
	return false
}

// says wants a message to say something.
func (p person) says(m discordtest.Message, want string) {
	p.t.Helper()
	if e := card(p.t, m); !strings.Contains(e.Title+"\n"+e.Description, want) {
		p.t.Errorf("want %q in %s:\n%s", want, e.Title, e.Description)
	}
}

const (
	proposed = "night of the twenty-third"
	passed   = "the attack of March 23"
)

// TestDesk goes the whole way of a correction, from a reader's suggestion to
// another server that takes it in, through discordgo and a Discord that checks
// every body.
func TestDesk(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	fatou := s.AddUser("Fatou")
	s.guild.Join(fatou)
	review := s.guild.AddChannel("review", false)
	s.serve()
	awa, modou, other := person{s, s.guild.Channel, s.awa}, person{s, s.guild.Channel, s.modou}, person{s, s.guild.Channel, fatou}

	modou.saves(modou.fills(modou.types("settings"), "Review channel", map[string]string{"value": review.ID}))
	awa.suggests()
	modou.reviews(review)

	told := settled(t, s.DM(s.awa), 1)[0]
	awa.says(told, "Taken: Ogossagou massacre")
	if !other.finds(passed) || other.finds(proposed) {
		t.Error("another reader doesn't find what was passed, or finds what was typed first")
	}
	modou.turnsBack(other)
	modou.movesTo(other)
}

// suggests a name of the massacre, from its card.
func (p person) suggests() {
	p.t.Helper()
	asked := p.presses(p.types("event", discordtest.Opt("name", massacre)), "Suggest a correction").Message()
	preview := p.fills(asked, "Its names", map[string]string{"finds": proposed, "reason": "people say so"})
	p.says(preview, proposed)
	p.says(p.presses(preview, "Send").Message(), "Waits for review")
	if p.finds(proposed) {
		p.t.Error("it is read before anybody looked at it")
	}
}

// reviews what the review channel was told of, in other words.
func (p person) reviews(review *discordtest.Channel) {
	p.t.Helper()
	notice := settled(p.t, review, 1)[0]
	p.says(notice, "Waits for review")
	there := person{p.stage, review, p.user}
	proposal := there.presses(notice, "Review").Message()
	there.says(proposal, proposed)
	there.says(proposal, "people say so")
	there.saves(there.fills(proposal, "Edit, then approve", map[string]string{"finds": passed}))
}

// turnsBack undoes the newest change from the history, and that undo too.
func (p person) turnsBack(reader person) {
	p.t.Helper()
	for _, found := range []bool{false, true} {
		history := p.types("history", discordtest.Opt("name", massacre))
		preview := p.presses(history, "Undo").Message()
		p.says(preview, "of March 23")
		p.saves(preview)
		if reader.finds(passed) != found {
			p.t.Errorf("after the undo, found: %t", !found)
		}
	}
}

// movesTo takes the desk to a second server, where the reader is a moderator.
func (p person) movesTo(reader person) {
	p.t.Helper()
	taken := p.types("export")
	if len(taken.Attachments) != 1 || !strings.Contains(string(taken.Attachments[0].Content), passed) {
		p.t.Fatalf("the export: %+v", taken)
	}
	second := p.AddGuild("second group")
	second.Join(reader.user, second.AddRole("moderators", discordtest.ManageServer))
	there := person{p.stage, second.Channel, reader.user}
	if there.finds(passed) {
		p.t.Error("another server has it already")
	}
	file := discordtest.File{Name: taken.Attachments[0].Filename, Content: taken.Attachments[0].Content}
	there.saves(there.types("import", discordtest.Opt("file", &file)))
	if !there.finds(passed) {
		p.t.Error("the second server doesn't find what it took in")
	}
	again := there.types("export")
	if len(again.Attachments) != 1 || string(again.Attachments[0].Content) != string(file.Content) {
		p.t.Errorf("both servers' exports differ: %+v", again)
	}
}
