package commands_test

import (
	"context"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// pressed answers a request, presses the button with the label, and returns
// what came of it.
func pressed(t *testing.T, g *commands.Griot, r commands.Reply, label string) (commands.Reply, commands.Opens) {
	t.Helper()
	for _, b := range r.Shown().AllButtons() {
		if strings.HasPrefix(b.Label, label) {
			id, err := g.Buttons.Seal(context.Background(), asker().Who, b)
			if err != nil {
				t.Fatal(err)
			}
			return g.Press(context.Background(), asker(), id)
		}
	}
	t.Fatalf("no button %s on %s", label, r.Shown().Title)
	return commands.Reply{}, commands.InPlace
}

func answer(g *commands.Griot, line string) commands.Reply {
	return g.Answer(context.Background(), asker(), parse(line))
}

func labels(r commands.Reply) string {
	var all []string
	for _, b := range r.Shown().AllButtons() {
		all = append(all, b.Label)
	}
	return strings.Join(all, ", ")
}

// TestPrivacyStays: a pivot opens privately, its pages stay private and can be
// shared; what is shared has no more to share.
func TestPrivacyStays(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	card := answer(g, "/event name:ogossagou-massacre")
	if card.Private || strings.Contains(labels(card), "Show to everyone") {
		t.Errorf("a public card has the buttons %s", labels(card))
	}
	pivot, opens := pressed(t, g, card, "Timeline")
	if !pivot.Private || opens != commands.ForMe || !strings.Contains(labels(pivot), "Show to everyone") {
		t.Errorf("the pivot is private: %v, opens %v, has %s", pivot.Private, opens, labels(pivot))
	}
	private := answer(g, "/event name:ogossagou-massacre private:true")
	second, opens := pressed(t, g, private, "Page 2")
	if !second.Private || opens != commands.InPlace || second.Page != 2 || !strings.Contains(labels(second), "Show to everyone") {
		t.Errorf("page %d is private: %v, opens %v, has %s", second.Page, second.Private, opens, labels(second))
	}
	shared, opens := pressed(t, g, second, "Show to everyone")
	if shared.Private || opens != commands.ForAll || shared.Page != 2 || strings.Contains(labels(shared), "Show to everyone") {
		t.Errorf("shared page %d is private: %v, opens %v, has %s", shared.Page, shared.Private, opens, labels(shared))
	}
}

// TestButtonsAreRefused: any changed byte, another server, an older version.
func TestButtonsAreRefused(t *testing.T) {
	g := griot(t, "testdata/tarn")
	who := asker().Who
	id, err := g.Buttons.Seal(context.Background(), who, commands.Button{Ask: parse("/event name:selm-fire")})
	if err != nil {
		t.Fatal(err)
	}
	code := func(asker commands.Asker, id string) string {
		reply, opens := g.Press(context.Background(), asker, id)
		if reply.Err == nil {
			return string(reply.Outcome)
		}
		if reply.Outcome != commands.Refused || !reply.Private || opens != commands.ForMe {
			t.Errorf("a refusal is %s, private: %v, opens %v", reply.Outcome, reply.Private, opens)
		}
		return reply.Err.Code
	}
	if got := code(asker(), id); got != "answer" {
		t.Errorf("the button itself: %s", got)
	}
	for i := range id {
		changed := []byte(id)
		changed[i] ^= 1
		want := "button"
		if i == 0 {
			want = "button old"
		}
		if got := code(asker(), string(changed)); got != want {
			t.Errorf("byte %d changed: %s, want %s", i, got, want)
		}
	}
	other := asker()
	other.Guild = "3"
	for name, press := range map[string]struct {
		asker commands.Asker
		id    string
	}{
		"another server": {other, id},
		"empty":          {asker(), ""},
		"short":          {asker(), "10q"},
		"too long":       {asker(), id + strings.Repeat("x", 100)},
	} {
		if got := code(press.asker, press.id); got != "button" {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := code(commands.Asker{Who: knowledge.Who{User: "another", Guild: who.Guild}}, id); got != "answer" {
		t.Errorf("another reader of the same server: %s", got)
	}
}

// TestLongQueriesAreKept: a query that no button has room for works by its
// digest, and is gone for one who never had it.
func TestLongQueriesAreKept(t *testing.T) {
	g := griot(t, "testdata/tarn")
	ask := parse("/quote words:" + strings.Repeat("a very long question about the sluice ", 5))
	id, err := g.Buttons.Seal(context.Background(), asker().Who, commands.Button{Ask: ask, Opens: commands.ForMe})
	if err != nil || len(id) > commands.MaxCustomID {
		t.Fatalf("%q: %v", id, err)
	}
	got, opens, err := g.Buttons.Open(context.Background(), asker().Who, id)
	if err != nil || opens != commands.ForMe || got.Command != "quote" || got.Values["words"] != ask.Values["words"] {
		t.Errorf("opened as %v %v: %v", got, opens, err)
	}
	elsewhere := griot(t, "testdata/tarn")
	if reply, _ := elsewhere.Press(context.Background(), asker(), id); reply.Err == nil || reply.Err.Code != "button gone" {
		t.Errorf("a query that is not kept: %v", reply.Err)
	}
}
