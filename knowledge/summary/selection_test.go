package summary

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

// eight sentences in order, of which s2 and s5 are bound, and s8 to one that
// is not there.
func eight() []Sentence {
	var all []Sentence
	for i, text := range []string{
		"The bridge fell.", "The mayor blames the builder.", "Nobody was hurt.", "A school closed.",
		"The builder denies it.", "The river rose.", "Boats were sent.", "The minister accuses the mayor.",
	} {
		id := "s" + string(rune('1'+i))
		all = append(all, Sentence{ID: id, Passage: "p", Lang: "en", Text: text, At: knowledge.Sentences(1, i+1, i+1)})
	}
	all[1].Bound, all[4].Bound, all[7].Bound = []string{"s5"}, []string{"s2"}, []string{"gone"}
	return all
}

func idsOf(sentences []Sentence) []string {
	var ids []string
	for _, s := range sentences {
		ids = append(ids, s.ID)
	}
	return ids
}

func TestSelect(t *testing.T) {
	for _, test := range []struct {
		name, answer   string
		want           []string
		dropped, added int
	}{
		{"in the order of the source", `{"answerable":true,"picks":["s3","s1"]}`, []string{"s1", "s3"}, 0, 0},
		{"an id that was not sent", `{"answerable":true,"picks":["s3","s99"]}`, []string{"s3"}, 1, 0},
		{"one twice", `{"answerable":true,"picks":["s3","s3"]}`, []string{"s3"}, 1, 0},
		{"an unknown one twice", `{"answerable":true,"picks":["s3","x","x"]}`, []string{"s3"}, 2, 0},
		{"half of a bound pair", `{"answerable":true,"picks":["s5"]}`, []string{"s2", "s5"}, 0, 1},
		{"both of a bound pair", `{"answerable":true,"picks":["s5","s2"]}`, []string{"s2", "s5"}, 0, 1},
		{"bound to one that is missing", `{"answerable":true,"picks":["s8","s1"]}`, []string{"s1"}, 1, 0},
		{"six", `{"answerable":true,"picks":["s1","s2","s3","s4","s5","s6"]}`, []string{"s1", "s2", "s5", "s3", "s4", "s6"}, 0, 1},
		{"more than six", `{"answerable":true,"picks":["s1","s2","s3","s4","s6","s7"]}`, []string{"s1", "s2", "s5", "s3", "s4", "s6"}, 1, 1},
		{"a pair that goes beyond six", `{"answerable":true,"picks":["s1","s3","s4","s6","s7","s2"]}`, []string{"s1", "s3", "s4", "s6", "s7"}, 1, 0},
		{"no answer", `{"answerable":false,"picks":["s1"]}`, nil, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Select([]byte(test.answer), eight())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, idsOf(got.Sentences)); diff != "" {
				t.Error(diff)
			}
			if len(got.Dropped) != test.dropped || len(got.Added) != test.added {
				t.Errorf("dropped %q, added %q", got.Dropped, got.Added)
			}
			if got.Answerable != (test.want != nil) {
				t.Errorf("answerable is %v", got.Answerable)
			}
		})
	}
}

func TestSelectRefuses(t *testing.T) {
	for name, answer := range map[string]string{
		"nothing": "", "text": "s1", "HTML": "<html>", "null": "null", "an array": `["s1"]`, "empty object": "{}",
		"half": `{"answerable":true,"picks":["s1"`, "a number": `{"answerable":true,"picks":[1]}`,
		"no picks": `{"answerable":true}`, "no verdict": `{"picks":["s1"]}`, "null picks": `{"answerable":true,"picks":null}`,
		"another field": `{"answerable":true,"picks":["s1"],"text":"The bridge stands."}`,
		"two values":    `{"answerable":true,"picks":["s1"]}{"answerable":true,"picks":["s2"]}`,
		"text behind":   `{"answerable":true,"picks":["s1"]} I hope this helps`,
		"fenced":        "```json\n{\"answerable\":true,\"picks\":[\"s1\"]}\n```",
		"a string":      `{"answerable":"yes","picks":["s1"]}`,
		"too long":      `{"answerable":true,"picks":["` + strings.Repeat("s", MaxAnswer) + `"]}`,
	} {
		if got, err := Select([]byte(answer), eight()); !errors.Is(err, ErrAnswer) || got.Sentences != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	for _, answer := range []string{`{"answerable":true,"picks":[]}`, `{"answerable":true,"picks":["x"]}`} {
		if _, err := Select([]byte(answer), eight()); !errors.Is(err, ErrNothingLeft) {
			t.Errorf("%s: %v", answer, err)
		}
	}
}

// TestSelectCannotLie gives every lie of testdata to level 1 as if the model
// had put it in place of an id: none of its words can be shown.
func TestSelectCannotLie(t *testing.T) {
	for _, path := range lieFiles() {
		file := readLies(t, path)
		var sentences []Sentence
		for _, p := range file.passages {
			sentences = append(sentences, p.Sentences...)
		}
		for _, item := range file.items {
			answer, err := json.Marshal(map[string]any{"answerable": true, "picks": append([]string{item.Text, sentences[0].ID}, item.Cites...)})
			if err != nil {
				t.Fatal(err)
			}
			got, err := Select(answer, sentences)
			if err != nil {
				t.Fatalf("%s: %v", item.ID, err)
			}
			for _, s := range got.Sentences {
				if !slices.ContainsFunc(sentences, func(stored Sentence) bool { return stored.Text == s.Text }) {
					t.Errorf("%s: shows %q, which is not stored", item.ID, s.Text)
				}
			}
		}
	}
}

func TestSchemasAreStrict(t *testing.T) {
	for name, b := range map[string]json.RawMessage{"selection": Schema([]string{"s1", "s2"}), "written": WrittenSchema([]string{"s1", "s2"})} {
		var schema any
		if err := json.Unmarshal(b, &schema); err != nil {
			t.Fatal(err)
		}
		enums := 0
		var look func(any)
		look = func(v any) {
			node, ok := v.(map[string]any)
			if !ok {
				return
			}
			if node["type"] == "object" && (node["additionalProperties"] != false || len(node["required"].([]any)) != len(node["properties"].(map[string]any))) {
				t.Errorf("%s: %v is not strict", name, node)
			}
			if enum, has := node["enum"]; has {
				enums++
				if diff := cmp.Diff([]any{"s1", "s2"}, enum); diff != "" {
					t.Error(diff)
				}
			}
			for _, child := range node {
				look(child)
			}
		}
		look(schema)
		if want := map[string]int{"selection": 1, "written": 2}[name]; enums != want {
			t.Errorf("%s: %d enums of ids, want %d", name, enums, want)
		}
	}
}
