package knowledge_test

import (
	"strings"
	"testing"

	"griot/knowledge"
)

// TestWordsOfADesksClaim: a desk's claim has the names of the shelf's entry.
func TestWordsOfADesksClaim(t *testing.T) {
	lib := shelf(t)
	c := knowledge.Claim{ID: "d-flood", About: []knowledge.ID{"weir-cut"}, Text: knowledge.InEnglish("The meadow stood under water."),
		Certainty: knowledge.Stated, Cites: []knowledge.Citation{{Source: "letter-1911"}}}
	apply(t, lib, knowledge.Who{User: "ana", Guild: "g1", Role: knowledge.Moderator},
		knowledge.Edit{Layer: knowledge.Desk("g1"), Records: []knowledge.Record{record(t, knowledge.KindClaim, c.ID, c)}})
	v := lib.View("g1")
	ours, names, _ := v.WordsOf(v.Claim(c.ID))
	if !strings.Contains(ours, "meadow") || !strings.Contains(names, "The cutting of the weir") {
		t.Errorf("ours %q, names %q", ours, names)
	}
}
