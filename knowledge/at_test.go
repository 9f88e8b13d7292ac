package knowledge_test

import (
	"encoding/json"
	"errors"
	"testing"

	"griot/knowledge"
)

func TestParseAt(t *testing.T) {
	title := knowledge.TitleParagraph
	for s, want := range map[string]struct {
		at      knowledge.At
		printed string
	}{
		"P2.1-2":     {knowledge.Sentences(2, 1, 2), "2.1-2"},
		"p2.1":       {knowledge.Sentences(2, 1, 1), "2.1"},
		"2.1":        {knowledge.Sentences(2, 1, 1), "2.1"},
		"2.3-3":      {knowledge.Sentences(2, 3, 3), "2.3"},
		"P2":         {knowledge.Sentences(2, 0, 0), "2"},
		"0":          {knowledge.Sentences(0, 0, 0), "0"},
		"0.1":        {knowledge.Sentences(0, 1, 1), "0.1"},
		"T.1":        {knowledge.Sentences(title, 1, 1), "T.1"},
		"t":          {knowledge.Sentences(title, 0, 0), "T"},
		"12345.1234": {knowledge.Sentences(12345, 1234, 1234), "12345.1234"},
	} {
		at, err := knowledge.ParseAt(s)
		if err != nil || at != want.at || at.String() != want.printed || at.IsZero() {
			t.Errorf("%s: %#v printed %s, %v", s, at, at, err)
		}
		again, err := knowledge.ParseAt(at.String())
		if err != nil || again != at {
			t.Errorf("%s printed and read again: %#v, %v", s, again, err)
		}
	}
	for _, s := range []string{"", " 2.1", "2.", "2.0", "2.0-1", "2.2-1", "2-3", "PT.1", "T1.1", "-1.1", "2.1-", "2.1.1", "123456", "2.12345", "2,1", "2.1-2-3", "FP19-2.1"} {
		if at, err := knowledge.ParseAt(s); !errors.Is(err, knowledge.ErrInvalid) || !at.IsZero() {
			t.Errorf("%q is read as %#v, %v", s, at, err)
		}
	}
}

func TestAtInJSON(t *testing.T) {
	b, err := json.Marshal(knowledge.Citation{Source: "s1", At: knowledge.Sentences(0, 1, 1), Words: 2, Digest: "d"})
	if want := `{"source":"s1","at":"0.1","words":2,"digest":"d"}`; err != nil || string(b) != want {
		t.Errorf("%s, %v, want %s", b, err, want)
	}
	b, err = json.Marshal(knowledge.Citation{Source: "s1"})
	if want := `{"source":"s1"}`; err != nil || string(b) != want {
		t.Errorf("%s, %v, want %s", b, err, want)
	}
	var c knowledge.Citation
	if err := json.Unmarshal([]byte(`{"source":"s1","at":"2.2-1"}`), &c); !errors.Is(err, knowledge.ErrInvalid) {
		t.Errorf("a place with its sentences turned round: %v", err)
	}
}

func TestPublicID(t *testing.T) {
	v := newView(t, weir(t))
	for _, c := range []struct {
		got, want string
	}{
		{knowledge.PublicID("WC11", place(t, "2.1-2")), "WC11-2.1-2"},
		{knowledge.PublicID("WC11", knowledge.At{}), "WC11"},
		{v.PublicID(chronicle, place(t, "T.1")), "WC11-T.1"},
		{v.PublicID("gone", place(t, "2.1")), "gone-2.1"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}
