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
	if collect((*entry).fit); len(hits) < k {
		collect((*entry).near)
		if slices.ContainsFunc(hits, func(h hit) bool { return h.errors < 2 }) {
			hits = slices.DeleteFunc(hits, func(h hit) bool { return h.errors > 1 })
		}
		right := func(h hit) bool {
			return slices.ContainsFunc(typed, func(q typedPhrase) bool { return h.name.begunRight(q, min(2, q.forgiven())) })
		}
		if slices.ContainsFunc(hits, func(h hit) bool { return h.errors == 2 && right(h) }) {
			hits = slices.DeleteFunc(hits, func(h hit) bool { return !right(h) })
		}
	}
	slices.SortFunc(hits, compareHits)
	return completions(hits[:min(k, len(hits))])
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
		for i, ok := s.next(); ok; i, ok = s.next() {
			got = append(got, of[i])
		}
		if want := slices.Sorted(slices.Values(of[lo:hi])); !slices.Equal(got, want) {
			t.Fatalf("the stream gives %v, want %v", got, want)
		}
	})
}
