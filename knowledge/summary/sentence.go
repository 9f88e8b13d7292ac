package summary

import (
	"cmp"
	"slices"
	"strings"

	"griot/knowledge"
)

// Sentence is a whole sentence that a reply may show: one of a stored text, or
// a claim in our own words where there is no text.
type Sentence struct {
	ID      string             // FP19-2.1, or the id of a claim
	Passage string             // FP19-2, or the id of the claim
	Lang    string             // of Text
	Text    string             // byte for byte as stored
	Source  knowledge.ID       // a claim's is that of its first citation
	At      knowledge.At       // where in Source
	Date    knowledge.Date     // of Source
	Claim   *knowledge.Claim   // the claim whose words Text is; nil for a source's own
	Anchors []*knowledge.Claim // the claims that cite this sentence
	Hedged  bool               // its words or a claim on it are less than stated
	Bound   []string           // ids of the sentences without which it may not be shown
}

// Passage is what a model may cite: sentences that stand together in a source.
type Passage struct {
	ID        string
	Lang      string
	Sentences []Sentence
}

// Passages gathers sentences into the passages that they come from, in the
// order in which each passage first appears.
func Passages(sentences []Sentence) []Passage {
	var all []Passage
	at := map[string]int{}
	for _, s := range sentences {
		i, known := at[s.Passage]
		if !known {
			i = len(all)
			at[s.Passage] = i
			all = append(all, Passage{ID: s.Passage, Lang: s.Lang})
		}
		all[i].Sentences = append(all[i].Sentences, s)
	}
	return all
}

// groups parts sentences into those that may only be shown together, as
// indices in ascending order. A sentence bound to one that is not there stands
// in no group: it may not be shown.
func groups(sentences []Sentence) [][]int {
	at := map[string]int{}
	for i, s := range sentences {
		if _, known := at[s.ID]; !known {
			at[s.ID] = i
		}
	}
	root, halved := unite(sentences, at)
	members, order := map[int][]int{}, []int(nil)
	for i, s := range sentences {
		if at[s.ID] != i {
			continue // the same sentence again
		}
		r := find(root, i)
		if members[r] == nil {
			order = append(order, r)
		}
		members[r] = append(members[r], i)
	}
	var all [][]int
	for _, r := range order {
		if !slices.ContainsFunc(members[r], func(i int) bool { return halved[i] }) {
			all = append(all, members[r])
		}
	}
	return all
}

// unite joins bound sentences in a union-find forest, and reports which are
// bound to one that is missing.
func unite(sentences []Sentence, at map[string]int) (root []int, halved []bool) {
	root, halved = make([]int, len(sentences)), make([]bool, len(sentences))
	for i := range root {
		root[i] = i
	}
	for i, s := range sentences {
		for _, id := range s.Bound {
			j, there := at[id]
			if !there {
				halved[at[s.ID]] = true
				continue
			}
			root[find(root, at[s.ID])] = find(root, j)
			root[find(root, i)] = find(root, j)
		}
	}
	return root, halved
}

func find(root []int, i int) int {
	for root[i] != i {
		i = root[i]
	}
	return i
}

// inOrder sorts sentences by the date of their source, source and place, and
// draws bound ones to the first of theirs, so that they stand side by side.
func inOrder(sentences []Sentence) []Sentence {
	sorted := slices.Clone(sentences)
	slices.SortStableFunc(sorted, func(a, b Sentence) int {
		return cmp.Or(
			a.Date.Compare(b.Date),
			strings.Compare(string(a.Source), string(b.Source)),
			cmp.Compare(a.At.Paragraph, b.At.Paragraph),
			cmp.Compare(a.At.First, b.At.First),
		)
	})
	var all []Sentence
	for _, group := range groups(sorted) {
		for _, i := range group {
			all = append(all, sorted[i])
		}
	}
	return all
}
