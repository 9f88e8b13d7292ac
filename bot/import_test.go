package main

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
	"griot/knowledge/importer"
)

// TestImportReport: the operator sees what became of each line and anchor.
func TestImportReport(t *testing.T) {
	raw := []byte("Share this page\r\nThe Well of Orr\r\nA village waits for water.\r\n\r\nThe council dug, in the end, a well of forty metres.\r\n")
	article := importer.Article{
		Passages: []knowledge.Passage{
			{Paragraph: -1, Text: "The Well of Orr"},
			{Paragraph: 1, Text: "The council dug, in the end, a well of forty metres."},
		},
		Intake: knowledge.Intake{Dropped: []knowledge.Dropped{{Line: 1, Reason: "a button"}}},
	}
	done := knowledge.Imported{
		Receipt: knowledge.Receipt{Seq: 2}, Passages: 2, Verified: 1, Uncovered: []int{1, 3},
		Orphans: []knowledge.OrphanPlace{{Claim: "well-dry", Expected: knowledge.Sentences(2, 1, 1)}},
		Intake: knowledge.Intake{
			Source: "orr", Dropped: article.Intake.Dropped,
			Repaired: []knowledge.Repair{{Line: 3, What: "U+00AD taken out"}},
			Moved:    []knowledge.MovedPlace{{Claim: "well-dug", Expected: knowledge.Sentences(2, 1, 2), Found: knowledge.Sentences(1, 1, 2)}},
		},
	}
	want := `2 passages kept, 1 line left out, 1 note on characters
  title, line 2: The Well of Orr …
  no standfirst
  ¶ 1, line 5: The council dug, in the …
  line 1 left out: a button
  line 3: U+00AD taken out
1 anchor holds, 1 of them elsewhere than expected; 1 orphan
  well-dug: expected ¶ 2.1-2, found ¶ 1.1-2
  orphan: well-dry: the words expected at ¶ 2.1 are not there
No claim covers ¶ 1, 3
`
	var out bytes.Buffer
	printImported(&out, raw, article, done)
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLineOfAPassage: repeated and dropped lines are passed over.
func TestLineOfAPassage(t *testing.T) {
	raw := []byte("Rain fell on Orr.\rRain fell.\n…\nSnow fell on Orr, and it was cold.\nSnow fell on Orr, and all was well.\n")
	dropped := []knowledge.Dropped{{Line: 1}}
	for passage, want := range map[string]int{
		"Rain fell on Orr.":                         2,
		"Snow fell on Orr, and all was well again.": 4,
		"Wind":                   0,
		"Snow fell on Hale Hill": 0,
	} {
		if got := lineOf(raw, dropped, passage); got != want {
			t.Errorf("%q: line %d, want %d", passage, got, want)
		}
	}
}
