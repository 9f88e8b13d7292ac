package discordtest

import (
	"context"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// towards sends every request to the loopback server.
type towards struct {
	base *url.URL
	next *http.Transport
}

func (t towards) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = t.base.Scheme, t.base.Host, t.base.Host
	return t.next.RoundTrip(r)
}

// unconnected returns discordgo's session, pointed at the server.
func unconnected(t *testing.T, s *Server) *discordgo.Session {
	t.Helper()
	bot, err := discordgo.New("Bot " + Token)
	if err != nil {
		t.Fatal(err)
	}
	base, err := url.Parse(s.URL())
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	bot.Client = &http.Client{Transport: towards{base, transport}, Timeout: 10 * time.Second}
	bot.ShouldReconnectOnError, bot.ShouldRetryOnRateLimit, bot.MaxRestRetries = false, false, 0
	t.Cleanup(transport.CloseIdleConnections)
	return bot
}

// connected returns a session that has received READY and answers by handle.
func connected(t *testing.T, s *Server, handle func(*discordgo.Session, *discordgo.InteractionCreate)) *discordgo.Session {
	t.Helper()
	bot := unconnected(t, s)
	if handle != nil {
		bot.AddHandler(handle)
	}
	if err := bot.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { bot.Close() })
	return bot
}

// register registers commands in all scopes or fails.
func register(t *testing.T, bot *discordgo.Session, guild string, commands ...*discordgo.ApplicationCommand) {
	t.Helper()
	if _, err := bot.ApplicationCommandBulkOverwrite(ApplicationID, guild, commands); err != nil {
		t.Fatal(err)
	}
}

// soon is a context that ends before a test would hang.
func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// silent is the only rule on mentions that the server accepts.
var silent = &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}

var actor = &discordgo.ApplicationCommand{
	Name: "actor", Description: "Who is it, and who says so",
	Options: []*discordgo.ApplicationCommandOption{
		{Type: discordgo.ApplicationCommandOptionString, Name: "name", Description: "A name", Required: true, Autocomplete: true},
		{Type: discordgo.ApplicationCommandOptionBoolean, Name: "private", Description: "Only for me"},
	},
}

func TestAnswerEditFollowUp(t *testing.T) {
	t.Parallel()
	s := New(t)
	g := s.AddGuild("reading group")
	awa := s.AddUser("Awa")
	g.Join(awa, g.AddRole("moderators", ManageServer))
	events := make(chan *discordgo.InteractionCreate, 1)
	bot := connected(t, s, func(_ *discordgo.Session, e *discordgo.InteractionCreate) { events <- e })
	if bot.State.User.ID != ApplicationID || len(bot.State.Guilds) != 1 {
		t.Fatalf("READY said user %q and %d guilds", bot.State.User.ID, len(bot.State.Guilds))
	}
	register(t, bot, g.ID, actor)

	answered := make(chan error, 1)
	go func() {
		e := <-events
		if e.Member == nil || e.User != nil || e.Member.Permissions&ManageServer == 0 || e.Token == "" {
			t.Errorf("a guild's interaction came with member %v, user %v", e.Member, e.User)
		}
		if o := e.ApplicationCommandData().Options; len(o) != 1 || o[0].StringValue() != "CMA" {
			t.Errorf("options %v", o)
		}
		answered <- bot.InteractionRespond(e.Interaction, &discordgo.InteractionResponse{
			Type: discordgo.InteractionResponseChannelMessageWithSource,
			Data: &discordgo.InteractionResponseData{Content: "a coalition", AllowedMentions: silent, Flags: discordgo.MessageFlagsEphemeral},
		})
		events <- e
	}()
	r, err := g.Command(soon(t), awa, "actor", Opt("name", "CMA"))
	if err != nil {
		t.Fatal(err)
	}
	if err := <-answered; err != nil {
		t.Fatal(err)
	}
	if r.Type != AnswerMessage || !r.Ephemeral || r.Message().Content != "a coalition" {
		t.Errorf("answer %d, private %v, %q", r.Type, r.Ephemeral, r.Message().Content)
	}
	e := <-events
	content := "a coalition of movements"
	edited, err := bot.InteractionResponseEdit(e.Interaction, &discordgo.WebhookEdit{Content: &content, AllowedMentions: silent})
	if err != nil {
		t.Fatal(err)
	}
	if edited.Content != content || edited.ID != r.Message().ID || r.Message().Content != content || !r.Message().Ephemeral() {
		t.Errorf("the edit answered %+v, the message is %+v", edited, r.Message())
	}
	more, err := bot.FollowupMessageCreate(e.Interaction, true, &discordgo.WebhookParams{Content: "more", AllowedMentions: silent})
	if err != nil {
		t.Fatal(err)
	}
	if more.MessageReference == nil || more.MessageReference.MessageID != edited.ID || more.Type != discordgo.MessageTypeReply {
		t.Errorf("a follow-up replies to the answer: %+v", more)
	}
	if f := r.FollowUps(); len(f) != 1 || f[0].Content != "more" || f[0].ID != more.ID || f[0].Ephemeral() {
		t.Errorf("follow-ups %+v", f)
	}
}
