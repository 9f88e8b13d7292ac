package discordtest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A body in a table is JSON with two marks: <300> is a text of 300 characters,
// and [11*...] is an array of 11 such items, # their numbers.
var (
	textMark  = regexp.MustCompile(`<(\d+)>`)
	arrayMark = regexp.MustCompile(`\[(\d+)\*([^*]*)\*\]`)
)

func body(marked string) []byte {
	marked = arrayMark.ReplaceAllStringFunc(marked, func(mark string) string {
		parts := arrayMark.FindStringSubmatch(mark)
		n, _ := strconv.Atoi(parts[1])
		var all []string
		for i := range n {
			all = append(all, strings.ReplaceAll(parts[2], "#", strconv.Itoa(i)))
		}
		return "[" + strings.Join(all, ",") + "]"
	})
	return []byte(textMark.ReplaceAllStringFunc(marked, func(mark string) string {
		n, _ := strconv.Atoi(textMark.FindStringSubmatch(mark)[1])
		return strings.Repeat("x", n)
	}))
}

// ruleCase shows a rule by a body that keeps it to the last and one that
// breaks it alone.
type ruleCase struct {
	rule, good, bad, want string
}

// holds runs the cases; frame wraps what stands in the table into a body. What
// keeps our rule must keep Discord's schema too, where that is at hand.
func holds(t *testing.T, check func([]byte) []string, schema, frame string, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if problems := check(body(fmt.Sprintf(frame, c.good))); problems != nil {
				t.Errorf("kept, but refused: %q", problems)
			}
			v, _ := parse(body(fmt.Sprintf(frame, c.good)))
			official := &checker{}
			if official.schema(schema, v); official.problems != nil {
				t.Errorf("kept, but refused: %q", official.words())
			}
			if diff := cmp.Diff([]string{c.want}, check(body(fmt.Sprintf(frame, c.bad)))); diff != "" {
				t.Errorf("broken (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCheckMessage(t *testing.T) {
	holds(t, CheckMessage, bodyFollowUp, `{"allowed_mentions":{"parse":[]}, %s}`, []ruleCase{
		{"content", `"content":"<2000>"`, `"content":"<2001>"`, "/content: has 2001 characters, at most 2000"},
		{"lengths in UTF-16 units", `"content":"<1998>😀"`, `"content":"<1999>😀"`, "/content: has 2001 characters, at most 2000"},
		{"content is text", `"content":"1"`, `"content":1,"embeds":[{"title":"x"}]`, "/content: must be a string"},
		{"not empty", `"content":"x"`, `"content":" \n"`, "/: an empty message"},
		{"empty parts are no message", `"embeds":[{"title":"x"}]`, `"embeds":[],"components":[],"attachments":[],"poll":null`, "/: an empty message"},
		{"unknown property", `"content":"x","tts":false`, `"content":"x","colour":1`, "/colour: unknown property"},
		{"tts", `"content":"x","tts":true`, `"content":"x","tts":1`, "/tts: must be true or false"},
		{"flags", `"content":"x","flags":4164`, `"content":"x","flags":2`, "/flags: an app can only set flags 4, 64, 4096 and 32768"},
		{"username", `"content":"x","attachments":[]`, `"content":"x","username":"somebody else"`, "/username: unknown property"},
		{"poll", `"poll":{"question":{"text":"q"},"answers":[{"poll_media":{"text":"a"}}]}`, `"poll":{"question":{}}`, "/poll/answers: required"},

		{"embeds", `"embeds":[10*{"title":"x"}*]`, `"embeds":[11*{"title":"x"}*]`, "/embeds: has 11 items, at most 10"},
		{"embeds are an array", `"embeds":[{"title":"x"}]`, `"embeds":{"0":{"title":"x"}}`, "/embeds: must be an array"},
		{"embed is an object", `"embeds":[{"title":"x"}]`, `"content":"x","embeds":["x"]`, "/embeds/0: must be an object"},
		{"embed shows something", `"embeds":[{"image":{"url":"https://example.org/a.png"}}]`, `"embeds":[{"color":1}]`, "/embeds/0: an embed that shows nothing"},
		{"embed of fields", `"embeds":[{"fields":[{"name":"a","value":"b"}]}]`, `"embeds":[{"fields":[]}]`, "/embeds/0: an embed that shows nothing"},
		{"embed property", `"embeds":[{"title":"x","type":"rich"}]`, `"embeds":[{"title":"x","titel":"y"}]`, "/embeds/0/titel: unknown property"},
		{"6,000 over all", `"embeds":[{"description":"<3000>"},{"description":"<3000>"}]`, `"embeds":[{"description":"<3000>"},{"description":"<3001>"}]`, "/embeds: 6001 characters over all embeds, at most 6000"},
		{"6,000 counts every part",
			`"embeds":[{"description":"<4000>","title":"<100>","footer":{"text":"<500>"},"author":{"name":"<100>"},"fields":[{"name":"<200>","value":"<1000>"},{"name":"<50>","value":"<50>"}]}]`,
			`"embeds":[{"description":"<4000>","title":"<100>","footer":{"text":"<500>"},"author":{"name":"<100>"},"fields":[{"name":"<200>","value":"<1000>"},{"name":"<50>","value":"<51>"}]}]`,
			"/embeds: 6001 characters over all embeds, at most 6000"},
		{"title", `"embeds":[{"title":"<256>"}]`, `"embeds":[{"title":"<257>"}]`, "/embeds/0/title: has 257 characters, at most 256"},
		{"description", `"embeds":[{"description":"<4096>"}]`, `"embeds":[{"description":"<4097>"}]`, "/embeds/0/description: has 4097 characters, at most 4096"},
		{"25 fields", `"embeds":[{"fields":[25*{"name":"a","value":"b"}*]}]`, `"embeds":[{"fields":[26*{"name":"a","value":"b"}*]}]`, "/embeds/0/fields: has 26 items, at most 25"},
		{"field name", `"embeds":[{"fields":[{"name":"<256>","value":"b"}]}]`, `"embeds":[{"fields":[{"name":"<257>","value":"b"}]}]`, "/embeds/0/fields/0/name: has 257 characters, at most 256"},
		{"field value", `"embeds":[{"fields":[{"name":"a","value":"<1024>"}]}]`, `"embeds":[{"fields":[{"name":"a","value":"<1025>"}]}]`, "/embeds/0/fields/0/value: has 1025 characters, at most 1024"},
		{"field name not empty", `"embeds":[{"fields":[{"name":"a","value":"b","inline":true}]}]`, `"embeds":[{"fields":[{"name":"","value":"b"}]}]`, "/embeds/0/fields/0/name: is empty"},
		{"field value not empty", `"embeds":[{"fields":[{"name":"a","value":"b"}]}]`, `"embeds":[{"fields":[{"name":"a","value":" "}]}]`, "/embeds/0/fields/0/value: is empty"},
		{"field value there", `"embeds":[{"fields":[{"name":"a","value":"b"}]}]`, `"embeds":[{"fields":[{"name":"a"}]}]`, "/embeds/0/fields/0/value: required"},
		{"footer", `"embeds":[{"footer":{"text":"<2048>"}}]`, `"embeds":[{"footer":{"text":"<2049>"}}]`, "/embeds/0/footer/text: has 2049 characters, at most 2048"},
		{"author", `"embeds":[{"author":{"name":"<256>"}}]`, `"embeds":[{"author":{"name":"<257>"}}]`, "/embeds/0/author/name: has 257 characters, at most 256"},
		{"color", `"embeds":[{"title":"x","color":16777215}]`, `"embeds":[{"title":"x","color":16777216}]`, "/embeds/0/color: must be a whole number from 0 to 16777215"},
		{"timestamp", `"embeds":[{"title":"x","timestamp":"2019-03-23T00:00:00Z"}]`, `"embeds":[{"title":"x","timestamp":"23 March"}]`, "/embeds/0/timestamp: must be an ISO 8601 time"},
		{"embed url", `"embeds":[{"title":"x","url":"https://example.org"}]`, `"embeds":[{"title":"x","url":"javascript:x"}]`, "/embeds/0/url: must be a URL with http or https"},
		{"thumbnail", `"embeds":[{"thumbnail":{"url":"attachment://a.png"}}]`, `"embeds":[{"thumbnail":{"url":"a.png"}}]`, "/embeds/0/thumbnail/url: must be a URL with http or https or attachment"},

		{"10 attachments", `"attachments":[10*{"id":"#"}*]`, `"attachments":[11*{"id":"#"}*]`, "/attachments: has 11 items, at most 10"},
		{"alt text", `"attachments":[{"id":"0","description":"<1024>"}]`, `"attachments":[{"id":"0","description":"<1025>"}]`, "/attachments/0/description: has 1025 characters, at most 1024"},
		{"attachment id", `"attachments":[{"id":"0"}]`, `"attachments":[{"id":0}]`, "/attachments/0/id: must be an id of digits in a string"},
	})
}

func TestCheckMessageMentions(t *testing.T) {
	const rule = `/allowed_mentions: must be {"parse": []}, so that nobody is pinged`
	holds(t, CheckMessage, bodyFollowUp, `{"content":"x" %s}`, []ruleCase{
		{"given", `,"allowed_mentions":{"parse":[]}`, ``, rule},
		{"not null", `,"allowed_mentions":{"parse":[],"replied_user":false}`, `,"allowed_mentions":{"parse":null}`, rule},
		{"no kind", `,"allowed_mentions":{"parse":[],"users":[]}`, `,"allowed_mentions":{"parse":["users"]}`, rule},
		{"no user", `,"allowed_mentions":{"parse":[],"roles":[]}`, `,"allowed_mentions":{"parse":[],"users":["1"]}`, rule},
		{"no role", `,"allowed_mentions":{"parse":[],"roles":[]}`, `,"allowed_mentions":{"parse":[],"roles":["1"]}`, rule},
		{"not the one replied to", `,"allowed_mentions":{"parse":[]}`, `,"allowed_mentions":{"parse":[],"replied_user":true}`, rule},
	})
	both := CheckMessage([]byte(`{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}`))
	if diff := cmp.Diff([]string{`/allowed_mentions/parse: names "users" beside a list of users`, rule}, both); diff != "" {
		t.Errorf("a kind beside its list (-want +got):\n%s", diff)
	}
}

func TestCheckComponents(t *testing.T) {
	const button = `{"type":2,"style":1,"label":"x","custom_id":"b"}`
	row := func(inside string) string { return `"components":[{"type":1,"components":[` + inside + `]}]` }
	option := `{"label":"a","value":"b"}`
	holds(t, CheckMessage, bodyFollowUp, `{"content":"x","allowed_mentions":{"parse":[]}, %s}`, []ruleCase{
		{"5 rows", `"components":[5*{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"#"}]}*]`,
			`"components":[6*{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"#"}]}*]`, "/components: has 6 items, at most 5"},
		{"5 buttons", `"components":[{"type":1,"components":[5*{"type":2,"style":1,"label":"x","custom_id":"#"}*]}]`,
			`"components":[{"type":1,"components":[6*{"type":2,"style":1,"label":"x","custom_id":"#"}*]}]`, "/components/0/components: has 6 items, at most 5"},
		{"row not empty", row(button), row(``), "/components/0/components: has 0 items, at least 1"},
		{"row has components", row(button), `"components":[{"type":1}]`, "/components/0/components: required"},
		{"rows outside", row(button), `"components":[` + button + `]`, "/components/0/type: component type 2 can't stand here, only [1]"},
		{"no text input in a message", row(button), row(`{"type":4}`), "/components/0/components/0/type: component type 4 can't stand here, only [2 3 5 6 7 8]"},
		{"custom_id", row(`{"type":2,"style":1,"label":"x","custom_id":"<100>"}`), row(`{"type":2,"style":1,"label":"x","custom_id":"<101>"}`),
			"/components/0/components/0/custom_id: has 101 characters, at most 100"},
		{"custom_id not empty", row(button), row(`{"type":2,"style":1,"label":"x","custom_id":""}`), "/components/0/components/0/custom_id: is empty"},
		{"custom_id unique", row(button + `,{"type":2,"style":1,"label":"x","custom_id":"c"}`), row(button + `,` + button),
			"/components/0/components/1/custom_id: custom_id used twice, first at /components/0/components/0"},
		{"label", row(`{"type":2,"style":1,"label":"<80>","custom_id":"b"}`), row(`{"type":2,"style":1,"label":"<81>","custom_id":"b"}`),
			"/components/0/components/0/label: has 81 characters, at most 80"},
		{"label or emoji", row(`{"type":2,"style":1,"emoji":{"name":"📜"},"custom_id":"b"}`), row(`{"type":2,"style":1,"label":"","custom_id":"b"}`),
			"/components/0/components/0/label: a button needs a label or an emoji"},
		{"style", row(`{"type":2,"style":4,"label":"x","custom_id":"b"}`), row(`{"type":2,"style":7,"label":"x","custom_id":"b"}`),
			"/components/0/components/0/style: must be a whole number from 1 to 6"},
		{"button property", row(`{"type":2,"style":1,"label":"x","custom_id":"b","disabled":true,"id":3}`), row(`{"type":2,"style":1,"label":"x","custom_id":"b","placeholder":"x"}`),
			"/components/0/components/0/placeholder: unknown property"},
		{"link's length", row(`{"type":2,"style":5,"label":"x","url":"https://e.org/<498>"}`), row(`{"type":2,"style":5,"label":"x","url":"https://e.org/<499>"}`),
			"/components/0/components/0/url: has 513 characters, at most 512"},
		{"link has a url", row(`{"type":2,"style":5,"label":"x","url":"https://e.org"}`), row(`{"type":2,"style":5,"label":"x"}`),
			"/components/0/components/0: a link button has a url and no custom_id"},
		{"link has no custom_id", row(`{"type":2,"style":5,"label":"x","url":"https://e.org"}`), row(`{"type":2,"style":5,"label":"x","url":"https://e.org","custom_id":"b"}`),
			"/components/0/components/0: a link button has a url and no custom_id"},
		{"others have a custom_id", row(button), row(`{"type":2,"style":1,"label":"x"}`),
			"/components/0/components/0: a button that is no link has a custom_id and no url"},
		{"others have no url", row(button), row(`{"type":2,"style":2,"label":"x","custom_id":"b","url":"https://e.org"}`),
			"/components/0/components/0: a button that is no link has a custom_id and no url"},
		{"premium", row(`{"type":2,"style":6,"sku_id":"1"}`), row(`{"type":2,"style":6,"sku_id":"1","label":"x"}`),
			"/components/0/components/0: a premium button has a sku_id and nothing else"},
		{"select alone", row(`{"type":3,"custom_id":"s","options":[` + option + `]}`), row(button + `,{"type":3,"custom_id":"s","options":[` + option + `]}`),
			"/components/0/components/1: a select must be alone in its row"},
		{"25 options", row(`{"type":3,"custom_id":"s","options":[25*{"label":"a","value":"#"}*]}`), row(`{"type":3,"custom_id":"s","options":[26*{"label":"a","value":"#"}*]}`),
			"/components/0/components/0/options: has 26 items, at most 25"},
		{"an option", row(`{"type":3,"custom_id":"s","options":[` + option + `]}`), row(`{"type":3,"custom_id":"s","options":[]}`),
			"/components/0/components/0/options: has 0 items, at least 1"},
		{"option's value", row(`{"type":3,"custom_id":"s","options":[{"label":"a","value":"<100>"}]}`), row(`{"type":3,"custom_id":"s","options":[{"label":"a","value":"<101>"}]}`),
			"/components/0/components/0/options/0/value: has 101 characters, at most 100"},
		{"options differ", row(`{"type":3,"custom_id":"s","options":[` + option + `]}`), row(`{"type":3,"custom_id":"s","options":[` + option + `,` + option + `]}`),
			"/components/0/components/0/options/1/value: value used twice in a select"},
		{"placeholder", row(`{"type":5,"custom_id":"s","placeholder":"<150>"}`), row(`{"type":5,"custom_id":"s","placeholder":"<151>"}`),
			"/components/0/components/0/placeholder: has 151 characters, at most 150"},
		{"max_values", row(`{"type":3,"custom_id":"s","max_values":1,"options":[` + option + `]}`), row(`{"type":3,"custom_id":"s","max_values":2,"options":[` + option + `]}`),
			"/components/0/components/0/max_values: must lie between min_values and the number of options"},
		{"min_values", row(`{"type":3,"custom_id":"s","min_values":1,"max_values":1,"options":[` + option + `]}`),
			row(`{"type":3,"custom_id":"s","min_values":2,"max_values":1,"options":[` + option + `]}`),
			"/components/0/components/0/max_values: must lie between min_values and the number of options"},
	})
}

func TestCheckLayout(t *testing.T) {
	const texts = `{"type":9,"components":[{"type":10,"content":"a"}],"accessory":{"type":2,"style":1,"label":"x","custom_id":"b"}}`
	holds(t, CheckMessage, bodyFollowUp, `{"flags":32768,"allowed_mentions":{"parse":[]}, %s}`, []ruleCase{
		{"no content", `"components":[{"type":10,"content":"a"}]`, `"content":"x","components":[{"type":10,"content":"a"}]`, "/flags: in the newer layout a message has neither content nor embeds"},
		{"no embeds", `"embeds":[],"components":[{"type":14}]`, `"embeds":[{"title":"x"}],"components":[{"type":14}]`, "/flags: in the newer layout a message has neither content nor embeds"},
		{"40 with nested ones", `"components":[{"type":17,"components":[39*{"type":14}*]}]`, `"components":[{"type":14},{"type":17,"components":[39*{"type":14}*]}]`,
			"/components: 41 components counted with the nested ones, at most 40"},
		{"4,000 characters", `"components":[{"type":10,"content":"<3999>"},` + texts + `]`, `"components":[{"type":10,"content":"<4000>"},` + texts + `]`,
			"/components: 4001 characters of text in all, at most 4000"},
		{"section's accessory", `"components":[` + texts + `]`, `"components":[{"type":9,"components":[{"type":10,"content":"a"}],"accessory":{"type":14}}]`,
			"/components/0/accessory/type: component type 14 can't stand here, only [2 11]"},
		{"no container in a container", `"components":[{"type":17,"components":[{"type":14}]}]`, `"components":[{"type":17,"components":[{"type":17}]}]`,
			"/components/0/components/0/type: component type 17 can't stand here, only [1 9 10 12 13 14]"},
	})
}

func TestCheckNotJSON(t *testing.T) {
	checks := map[string]func([]byte) []string{"message": CheckMessage, "response": CheckResponse, "commands": CheckCommands}
	for name, check := range checks {
		for _, bad := range []string{``, `{`, `{} {}`} {
			if problems := check([]byte(bad)); len(problems) != 1 || !strings.HasPrefix(problems[0], "/: not JSON") {
				t.Errorf("%s %q: %q", name, bad, problems)
			}
		}
	}
}
