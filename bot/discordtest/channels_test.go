package discordtest

import (
	"testing"

	"github.com/bwmarrin/discordgo"
)

// TestTheBotWrites to a channel and to a person, once for each nonce.
func TestTheBotWrites(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	other := st.guild.AddChannel("review", false)
	const body = `{"content":"new","nonce":"7-0","enforce_nonce":true,"allowed_mentions":{"parse":[]}}`
	for range 2 {
		must(t, st.send("POST", discordgo.EndpointChannelMessages(other.ID), body))
	}
	must(t, st.send("POST", discordgo.EndpointChannelMessages(st.guild.Channel.ID), body))
	if got := other.Messages(); len(got) != 1 || got[0].Content != "new" || got[0].ChannelID != other.ID {
		t.Errorf("the channel has %+v", got)
	}
	st.Advance(nonceLife)
	must(t, st.send("POST", discordgo.EndpointChannelMessages(other.ID), body))
	if got := other.Messages(); len(got) != 2 {
		t.Errorf("a nonce is remembered for ever: %+v", got)
	}
	dm, err := st.bot.UserChannelCreate(st.user.ID)
	must(t, err)
	if dm.ID != st.DM(st.user).ID || dm.Type != discordgo.ChannelTypeDM || len(dm.Recipients) != 1 {
		t.Errorf("the conversation is %+v", dm)
	}
	must(t, st.send("POST", discordgo.EndpointChannelMessages(dm.ID), body))
	if got := st.DM(st.user).Messages(); len(got) != 1 {
		t.Errorf("the user has %+v", got)
	}
}

// TestTheBotMayNotWrite where Discord wouldn't let it.
func TestTheBotMayNotWrite(t *testing.T) {
	t.Parallel()
	st := newStage(t)
	st.ExpectViolations()
	const body = `{"content":"new","allowed_mentions":{"parse":[]}}`
	shut, stranger := st.AddUser("Shut"), st.AddUser("Stranger")
	st.guild.Join(shut)
	shut.RefusesDMs = true
	to := func(channel string) string { return discordgo.EndpointChannelMessages(channel) }
	refusedWith(t, st.send("POST", to("1"), body), 404, codeUnknownChannel)
	refusedWith(t, st.send("POST", to(st.guild.AddChannel("hidden", true).ID), body), 403, codeMissingAccess)
	refusedWith(t, st.send("POST", to(st.DM(shut).ID), body), 403, codeNoDMs)
	refusedWith(t, st.send("POST", to(st.DM(stranger).ID), body), 403, codeNoDMs)
	refusedWith(t, st.send("POST", discordgo.EndpointUserChannels("@me"), `{"recipient_id":"1"}`), 400, codeInvalidRecipient)
	refusedWith(t, st.send("POST", discordgo.EndpointUserChannels("@me"), `{"recipient":"1"}`), 400, codeInvalidForm)
	here := to(st.guild.Channel.ID)
	refusedWith(t, st.send("POST", here, `{"allowed_mentions":{"parse":[]}}`), 400, codeInvalidForm)
	refusedWith(t, st.send("POST", here, `{"content":"x","flags":64,"allowed_mentions":{"parse":[]}}`), 400, codeInvalidForm)
	refusedWith(t, st.send("POST", here, `{"content":"x","nonce":"12345678901234567890123456","allowed_mentions":{"parse":[]}}`), 400, codeInvalidForm)
}
