package question

import (
	"slices"

	"griot/knowledge"
)

func (q *Question) followed(e *knowledge.Entry, claim knowledge.ID) float64 {
	for _, r := range e.Relations {
		if r.Is == knowledge.Follows && r.Claim == claim && slices.Contains(q.Entries, r.To) {
			return 1
		}
	}
	return 0
}

// soon is within how many days something came soon after something else.
const soon = 60

// comesSoonAfter returns nearly 1 for a claim that dates something soon after an
// event that the question names.
func (q *Question) comesSoonAfter(v *knowledge.View, e *knowledge.Entry, claim knowledge.ID) float64 {
	for _, id := range q.Entries {
		event := v.Entry(id)
		if event == nil || event.ID == e.ID || len(event.Dates) == 0 {
			continue
		}
		_, end := event.Dates[0].Date.Bounds()
		for _, at := range datedBy(e, claim) {
			if begins, _ := at.Bounds(); begins.After(end) && begins.Before(end.AddDate(0, 0, soon)) {
				return soonAfter
			}
		}
	}
	return 0
}

// soonAfter is how much a date counts beside a relation that says what followed.
const soonAfter = 0.9

// datedBy returns the dates that a claim gives to an entry and its steps.
func datedBy(e *knowledge.Entry, claim knowledge.ID) (dates []knowledge.Date) {
	for _, d := range e.Dates {
		if d.Claim == claim {
			dates = append(dates, d.Date)
		}
	}
	for _, s := range e.Steps {
		if s.Claim == claim {
			dates = append(dates, s.Date)
		}
	}
	return dates
}
