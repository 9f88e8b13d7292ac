package search

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// said is all that an index answers to a few inputs that reach every document.
func said(x *Index, groups ...string) map[string][]Completion {
	out := map[string][]Completion{}
	for _, typed := range []string{"", "a", "k", "m", "dozo", "mali", "koufa", "acord"} {
		out["complete "+typed] = x.Complete(typed, 1000, groups...)
		out["find "+typed] = x.Find(typed, groups...)
	}
	return out
}

func TestAddReplacesTheSameID(t *testing.T) {
	x := New()
	x.Add(Doc{ID: "a", Group: "actor", Weight: 1, Names: []Name{{Text: "Tombouctou"}}})
	x.Add(Doc{ID: "b", Group: "actor", Weight: 2, Names: []Name{{Text: "Gao"}}})
	x.Add(Doc{ID: "a", Group: "place", Weight: 3, Names: []Name{{Text: "Timbuktu"}}})
	if got := x.Find("Tombouctou"); got != nil {
		t.Errorf("the old name still finds %v", got)
	}
	want := []string{"a | connected | Timbuktu", "b | connected | Gao"}
	if diff := cmp.Diff(want, lines(x.Complete("", 10))); diff != "" {
		t.Errorf("after replacing (-want +got):\n%s", diff)
	}
	if got := x.Complete("", 10, "place"); len(got) != 1 || got[0].ID != "a" {
		t.Errorf("group place holds %v", got)
	}
}

func TestRemove(t *testing.T) {
	docs, _ := readNames(t)
	x := indexOf(docs)
	before := said(x)
	x.Remove("nobody")
	if diff := cmp.Diff(before, said(x)); diff != "" {
		t.Errorf("removing an unknown id changed answers:\n%s", diff)
	}
	x.Remove("koufa")
	x.Remove("koufa")
	if diff := cmp.Diff(said(indexOf(slices.DeleteFunc(docs, func(d Doc) bool { return d.ID == "koufa" }))), said(x)); diff != "" {
		t.Errorf("after removing koufa (-want +got):\n%s", diff)
	}
}

func TestAddKeepsNoCallerSlice(t *testing.T) {
	names := []Name{{Text: "Kidal", Role: Other}, {Text: "Gao"}}
	x := New()
	x.Add(Doc{ID: "a", Names: names})
	if names[0].Text != "Kidal" {
		t.Errorf("Add reordered the caller's names: %v", names)
	}
	names[0].Text = "Mopti"
	if got := lines(x.Find("kidal")); !cmp.Equal(got, []string{"a | exact | Kidal"}) {
		t.Errorf("after the caller changed its slice: %v", got)
	}
}

func TestCompleteGivesTheBestK(t *testing.T) {
	docs, _ := readNames(t)
	x := indexOf(docs)
	for _, typed := range []string{"", "m", "keita", "mali", "koufa", "dozo h"} {
		all := x.Complete(typed, 1000)
		for _, k := range []int{-1, 0, 1, 2, len(all), len(all) + 1} {
			want := all[:max(0, min(k, len(all)))]
			if got := x.Complete(typed, k); !slices.Equal(got, want) {
				t.Errorf("Complete(%q, %d) = %v, want %v", typed, k, got, want)
			}
		}
	}
}

