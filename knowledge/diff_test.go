package knowledge_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"griot/knowledge"
)

// recordOf returns a record of the small world.
func recordOf(t testing.TB, id knowledge.ID) knowledge.Record {
	t.Helper()
	all := weir(t)
	i := slices.IndexFunc(all, func(r knowledge.Record) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no record %s", id)
	}
	return all[i]
}

// told writes differences a line each: path: before => after.
func told(ds []knowledge.Difference) string {
	var lines []string
	for _, d := range ds {
		lines = append(lines, fmt.Sprintf("%s: %s => %s", d.Path, d.Before, d.After))
	}
	return strings.Join(lines, "\n")
}

func TestDifferences(t *testing.T) {
	for name, tt := range map[string]struct {
		id     knowledge.ID
		change string
		want   string
	}{
		"nothing":             {"weir-cut", `{}`, ""},
		"a name in French":    {"weir-cut", `{"name": {"en": "The cutting of the weir", "fr": "le barrage coupé"}}`, "name (fr):  => le barrage coupé"},
		"a name taken out":    {"millers", `{"name": "the millers"}`, "name (fr): les meuniers => "},
		"another line":        {"weir-cut", `{"is": {"line": "The weir was cut", "claim": "c-cut"}}`, "is.line (en): The weir at Tarrow was cut by night => The weir was cut"},
		"a date":              {"weir-cut", `{"dates": [{"date": "1911-05~", "claim": "c-cut"}]}`, "dates[0]: 1911-05-03 (c-cut) => 1911-05~ (c-cut)"},
		"one count of three":  {"weir-cut", `{"counts": [{"what": "flooded acres", "number": 9, "how": "exactly", "claim": "c-cut"}, {"what": "flooded acres", "number": 160, "how": "more than", "of": "meadow", "claim": "c-eight"}, {"what": "onlookers", "words": "a crowd", "claim": "c-eight"}]}`, "counts[1]: about 8 flooded acres of meadow (c-eight) => more than 160 flooded acres of meadow (c-eight)"},
		"the first count out": {"weir-cut", `{"counts": [{"what": "flooded acres", "number": 8, "how": "about", "of": "meadow", "claim": "c-eight"}, {"what": "onlookers", "words": "a crowd", "claim": "c-eight"}]}`, "counts[0]: exactly 9 flooded acres (c-cut) => "},
		"a relation put in":   {"upper-men", `{"relations": [{"is": "part of", "to": "millers", "claim": "c-denial"}, {"is": "accused of", "to": "weir-cut", "claim": "c-suspect"}]}`, "relations[0]:  => part of → millers (c-denial)"},
		"a relation changed":  {"upper-men", `{"relations": [{"is": "victim of", "to": "weir-cut", "claim": "c-suspect"}]}`, "relations[0]: accused of → weir-cut (c-suspect) => victim of → weir-cut (c-suspect)"},
		"another certainty":   {"c-suspect", `{"certainty": "reported"}`, "certainty: alleged => reported"},
		"no speaker":          {"c-suspect", `{"by": []}`, "by[0]: → millers => "},
		"now sensitive":       {"c-suspect", `{"sensitive": true}`, "sensitive:  => yes"},
		"a source of a claim": {"c-eight", `{"cites": [{"source": "chronicle-1911"}]}`, "cites[0]: letter-1911 => chronicle-1911"},
		"an answer":           {"c-eight", `{"answers": [{"claim": "c-cut", "how": "denies"}]}`, "answers[0]: contradicts c-cut => denies c-cut"},
		"a step":              {"second-weir", `{"steps": [{"status": "promised", "date": "../1911-08", "claim": "c-second"}, {"status": "begun", "date": "1912", "claim": "c-second"}]}`, "steps[1]:  => begun 1912 (c-second)"},
		"names that find":     {"tarrow", `{"finds": ["Tarow", "Tarro"]}`, "finds[1]:  => Tarro"},
		"a source retracted":  {"ballad", `{"marked": "retracted", "note": {"fr": "retiré"}, "repeats": "chronicle-1911", "budget": {"reply": 50}}`, "marked:  => retracted\nnote (fr):  => retiré\nrepeats:  => chronicle-1911\nbudget.reply:  => 50"},
		"a note, unsourced":   {"c-eight", `{"cites": [], "unsourced": true}`, "cites[0]: letter-1911 => \nunsourced:  => yes"},
		"a larger place":      {"tarrow", `{"within": "marches"}`, "within: low-vale => marches"},
		"the date of a text":  {"ballad", `{"date": "1850/1860", "author": "unknown"}`, "author:  => unknown\ndate:  => 1850/1860"},
	} {
		t.Run(name, func(t *testing.T) {
			before := recordOf(t, tt.id)
			after := with(t, []knowledge.Record{before}, map[knowledge.ID]string{tt.id: tt.change})[0]
			if diff := cmp.Diff(tt.want, told(knowledge.Differences(before, after))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			back := knowledge.Differences(after, before)
			for i, d := range knowledge.Differences(before, after) {
				if d.Before != back[i].After || d.After != back[i].Before {
					t.Errorf("the way back is %v, not that of %v", back[i], d)
				}
			}
		})
	}
}

func TestDifferencesOfWhatIsNewAndHidden(t *testing.T) {
	want := strings.Join([]string{
		"state:  => live", "about[0]:  => upper-men", "about[1]:  => weir-cut",
		"text (en):  => The accused say that they slept.", "certainty:  => reported",
		"by[0]:  => → reeve", "by[1]:  => → upper-men",
	}, "\n")
	r := recordOf(t, "c-denial")
	if got := told(knowledge.Differences(knowledge.Record{}, r)); !strings.HasPrefix(got, want) || !strings.Contains(got, "¶ 2.2, ") {
		t.Errorf("a new claim says:\n%s", got)
	}
	merged := r
	merged.State, merged.Into = knowledge.Merged, "c-reeve"
	if got := told(knowledge.Differences(r, merged)); got != "state: live => merged\ninto:  => c-reeve" {
		t.Errorf("a merged claim says:\n%s", got)
	}
}

// Long lists are compared place by place.
func TestDifferencesOfVeryLongLists(t *testing.T) {
	long := func(first string) string {
		return fmt.Sprintf(`{"finds": [%q%s]}`, first, strings.Repeat(`, "x"`, 40_000))
	}
	before := with(t, []knowledge.Record{recordOf(t, "tarrow")}, map[knowledge.ID]string{"tarrow": long("a")})[0]
	after := with(t, []knowledge.Record{before}, map[knowledge.ID]string{"tarrow": long("b")})[0]
	if got := knowledge.Differences(before, after); len(got) != 1 || got[0].Before != "a" || got[0].After != "b" {
		t.Errorf("%d differences", len(got))
	}
}
