package aspect

import (
	"griot/knowledge"
)

// Fault is what can't be read in a field, at a line from 1; 0 is the field as a
// whole. Code is the key of the message that says what to write instead.
type Fault struct {
	Field string
	Line  int
	Code  string
	Pairs []any // what fills the message
}

// Faults are all that can't be read in a form, in the order of its fields.
type Faults []Fault

// fail notes what can't be read where the reader stands: of a line the first
// thing alone, since the next often follows from it.
func (r *reader) fail(code string, pairs ...any) {
	for _, f := range *r.faults {
		if f.Field == r.field && f.Line == r.line {
			return
		}
	}
	*r.faults = append(*r.faults, Fault{r.field, r.line, code, pairs})
}

// hasMark reports whether a text holds a quotation mark.
func hasMark(s string) bool {
	for _, c := range s {
		for _, mark := range knowledge.QuotationMarks {
			if c == mark {
				return true
			}
		}
	}
	return false
}
