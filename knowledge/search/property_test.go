package search

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Names are drawn from few words and few letters, so that they meet often.
var (
	drawWord = rapid.OneOf(
		rapid.SampledFrom([]string{"Mali", "Keïta", "the", "L'État", "al-Qaeda", "Touré", "de", "Ségou", "U.N."}),
		rapid.StringMatching(`[a-e]{1,7}`),
	)
	drawName = rapid.Custom(func(t *rapid.T) Name {
		words := rapid.SliceOfN(drawWord, 1, 4).Draw(t, "words")
		text := words[0]
		for _, w := range words[1:] {
			text += " " + w
		}
		return Name{Text: text, Role: rapid.SampledFrom([]Role{Main, Other, Found}).Draw(t, "role")}
	})
	drawDoc = rapid.Custom(func(t *rapid.T) Doc {
		return Doc{
			ID:     rapid.StringMatching(`[a-z]{3}`).Draw(t, "id"),
			Group:  rapid.SampledFrom([]string{"actor", "event"}).Draw(t, "group"),
			Names:  rapid.SliceOfN(drawName, 1, 4).Draw(t, "names"),
			Weight: rapid.IntRange(0, 2).Draw(t, "weight"),
		}
	})
	drawDocs = rapid.SliceOfNDistinct(drawDoc, 1, 12, func(d Doc) string { return d.ID })
)

// pick draws a document, and one of its names.
func pick(t *rapid.T, docs []Doc) (Doc, string) {
	d := rapid.SampledFrom(docs).Draw(t, "doc")
	return d, rapid.SampledFrom(d.Names).Draw(t, "name").Text
}

func TestAPrefixFindsItsName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := drawDocs.Draw(t, "docs")
		d, name := pick(t, docs)
		runes := []rune(name)
		prefix := string(runes[:rapid.IntRange(1, len(runes)).Draw(t, "length")])
		got := indexOf(docs).Complete(prefix, len(docs), d.Group)
		i := slices.IndexFunc(got, func(c Completion) bool { return c.ID == d.ID })
		if i < 0 {
			t.Fatalf("%q doesn't find %q of %s", prefix, name, d.ID)
		}
		if got[i].Errors > 0 || got[i].Why > OtherName {
			t.Fatalf("%q finds %q only as %v", prefix, name, got[i])
		}
	})
}

func TestAWholeNameIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := drawDocs.Draw(t, "docs")
		d, name := pick(t, docs)
		got := indexOf(docs).Find(name)
		if !hasID(got, d.ID) {
			t.Fatalf("%q of %s is not in %v", name, d.ID, got)
		}
		for _, c := range got {
			if c.Why != Exact {
				t.Fatalf("%q is a name, and finds %v as well", name, c)
			}
		}
	})
}

// edit draws one typing error in s, which has at least two letters.
func edit(t *rapid.T, s string) string {
	r := []rune(s)
	i := rapid.IntRange(0, len(r)-2).Draw(t, "place")
	letter := rapid.RuneFrom([]rune("abcxyz")).Draw(t, "letter")
	switch rapid.SampledFrom([]string{"drop", "add", "change", "swap"}).Draw(t, "edit") {
	case "drop":
		r = slices.Delete(r, i, i+1)
	case "add":
		r = slices.Insert(r, i, letter)
	case "change":
		r[i] = letter
	case "swap":
		r[i], r[i+1] = r[i+1], r[i]
	}
	return string(r)
}

func TestOneErrorIsForgiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := drawDocs.Draw(t, "docs")
		d, name := pick(t, docs)
		joined := newName(Name{Text: name}).joined
		if utf8.RuneCountInString(joined) < 5 {
			t.Skip("too short a name")
		}
		typed := edit(t, joined)
		x := indexOf([]Doc{d})
		if got := x.Complete(typed, 1); len(got) != 1 || got[0].Errors > 1 {
			t.Fatalf("Complete(%q) = %v, want %q with one error at most", typed, got, name)
		}
		if got := x.Find(typed); len(got) != 1 || got[0].Errors > 1 {
			t.Fatalf("Find(%q) = %v, want %q with one error at most", typed, got, name)
		}
	})
}

// drawTyped draws a beginning of a name, often with an error, or other words.
func drawTyped(t *rapid.T, docs []Doc) string {
	_, typed := pick(t, docs)
	if rapid.Bool().Draw(t, "other words") {
		typed = drawName.Draw(t, "typed").Text
	}
	runes := []rune(typed)
	typed = string(runes[:rapid.IntRange(0, len(runes)).Draw(t, "length")])
	if len([]rune(typed)) > 1 && rapid.Bool().Draw(t, "with an error") {
		typed = edit(t, typed)
	}
	return typed
}

// The order in which documents were added leaves no trace; no document comes
// twice; reasons and errors never get better down the list, and fit together.
func TestOrderIsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := drawDocs.Draw(t, "docs")
		x, y := indexOf(docs), indexOf(rapid.Permutation(docs).Draw(t, "other order"))
		typed := drawTyped(t, docs)
		got := x.Complete(typed, len(docs))
		if diff := cmp.Diff(got, y.Complete(typed, len(docs))); diff != "" {
			t.Fatalf("Complete(%q) depends on the order of adding:\n%s", typed, diff)
		}
		if diff := cmp.Diff(x.Find(typed), y.Find(typed)); diff != "" {
			t.Fatalf("Find(%q) depends on the order of adding:\n%s", typed, diff)
		}
		for i, c := range got {
			if hasID(got[:i], c.ID) {
				t.Fatalf("%s comes twice in %v", c.ID, got)
			}
			if (c.Errors > 0) != (c.Why == Corrected) || c.Errors > 2 {
				t.Fatalf("%v: errors and reason contradict each other", c)
			}
			if i > 0 && (c.Why < got[i-1].Why || c.Why == got[i-1].Why && c.Errors < got[i-1].Errors) {
				t.Fatalf("%v comes after %v", c, got[i-1])
			}
		}
	})
}

func TestRemoveUndoesAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := drawDocs.Draw(t, "docs")
		extra := drawDoc.Filter(func(d Doc) bool {
			return !slices.ContainsFunc(docs, func(old Doc) bool { return old.ID == d.ID })
		}).Draw(t, "extra")
		typed := drawTyped(t, append(slices.Clone(docs), extra))
		x := indexOf(docs)
		complete, find := x.Complete(typed, 20), x.Find(typed)
		x.Add(extra)
		x.Remove(extra.ID)
		if diff := cmp.Diff(complete, x.Complete(typed, 20)); diff != "" {
			t.Fatalf("Complete(%q) after adding and removing:\n%s", typed, diff)
		}
		if diff := cmp.Diff(find, x.Find(typed)); diff != "" {
			t.Fatalf("Find(%q) after adding and removing:\n%s", typed, diff)
		}
	})
}
