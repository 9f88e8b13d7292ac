package search

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Texts are drawn from few words, so that they meet often.
var (
	drawTextWord = rapid.SampledFrom(strings.Fields(`accord peace army attack village villages
		president constitution Ségou Ogossagou Kidal réforme reforms 23 March 2019 mars le the of
		hunters chasseurs l'armée United 1,600 militia milices drought`))
	drawText = rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(drawTextWord, 0, 12).Draw(t, "words"), " ")
	})
	drawPassage = rapid.Custom(func(t *rapid.T) Doc {
		d := Doc{
			ID:       rapid.StringMatching(`[a-e][0-9]`).Draw(t, "id"),
			Group:    rapid.SampledFrom([]string{"passage", "claim"}).Draw(t, "group"),
			Language: rapid.SampledFrom([]string{"en", "fr", ""}).Draw(t, "language"),
			Weight:   rapid.IntRange(0, 2).Draw(t, "weight"),
			Fields:   []Field{{Text: drawText.Draw(t, "text")}},
		}
		if rapid.Bool().Draw(t, "named") {
			d.Names = []Name{{Text: drawText.Draw(t, "name")}}
			d.Fields = append(d.Fields, Field{FieldNames, d.Names[0].Text})
		}
		return d
	})
	drawQuery = rapid.Custom(func(t *rapid.T) string {
		words := rapid.SliceOfN(drawTextWord, 1, 6).Draw(t, "asked")
		if i := rapid.IntRange(0, len(words)-1).Draw(t, "which"); len(words[i]) > 3 && rapid.Bool().Draw(t, "with an error") {
			words[i] = edit(t, words[i])
		}
		return strings.Join(words, " ")
	})
)

// history draws changes and returns the index that saw them one after another,
// and what it must hold in the end.
func history(t *rapid.T, label string) (*Index, map[string]Doc) {
	x, holds := New(), map[string]Doc{}
	for range rapid.IntRange(0, 25).Draw(t, label+" changes") {
		add := rapid.SliceOfN(drawPassage, 0, 3).Draw(t, label+" add")
		remove := rapid.SliceOfN(rapid.StringMatching(`[a-e][0-9]`), 0, 2).Draw(t, label+" remove")
		x = x.With(add, remove)
		for _, id := range remove {
			delete(holds, id)
		}
		for _, d := range add {
			holds[d.ID] = d
		}
	}
	return x, holds
}

// rebuilt is an index of the same documents, made at once.
func rebuilt(holds map[string]Doc) *Index {
	var all []Doc
	for _, d := range holds {
		all = append(all, d)
	}
	return New().With(all, nil)
}

// answers is a look-up by any of the three ways, of an index or a view.
type answers interface {
	Search(query string, k int, options ...Option) Result
	Complete(prefix string, k int, groups ...string) []Completion
	Find(s string, groups ...string) []Completion
}

// equal fails if a and b answer anything differently.
func equal(t *rapid.T, a, b answers) {
	query := drawQuery.Draw(t, "query")
	k := rapid.IntRange(1, 60).Draw(t, "k")
	var options []Option
	if rapid.Bool().Draw(t, "in a group") {
		options = append(options, InGroups("claim"))
	}
	if diff := cmp.Diff(a.Search(query, k, options...), b.Search(query, k, options...)); diff != "" {
		t.Fatalf("Search(%q, %d):\n%s", query, k, diff)
	}
	if diff := cmp.Diff(a.Complete(query, k), b.Complete(query, k)); diff != "" {
		t.Fatalf("Complete(%q, %d):\n%s", query, k, diff)
	}
	if diff := cmp.Diff(a.Find(query), b.Find(query)); diff != "" {
		t.Fatalf("Find(%q):\n%s", query, diff)
	}
}

func TestChangesEqualRebuilding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, holds := history(t, "shelf")
		equal(t, x, rebuilt(holds))
	})
}

func TestLayersEqualRebuilding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shelf, onShelf := history(t, "shelf")
		desk, onDesk := history(t, "desk")
		hides := rapid.SliceOf(rapid.StringMatching(`[a-e][0-9]`)).Draw(t, "hidden")
		hidden := func(id string) bool { return slices.Contains(hides, id) }
		equal(t, Over(shelf, desk, hidden), Over(rebuilt(onShelf), rebuilt(onDesk), hidden))
	})
}

// No answer names what is removed, hidden or covered, nor a word that stands
// only there.
func TestHiddenNeverAppears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shelf, onShelf := history(t, "shelf")
		desk, onDesk := history(t, "desk")
		hides := rapid.SliceOf(rapid.StringMatching(`[a-e][0-9]`)).Draw(t, "hidden")
		v := Over(shelf, desk, func(id string) bool { return slices.Contains(hides, id) })
		seen := map[string]Doc{}
		for id, d := range onShelf {
			if _, covered := onDesk[id]; !covered && !slices.Contains(hides, id) {
				seen[id] = d
			}
		}
		for id, d := range onDesk {
			seen[id] = d
		}
		query := drawQuery.Draw(t, "query")
		r := v.Search(query, 100)
		for _, h := range r.Hits {
			if _, ok := seen[h.ID]; !ok {
				t.Fatalf("Search(%q) names %s", query, h.ID)
			}
		}
		for _, c := range r.Corrected {
			if !slices.ContainsFunc(r.Hits, func(h Hit) bool { return holdsWord(seen[h.ID], c.Meant) }) {
				t.Fatalf("Search(%q) speaks of %q, which no hit holds", query, c.Meant)
			}
		}
		for _, c := range append(v.Complete(query, 100), v.Find(query)...) {
			if _, ok := seen[c.ID]; !ok {
				t.Fatalf("Complete or Find(%q) names %s", query, c.ID)
			}
		}
	})
}

