package knowledge_test

import (
	"slices"
	"strings"
	"testing"

	"griot/knowledge"
	"griot/knowledge/text"
)

// TestPackNotInUse: what a pack brought is seen nowhere on a server that
// doesn't use it, by no name and no search, its source's text included; other
// servers and the desk's own records are as they were.
func TestPackNotInUse(t *testing.T) {
	lib := shelf(t)
	var ballads []knowledge.Record
	for _, r := range []knowledge.Record{
		record(t, knowledge.KindSource, "songs", knowledge.Source{ID: "songs", Label: "SO", Title: "Songs of the vale", Publisher: "nobody", Language: "en"}),
		record(t, knowledge.KindClaim, "c-song", knowledge.Claim{ID: "c-song", About: []knowledge.ID{"singer"}, Text: knowledge.InEnglish("A singer came to the vale."), Certainty: knowledge.Stated, Cites: []knowledge.Citation{{Source: "songs"}}}),
		record(t, knowledge.KindActor, "singer", knowledge.Entry{ID: "singer", Name: knowledge.InEnglish("The singer"), Is: knowledge.What{Type: "movement", Line: knowledge.InEnglish("who sings"), Claim: "c-song"}}),
	} {
		r.Pack = "ballads"
		ballads = append(ballads, r)
	}
	apply(t, lib, knowledge.Operator(), knowledge.Edit{Layer: knowledge.Shelf, Records: ballads})
	song := knowledge.Passage{Source: "songs", Paragraph: 1, Language: "en", Text: "Sing of the lantern.", Sentences: text.Sentences("Sing of the lantern.", "en")}
	importText(t, lib, knowledge.Operator(), knowledge.Shelf, []knowledge.Passage{song}, knowledge.Intake{Source: "songs"})
	if packs := lib.View("g1").Packs(); !slices.Equal(packs, []knowledge.ID{"ballads"}) {
		t.Fatalf("packs %v", packs)
	}

	configure(t, lib, `{"without": ["ballads"]}`)
	here, there := lib.View("g1"), lib.View("g2")
	for _, v := range []*knowledge.View{here, there} {
		want := v == there
		seen := map[string]bool{
			"the entry":      v.Entry("singer") != nil,
			"the claim":      v.Claim("c-song") != nil,
			"the source":     v.SourceByLabel("SO") != nil,
			"the text":       len(v.Passages("songs")) > 0 && v.Passage("songs", 1) != nil,
			"the lists":      strings.Contains(entryIDs(v.Entries("")), "singer"),
			"the name":       len(v.Named("the singer")) > 0,
			"the completion": len(v.Complete("the sing", 5)) > 0,
			"the search":     len(v.Search("singer", 5).Hits)+len(v.Search("lantern", 5).Hits) > 0,
		}
		for what, is := range seen {
			if is != want {
				t.Errorf("%s: %s is seen: %v", v.Layer(), what, is)
			}
		}
		if v.Entry("weir-cut") == nil || len(v.Packs()) != 1 {
			t.Errorf("%s lost what is of no pack", v.Layer())
		}
	}
	refused(t, lib, moderator("g1"), edit(record(t, knowledge.KindClaim, "d-claimsong", knowledge.Claim{ID: "d-claimsong", About: []knowledge.ID{"singer"},
		Text: knowledge.InEnglish("The singer left."), Certainty: knowledge.Stated, Unsourced: true})), knowledge.ErrInvalid)
	configure(t, lib, `{}`)
	if lib.View("g1").Entry("singer") == nil {
		t.Error("in use again, and not seen")
	}
}
