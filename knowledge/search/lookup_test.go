package search

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// plainly answers as Complete does, by looking at every document.
func plainly(docs []Doc, prefix string, k int) []Completion {
	typed := readings(prefix)
	if typed == nil {
		return nil
	}
	var entries []*entry
	for _, d := range docs {
		entries = append(entries, newEntry(d))
	}
	var hits []hit
	collect := func(match func(*entry, []typedPhrase) (hit, bool)) {
		for _, e := range entries {
			if h, ok := match(e, typed); ok {
				hits = append(hits, h)
			}
		}
	}
	collect((*entry).fit)
	begun := slices.ContainsFunc(hits, func(h hit) bool { return h.why < Inside })
	if enough := begun && len(typed[0].letters) >= sure; len(hits) < k && !enough {
		fits := hits
		near := func(right bool) []hit {
			hits = nil
			collect(func(e *entry, typed []typedPhrase) (hit, bool) { return e.near(typed, right) })
			return hits
		}
		hits = append(fits, stage(near(false), near(true), len(fits) > 0, typed)...)
	}
	slices.SortFunc(hits, compareHits)
	return completions(hits[:min(k, len(hits))])
}

// stage returns of corrected hits those that Complete thinks of first: with one
// error as a whole; else, if nothing fits as typed, with words in any order;
// else with two errors behind a right first letter, as a whole, in any order.
func stage(near, right []hit, fits bool, typed []typedPhrase) []hit {
	some := func(hits []hit, errors int, fit func(*name, typedPhrase, int) bool) (kept []hit) {
		for _, h := range hits {
			if h.errors == errors && slices.ContainsFunc(typed, func(q typedPhrase) bool { return fit(h.name, q, min(errors, q.forgiven())) }) {
				kept = append(kept, h)
			}
		}
		return kept
	}
	any := func(*name, typedPhrase, int) bool { return true }
	stages := [][]hit{some(near, 1, (*name).begunWhole), some(near, 1, any), some(right, 2, any), some(near, 2, (*name).begunWhole), some(near, 2, any)}
	if fits {
		stages = stages[:1]
	}
	for _, s := range stages {
		if len(s) > 0 {
			return s
		}
	}
	return nil
}

// plainlyFound answers as Find does, by looking at every document.
func plainlyFound(docs []Doc, s string) []Completion {
	found := plainly(docs, s, len(docs)+1)
	exact := func(c Completion) bool { return c.Why == Exact }
	if slices.ContainsFunc(found, exact) {
		return slices.DeleteFunc(found, func(c Completion) bool { return !exact(c) })
	}
	found = slices.DeleteFunc(found, func(c Completion) bool { return c.Why == Corrected })
	if len(found) > 0 || readings(s) == nil {
		return found
	}
	var hits []hit
	for _, d := range docs {
		if h, ok := newEntry(d).meant(readings(s)); ok {
			hits = append(hits, h)
		}
	}
	slices.SortFunc(hits, compareHits)
	return completions(hits)
}

func TestLookUpFindsWhatLookingAtAllFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfNDistinct(drawDoc, 1, 30, func(d Doc) string { return d.ID }).Draw(t, "docs")
		x := New().With(docs, nil)
		typed := drawTyped(t, docs)
		k := rapid.IntRange(1, len(docs)).Draw(t, "k")
		if readings(typed) == nil {
			t.Skip("nothing is typed")
		}
		if diff := cmp.Diff(plainly(docs, typed, k), x.Complete(typed, k)); diff != "" {
			t.Fatalf("Complete(%q, %d) (-plain +got):\n%s", typed, k, diff)
		}
		want, got := plainlyFound(docs, typed), x.Find(typed)
		if len(want)+len(got) > 0 && !cmp.Equal(want, got) {
			t.Fatalf("Find(%q) (-plain +got):\n%s", typed, cmp.Diff(want, got))
		}
	})
}

// A first letter that is right decides where a name is begun, too: "a bac" is
// found here by its second word only, so the name that is begun comes first.
func TestBegunBehindARightLetter(t *testing.T) {
	docs := []Doc{
		{ID: "abac", Names: []Name{{Text: "a bac"}}},
		{ID: "keita", Names: []Name{{Text: "ba Keïta"}}},
		{ID: "both", Names: []Name{{Text: "a bacu"}, {Text: "Mali", Role: Other}}},
	}
	got := New().With(docs, nil).Complete("baac e", 3)
	if diff := cmp.Diff(plainly(docs, "baac e", 3), got); diff != "" {
		t.Errorf("(-plain +got):\n%s", diff)
	}
	if len(got) != 3 || got[0].ID != "keita" || got[1].ID != "abac" || got[2].ID != "both" {
		t.Errorf("found %v, want keita, abac, both", got)
	}
}

func TestRanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.SliceOfN(rapid.Uint32Range(0, 1000), 1, 200).Draw(t, "ranks")
		lo := rapid.IntRange(0, len(of)-1).Draw(t, "lo")
		hi := rapid.IntRange(lo+1, len(of)).Draw(t, "hi")
		r := newRanks(of)
		if got := r.least(uint32(lo), uint32(hi)); int(got) < lo || int(got) >= hi || of[got] != slices.Min(of[lo:hi]) {
			t.Fatalf("least(%d, %d) of %v is at %d", lo, hi, of, got)
		}
		s := stream{ranks: r}
		s.push(uint32(lo), uint32(hi))
		var got []uint32
		for i, ok := s.next(1 << 20); ok; i, ok = s.next(1 << 20) {
			got = append(got, of[i])
		}
		if want := slices.Sorted(slices.Values(of[lo:hi])); !slices.Equal(got, want) {
			t.Fatalf("the stream gives %v, want %v", got, want)
		}
	})
}

// begunWhole reports whether q begins n, or the rest of n from a word on, with
// at most so many errors.
func (n *name) begunWhole(q typedPhrase, errors int) bool {
	return slices.ContainsFunc(n.starts, func(start int) bool {
		return errorsIn(q.letters, n.joined[start:], errors, true) <= errors
	})
}
