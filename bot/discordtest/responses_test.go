package discordtest

import "testing"

func TestCheckResponse(t *testing.T) {
	const silent = `"allowed_mentions":{"parse":[]}`
	const choice = `{"name":"a","value":"b"}`
	holds(t, CheckResponse, bodyAnswer, `{%s}`, []ruleCase{
		{"a type", `"type":6`, ``, "/type: required"},
		{"a known type", `"type":1`, `"type":3`, "/type: 3 is no type of an answer"},
		{"property", `"type":6`, `"type":6,"content":"x"`, "/content: unknown property"},
		{"a message has data", `"type":4,"data":{"content":"x",` + silent + `}`, `"type":4`, "/data: must be an object"},
		{"a message isn't empty", `"type":4,"data":{"content":"x",` + silent + `}`, `"type":4,"data":{` + silent + `}`, "/data: an empty message"},
		{"a message keeps the limits", `"type":4,"data":{"content":"<2000>",` + silent + `}`, `"type":4,"data":{"content":"<2001>",` + silent + `}`, "/data/content: has 2001 characters, at most 2000"},
		{"an update keeps the limits", `"type":7,"data":{"content":"",` + silent + `}`, `"type":7,"data":{"content":"<2001>",` + silent + `}`, "/data/content: has 2001 characters, at most 2000"},
		{"an update pings nobody", `"type":7,"data":{` + silent + `}`, `"type":7,"data":{"content":"x"}`, `/data/allowed_mentions: must be {"parse": []}, so that nobody is pinged`},
		{"no choices in a message", `"type":4,"data":{"content":"x",` + silent + `}`, `"type":4,"data":{"content":"x","choices":[` + choice + `],` + silent + `}`, "/data/choices: has no place in a message"},
		{"no title in a message", `"type":4,"data":{"content":"x",` + silent + `}`, `"type":4,"data":{"content":"x","title":"t",` + silent + `}`, "/data/title: has no place in a message"},
		{"deferred: flags alone", `"type":5,"data":{"flags":64,"content":"","components":null}`, `"type":5,"data":{"content":"x"}`, "/data/content: is thrown away by this type of answer"},
		{"deferred update", `"type":6,"data":{"embeds":[]}`, `"type":6,"data":{"embeds":[{"title":"x"}]}`, "/data/embeds: is thrown away by this type of answer"},
		{"deferred: data is an object", `"type":5`, `"type":5,"data":[]`, "/data: must be an object"},

		{"choices there", `"type":8,"data":{"choices":[]}`, `"type":8,"data":{"content":""}`, "/data/choices: required, if only as an empty array"},
		{"choices an array", `"type":8,"data":{"choices":[]}`, `"type":8,"data":{"choices":{}}`, "/data/choices: must be an array"},
		{"25 choices", `"type":8,"data":{"choices":[25*{"name":"a","value":"b"}*]}`, `"type":8,"data":{"choices":[26*{"name":"a","value":"b"}*]}`, "/data/choices: has 26 items, at most 25"},
		{"choice's name", `"type":8,"data":{"choices":[{"name":"<100>","value":"b"}]}`, `"type":8,"data":{"choices":[{"name":"<101>","value":"b"}]}`, "/data/choices/0/name: has 101 characters, at most 100"},
		{"choice's value", `"type":8,"data":{"choices":[{"name":"a","value":"<100>"}]}`, `"type":8,"data":{"choices":[{"name":"a","value":"<101>"}]}`, "/data/choices/0/value: has 101 characters, at most 100"},
		{"choice's value not empty", `"type":8,"data":{"choices":[{"name":"a","value":0}]}`, `"type":8,"data":{"choices":[{"name":"a","value":""}]}`, "/data/choices/0/value: is empty"},
		{"choice's value plain", `"type":8,"data":{"choices":[{"name":"a","value":1.5}]}`, `"type":8,"data":{"choices":[{"name":"a","value":true}]}`, "/data/choices/0/value: must be a string or a number"},
		{"choices alone", `"type":8,"data":{"choices":[],"content":"",` + silent + `}`, `"type":8,"data":{"choices":[],"content":"x"}`, "/data/content: is thrown away by this type of answer"},
	})
}

