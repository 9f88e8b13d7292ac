package question

import (
	"testing"

	"griot/knowledge"
)

func day(t *testing.T, s string) knowledge.Date {
	t.Helper()
	d, err := knowledge.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDatedBy(t *testing.T) {
	e := &knowledge.Entry{
		Dates: []knowledge.Dated{{Date: day(t, "2019-01"), Claim: "one"}, {Date: day(t, "2019-02"), Claim: "other"}},
		Steps: []knowledge.Step{{Date: day(t, "2019-03"), Claim: "one"}, {Date: day(t, "2019-04"), Claim: "other"}},
	}
	got := ""
	for _, d := range datedBy(e, "one") {
		got += d.String() + " "
	}
	if got != "2019-01 2019-03 " {
		t.Errorf("the claim dates %s", got)
	}
}
