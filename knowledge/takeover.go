package knowledge

import (
	"reflect"
	"slices"

	"griot/knowledge/text"
)

// TakeOver puts what an entry or a place, that is to be merged into another of
// its kind, has beyond it into the other: names, so that it is still found by
// them, and facts. What ties one to the other is left out. Bodies of other
// kinds stay as they are.
func TakeOver(into, from any) {
	switch to := into.(type) {
	case *Entry:
		if e, ok := from.(*Entry); ok {
			to.takeOver(e)
		}
	case *Place:
		if p, ok := from.(*Place); ok {
			to.Also, to.Finds = takeNames(to.Name, to.Also, to.Finds, append([]Text{p.Name}, p.Also...), p.Finds)
		}
	}
}

func (e *Entry) takeOver(from *Entry) {
	e.Also, e.Finds = takeNames(e.Name, e.Also, e.Finds, append([]Text{from.Name}, from.Also...), from.Finds)
	e.Dates = union(e.Dates, from.Dates)
	e.Places = union(e.Places, from.Places)
	e.Counts = union(e.Counts, from.Counts)
	e.Areas = union(e.Areas, from.Areas)
	e.Steps = union(e.Steps, from.Steps)
	e.Relations = slices.DeleteFunc(union(e.Relations, from.Relations), func(r Relation) bool {
		return r.To == e.ID || r.To == from.ID
	})
}

// takeNames adds names that a record doesn't have yet, in whatever spelling.
func takeNames(name Text, also []Text, finds []string, more []Text, moreFinds []string) ([]Text, []string) {
	var has []string
	known := func(wordings ...string) bool {
		fresh := false
		for _, w := range wordings {
			if folded := text.Fold(w); !slices.Contains(has, folded) {
				has, fresh = append(has, folded), true
			}
		}
		return !fresh
	}
	for _, t := range append([]Text{name}, also...) {
		known(t.All()...)
	}
	known(finds...)
	for _, t := range more {
		if !known(t.All()...) {
			also = append(also, t)
		}
	}
	for _, s := range moreFinds {
		if !known(s) {
			finds = append(finds, s)
		}
	}
	return also, finds
}

// union returns a list with those elements of another that it lacks.
func union[T any](list, more []T) []T {
	for _, t := range more {
		if !slices.ContainsFunc(list, func(had T) bool { return reflect.DeepEqual(had, t) }) {
			list = append(list, t)
		}
	}
	return list
}
