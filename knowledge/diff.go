package knowledge

import (
	"fmt"
	"slices"
)

// Difference is a field of a record that changed, as a person would write it.
// Before or After is empty where the field was not there or is no more. Path
// names the field as a pack writes it: text (fr), counts[1], relations[0].
type Difference struct {
	Path, Before, After string
}

// Differences returns what sets a source, place, claim or entry apart from
// what it was, in the order of its fields; of the zero Record every field is
// new. Lists are compared by what stands in them, so that what is put in
// between changes nothing else. A body that can't be read has no fields.
func Differences(before, after Record) []Difference {
	a, b := fieldsOf(before), fieldsOf(after)
	var all []Difference
	for _, name := range joined(a.names, b.names) {
		was, is := a.values[name], b.values[name]
		if !a.lists[name] && !b.lists[name] {
			was, is = orEmpty(was), orEmpty(is)
			if was[0] != is[0] {
				all = append(all, Difference{name, was[0], is[0]})
			}
			continue
		}
		all = append(all, listDifferences(name, was, is)...)
	}
	return all
}

func orEmpty(values []string) []string {
	if len(values) == 0 {
		return []string{""}
	}
	return values
}

// joined returns the names of two lists, each once, in an order that both
// agree with as far as they agree with each other.
func joined(a, b []string) []string {
	var all []string
	for _, name := range b {
		if i := slices.Index(a, name); i >= 0 {
			for _, gone := range a[:i] {
				if !slices.Contains(b, gone) && !slices.Contains(all, gone) {
					all = append(all, gone)
				}
			}
		}
		all = append(all, name)
	}
	for _, name := range a {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// listDifferences pairs what left a list with what came in its stead.
func listDifferences(name string, was, is []string) []Difference {
	var all []Difference
	gone, came := 0, 0
	step := func(to, until int) {
		for gone < to || came < until {
			d := Difference{}
			if gone < to {
				d.Path, d.Before = fmt.Sprintf("%s[%d]", name, gone), was[gone]
				gone++
			}
			if came < until {
				d.Path, d.After = fmt.Sprintf("%s[%d]", name, came), is[came]
				came++
			}
			if d.Before != d.After {
				all = append(all, d)
			}
		}
	}
	for _, kept := range keptOf(was, is) {
		step(kept[0], kept[1])
		gone, came = gone+1, came+1
	}
	step(len(was), len(is))
	return all
}

// maxPairs bounds what two lists may cost that are longer than any that people
// read; of those, each element is compared with the one in its place.
const maxPairs = 1 << 20

// keptOf returns the places, before and after, of the longest run of elements
// that two lists have in one order.
func keptOf(was, is []string) [][2]int {
	if len(was)*len(is) > maxPairs {
		return nil
	}
	length := make([][]int, len(was)+1)
	for i := range length {
		length[i] = make([]int, len(is)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(is) - 1; j >= 0; j-- {
			length[i][j] = max(length[i+1][j], length[i][j+1])
			if was[i] == is[j] {
				length[i][j] = length[i+1][j+1] + 1
			}
		}
	}
	var kept [][2]int
	for i, j := 0, 0; i < len(was) && j < len(is); {
		switch {
		case was[i] == is[j]:
			kept = append(kept, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return kept
}
