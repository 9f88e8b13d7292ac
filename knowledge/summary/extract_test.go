package summary

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

func TestExtractOfLittle(t *testing.T) {
	for _, test := range []struct {
		name, query string
		from, n     int
		want        []string
	}{
		{"nothing", "bridge", 0, 5, nil},
		{"one", "bridge", 1, 5, []string{"s1"}},
		{"none wanted", "bridge", 7, 0, nil},
		{"half of a pair", "", 2, 5, []string{"s1"}},
		{"fewer than none", "bridge", 7, -1, nil},
		{"all without a query", "", 7, 9, []string{"s1", "s2", "s5", "s4", "s6"}},
		{"a query of no known word", "zebra", 7, 1, []string{"s1"}},
	} {
		got := idsOf(Extract(eight()[:test.from], test.query, test.n))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func TestExtractTakesBoundSentencesTogether(t *testing.T) {
	all := eight()
	for n := range MaxExtract + 1 {
		for _, query := range []string{"", "builder", "mayor blames", "minister accuses", "denies"} {
			got := idsOf(Extract(all, query, n))
			if slices.Contains(got, "s2") != slices.Contains(got, "s5") {
				t.Errorf("%q, %d: %v has half of a pair", query, n, got)
			}
			if slices.Contains(got, "s8") {
				t.Errorf("%q, %d: %v has a sentence without the one it is bound to", query, n, got)
			}
			if len(got) > n {
				t.Errorf("%q: %d sentences, at most %d wanted", query, len(got), n)
			}
		}
	}
	if got := idsOf(Extract(all, "builder", 2)); !slices.Equal(got, []string{"s2", "s5"}) {
		t.Errorf("about the builder: %v", got)
	}
}

func TestExtractDoesNotRepeatItself(t *testing.T) {
	all := eight()[:7]
	twin := all[0]
	twin.ID, twin.Text = "twin", "The bridge fell down."
	all = append(all, twin)
	if got := idsOf(Extract(all, "bridge river", 2)); slices.Contains(got, "s1") && slices.Contains(got, "twin") {
		t.Errorf("%v says the same twice", got)
	}
	same := []Sentence{twin, twin, twin}
	if got := idsOf(Extract(same, "bridge", 3)); len(got) != 1 {
		t.Errorf("one sentence given three times comes %d times", len(got))
	}
	equal := slices.Clone(same)
	equal[1].ID, equal[2].ID = "b", "c"
	if got := idsOf(Extract(equal, "bridge", 1)); !slices.Equal(got, []string{"twin"}) {
		t.Errorf("of equal ones comes %v, not the first", got)
	}
}

func TestExtractKeepsTheOrderOfTime(t *testing.T) {
	all := eight()[:4]
	for i, day := range []string{"2019-04-01", "2019-02", "2019-03-09", "2018"} {
		var err error
		if all[i].Date, err = knowledge.ParseDate(day); err != nil {
			t.Fatal(err)
		}
		all[i].Bound = nil
	}
	if got := idsOf(Extract(all, "", 5)); !slices.Equal(got, []string{"s4", "s2", "s3", "s1"}) {
		t.Errorf("order %v", got)
	}
	if got, again := Extract(all, "bridge", 2), Extract(all, "bridge", 2); !slices.Equal(idsOf(got), idsOf(again)) {
		t.Errorf("%v, then %v", idsOf(got), idsOf(again))
	}
}

func TestExtractFindsWhatIsAsked(t *testing.T) {
	for query, want := range map[string]string{"When did the river rise?": "s6", "schools": "s4", "boat": "s7", "BRIDGES": "s1"} {
		if got := idsOf(Extract(eight(), query, 1)); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v, want %s", query, got, want)
		}
	}
}
