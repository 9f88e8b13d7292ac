package textgen

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// TestLive asks a real endpoint, once, for a pick of three sentences. It costs
// some hundred tokens of the key that it is given.
func TestLive(t *testing.T) {
	if os.Getenv("GRIOT_LIVE_MODEL") == "" {
		t.Skip("asks a real model: set GRIOT_LIVE_MODEL=1, OPENAI_API_KEY, OPENAI_BASE_URL and GRIOT_MODEL to run it")
	}
	client, err := New(Settings{
		Key: os.Getenv("OPENAI_API_KEY"), BaseURL: os.Getenv("OPENAI_BASE_URL"), Model: os.Getenv("GRIOT_MODEL"),
	})
	if err != nil {
		t.Fatal(err)
	}
	prompt := Prompt{
		System: "Choose the sentences that answer the question. Reply with their ids only.",
		User: "Question: who reopened the well?\n" +
			"p1.1 The well was closed in March.\n" +
			"p1.2 The village council reportedly reopened it in May.\n" +
			"p1.3 The market is held on Mondays.\n",
		Schema: json.RawMessage(`{"type":"object","properties":{"picks":{"type":"array","items":{"type":"string","enum":["p1.1","p1.2","p1.3"]}}},` +
			`"required":["picks"],"additionalProperties":false}`),
		MaxTokens: 2000,
	}
	pieces := 0
	answer, err := client.Ask(context.Background(), prompt, func(int) { pieces++ })
	if err != nil {
		t.Fatalf("%v: %s", err, detail(err))
	}
	var got struct{ Picks []string }
	if err := json.Unmarshal([]byte(answer.Text), &got); err != nil || !slices.Contains(got.Picks, "p1.2") {
		t.Errorf("answer %s", answer.Text)
	}
	_, plain := client.dialect()
	t.Logf("%s in %d pieces, %d tokens (estimated at most %d), plain dialect %v",
		answer.Text, pieces, answer.Tokens, prompt.Estimate(), plain)
}
