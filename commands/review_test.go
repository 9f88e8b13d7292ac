package commands_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// desk is a Griot over the valley of Tarn, and its people on server 7.
type desk struct {
	*commands.Griot
	t testing.TB
	n int // of the last interaction
}

func newDesk(t testing.TB) *desk { return &desk{Griot: tarn(t, knowledge.WithClock(today)), t: t} }

// as returns somebody of server 7 with a new interaction.
func (d *desk) as(user string, role knowledge.Role, roles ...string) commands.Asker {
	d.n++
	return commands.Asker{
		Who:    knowledge.Who{User: user, Guild: "7", Role: role, Roles: roles},
		Locale: "en", Interaction: fmt.Sprint("interaction ", d.n),
	}
}

// ask answers a line.
func (d *desk) ask(who commands.Asker, line string) commands.Reply {
	return d.Answer(context.Background(), who, parse(line))
}

// suggests stores a suggestion for a claim and returns its id.
func (d *desk) suggests(user, claim, wording string) knowledge.ID {
	d.t.Helper()
	record, _ := d.Library.View("7").Draft(knowledge.ID(claim))
	content, err := record.Content()
	if err != nil {
		d.t.Fatal(err)
	}
	changed := *content.(*knowledge.Claim)
	changed.Text = knowledge.InEnglish(wording)
	fresh, err := knowledge.NewRecord("desk/7", knowledge.KindClaim, record.ID, changed)
	if err != nil {
		d.t.Fatal(err)
	}
	fresh.Rev, fresh.Base = record.Rev, record.Base
	receipt, err := d.Library.Apply(context.Background(), knowledge.Who{User: user, Guild: "7"}, knowledge.Edit{
		Layer: "desk/7", Action: knowledge.Suggest, Target: record.ID, Records: []knowledge.Record{fresh}, Reason: "clearer",
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return receipt.Waiting
}

// configure sets the settings of server 7.
func (d *desk) configure(s knowledge.Settings) {
	d.t.Helper()
	record, err := knowledge.NewRecord("desk/7", knowledge.KindSettings, knowledge.SettingsID, s)
	if err != nil {
		d.t.Fatal(err)
	}
	if own, ok := d.Library.View("7").Draft(knowledge.SettingsID); ok {
		record.Rev = own.Rev
	}
	edit := knowledge.Edit{Layer: "desk/7", Action: knowledge.Configure, Target: knowledge.SettingsID, Records: []knowledge.Record{record}}
	if _, err := d.Library.Apply(context.Background(), d.as("90", knowledge.Moderator).Who, edit); err != nil {
		d.t.Fatal(err)
	}
}

// TestNotices: the review channel hears of what waits, and who suggested it of
// what became of it, and why; nobody is told what they did themselves.
func TestNotices(t *testing.T) {
	d := newDesk(t)
	d.configure(knowledge.Settings{ReviewChannel: "601"})
	line := "/decline reason:the old words say more id:"
	no := d.ask(d.as("12", knowledge.Moderator), line+string(d.suggests("11", "herders-league", "The herders founded a league.")))
	if len(no.Notices) != 1 || no.Notices[0].User != "11" || !strings.Contains(print(pages(no.Notices)), "Not taken") || !strings.Contains(print(pages(no.Notices)), "the old words say more") {
		t.Errorf("who is told of a refusal: %s", print(pages(no.Notices)))
	}
	yes := d.ask(d.as("12", knowledge.Moderator), "/approve id:"+string(d.suggests("11", "herders-league", "The herders founded a league.")))
	if len(yes.Notices) != 1 || yes.Notices[0].User != "11" || !strings.Contains(print(pages(yes.Notices)), "# Taken: ") {
		t.Errorf("who is told of an approval: %s", print(pages(yes.Notices)))
	}
	own := d.ask(d.as("12", knowledge.Moderator), "/approve id:"+string(d.suggests("12", "herders-league", "A league of herders was founded.")))
	if own.Outcome != commands.Answered || len(own.Notices) != 0 {
		t.Errorf("told of one's own: %v", own.Notices)
	}
	id := d.suggests("11", "wardens-suspected", "The herders suspect the Wardens of the fire.")
	first := d.ask(d.as("12", knowledge.Moderator), "/approve id:"+string(id))
	if first.Outcome != commands.Answered || len(first.Notices) != 0 {
		t.Errorf("the first of two: %v", first.Notices)
	}
	second := d.ask(d.as("13", knowledge.Moderator), "/approve id:"+string(id))
	undo := d.ask(d.as("12", knowledge.Moderator), "/undo step:save change:"+lastChange(t, d))
	if len(second.Notices) != 1 || len(undo.Notices) != 1 || undo.Notices[0].Channel != "601" || len(undo.Notices[0].Page.AllButtons()) != 1 {
		t.Errorf("an undo that waits is told to %v", undo.Notices)
	}
}

func lastChange(t testing.TB, d *desk) string {
	t.Helper()
	past, err := d.Library.History(t.Context(), "desk/7", "", 0, 1)
	if err != nil || len(past) == 0 {
		t.Fatal("no change", err)
	}
	return fmt.Sprint(past[0].Seq)
}

func pages(notices []commands.Notice) commands.Reply {
	r := commands.Reply{Outcome: commands.Answered}
	for _, n := range notices {
		r.Pages = append(r.Pages, n.Page)
	}
	return r
}

// TestWhoIsLateIsToldWho: of two moderators one handles a proposal; the other
// is told by whom, also when that one has been forgotten.
func TestWhoIsLateIsToldWho(t *testing.T) {
	d := newDesk(t)
	id := string(d.suggests("11", "herders-league", "The herders founded a league."))
	d.ask(d.as("12", knowledge.Moderator), "/approve id:"+id)
	for _, line := range []string{"/approve id:" + id, "/decline reason:no id:" + id, "/proposal id:" + id} {
		late := d.ask(d.as("13", knowledge.Moderator), line)
		if late.Outcome != commands.Refused || late.Err != nil || !strings.Contains(print(late), "This was approved by @12.") {
			t.Errorf("%s: %s", line, print(late))
		}
	}
	if err := d.Library.Forget(t.Context(), "desk/7", "12"); err != nil {
		t.Fatal(err)
	}
	if late := d.ask(d.as("13", knowledge.Moderator), "/approve id:"+id); !strings.Contains(print(late), "by a former member.") {
		t.Errorf("after they were forgotten: %s", print(late))
	}
}

// TestApprovedAsSeen: words that were changed after somebody saw them aren't
// approved by their press.
func TestApprovedAsSeen(t *testing.T) {
	d := newDesk(t)
	id := string(d.suggests("11", "herders-league", "The herders founded a league."))
	if late := d.ask(d.as("12", knowledge.Moderator), "/approve rev:9 id:"+id); late.Err == nil || late.Err.Code != "stale" {
		t.Errorf("other words: %s", print(late))
	}
	if good := d.ask(d.as("12", knowledge.Moderator), "/approve rev:1 id:"+id); good.Outcome != commands.Answered {
		t.Errorf("the words that were seen: %s", print(good))
	}
}

// TestUnreviewedOnCards: a moderator sees, in a reply of their own, what waits on
// a card; a reader never does, nor anybody in a reply that others see.
func TestUnreviewedOnCards(t *testing.T) {
	d := newDesk(t)
	d.configure(knowledge.Settings{Moderators: []string{"501"}})
	d.suggests("11", "wardens-suspected", "The herders suspect the Wardens of the fire.")
	for _, c := range []struct {
		who  commands.Asker
		line string
		want bool
	}{
		{d.as("12", knowledge.Moderator), "/actor name:wardens private:yes", true},
		{d.as("12", knowledge.Moderator), "/event name:selm-fire private:yes", true},
		{d.as("12", knowledge.Reader, "501"), "/actor name:wardens private:yes", true},
		{d.as("12", knowledge.Moderator), "/reform name:water-law private:yes", false},
		{d.as("12", knowledge.Moderator), "/actor name:wardens", false},
		{d.as("11", knowledge.Reader), "/actor name:wardens private:yes", false},
		{d.as("11", knowledge.Reader, "502"), "/actor name:wardens private:yes", false},
	} {
		r := d.ask(c.who, c.line)
		if got := strings.Contains(print(r), "Unreviewed"); got != c.want || strings.Contains(labels(r), "Review") != c.want {
			t.Errorf("%s by a %s with roles %v: unreviewed is named: %v", c.line, c.who.Role, c.who.Roles, got)
		}
		if strings.Contains(print(r), "herders suspect the Wardens of the fire") && !c.want {
			t.Errorf("%s shows what waits", c.line)
		}
	}
	elsewhere := d.as("12", knowledge.Moderator)
	elsewhere.Guild = "8"
	if r := d.ask(elsewhere, "/actor name:wardens private:yes"); strings.Contains(print(r), "Unreviewed") {
		t.Error("another server sees it")
	}
}

// TestOtherNumbersOfANewerPack are noted on the card until somebody has looked.
func TestOtherNumbersOfANewerPack(t *testing.T) {
	d := newDesk(t)
	s := script{griot: d.Griot, asker: d.as("12", knowledge.Moderator)}
	for _, line := range []string{
		`+ edit sluice-shut {"name": "The shutting"}`,
		`+ edit sluice-shut-in-spring {"text": "The Wardens closed the sluice in April 2015."}`,
		`+ shelf sluice-shut {"counts": [{"what": "incidents", "number": 2, "how": "about", "claim": "sluice-shut-in-spring"}]}`,
		`+ shelf sluice-shut-in-spring {"certainty": "reported", "by": [{"text": "a farmer"}]}`,
	} {
		if said, _ := s.play(line); said != "" {
			t.Fatal(said)
		}
	}
	shown := func(want bool) {
		t.Helper()
		card := print(d.ask(d.as("11", knowledge.Reader), "/event name:sluice-shut"))
		for _, note := range []string{"gives other numbers here", "holds this otherwise (reported, here stated)"} {
			if strings.Contains(card, note) != want {
				t.Errorf("%q is noted: %v, want %v", note, !want, want)
			}
		}
	}
	shown(true)
	for _, id := range []string{"sluice-shut", "sluice-shut-in-spring"} {
		press(t, d, d.as("12", knowledge.Moderator), "/follow id:"+id, "Keep ours")
	}
	shown(false)
}

// press asks, presses the button with the label and returns what came of it.
func press(t testing.TB, d *desk, who commands.Asker, line, label string) commands.Reply {
	t.Helper()
	before := d.ask(who, line)
	for _, b := range before.Shown().AllButtons() {
		if b.Label == label {
			r, _ := d.Press(context.Background(), who, sealed(t, d.Griot, who.Who, b))
			return r
		}
	}
	t.Fatalf("%s has no button %s:\n%s", line, label, print(before))
	return commands.Reply{}
}
