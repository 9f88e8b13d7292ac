package discord

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"testing"

	"griot/bot/discordtest"
	"griot/commands"
)

// telling is a stage on which /about is answered, and told to others.
func telling(t *testing.T, notices func(*stage) []commands.Notice) *stage {
	s := newStage(t)
	reply := page("Done")
	reply.Notices = notices(s)
	s.instead(func(context.Context, commands.Request) (commands.Reply, error) { return reply, nil })
	s.serve()
	return s
}

// note is a page of a notice, with a button that reads and one that writes.
func note(title string) commands.Page {
	return page(title,
		commands.Button{Label: "Open", Ask: commands.Ask{Command: "help"}, Opens: commands.ForMe},
		commands.Button{Label: "Approve", Ask: commands.Ask{Command: "help"}, Writes: true}).Pages[0]
}

// settled waits until a channel has a number of messages, and returns them.
func settled(t *testing.T, ch *discordtest.Channel, n int) []discordtest.Message {
	t.Helper()
	all, err := ch.Await(soon(t), func(now []discordtest.Message) bool { return len(now) >= n })
	must(t, err)
	return all
}

// TestNoticesReachTheOthers: a channel and a person; whoever reads them may
// press what reads, and in a channel nothing writes.
func TestNoticesReachTheOthers(t *testing.T) {
	t.Parallel()
	var review *discordtest.Channel
	s := telling(t, func(s *stage) []commands.Notice {
		review = s.guild.AddChannel("review", false)
		return []commands.Notice{{Channel: review.ID, Page: note("To *review*")}, {User: s.modou.ID, Page: note("Taken")}}
	})
	if got := card(t, s.command("about").Message()).Title; got != "Done" {
		t.Errorf("the asker is told %q", got)
	}
	dm := settled(t, s.DM(s.modou), 1)[0] // the last to be told
	posted := review.Messages()
	if len(posted) != 1 || commands.Unescape(card(t, posted[0]).Title) != "To *review*" || len(posted[0].Components[0].Components) != 1 {
		t.Fatalf("the channel has %+v", posted)
	}
	r, err := review.Press(soon(t), s.modou, posted[0], button(t, posted[0], "Open"))
	must(t, err)
	if !r.Ephemeral || r.Message().ID == posted[0].ID {
		t.Errorf("the button of a notice: type %d, private %v", r.Type, r.Ephemeral)
	}
	if card(t, dm).Title != "Taken" || len(dm.Components[0].Components) != 2 {
		t.Fatalf("the person has %+v", dm)
	}
	r, err = s.DM(s.modou).Press(soon(t), s.modou, dm, button(t, dm, "Approve"))
	must(t, err)
	if r.Type != discordtest.AnswerUpdate {
		t.Errorf("the person's own button: type %d", r.Type)
	}
}

// TestNoticesThatFailAreTheLogs: who asked isn't told, and the next one goes out.
func TestNoticesThatFailAreTheLogs(t *testing.T) {
	t.Parallel()
	s := telling(t, func(s *stage) []commands.Notice {
		hidden := s.guild.AddChannel("hidden", true)
		s.awa.RefusesDMs = true
		return []commands.Notice{
			{Channel: "1", Page: note("a")}, {Channel: hidden.ID, Page: note("b")}, {User: s.awa.ID, Page: note("c")}, {User: s.modou.ID, Page: note("d")},
		}
	})
	s.ExpectViolations("code 10003", "code 50001", "code 50007")
	r := s.command("about")
	settled(t, s.DM(s.modou), 1)
	if r.Ephemeral || len(r.FollowUps()) != 0 {
		t.Errorf("the asker is told: %+v", r.FollowUps())
	}
	if got := strings.Count(s.log.String(), "notice not delivered"); got != 3 {
		t.Errorf("%d of 3 in the log:\n%s", got, s.log)
	}
}

// TestNothingIsToldOfAFailure, nor of anything that is no answer.
func TestNothingIsToldOfAFailure(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	served := &service{Bot: s.bot, render: Renderer{s.bot.Griot.Buttons, s.bot.Log}}
	for outcome, want := range map[commands.Outcome]int{commands.Answered: 1, commands.Choose: 0, commands.Refused: 0, commands.Invalid: 0, commands.Failed: 0} {
		reply := commands.Reply{Outcome: outcome, Notices: []commands.Notice{{Channel: "1", Page: note("x")}}}
		if got := len(served.notices(t.Context(), &interaction{ID: "1"}, reply)); got != want {
			t.Errorf("of an outcome %s %d notices go out, want %d", outcome, got, want)
		}
	}
}

// TestFilesGoOut with the first answer, with one that was announced, and after a
// button; a page without any takes them off.
func TestFilesGoOut(t *testing.T) {
	t.Parallel()
	pack := commands.File{Name: "tarn.yaml", Body: []byte("sources: []\n"), Alt: "The desk as a pack"}
	s := newStage(t)
	run := func(_ context.Context, r commands.Request) (commands.Reply, error) {
		reply := page("Here it is",
			commands.Button{Label: "Gone", Ask: commands.Ask{Command: "about", Page: 2}},
			commands.Button{Label: "Two", Ask: commands.Ask{Command: "about", Page: 3}},
			commands.Button{Label: "New", Ask: commands.Ask{Command: "about", Page: 3}, Opens: commands.ForAll})
		reply.Files = [][]commands.File{{pack}, {pack}, nil, {pack, {Name: "more.csv", Body: []byte("a,b\n")}}}[r.Page]
		return reply, nil
	}
	s.bot.Griot.Commands = []commands.Command{{Name: "about", Run: run}, {Name: "quote", Slow: true, Run: run}}
	s.bot.Griot.Model = func() commands.Model { return &slowModel{} }
	s.serve()
	holds := func(name string, m discordtest.Message, want ...string) {
		t.Helper()
		var got []string
		for _, a := range m.Attachments {
			got = append(got, a.Filename)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s holds %q, want %q", name, got, want)
		}
	}
	r := s.command("about")
	first := r.Message()
	holds("the first answer", first, "tarn.yaml")
	if a := first.Attachments[0]; !bytes.Equal(a.Content, pack.Body) || a.Description != pack.Alt {
		t.Errorf("the file is %+v", a)
	}
	holds("a new message", s.press(first, "New").Message(), "tarn.yaml", "more.csv")
	holds("an update", s.press(first, "Two").Message(), "tarn.yaml", "more.csv")
	holds("an update without files", s.press(first, "Gone").Message())
	later, err := s.command("quote").Settled(soon(t))
	must(t, err)
	holds("an announced answer", later, "tarn.yaml")
}

// TestMultipartIsHeardToo: a file beside a message doesn't make it silent.
func TestMultipartIsHeardToo(t *testing.T) {
	to, err := newTransport("http://127.0.0.1:1/api/v9")
	must(t, err)
	for _, content := range []string{`{"content":"@everyone"}`, `not JSON`} {
		b, err := bodyWith(map[string]string{"content": content}, []commands.File{{Name: "x", Body: []byte("x")}})
		must(t, err)
		r, err := http.NewRequest(http.MethodPost, "https://discord.com/api/v9/webhooks/1/t", bytes.NewReader(b.bytes))
		must(t, err)
		r.Header.Set("Content-Type", b.kind)
		if _, err := to.RoundTrip(r); err != errLoud {
			t.Errorf("%s: %v", content, err)
		}
	}
}