func holdsWord(d Doc, folded string) bool {
	for _, f := range d.Fields {
		found := false
		eachToken(f.Text, func(tok token) { found = found || spell(tok.text).folded == folded })
		if found {
			return true
		}
	}
	return false
}

// Reading windows in an order of their own and skipping postings must change
// nothing: every document gets the score that the formula gives it.
func TestScoresFollowTheFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, holds := history(t, "shelf")
		query := strings.Join(rapid.SliceOfN(drawTextWord, 1, 6).Draw(t, "asked"), " ")
		got := x.Search(query, 100)
		want := plainScores(holds, query)
		if len(got.Hits) != len(want) && len(got.Corrected) == 0 {
			t.Fatalf("Search(%q) has %d hits, want %d", query, len(got.Hits), len(want))
		}
		if len(got.Corrected) > 0 {
			t.Skip("a word was corrected")
		}
		for _, h := range got.Hits {
			if math.Abs(h.Score-want[h.ID]) > 1e-3 {
				t.Fatalf("Search(%q) scores %s %.5f, want %.5f", query, h.ID, h.Score, want[h.ID])
			}
		}
	})
}

// plainScores is BM25 as it stands in the book. Of the terms of a word, one for
// each language, a document has at most one.
func plainScores(holds map[string]Doc, query string) map[string]float64 {
	count, length, texts, sum := map[string]map[string]int{}, map[string]int{}, 0, 0
	lexicon := newLexicon()
	for id, d := range holds {
		count[id] = map[string]int{}
		b := builder{lexicon: lexicon, docs: []Doc{d}, doc: 1}
		b.read(&d)
		for i, t := range b.postTerm {
			count[id][b.terms.list[t]] = int(b.postCount[i])
		}
		if length[id] = b.length; b.length > 0 {
			texts++
			sum += b.length
		}
	}
	scores := map[string]float64{}
	for _, w := range lexicon.queryWords(query) {
		n, times := 0, map[string]int{}
		for id := range holds {
			for _, t := range w.terms {
				times[id] += count[id][t]
			}
			if times[id] > 0 {
				n++
			}
		}
		idf := math.Log(1 + (float64(texts-n)+0.5)/(float64(n)+0.5))
		for id := range holds {
			if tf := float64(times[id]); tf > 0 {
				norm := k1 * (1 - lengthShare + lengthShare*float64(length[id])*float64(texts)/float64(sum))
				scores[id] += float64(w.times) * idf * (k1 + 1) * tf / (tf + norm)
			}
		}
	}
	return scores
}

// The same with enough documents for windows, long lists and several parts.
func TestSkippingChangesNothing(t *testing.T) {
	x := New()
	var docs []Doc
	for i := range 3*window + 100 {
		docs = append(docs, Doc{ID: fmt.Sprint("d", i), Fields: []Field{{Text: madeText(i)}}})
	}
	x = x.With(docs, nil)
	for i := range 50 {
		x = x.With(docs[i*7:i*7+1], []string{docs[i*101].ID})
	}
	s := x.state.Load()
	for i := range 200 {
		query := madeText(-i)
		all := x.Search(query, len(docs))
		best := x.Search(query, 10)
		if diff := cmp.Diff(all.Hits[:10], best.Hits); diff != "" {
			t.Fatalf("query %q: the first 10 of %d (-all +best):\n%s", query, len(all.Hits), diff)
		}
	}
	if len(s.parts) < 2 {
		t.Errorf("only %d part: nothing is left to be joined", len(s.parts))
	}
}

// Many documents are read in another way than few; both must find the same.
func TestManyEqualFew(t *testing.T) {
	var docs []Doc
	for i := range 3 * few {
		text := madeText(i) + fmt.Sprintf(" Désertification-%d institutionnalisation%da 23 mars %d l'été", i%7, i%5, 2000+i%9)
		docs = append(docs, Doc{ID: fmt.Sprint("d", i), Language: []string{"en", "fr", "x"}[i%3], Fields: []Field{{Text: text}}})
	}
	many, one := New().With(docs, nil), New()
	for _, d := range docs {
		one.Add(d)
	}
	for i := range docs {
		for _, query := range []string{docs[i].Fields[0].Text, madeText(-i), "institutionalisation3a", "2003-03-23"} {
			if diff := cmp.Diff(one.Search(query, 20), many.Search(query, 20)); diff != "" {
				t.Fatalf("Search(%q) (-one by one +at once):\n%s", query, diff)
			}
		}
	}
}

// madeText returns words whose frequency falls with their rank.
func madeText(i int) string {
	var words []string
	for j := range 4 + (i%13+13)%13 {
		h := uint32(i*31+j*977) * 2654435761
		words = append(words, fmt.Sprintf("w%dx", int(300/(float64(h>>8)/(1<<24)*100+1))))
	}
	return strings.Join(words, " ")
}
