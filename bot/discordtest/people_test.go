package discordtest

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
)

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
	for want, act := range map[string]func() (*Response, error){
		"Binta isn't in the conversation of Awa": func() (*Response, error) { return dm.Command(soon(t), st.AddUser("Binta"), "sources") },
		"isn't offered in this kind of channel":  func() (*Response, error) { return dm.Command(soon(t), st.user, "review change take") },
	} {
		if _, err := act(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
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
		"3 values, from 2 to 2":              press(st.user, private.Message(), "which", "a", "b", "c"),
		"1 values, from 2 to 2":              press(st.user, private.Message(), "which", "a"),
		"0 values, from 1 to 1":              press(st.user, private.Message(), "one"),
		"value \"d\" isn't offered":          press(st.user, private.Message(), "one", "d"),
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
