package question_test

import (
	"testing"

	"griot/knowledge"
	"griot/knowledge/question"
)

// TestByField: when something begins, and how many came, is answered from the
// card if no claim says so in its words; what else is asked is not.
func TestByField(t *testing.T) {
	v := library(t, soravia).View("")
	for asked, want := range map[string]knowledge.ID{
		"when was the truth commission supposed to start":   "commission-promised",
		"when was the truth commission bombed":              "",
		"how many people turned up at the truth commission": "",
	} {
		got := knowledge.ID("")
		if found := question.Find(v, asked); len(found.Fits) > 0 {
			got = found.Fits[0].Claim.ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", asked, got, want)
		}
	}
}
