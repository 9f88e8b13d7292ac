package importer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// broken lists texts with the paragraphs that a person would see in them.
var broken = []struct {
	name, text string
	want       []string
}{
	{"one line a paragraph", "The river rises in the hills.\nIt is a brook there.", []string{"The river rises in the hills.", "It is a brook there."}},
	{"wrapped, with blank lines between",
		"The river rises in the\nhills, and nobody who\nsees it there thinks.\n\nIt is a brook.",
		[]string{"The river rises in the hills, and nobody who sees it there thinks.", "It is a brook."}},
	{"wrapped, a name at the start of a line",
		"The river rises in the\nhills behind the town of\nFaranah, and nobody who\nsees it there thinks.",
		[]string{"The river rises in the hills behind the town of Faranah, and nobody who sees it there thinks."}},
	{"wrapped, a short line ends a paragraph",
		"The river rises in the\nhills, and nobody who\nsees it thinks so.\nIt is a brook, or even\nless than a brook, until\nit rains.",
		[]string{"The river rises in the hills, and nobody who sees it thinks so.", "It is a brook, or even less than a brook, until it rains."}},
	{"wrapped unevenly, as print is",
		"The river rises in the quiet green\nhills, and nobody sees\nit there, or anywhere in the plain\nthat comes after the very last hill.",
		[]string{"The river rises in the quiet green hills, and nobody sees it there, or anywhere in the plain that comes after the very last hill."}},
	{"a broken line far from half the width",
		"The river rises in the quiet green\nhills, and\nit there, or anywhere in the plain\nthat comes after the very last hill.",
		[]string{"The river rises in the quiet green hills, and", "it there, or anywhere in the plain that comes after the very last hill."}},
	{"an indented line starts a paragraph",
		"  The river rises in the\nhills, and nobody in the\n  Plain of Mopti thinks of\nthat when the flood comes.",
		[]string{"The river rises in the hills, and nobody in the", "Plain of Mopti thinks of that when the flood comes."}},
	{"an indented block is one paragraph",
		"  The river rises in the\n  hills, and nobody in the\n  plain thinks of it.",
		[]string{"The river rises in the hills, and nobody in the plain thinks of it."}},
	{"a hyphen is kept",
		"The river rises in a well-\nknown range of hills that\nnobody there thinks of.",
		[]string{"The river rises in a well-known range of hills that nobody there thinks of."}},
	{"a dash is no hyphen",
		"The river rises in hills -\nfar from the sea - and is\na brook there for long.",
		[]string{"The river rises in hills - far from the sea - and is a brook there for long."}},
	{"a soft hyphen goes",
		"The river rises in a well\u00ad\nknown range of hills that\nnobody there thinks of.",
		[]string{"The river rises in a wellknown range of hills that nobody there thinks of."}},
	{"an address is not the width",
		"The river rises in the\nhttps://example.org/a-very-long-address-without-a-space-in-it\nhills, and nobody who\nsees it thinks so.",
		[]string{"The river rises in the https://example.org/a-very-long-address-without-a-space-in-it hills, and nobody who sees it thinks so."}},
	{"a list in small letters", "what to take along:\nsalt\ntwo blankets\nwater for a week\na hat", []string{"what to take along:", "salt", "two blankets", "water for a week", "a hat"}},
	{"wrapped in short blocks",
		"The river rises in the\nhills of the south.\n\nIt is a brook near the\nTown of Faranah then.\n\nNobody sees it there but\nthe herders and smiths.",
		[]string{"The river rises in the hills of the south.", "It is a brook near the Town of Faranah then.", "Nobody sees it there but the herders and smiths."}},
	{"a third of the lines goes on",
		"The river rises near the\nTown of Faranah, in the\nHills of Guinea, and not\nin the plain.",
		[]string{"The river rises near the Town of Faranah, in the Hills of Guinea, and not in the plain."}},
	{"one broken paragraph among many",
		"The river rises in the quiet green hills, where\nnobody sees it.\nIt is a brook there.\nThe plain is far.\nSo is the sea.",
		[]string{"The river rises in the quiet green hills, where", "nobody sees it.", "It is a brook there.", "The plain is far.", "So is the sea."}},
	{"a quotation goes on in small letters",
		"The river rises in what is\n“called the hills by those\n(and only by those) who\n«see them from the plain».",
		[]string{"The river rises in what is “called the hills by those (and only by those) who «see them from the plain»."}},
}

func TestAssemble(t *testing.T) {
	for _, test := range broken {
		t.Run(test.name, func(t *testing.T) {
			lines, _ := clean(test.text)
			ps, _ := assemble(lines)
			var got []string
			for _, p := range ps {
				got = append(got, p.text)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHyphensAreReported(t *testing.T) {
	lines, _ := clean("The river rises in a well-\nknown range of hills in a\nquiet land \u2010\nand nobody\nthere thinks of 1914-\nto do so again.")
	_, repaired := assemble(lines)
	var at []int
	for _, r := range repaired {
		at = append(at, r.Line)
		if !strings.Contains(r.What, "hyphen kept") {
			t.Errorf("line %d: %q doesn't say that the hyphen is kept", r.Line, r.What)
		}
	}
	if diff := cmp.Diff([]int{1, 5}, at); diff != "" {
		t.Errorf("lines reported (-want +got):\n%s", diff)
	}
}

func TestEndsSentence(t *testing.T) {
	for s, want := range map[string]bool{
		"It rises.":       true,
		"Does it rise?”":  true,
		"Elle monte. »":   true,
		"It rises…":       true,
		"It rises!)":      true,
		"It rises.\ufffd": true,
		"It rises":        false,
		"It rises,”":      false,
		"":                false,
	} {
		if got := endsSentence(s); got != want {
			t.Errorf("endsSentence(%q) = %v", s, got)
		}
	}
}
