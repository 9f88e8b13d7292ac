package discordtest

import (
	"encoding/json"
	"maps"
	"slices"
)

// The types of an interaction's answer, by Discord's numbers.
const (
	AnswerPong           = 1
	AnswerMessage        = 4
	AnswerDeferred       = 5
	AnswerDeferredUpdate = 6
	AnswerUpdate         = 7
	AnswerChoices        = 8
	AnswerModal          = 9
)

// CheckResponse returns what Discord, or Griot's own rule on mentions, has
// against the JSON of an answer to an interaction, as CheckMessage does for
// the message inside.
func CheckResponse(body []byte) []string {
	v, err := parse(body)
	if err != nil {
		return []string{"/: " + err.Error()}
	}
	c := &checker{}
	c.response(v)
	return c.words()
}

// answerShape lists what the data of any answer may carry; which of it an
// answer may use depends on its type.
var answerShape = with(messageShape, shape{
	"choices": anything, "custom_id": text(1, maxCustomID), "title": text(1, maxModalTitle),
})

func (c *checker) response(v any) {
	m := shape{"type": integer(AnswerPong, AnswerModal), "data": anything}.check(c, "", v, "type")
	if m["type"] == nil {
		return
	}
	kind, _ := whole(m["type"])
	data, given := m["data"], m["data"] != nil
	switch kind {
	case AnswerMessage, AnswerUpdate:
		c.answerMessage(kind, data)
	case AnswerDeferred, AnswerDeferredUpdate, AnswerPong:
		if given {
			c.onlyUses(data, "flags")
		}
	case AnswerChoices:
		c.choices(c.onlyUses(data, "choices"))
	case AnswerModal:
		c.modal(c.onlyUses(data, "custom_id", "title", "components"))
	default:
		c.refuse("/type", "%v is no type of an answer", m["type"])
	}
}

func (c *checker) answerMessage(kind int64, data any) {
	if kind == AnswerMessage {
		c.message("/data", data, answerShape)
	} else {
		c.edit("/data", data, answerShape)
	}
	m, _ := data.(map[string]any)
	for _, key := range []string{"choices", "custom_id", "title"} {
		if said(m[key]) {
			c.refuse("/data/"+key, "has no place in a message")
		}
	}
}

// onlyUses checks the data's shape, and that nothing is said which the type of
// the answer would throw away. A rule on mentions is accepted anywhere.
func (c *checker) onlyUses(data any, keys ...string) map[string]any {
	m := answerShape.check(c, "/data", data)
	for _, key := range slices.Sorted(maps.Keys(m)) {
		if said(m[key]) && key != "allowed_mentions" && !slices.Contains(keys, key) {
			c.refuse("/data/"+key, "is thrown away by this type of answer")
		}
	}
	return m
}

var choiceShape = shape{
	"name": text(1, maxChoiceName), "name_localizations": localized(maxChoiceName), "value": choiceValue,
}

func choiceValue(c *checker, at string, v any) {
	switch v := v.(type) {
	case string:
		text(1, maxChoiceValue)(c, at, v)
	case json.Number:
	default:
		c.refuse(at, "must be a string or a number")
	}
}

func (c *checker) choices(data map[string]any) {
	if data["choices"] == nil {
		c.refuse("/data/choices", "required, if only as an empty array")
		return
	}
	list(0, maxChoices, object(choiceShape, "name", "value"))(c, "/data/choices", data["choices"])
}
