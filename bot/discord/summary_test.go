package discord

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"griot/bot/discordtest"
	"griot/commands"
	"griot/knowledge"
)

// slowModel answers when the test lets it, with the first id that it got.
type slowModel struct {
	asked chan struct{} // closed when the model is asked
	goOn  chan struct{} // closed when it may answer
	err   error
}

var firstID = regexp.MustCompile(`(?m)^\[([^\]]+)\]`)

func (m *slowModel) Ask(_ context.Context, _ knowledge.Who, p commands.Prompt, progress func()) ([]byte, error) {
	close(m.asked)
	<-m.goOn
	progress()
	return []byte(`{"answerable":true,"picks":["` + firstID.FindStringSubmatch(p.User)[1] + `"]}`), m.err
}
func (m *slowModel) State() commands.ModelState { return commands.ModelState{Name: "slow"} }
func (m *slowModel) Left(context.Context, knowledge.Who) commands.Tokens {
	return commands.Tokens{User: 99, Guild: 500, All: 1000}
}

// TestSummaryWithModelIsAnnounced: with a model a summary is deferred at once, as
// privately as it was asked for; what is going on is told; then the answer
// stands in its place, without the news.
func TestSummaryWithModelIsAnnounced(t *testing.T) {
	t.Parallel()
	for name, private := range map[string]bool{"public": false, "private": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t)
			m := &slowModel{asked: make(chan struct{}), goOn: make(chan struct{})}
			s.bot.Griot.Model = func() commands.Model { return m }
			s.serve()
			r := s.command("summarize", discordtest.Opt("name", "ogossagou-massacre"), discordtest.Opt("private", private))
			if r.Type != discordtest.AnswerDeferred || r.Ephemeral != private {
				t.Fatalf("first answer of type %d, ephemeral %v", r.Type, r.Ephemeral)
			}
			<-m.asked
			reading, err := r.Await(soon(t), func(now discordtest.Message, _ []discordtest.Message) bool {
				return strings.HasPrefix(now.Content, "Reading ")
			})
			must(t, err)
			if len(reading.Embeds) != 0 {
				t.Errorf("the news has %d embeds", len(reading.Embeds))
			}
			close(m.goOn)
			done, err := r.Await(soon(t), func(now discordtest.Message, _ []discordtest.Message) bool { return len(now.Embeds) == 1 })
			must(t, err)
			if done.Content != "" || !strings.HasPrefix(done.Embeds[0].Description, "Selected: ") || !strings.Contains(done.Embeds[0].Footer.Text, "99 tokens") {
				t.Errorf("the answer: %q, %s", done.Content, done.Embeds[0].Description)
			}
		})
	}
}

// TestSummaryWithoutModelIsAnsweredDirectly: nobody waits for what isn't there.
func TestSummaryWithoutModelIsAnsweredDirectly(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.serve()
	r := s.command("summarize", discordtest.Opt("name", "ogossagou-massacre"))
	if r.Type != discordtest.AnswerMessage || !strings.HasPrefix(r.Message().Embeds[0].Description, "Extract: ") {
		t.Errorf("type %d: %+v", r.Type, r.Message())
	}
	if !slices.ContainsFunc(commands.All(), func(c commands.Command) bool { return c.Name == "summarize" && c.Slow }) {
		t.Error("summarize is not slow")
	}
}