func TestCheckForm(t *testing.T) {
	input := func(more string) string {
		return `"components":[{"type":1,"components":[{"type":4,"custom_id":"i","style":1,"label":"l"` + more + `}]}]`
	}
	const at = "/data/components/0/components/0"
	holds(t, CheckResponse, bodyAnswer, `{"type":9,"data":{%s}}`, []ruleCase{
		{"title", `"custom_id":"f","title":"<45>",` + input(``), `"custom_id":"f","title":"<46>",` + input(``), "/data/title: has 46 characters, at most 45"},
		{"a title", `"custom_id":"f","title":"t",` + input(``), `"custom_id":"f",` + input(``), "/data/title: required"},
		{"custom_id", `"custom_id":"<100>","title":"t",` + input(``), `"custom_id":"<101>","title":"t",` + input(``), "/data/custom_id: has 101 characters, at most 100"},
		{"5 rows", `"custom_id":"f","title":"t","components":[5*{"type":1,"components":[{"type":4,"custom_id":"#","style":1,"label":"l"}]}*]`,
			`"custom_id":"f","title":"t","components":[6*{"type":1,"components":[{"type":4,"custom_id":"#","style":1,"label":"l"}]}*]`, "/data/components: has 6 items, at most 5"},
		{"a row", `"custom_id":"f","title":"t",` + input(``), `"custom_id":"f","title":"t","components":[]`, "/data/components: has 0 items, at least 1"},
		{"content has no place", `"custom_id":"f","title":"t","content":"",` + input(``), `"custom_id":"f","title":"t","content":"x",` + input(``), "/data/content: is thrown away by this type of answer"},
		{"inputs alone", `"custom_id":"f","title":"t",` + input(``), `"custom_id":"f","title":"t","components":[{"type":1,"components":[{"type":2}]}]`, at + "/type: component type 2 can't stand here, only [4]"},
		{"one input a row", `"custom_id":"f","title":"t",` + input(``),
			`"custom_id":"f","title":"t","components":[{"type":1,"components":[2*{"type":4,"custom_id":"#","style":1,"label":"l"}*]}]`, "/data/components/0/components: has 2 items, at most 1"},
		{"rows", `"custom_id":"f","title":"t","components":[{"type":10,"content":"x"},{"type":18,"label":"l","component":{"type":4,"custom_id":"i","style":2}}]`,
			`"custom_id":"f","title":"t","components":[{"type":4,"custom_id":"i","style":1,"label":"l"}]`, "/data/components/0/type: component type 4 can't stand in a form, only rows, labels and text"},
		{"input's label", `"custom_id":"f","title":"t","components":[{"type":1,"components":[{"type":4,"custom_id":"i","style":1,"label":"<45>"}]}]`,
			`"custom_id":"f","title":"t","components":[{"type":1,"components":[{"type":4,"custom_id":"i","style":1,"label":"<46>"}]}]`, at + "/label: has 46 characters, at most 45"},
		{"labelled", `"custom_id":"f","title":"t",` + input(``), `"custom_id":"f","title":"t","components":[{"type":1,"components":[{"type":4,"custom_id":"i","style":1}]}]`,
			at + "/label: a text input has a label in a row, and none inside a label"},
		{"labelled once", `"custom_id":"f","title":"t",` + input(``),
			`"custom_id":"f","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"i","style":2,"label":"m"}}]`,
			"/data/components/0/component/label: a text input has a label in a row, and none inside a label"},
		{"custom_ids differ", `"custom_id":"i","title":"t",` + input(``), `"custom_id":"f","title":"t","components":[2*{"type":1,"components":[{"type":4,"custom_id":"i","style":1,"label":"l"}]}*]`,
			"/data/components/1/components/0/custom_id: custom_id used twice, first at /data/components/0/components/0"},
		{"value", `"custom_id":"f","title":"t",` + input(`,"value":"<4000>"`), `"custom_id":"f","title":"t",` + input(`,"max_length":3,"value":"<4>"`), at + "/value: min_length, max_length and value contradict each other"},
		{"value not too short", `"custom_id":"f","title":"t",` + input(`,"min_length":2,"value":""`), `"custom_id":"f","title":"t",` + input(`,"min_length":2,"value":"x"`), at + "/value: min_length, max_length and value contradict each other"},
		{"lengths", `"custom_id":"f","title":"t",` + input(`,"min_length":4,"max_length":4`), `"custom_id":"f","title":"t",` + input(`,"min_length":4,"max_length":3`), at + "/value: min_length, max_length and value contradict each other"},
		{"input's placeholder", `"custom_id":"f","title":"t",` + input(`,"placeholder":"<100>"`), `"custom_id":"f","title":"t",` + input(`,"placeholder":"<101>"`), at + "/placeholder: has 101 characters, at most 100"},
	})
}
