package knowledge_test

import (
	"encoding/json"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

func TestTextIn(t *testing.T) {
	all := knowledge.Text{"en": "weir", "fr": "barrage", "fr-CA": "barrage d’ici"}
	for _, c := range []struct {
		text                      knowledge.Text
		language, wording, tongue string
	}{
		{all, "fr-CA", "barrage d’ici", "fr-CA"},
		{all, "fr-BE", "barrage", "fr"},
		{all, "fr", "barrage", "fr"},
		{all, "de", "weir", "en"},
		{all, "", "weir", "en"},
		{knowledge.Text{"fr": "barrage", "de": "Wehr"}, "it", "Wehr", "de"},
		{knowledge.Text{"fr-CA": "ici"}, "fr", "ici", "fr-CA"},
		{nil, "en", "", ""},
	} {
		if wording, tongue := c.text.In(c.language); wording != c.wording || tongue != c.tongue {
			t.Errorf("%v in %s: %s (%s), want %s (%s)", c.text, c.language, wording, tongue, c.wording, c.tongue)
		}
	}
	if diff := cmp.Diff([]string{"weir", "barrage", "barrage d’ici"}, all.All()); diff != "" {
		t.Error(diff)
	}
}

// TestTexts: a text and a speaker are read the same from a pack and from a
// store, in every form that a person may write.
func TestTexts(t *testing.T) {
	type row struct {
		Text knowledge.Text
		By   []knowledge.Speaker
	}
	french := knowledge.Text{"en": "the miller", "fr": "le meunier"}
	for _, c := range []struct {
		written string
		want    row
	}{
		{`{"text": "weir"}`, row{Text: knowledge.InEnglish("weir")}},
		{`{"text": {"en": "the miller", "fr": "le meunier"}}`, row{Text: french}},
		{`{"by": ["the miller"]}`, row{By: []knowledge.Speaker{{Text: knowledge.InEnglish("the miller")}}}},
		{`{"by": [{"actor": "millers"}]}`, row{By: []knowledge.Speaker{{Actor: "millers"}}}},
		{`{"by": [{"text": "the miller"}]}`, row{By: []knowledge.Speaker{{Text: knowledge.InEnglish("the miller")}}}},
		{`{"by": [{"text": {"en": "the miller", "fr": "le meunier"}}]}`, row{By: []knowledge.Speaker{{Text: french}}}},
		{`{"by": [{"en": "the miller", "fr": "le meunier"}]}`, row{By: []knowledge.Speaker{{Text: french}}}},
	} {
		var fromStore, fromPack, again row
		if err := json.Unmarshal([]byte(c.written), &fromStore); err != nil {
			t.Errorf("%s: %v", c.written, err)
		}
		if err := yaml.UnmarshalWithOptions([]byte(c.written), &fromPack, yaml.Strict()); err != nil {
			t.Errorf("%s in YAML: %v", c.written, err)
		}
		b, err := json.Marshal(fromStore)
		if err == nil {
			err = json.Unmarshal(b, &again)
		}
		if err != nil {
			t.Errorf("%s written and read again: %v", c.written, err)
		}
		for _, got := range []row{fromStore, fromPack, again} {
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s: %s", c.written, diff)
			}
		}
	}
	for _, s := range []string{`{"text": [1]}`, `{"by": [[1]]}`, `{"text": {"en": [1]}}`} {
		if err := json.Unmarshal([]byte(s), new(row)); err == nil {
			t.Errorf("%s is read", s)
		}
	}
	var none row
	if err := json.Unmarshal([]byte(`{"text": null}`), &none); err != nil || none.Text != nil {
		t.Errorf("null is %v, %v", none.Text, err)
	}
}
