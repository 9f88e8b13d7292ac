package knowledge_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"griot/knowledge"
)

func TestIDs(t *testing.T) {
	for id, good := range map[knowledge.ID]bool{
		"ab": true, "a1": true, "fp-2019-mali": true, "d-x8k2m4q1": true,
		knowledge.ID(strings.Repeat("a", 40)): true, knowledge.ID(strings.Repeat("a", 41)): false,
		"": false, "a": false, "Ab": false, "a_b": false, "a b": false, "é1": false, "ab\n": false, "fp-2019-mali/00001": false,
	} {
		if err := id.Validate(); (err == nil) != good || (err != nil && !errors.Is(err, knowledge.ErrInvalid)) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

func TestPassageIDsSortAsTheTextReads(t *testing.T) {
	var ids []knowledge.ID
	for _, p := range []int{knowledge.TitleParagraph, 0, 1, 2, 9, 10, 99, 100, 9998} {
		ids = append(ids, knowledge.PassageID("s1", p))
	}
	if !slices.IsSorted(ids) || ids[0] != "s1/00000" || slices.Contains(ids, knowledge.IntakeID("s1")) {
		t.Errorf("%v", ids)
	}
}

func TestKinds(t *testing.T) {
	for _, k := range knowledge.Kinds() {
		e := knowledge.Entry{}.Of(k)
		if e.Kind() != k {
			t.Errorf("an entry of kind %s has kind %s", k, e.Kind())
		}
	}
}

func TestRoles(t *testing.T) {
	for r := knowledge.Reader; r <= knowledge.Owner; r++ {
		if again, err := knowledge.ParseRole(r.String()); err != nil || again != r {
			t.Errorf("%s is read as %s, %v", r, again, err)
		}
	}
	if r, err := knowledge.ParseRole("king"); !errors.Is(err, knowledge.ErrInvalid) || r != knowledge.Reader {
		t.Errorf("king is %s, %v", r, err)
	}
}
