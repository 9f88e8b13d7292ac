package discordtest

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// stage is a guild with a member and a bot whose interactions the test answers
// by hand.
type stage struct {
	*Server
	guild  *Guild
	user   *User
	bot    *discordgo.Session
	events chan *discordgo.Interaction
}

var (
	sources = &discordgo.ApplicationCommand{Name: "sources", Description: "What is cited"}
	review  = &discordgo.ApplicationCommand{
		Name: "review", Description: "What waits", DefaultMemberPermissions: permission(ManageServer),
		Contexts: &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild},
		Options: []*discordgo.ApplicationCommandOption{{
			Type: discordgo.ApplicationCommandOptionSubCommandGroup, Name: "change", Description: "A change",
			Options: []*discordgo.ApplicationCommandOption{{
				Type: discordgo.ApplicationCommandOptionSubCommand, Name: "take", Description: "Take it",
				Options: []*discordgo.ApplicationCommandOption{
					{Type: discordgo.ApplicationCommandOptionInteger, Name: "number", Description: "Which", Autocomplete: true},
					{Type: discordgo.ApplicationCommandOptionUser, Name: "by", Description: "Whose"},
					{Type: discordgo.ApplicationCommandOptionRole, Name: "role", Description: "Which role"},
					{Type: discordgo.ApplicationCommandOptionChannel, Name: "where", Description: "Which channel"},
					{Type: discordgo.ApplicationCommandOptionString, Name: "how", Description: "How", MaxLength: 5,
						Choices: []*discordgo.ApplicationCommandOptionChoice{{Name: "All", Value: "all"}, {Name: "Some", Value: "some"}}},
					{Type: discordgo.ApplicationCommandOptionNumber, Name: "share", Description: "Share", MaxValue: 1},
				},
			}},
		}},
	}
)

func permission(bits int64) *int64 { return &bits }

// newStage connects a bot and registers the commands globally.
func newStage(t *testing.T) *stage {
	t.Helper()
	s := New(t)
	st := &stage{Server: s, guild: s.AddGuild("reading group"), user: s.AddUser("Awa"), events: make(chan *discordgo.Interaction, 4)}
	st.guild.Join(st.user)
	st.bot = connected(t, s, func(_ *discordgo.Session, e *discordgo.InteractionCreate) { st.events <- e.Interaction })
	register(t, st.bot, "", actor, sources, review)
	return st
}

// outcome is what an act of a user returned.
type outcome struct {
	response *Response
	err      error
}

// acts lets a user act while the test plays the bot, and returns the event that
// reached the bot and the way to the act's outcome.
func (st *stage) acts(t *testing.T, act func(context.Context) (*Response, error)) (*discordgo.Interaction, func() *Response) {
	t.Helper()
	ctx, done := soon(t), make(chan outcome, 1)
	go func() {
		r, err := act(ctx)
		done <- outcome{r, err}
	}()
	wait := func() *Response {
		t.Helper()
		o := <-done
		if o.err != nil {
			t.Fatal(o.err)
		}
		return o.response
	}
	select {
	case e := <-st.events:
		return e, wait
	case o := <-done:
		t.Fatalf("the act ended before the bot saw it: %v", o.err)
	}
	return nil, nil
}

// asks lets the user run /sources.
func (st *stage) asks(t *testing.T) (*discordgo.Interaction, func() *Response) {
	t.Helper()
	return st.acts(t, func(ctx context.Context) (*Response, error) { return st.guild.Command(ctx, st.user, "sources") })
}

// answer sends JSON as the first answer.
func (st *stage) answer(e *discordgo.Interaction, body string) error {
	return st.send("POST", discordgo.EndpointInteractionResponse(e.ID, e.Token), body)
}

// edit sends JSON as an edit of the first answer.
func (st *stage) edit(e *discordgo.Interaction, body string) error {
	return st.send("PATCH", discordgo.EndpointInteractionResponseActions(ApplicationID, e.Token), body)
}

// follow sends JSON as a follow-up.
func (st *stage) follow(e *discordgo.Interaction, body string) error {
	return st.send("POST", discordgo.EndpointFollowupMessage(ApplicationID, e.Token), body)
}

func (st *stage) send(method, url, body string) error {
	_, err := st.bot.RequestWithBucketID(method, url, json.RawMessage(body), url)
	return err
}

// refusedWith fails unless the error is Discord's with the status and code.
func refusedWith(t *testing.T, err error, status, code int) {
	t.Helper()
	var rest *discordgo.RESTError
	if !errors.As(err, &rest) {
		t.Fatalf("error %v, want status %d, code %d", err, status, code)
	}
	if rest.Message == nil || rest.Response.StatusCode != status || rest.Message.Code != code {
		t.Errorf("status %d, body %s, want status %d, code %d", rest.Response.StatusCode, rest.ResponseBody, status, code)
	}
}

// must fails the test at an error of a request that the server should take.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
