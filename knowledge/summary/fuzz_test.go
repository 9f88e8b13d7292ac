package summary

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
)

func FuzzSelect(f *testing.F) {
	f.Add([]byte(`{"answerable":true,"picks":["s1","s5","s8","s9"]}`))
	f.Add([]byte(`{"answerable":true,"picks":["s1"`))
	f.Fuzz(func(t *testing.T, answer []byte) {
		got, err := Select(answer, eight())
		switch {
		case err != nil && !errors.Is(err, ErrAnswer) && !errors.Is(err, ErrNothingLeft):
			t.Errorf("error %v", err)
		case err != nil && got.Sentences != nil:
			t.Error("sentences and an error")
		case len(got.Sentences) > MaxPicks:
			t.Errorf("%d sentences", len(got.Sentences))
		}
		ids := idsOf(got.Sentences)
		if slices.Contains(ids, "s2") != slices.Contains(ids, "s5") || slices.Contains(ids, "s8") {
			t.Errorf("%v breaks what is bound", ids)
		}
	})
}

// FuzzProve takes any bytes for an answer; what it lets through is held to what
// must be true of every sentence shown.
func FuzzProve(f *testing.F) {
	for _, s := range []WrittenSentence{closed, suspects, wrong, linked, quoted, misquote} {
		b, err := json.Marshal(Written{true, []WrittenSentence{s}})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, answer []byte) {
		got, _, err := Prove(answer, harbor())
		if err != nil && got.Sentences != nil {
			t.Error("sentences and an error")
		}
		for _, s := range got.Sentences {
			if len(s.Beneath) == 0 || len(s.Cites) == 0 {
				t.Errorf("%q is shown with nothing beneath", s.Text)
			}
			if why := oddIn(s.Text); why != "" {
				t.Errorf("%q %s", s.Text, why)
			}
		}
	})
}

// FuzzStatement takes any text for what a model wrote about a true quotation.
func FuzzStatement(f *testing.F) {
	for _, path := range []string{"testdata/lies/tune.jsonl"} {
		for i, item := range readLies(f, path).items {
			if i%7 == 0 {
				f.Add(item.Text)
			}
		}
	}
	passages := harbor()
	f.Fuzz(func(t *testing.T, s string) {
		for _, q := range []Quote{{"p1", "The port closed the harbor"}, {"p2", "Le port a fermé"}} {
			_, v := prove(WrittenSentence{s, []string{q.P}, []Quote{q}}, passages, byGaps)
			if (v.Rule == Kept) != (v.Why == "") {
				t.Errorf("%q: %s, %s", s, v.Rule, v.Why)
			}
		}
	})
}
