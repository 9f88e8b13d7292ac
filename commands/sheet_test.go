package commands_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// anEditor is somebody who moderates server 7, with a request of that id.
func anEditor(name, interaction string) commands.Asker {
	who := knowledge.Who{User: name, Guild: "7", Role: knowledge.Moderator}
	return commands.Asker{Who: who, Locale: "en", Interaction: interaction}
}

// keeping is what Save asks, of a form that was opened before anything changed.
func keeping(also string) commands.Ask {
	return commands.Ask{Command: "keep", Values: map[string]string{"as": "place", "record": "selm", "stamp": "0.1", "name": "Selm", "also": also}}
}

// TestSavedTwiceIsWrittenOnce: the same press, delivered twice, gives the same
// answer and one change.
func TestSavedTwiceIsWrittenOnce(t *testing.T) {
	g := tarn(t)
	first := print(g.Answer(t.Context(), anEditor("ana", "i1"), keeping("Selm Below")))
	again := print(g.Answer(t.Context(), anEditor("ana", "i1"), keeping("Selm Below")))
	if first != again || !strings.Contains(first, "Saved as change 1") {
		t.Errorf("first:\n%s\nagain:\n%s", first, again)
	}
	if past, err := g.Library.History(t.Context(), knowledge.Desk("7"), "", 0, 10); err != nil || len(past) != 1 {
		t.Errorf("%d changes, %v", len(past), err)
	}
}

// TestOneOfManySaves: of moderators who opened the same form, one saves it; the
// others are shown what their words would change now, and nothing is written.
func TestOneOfManySaves(t *testing.T) {
	g := tarn(t)
	replies := make([]commands.Reply, 20)
	var all sync.WaitGroup
	for i := range replies {
		all.Go(func() {
			replies[i] = g.Answer(t.Context(), anEditor(fmt.Sprint("m", i), fmt.Sprint("i", i)), keeping(fmt.Sprint("Selm ", i)))
		})
	}
	all.Wait()
	saved := 0
	for _, r := range replies {
		switch said := print(r); {
		case strings.Contains(said, "Saved as change 1"):
			saved++
		case !strings.Contains(said, "Somebody changed this") || !strings.Contains(said, "(Change)"):
			t.Errorf("whoever was slower is told:\n%s", said)
		}
	}
	if p := g.Library.View("7").Place("selm"); saved != 1 || len(p.Also) != 1 {
		t.Errorf("%d saved, and it is also called %v", saved, p.Also)
	}
}

// TestTheShelfMovesOnUnderAForm: a newer version of a record that the desk
// didn't have yet is seen before it is saved over.
func TestTheShelfMovesOnUnderAForm(t *testing.T) {
	g := tarn(t)
	ask := keeping("Selm Below")
	ask.Values["stamp"] = "0.0" // of a shelf before this one
	if said := print(g.Answer(t.Context(), anEditor("ana", "i1"), ask)); !strings.Contains(said, "Somebody changed this") {
		t.Errorf("it is saved:\n%s", said)
	}
}

// TestAnotherServerSeesNothing of what is written on a desk.
func TestAnotherServerSeesNothing(t *testing.T) {
	g := tarn(t)
	g.Answer(t.Context(), anEditor("ana", "i1"), keeping("Selm Below"))
	elsewhere := anEditor("ana", "i2")
	elsewhere.Guild = "8"
	for _, c := range g.Complete(elsewhere, parse("/edit name:selm below"), "name") {
		if strings.Contains(c.Name, "Below") {
			t.Errorf("another server reads %s", c.Name)
		}
	}
	ask := commands.Ask{Command: "fill", Values: map[string]string{"as": "place", "record": "selm"}}
	if said := print(g.Answer(t.Context(), elsewhere, ask)); strings.Contains(said, "Below") {
		t.Errorf("another server's form:\n%s", said)
	}
}

// TestOutsideAServer nothing is written, and no card offers to.
func TestOutsideAServer(t *testing.T) {
	g := tarn(t)
	alone := anEditor("ana", "i1")
	alone.Guild = ""
	for _, line := range []string{"/edit name:selm", "/add kind:place", "/suggest name:wardens", "/fill as:place record:selm"} {
		if r := g.Answer(t.Context(), alone, parse(line)); r.Err == nil || r.Err.Code != "no server" {
			t.Errorf("%s: %s %v", line, r.Outcome, r.Err)
		}
	}
	if said := print(g.Answer(t.Context(), alone, parse("/actor name:wardens"))); strings.Contains(said, "Suggest") {
		t.Errorf("a card outside a server:\n%s", said)
	}
}

// TestServersThatTakeNoSuggestions offer none, and refuse those that come by an
// older button.
func TestServersThatTakeNoSuggestions(t *testing.T) {
	d := newDesk(t)
	reader, moderates := d.as("11", knowledge.Reader), d.as("12", knowledge.Moderator)
	sent := commands.Ask{Command: "send", Values: map[string]string{"as": "called", "record": "wardens", "suggest": "yes", "stamp": "0.1", "finds": "the men"}}
	offers := func(who commands.Asker) bool {
		return strings.Contains(print(d.ask(who, "/actor name:wardens")), "Suggest")
	}
	for audience, want := range map[knowledge.Audience][]bool{knowledge.Everyone: {true, true}, knowledge.Moderating: {false, true}, knowledge.Nobody: {false, false}} {
		d.configure(knowledge.Settings{Suggest: audience})
		for i, who := range []commands.Asker{reader, moderates} {
			who.Interaction = fmt.Sprint(audience, i)
			r := d.Answer(t.Context(), who, sent)
			if offers(who) != want[i] || (r.Err == nil) != want[i] {
				t.Errorf("%q, person %d: offered %v, sent %v", audience, i, offers(who), r.Err)
			}
		}
	}
}