// Among names that match equally well a document shows a main one, then
// another name, then one that only leads to it, and the first given of a role.
func TestNamePreference(t *testing.T) {
	x := New()
	x.Add(Doc{ID: "a", Names: []Name{
		{Text: "Sahel-4", Role: Found}, {Text: "Sahel 1 A", Role: Other},
		{Text: "Sahel 2 C"}, {Text: "Sahel 1 D"}, {Text: "Sahel 4"},
	}})
	x.Add(Doc{ID: "b", Names: []Name{{Text: "b Sahel", Role: Found}, {Text: "a Sahel", Role: Other}}})
	for typed, want := range map[string][]string{
		"sahel":   {"a | prefix | Sahel 2 C", "b | inside | a Sahel"},
		"sahel 4": {"a | exact | Sahel 4", "b | corrected 1 | a Sahel"},
		"sahel 1": {"a | prefix | Sahel 1 D", "b | corrected 1 | a Sahel"},
		"":        {"b | connected | a Sahel", "a | connected | Sahel 2 C"},
	} {
		if diff := cmp.Diff(want, lines(x.Complete(typed, 10))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}

// Of several names that need correction the one with the fewest errors counts.
func TestFewestErrors(t *testing.T) {
	x := New()
	x.Add(Doc{ID: "a", Names: []Name{{Text: "Menaka nort"}, {Text: "Menako nort"}, {Text: "Menaki nort"}}})
	want := []string{"a | corrected 1 | Menako nort"}
	if diff := cmp.Diff(want, lines(x.Find("menako norf"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A document without a name to be called by is never listed; one whose names
// hold no letter does no harm.
func TestOddNames(t *testing.T) {
	x := New()
	x.Add(Doc{ID: "nameless", Weight: 3})
	x.Add(Doc{ID: "sign", Weight: 2, Names: []Name{{Text: "?"}}})
	x.Add(Doc{ID: "article", Weight: 1, Names: []Name{{Text: "L'"}}})
	if diff := cmp.Diff([]string{"sign | connected | ?", "article | connected | L'"}, lines(x.Complete("", 9))); diff != "" {
		t.Errorf("nothing typed (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"article | exact | L'"}, lines(x.Complete("l", 9))); diff != "" {
		t.Errorf("l (-want +got):\n%s", diff)
	}
	if got := x.Find("nameless"); got != nil {
		t.Errorf("an id is no name, but finds %v", got)
	}
}

// Equal reasons are put in order by errors, weight, the shorter name, the
// folded name, then id.
func TestTies(t *testing.T) {
	x := New()
	for _, d := range []Doc{
		{ID: "e", Weight: 1, Names: []Name{{Text: "Émirat du nord"}}},
		{ID: "d", Weight: 1, Names: []Name{{Text: "Emirat du Nord"}}},
		{ID: "z", Weight: 1, Names: []Name{{Text: "Zone"}, {Text: "emirat du centre"}}},
		{ID: "g", Weight: 1, Names: []Name{{Text: "emirat du nord"}}},
		{ID: "b", Weight: 2, Names: []Name{{Text: "Emirat voisin"}}},
		{ID: "a", Weight: 9, Names: []Name{{Text: "Émigrat"}}},
		{ID: "f", Weight: 9, Names: []Name{{Text: "Emirat veisin"}}},
	} {
		x.Add(d)
	}
	for typed, want := range map[string]string{
		"emirat":        "f b d e g z a",
		"emirat nord":   "d e g",
		"emirat voisan": "b",
		"":              "a f b d e g z",
	} {
		got := ""
		for _, c := range x.Complete(typed, 10) {
			got += " " + c.ID
		}
		if got != " "+want {
			t.Errorf("Complete(%q) gives%s, want %s", typed, got, want)
		}
	}
}

// Readers and a writer at the same time: every answer holds the documents that
// never change, and the one that changes is seen whole or not at all.
func TestConcurrentUse(t *testing.T) {
	docs, _ := readNames(t)
	x := indexOf(docs)
	var readers, writer sync.WaitGroup
	stop := make(chan struct{})
	writer.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			x.Add(Doc{ID: "new", Weight: i, Names: []Name{{Text: fmt.Sprintf("Koufa %d", i)}, {Text: fmt.Sprintf("Numéro %d", i)}},
				Fields: []Field{{Text: fmt.Sprintf("hunters of village %d%d%d, called word%d", i, i, i, i)}}})
			if i%3 == 0 {
				x.Remove("new")
			}
		}
	})
	for range 4 {
		readers.Go(func() {
			for range 200 {
				if got := x.Complete("koufa", 5); !hasID(got, "koufa") {
					t.Errorf("koufa is missing in %v", got)
				}
				if got := x.Search("hunters village", 5).Hits; len(got) > 1 || len(got) == 1 && got[0].ID != "new" {
					t.Errorf("one document is there at most, found %v", got)
				}
				if got := x.Find("mali"); !hasID(got, "mali") {
					t.Errorf("mali is missing in %v", got)
				}
				if got := x.Complete("", 1000); len(got) < len(docs)-1 {
					t.Errorf("only %d of %d documents are listed", len(got), len(docs)-1)
				}
			}
		})
	}
	readers.Wait()
	close(stop)
	writer.Wait()
}

func hasID(list []Completion, id string) bool {
	return slices.ContainsFunc(list, func(c Completion) bool { return c.ID == id })
}

func TestWhyString(t *testing.T) {
	for why, want := range map[Why]string{Exact: "exact", OtherName: "other name", Connected: "connected", 9: "why 9"} {
		if got := why.String(); got != want {
			t.Errorf("Why(%d) reads %q, want %q", int(why), got, want)
		}
	}
}
