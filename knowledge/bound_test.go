package knowledge_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"griot/knowledge"
)

func TestBoundAndDisputed(t *testing.T) {
	v := newView(t, weir(t))
	for id, want := range map[knowledge.ID]string{
		"c-suspect": "c-denial disputed 1",
		"c-denial":  "c-suspect 1",
		"c-cut":     "c-eight disputed 1",
		"c-eight":   "c-cut disputed 1", // two accounts that exclude each other
		"c-second":  " 2",               // supported: neither bound nor disputed
		"c-stone":   " 2",
		"c-reeve":   " 0",
	} {
		c := v.Claim(id)
		got := claimIDs(v.Bound(c))
		if v.Disputed(id) {
			got += " disputed"
		}
		if got += fmt.Sprintf(" %d", v.GroupOf(c)); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if got := v.Answered("c-second"); len(got) != 1 || got[0] != (knowledge.Answer{Claim: "c-stone", How: knowledge.Supports}) {
		t.Errorf("answers to c-second: %v", got)
	}
}

// TestStances: a correction binds but doesn't dispute; a contradiction disputes
// both sides, a denial the one that is denied.
func TestStances(t *testing.T) {
	for how, want := range map[string]string{"denies": "bound disputed", "contradicts": "bound disputed", "corrects": "bound", "supports": ""} {
		v := newView(t, with(t, weir(t), map[knowledge.ID]string{"c-stone": `{"answers": [{"claim": "c-second", "how": "` + how + `"}]}`}))
		var got []string
		if len(v.Bound(v.Claim("c-second"))) == 1 && len(v.Bound(v.Claim("c-stone"))) == 1 {
			got = append(got, "bound")
		}
		if v.Disputed("c-second") {
			got = append(got, "disputed")
		}
		if s := strings.Join(got, " "); s != want || v.Disputed("c-stone") != (how == "contradicts") {
			t.Errorf("%s: %s, want %s", how, s, want)
		}
	}
}

// TestHiddenAnswer: a claim that readers don't see neither binds nor disputes.
func TestHiddenAnswer(t *testing.T) {
	lib := shelf(t)
	desk(t, lib, "g1", over(t, lib, "c-denial", knowledge.Hidden, `{}`))
	here, there := lib.View("g1"), lib.View("g2")
	if here.Disputed("c-suspect") || len(here.Bound(here.Claim("c-suspect"))) > 0 || len(here.Answered("c-suspect")) > 0 {
		t.Error("a hidden denial binds")
	}
	if !there.Disputed("c-suspect") {
		t.Error("the denial is hidden elsewhere")
	}
}

// TestDeskAnswers: a desk's own denial binds there, and its version of a
// shelf's claim takes the place of the answers that the shelf's gave.
func TestDeskAnswers(t *testing.T) {
	lib := shelf(t)
	desk(t, lib, "g1",
		over(t, lib, "c-stone", knowledge.Live, `{"answers": [{"claim": "c-second", "how": "denies"}]}`),
		over(t, lib, "c-eight", knowledge.Live, `{"answers": []}`))
	here, there := lib.View("g1"), lib.View("")
	if !here.Disputed("c-second") || there.Disputed("c-second") {
		t.Error("the desk's denial")
	}
	if here.Disputed("c-cut") || !there.Disputed("c-cut") {
		t.Error("the shelf's contradiction, which the desk took back")
	}
	if got := here.Answered("c-second"); len(got) != 1 {
		t.Errorf("c-stone answers twice: %v", got)
	}
	if got := claimIDs(here.About("second-weir")); got != "c-stone c-second" && got != "c-second c-stone" {
		t.Errorf("about second-weir: %s", got)
	}
}

// TestCardOrder: groups first, then the date of the source, the source, the
// paragraph, the sentence, the id.
func TestCardOrder(t *testing.T) {
	records := weir(t)
	claim := func(id knowledge.ID, certainty knowledge.Certainty, source knowledge.ID, at string) {
		c := knowledge.Claim{ID: id, About: []knowledge.ID{"reeve"}, Text: knowledge.InEnglish("It is said."), Certainty: certainty,
			Cites: []knowledge.Citation{{Source: source}}}
		if at != "" {
			c.Cites[0] = anchor(t, at, "any words")
		}
		records = append(records, record(t, knowledge.KindClaim, id, c))
	}
	claim("x-06", knowledge.Reported, "chronicle-1911", "10.1")
	claim("x-05", knowledge.Stated, "chronicle-1911", "9.2")
	claim("x-04", knowledge.Reported, "chronicle-1911", "9.1")
	claim("x-03", knowledge.Stated, "chronicle-1911", "9.1")
	claim("x-08", knowledge.Argued, "letter-1911", "")
	claim("x-02", knowledge.Stated, "letter-1911", "")
	claim("x-09", knowledge.Expected, "chronicle-1911", "1.1")
	claim("x-07", knowledge.Alleged, "ballad", "")
	claim("x-01", knowledge.Reported, "letter-1911", "")
	claim("x-10", knowledge.Stated, "ballad", "")
	v := newView(t, records)
	if got, want := claimIDs(v.About("reeve")), "x-01 x-02 c-reeve x-03 x-04 x-05 x-06 x-10 x-07 x-08 x-09"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTies(t *testing.T) {
	lib := shelf(t)
	want := []knowledge.Tie{{From: "reeve", Relation: knowledge.Relation{Is: "leads", To: "upper-men", Claim: "c-reeve"}}}
	if got := lib.View("").Ties("upper-men"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := lib.View("").Ties("reeve"); got != nil {
		t.Errorf("ties to the reeve: %v", got)
	}
	desk(t, lib, "g1", over(t, lib, "reeve", knowledge.Live, `{"relations": [{"is": "opposes", "to": "upper-men", "claim": "c-reeve"}]}`))
	if got := lib.View("g1").Ties("upper-men"); len(got) != 1 || got[0].Is != "opposes" {
		t.Errorf("on the desk: %v", got)
	}
	desk(t, lib, "g2", over(t, lib, "reeve", knowledge.Hidden, `{}`))
	if got := lib.View("g2").Ties("upper-men"); len(got) != 0 {
		t.Errorf("of a hidden entry: %v", got)
	}
}

func TestLies(t *testing.T) {
	v := newView(t, weir(t))
	for _, c := range []struct {
		place, within knowledge.ID
		want          bool
	}{
		{"tarrow", "tarrow", true}, {"tarrow", "low-vale", true}, {"tarrow", "marches", true}, {"low-vale", "marches", true},
		{"low-vale", "tarrow", false}, {"marches", "low-vale", false}, {"nowhere", "marches", false}, {"tarrow", "nowhere", false},
	} {
		if v.Lies(c.place, c.within) != c.want {
			t.Errorf("%s in %s: %t", c.place, c.within, !c.want)
		}
	}
	circle := newView(t, with(t, weir(t), map[knowledge.ID]string{"marches": `{"within": "tarrow"}`}))
	if circle.Lies("tarrow", "nowhere") {
		t.Error("places in a circle lie nowhere")
	}
}
