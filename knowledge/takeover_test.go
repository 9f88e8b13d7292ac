package knowledge_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"griot/knowledge"
)

// TestTakeOver: names in whatever spelling stand once, facts once, and nothing
// ties an entry to itself.
func TestTakeOver(t *testing.T) {
	into := &knowledge.Entry{
		ID: "weir", Name: knowledge.InEnglish("The Weir"), Also: []knowledge.Text{knowledge.InEnglish("the old weir")}, Finds: []string{"W1"},
		Relations: []knowledge.Relation{{Is: "follows", To: "dam", Claim: "c1"}, {Is: "opposes", To: "mill", Claim: "c2"}},
		Counts:    []knowledge.Count{{What: "acres", Number: 9, How: "about", Claim: "c3"}},
	}
	from := &knowledge.Entry{
		ID: "dam", Name: knowledge.Text{"en": "The dam", "fr": "le barrage"}, Also: []knowledge.Text{knowledge.InEnglish("the OLD Weir")}, Finds: []string{"the dam", "D1"},
		Relations: []knowledge.Relation{{Is: "opposes", To: "mill", Claim: "c2"}, {Is: "part of", To: "weir", Claim: "c4"}, {Is: "opposes", To: "mill", Claim: "c5"}},
		Counts:    []knowledge.Count{{What: "acres", Number: 9, How: "about", Claim: "c3"}, {What: "acres", Number: 10, How: "about", Claim: "c5"}},
	}
	knowledge.TakeOver(into, from)
	want := &knowledge.Entry{
		ID: "weir", Name: knowledge.InEnglish("The Weir"),
		Also:      []knowledge.Text{knowledge.InEnglish("the old weir"), {"en": "The dam", "fr": "le barrage"}},
		Finds:     []string{"W1", "D1"},
		Relations: []knowledge.Relation{{Is: "opposes", To: "mill", Claim: "c2"}, {Is: "opposes", To: "mill", Claim: "c5"}},
		Counts:    []knowledge.Count{{What: "acres", Number: 9, How: "about", Claim: "c3"}, {What: "acres", Number: 10, How: "about", Claim: "c5"}},
	}
	if diff := cmp.Diff(want, into, cmpopts.IgnoreUnexported(knowledge.Entry{})); diff != "" {
		t.Error(diff)
	}
	place := &knowledge.Place{ID: "p", Name: knowledge.InEnglish("Tarrow")}
	knowledge.TakeOver(place, &knowledge.Place{ID: "q", Name: knowledge.InEnglish("Upper Tarrow"), Finds: []string{"tarrow"}})
	if len(place.Also) != 1 || len(place.Finds) != 0 {
		t.Errorf("%+v", place)
	}
}
