package packs_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"griot/knowledge"
	"griot/knowledge/packs"
	"griot/knowledge/text"
)

type texts = map[knowledge.ID][]knowledge.Passage

func TestCheck(t *testing.T) {
	got := packs.Check(load(t, sealed(t)), texts{"gazette-2001": gazette(t)})
	want := packs.Report{
		Pack: "two-rivers", Version: 3,
		Figures: packs.Figures{Sources: 2, Places: 2, Claims: 6, Actors: 2, Events: 1, Reforms: 1,
			Relations: 2, Anchors: 5, Seals: 5},
		Verified: 5, Whole: 2,
		Uncovered: []packs.Paragraph{{Source: "gazette-2001", Number: 3}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	if err := got.Err(); err != nil {
		t.Errorf("Err: %v", err)
	}
}

func TestCheckWithoutText(t *testing.T) {
	got := packs.Check(load(t, sealed(t)), nil)
	if got.NotImported != 5 || got.Whole != 2 || got.Verified != 0 || got.Uncovered != nil || got.Err() != nil {
		t.Errorf("report: %+v", got)
	}
}

// changed returns the text with one paragraph rewritten.
func changed(t *testing.T, paragraph int, old, new string) []knowledge.Passage {
	t.Helper()
	passages := gazette(t)
	for i, p := range passages {
		if p.Paragraph == paragraph {
			if strings.Count(p.Text, old) != 1 {
				t.Fatalf("¶ %d doesn't hold %q once", paragraph, old)
			}
			passages[i].Text = strings.Replace(p.Text, old, new, 1)
			passages[i].Sentences = text.Sentences(passages[i].Text, "en")
		}
	}
	return passages
}

// replaced is what a file of a pack has in the place of other words.
type replaced struct{ file, old, new string }

// checks are sealed packs in which something is replaced, and what a check says
// of them.
var checks = map[string]struct {
	pack []replaced
	text replaced // in ¶ 1, if its words are others
	want []string // lines of the report from the third on
	err  string
}{
	"anchors elsewhere and lost": {nil, replaced{old: "On 2 April 2001 the stalls", new: "It was spring. On 3 April 2001 the stalls"}, []string{
		"7 citations: 4 verified, 1 found elsewhere than expected, 1 orphan, 0 without text here, 2 to a whole source",
		"elsewhere: claims.yaml:11:38: fire-dead: gazette-2001: expected ¶ 1.2, found ¶ 1.3",
		"orphan: claims.yaml:6:38: fire-date: gazette-2001: the words of ¶ 1.1 are not in the text",
		"no claim covers ¶ 3 of gazette-2001",
	}, "claims.yaml:6:38: fire-date: the words of gazette-2001 at 1.1 are not in the text"},
	"a phrase of another sentence": {[]replaced{{"claims.yaml", "phrase: men of the fords", "phrase: keeps the fords"}}, replaced{}, []string{
		"7 citations: 5 verified, 0 found elsewhere than expected, 0 orphans, 0 without text here, 2 to a whole source",
		"wrong: claims.yaml:31:11: guard-accused: phrase: keeps the fords is not a run of words in GAZ01-2.1-2",
		"no claim covers ¶ 3 of gazette-2001",
	}, "claims.yaml:31:11: guard-accused: phrase: keeps the fords is not a run of words in GAZ01-2.1-2"},
	"nine words of the anchor": {[]replaced{{"claims.yaml", "A fire ran through the market of Alba on 2 April 2001.", "The stalls of Alba stood in flames before noon."}}, replaced{}, []string{
		"7 citations: 5 verified, 0 found elsewhere than expected, 0 orphans, 0 without text here, 2 to a whole source",
		"wrong: claims.yaml:4:9: fire-date: text: shares 9 words running with GAZ01-1; at most 8",
		"no claim covers ¶ 3 of gazette-2001",
	}, "claims.yaml:4:9: fire-date: text: shares 9 words running with GAZ01-1; at most 8"},
	"two mistakes, in the order of the file": {[]replaced{{"claims.yaml", "phrase: men of the fords", "phrase: keeps the fords"},
		{"claims.yaml", "A fire ran through the market of Alba on 2 April 2001.", "The stalls of Alba stood in flames before noon."}}, replaced{}, []string{
		"7 citations: 5 verified, 0 found elsewhere than expected, 0 orphans, 0 without text here, 2 to a whole source",
		"wrong: claims.yaml:4:9: fire-date: text: shares 9 words running with GAZ01-1; at most 8",
		"wrong: claims.yaml:31:11: guard-accused: phrase: keeps the fords is not a run of words in GAZ01-2.1-2",
		"no claim covers ¶ 3 of gazette-2001",
	}, "claims.yaml:4:9: fire-date: text: shares 9 words running with GAZ01-1; at most 8\n" +
		"claims.yaml:31:11: guard-accused: phrase: keeps the fords is not a run of words in GAZ01-2.1-2"},
	"eight words": {[]replaced{{"claims.yaml", "A fire ran through the market of Alba on 2 April 2001.", "Stalls of Alba stood in flames before noon."}}, replaced{}, []string{
		"7 citations: 5 verified, 0 found elsewhere than expected, 0 orphans, 0 without text here, 2 to a whole source",
		"no claim covers ¶ 3 of gazette-2001",
	}, ""},
	"words of the standfirst in a line and in numbers": {
		[]replaced{{"actors.yaml", "line: council of the town", "line: a town looks back on a day that it would dream of"},
			{"events.yaml", "of: traders", "of: those who fled speak of men of the fords"}}, replaced{}, []string{
			"7 citations: 5 verified, 0 found elsewhere than expected, 0 orphans, 0 without text here, 2 to a whole source",
			"wrong: actors.yaml:9:37: council: is.line: shares 10 words running with GAZ01-0; at most 8",
			"wrong: events.yaml:8:51: market-fire: counts[0].of: shares 9 words running with GAZ01-2; at most 8",
			"no claim covers ¶ 3 of gazette-2001",
		}, "actors.yaml:9:37: council: is.line: shares 10 words running with GAZ01-0; at most 8\n" +
			"events.yaml:8:51: market-fire: counts[0].of: shares 9 words running with GAZ01-2; at most 8"},
}

func TestCheckFinds(t *testing.T) {
	for name, tt := range checks {
		t.Run(name, func(t *testing.T) {
			folder, passages := sealed(t), gazette(t)
			for _, r := range tt.pack {
				folder = edited(t, folder, r.file, r.old, r.new)
			}
			if tt.text.old != "" {
				passages = changed(t, 1, tt.text.old, tt.text.new)
			}
			got := packs.Check(load(t, folder), texts{"gazette-2001": passages})
			want := append([]string{"pack two-rivers, version 3",
				"2 sources, 2 places, 2 actors, 1 event, 1 reform, 2 relations, 6 claims"}, tt.want...)
			if diff := cmp.Diff(strings.Join(want, "\n  ")+"\n", got.String()); diff != "" {
				t.Errorf("report (-want +got):\n%s", diff)
			}
			message := ""
			if err := got.Err(); err != nil {
				message = err.Error()
			}
			if message != tt.err {
				t.Errorf("Err: got %s, want %s", message, tt.err)
			}
		})
	}
}
