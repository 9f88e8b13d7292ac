package discord

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/commands"
	"griot/knowledge"
)

func TestWhoStandsBehindAnInteraction(t *testing.T) {
	b := &Bot{Owners: []string{"7"}}
	for _, test := range []struct {
		name, json string
		want       commands.Asker
	}{
		{"a reader", `{"guild_id":"1","member":{"user":{"id":"2"},"permissions":"2147485696"},"locale":"fr"}`,
			commands.Asker{Who: knowledge.Who{User: "2", Guild: "1"}, Locale: "fr"}},
		{"manages the server", `{"guild_id":"1","member":{"user":{"id":"2"},"permissions":"32"},"locale":"en-US"}`,
			commands.Asker{Who: knowledge.Who{User: "2", Guild: "1", Role: knowledge.Moderator}, Locale: "en-US"}},
		{"an administrator", `{"guild_id":"1","member":{"user":{"id":"2"},"permissions":"9007199254740991"}}`,
			commands.Asker{Who: knowledge.Who{User: "2", Guild: "1", Role: knowledge.Moderator}}},
		{"administrator alone", `{"guild_id":"1","member":{"user":{"id":"2"},"permissions":"8"}}`,
			commands.Asker{Who: knowledge.Who{User: "2", Guild: "1", Role: knowledge.Moderator}}},
		{"permissions beyond any number", `{"guild_id":"1","member":{"user":{"id":"2"},"permissions":"99999999999999999999"}}`,
			commands.Asker{Who: knowledge.Who{User: "2", Guild: "1"}}},
		{"an owner", `{"guild_id":"1","member":{"user":{"id":"7"},"permissions":"0"}}`,
			commands.Asker{Who: knowledge.Who{User: "7", Guild: "1", Role: knowledge.Owner}}},
		{"in a direct message", `{"user":{"id":"2"}}`, commands.Asker{Who: knowledge.Who{User: "2"}}},
		{"an owner in a direct message", `{"user":{"id":"7"}}`, commands.Asker{Who: knowledge.Who{User: "7", Role: knowledge.Owner}}},
		{"in another app's server", `{"guild_id":"1","user":{"id":"2"}}`, commands.Asker{Who: knowledge.Who{User: "2"}}},
		{"with roles, somewhere", `{"id":"9","channel_id":"5","guild_id":"1","member":{"user":{"id":"2"},"permissions":"0","roles":["3","4"]}}`,
			commands.Asker{Who: knowledge.Who{User: "2", Guild: "1", Roles: []string{"3", "4"}}, Channel: "5", Interaction: "9"}},
		{"nobody", `{"guild_id":"1"}`, commands.Asker{}},
	} {
		in := &interaction{}
		must(t, json.Unmarshal([]byte(test.json), in))
		if diff := cmp.Diff(test.want, b.asker(in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestWhatAnInteractionAsks(t *testing.T) {
	const raw = `{"type":4,"data":{"name":"timeline","type":1,"options":[
		{"name":"actor","type":3,"value":"c\u00e9"},
		{"name":"private","type":5,"value":true},
		{"name":"from","type":3,"value":"20","focused":true},
		{"name":"news","type":42,"value":{"of":["tomorrow"]}}]},
		"message":{"components":[{"type":99,"items":7}]},"context":9}`
	in := &interaction{}
	must(t, json.Unmarshal([]byte(raw), in))
	want := commands.Ask{Command: "timeline", Values: map[string]string{
		"actor": "cé", "private": "true", "from": "20", "news": `{"of":["tomorrow"]}`}, Files: map[string]commands.File{}}
	if diff := cmp.Diff(want, in.ask()); diff != "" {
		t.Errorf("asks (-want +got):\n%s", diff)
	}
	if in.focused() != "from" {
		t.Errorf("typing in %q", in.focused())
	}
	in.Data.Options = in.Data.Options[:1]
	if in.focused() != "" {
		t.Errorf("without the option: typing in %q", in.focused())
	}
}

func TestWhatWasNeverOfferedIsRefused(t *testing.T) {
	t.Parallel()
	g := griot(t)
	s := &service{Bot: &Bot{Griot: g, Log: g.Log}, render: Renderer{g.Buttons, g.Log}}
	for _, raw := range []string{
		`{"type":5,"data":{"custom_id":"a form","components":[{"type":18}]}}`,
		`{"type":3,"data":{"custom_id":"a select","component_type":3,"values":["x"]}}`,
		`{"type":3,"data":{"custom_id":""}}`,
		`{"type":2,"data":{"name":"of another bot","type":3}}`,
		`{"type":77}`,
	} {
		in := &interaction{}
		must(t, json.Unmarshal([]byte(raw), in))
		a := s.respond(t.Context(), in, s.news(t.Context(), in))
		if a.message == nil || a.message.Data.Flags != 64 || len(a.message.Data.Embeds) != 1 {
			t.Errorf("%s is answered with %s", raw, a.body)
		}
	}
}
