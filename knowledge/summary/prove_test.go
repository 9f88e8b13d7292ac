package summary

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// harbor is one passage of three sentences, the last two of them bound, and one
// in French.
func harbor() []Passage {
	sentence := func(id, lang, text string, bound ...string) Sentence {
		return Sentence{ID: id, Passage: id[:2], Lang: lang, Text: text, Bound: bound}
	}
	return Passages([]Sentence{
		sentence("p1.1", "en", "The port closed the harbor in March."),
		sentence("p1.2", "en", "Police suspect the owner of the crane.", "p1.3"),
		sentence("p1.3", "en", "The owner denies any fault.", "p1.2"),
		sentence("p2.1", "fr", "Le port a fermé en mars."),
		sentence("p3.1", "de", "Der Hafen schloss im März und blieb zu."),
	})
}

func written(text, p, exact string) WrittenSentence {
	return WrittenSentence{Text: text, Cites: []string{p}, Quotes: []Quote{{p, exact}}}
}

var (
	closed   = written("The port closed the harbor.", "p1", "The port closed the harbor")
	suspects = written("Police suspect the owner of the crane.", "p1", "Police suspect the owner")
	wrong    = written("The port opened the harbor.", "p1", "The port closed the harbor")
	linked   = written("The port closed the harbor at evil.example.", "p1", "The port closed the harbor")
	quoted   = written("The port “closed” the harbor.", "p1", "The port closed the harbor")
	misquote = written("The port closed the harbor.", "p1", "The port has closed the harbor")
)

func TestWhatFalls(t *testing.T) {
	for _, test := range []struct {
		name      string
		sentences []WrittenSentence
		want      []string
		err       error
	}{
		{"one true", []WrittenSentence{closed}, []string{closed.Text}, nil},
		{"one wrong", []WrittenSentence{wrong}, nil, ErrNothingLeft},
		{"half of two", []WrittenSentence{closed, wrong}, []string{closed.Text}, nil},
		{"two of three", []WrittenSentence{closed, wrong, suspects}, []string{closed.Text, suspects.Text}, nil},
		{"one of three", []WrittenSentence{closed, wrong, wrong}, nil, ErrNothingLeft},
		{"a link among three", []WrittenSentence{closed, suspects, linked}, nil, ErrEvidence},
		{"a false quotation among three", []WrittenSentence{misquote, closed, suspects}, nil, ErrEvidence},
		{"quotation marks among three", []WrittenSentence{quoted, closed, suspects}, []string{closed.Text, suspects.Text}, nil},
		{"four", []WrittenSentence{closed, closed, closed, closed}, nil, ErrAnswer},
		{"none", nil, nil, ErrNothingLeft},
	} {
		t.Run(test.name, func(t *testing.T) {
			answer, err := json.Marshal(map[string]any{"answerable": true, "sentences": append([]WrittenSentence{}, test.sentences...)})
			if err != nil {
				t.Fatal(err)
			}
			got, verdicts, err := Prove(answer, harbor())
			if !errors.Is(err, test.err) {
				t.Fatalf("error %v, want %v", err, test.err)
			}
			var texts []string
			for _, s := range got.Sentences {
				texts = append(texts, s.Text)
			}
			if diff := cmp.Diff(test.want, texts); diff != "" {
				t.Error(diff)
			}
			if test.err != ErrAnswer && len(verdicts) != len(test.sentences) {
				t.Errorf("%d verdicts on %d sentences", len(verdicts), len(test.sentences))
			}
			if got.Answerable != (test.err == nil) {
				t.Errorf("answerable is %v", got.Answerable)
			}
		})
	}
}

func TestWhatStandsBeneath(t *testing.T) {
	got, _, err := Written{true, []WrittenSentence{suspects, closed}}.Prove(harbor())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"p1.2", "p1.3"}, idsOf(got.Sentences[0].Beneath)); diff != "" {
		t.Errorf("an accusation without its denial: %s", diff)
	}
	if diff := cmp.Diff([]string{"p1.1"}, idsOf(got.Sentences[1].Beneath)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"p1"}, got.Sentences[0].Cites); diff != "" {
		t.Error(diff)
	}
}

func TestVerdictsNameTheRule(t *testing.T) {
	for _, test := range []struct {
		s    WrittenSentence
		want Rule
	}{
		{closed, Kept},
		{written(closed.Text, "p9", "The port closed the harbor"), Cited},
		{WrittenSentence{closed.Text, []string{"p1", "p1"}, closed.Quotes}, Cited},
		{WrittenSentence{closed.Text, nil, nil}, Cited},
		{WrittenSentence{closed.Text, []string{"p1"}, nil}, Cited},
		{WrittenSentence{closed.Text, []string{"p1", "p2"}, closed.Quotes}, Cited},
		{written(closed.Text, "p1", "Police suspect the owner"), Cited},
		{written(closed.Text, "p1", "closed the harbor"), Quotation},
		{written(closed.Text, "p1", "port closed the har"), Quotation},
		{written(closed.Text, "p1", "The port closed … harbor"), Quotation},
		{written(closed.Text, "p1", "The port closed... the harbor"), Quotation},
		{written(closed.Text, "p1", "The port\u200b closed the harbor"), Quotation},
		{WrittenSentence{closed.Text, []string{"p1"}, []Quote{{"p2", "Le port a fermé"}}}, Quotation},
		{linked, Marks},
		{quoted, Form},
		{written("The port closed the harbor", "p1", "The port closed the harbor"), Form},
		{written("The port closed the harbor. Police suspect the owner.", "p1", "The port closed the harbor"), Form},
		{written("The port closed the "+strings.Repeat("very ", 60)+"harbor.", "p1", "The port closed the harbor"), Form},
		{written("The port closed 2 harbor.", "p1", "The port closed the harbor"), Number},
		{written("The port closed the harbor in May 2019.", "p1", "The port closed the harbor"), Dated},
		{written("The port of Lindell closed the harbor.", "p1", "The port closed the harbor"), Name},
		{written("The port closed the pier.", "p1", "The port closed the harbor"), Word},
		{written("The port closed the harbor because police suspect the owner.", "p1", "The port closed the harbor"), Connection},
		{written("The harbor closed the port.", "p1", "The port closed the harbor"), Statement},
		{written("Le port a fermé en mars.", "p2", "Le port a fermé"), Kept},
		{written("Der Hafen schloss im März.", "p3", "Der Hafen schloss im März"), Word},
		{WrittenSentence{closed.Text, []string{"p1", "p2"}, []Quote{closed.Quotes[0], {"p2", "Le port a fermé"}}}, Word},
	} {
		_, v := prove(test.s, harbor(), byGaps)
		if v.Rule != test.want || (v.Why == "") != (v.Rule == Kept) || v.Text != test.s.Text {
			t.Errorf("%q citing %v: %s (%s), want %s", test.s.Text, test.s.Cites, v.Rule, v.Why, test.want)
		}
	}
}

func TestQuotationsForgiveOnlyWhatIsNamed(t *testing.T) {
	passage := Passages([]Sentence{
		{ID: "p1.1", Passage: "p1", Lang: "en", Text: "Café owners — 12 of them — don’t\u00a0pay “rent” since\u00ad May."},
		{ID: "p1.2", Passage: "p1", Lang: "en", Text: "Nobody minds at all."},
	})
	for quotation, want := range map[string][]string{
		"Café owners — 12 of them — don’t pay “rent”": {"p1.1"},
		"CAFE owners - 12 of them - don't pay 'rent'": {"p1.1"},
		"  don't   pay \"rent\" since May.":           {"p1.1"},
		"since May. Nobody minds at all":              {"p1.1", "p1.2"},
		"owners 12 of them":                           nil,
		"Cafe owners – 13 of them":                    nil,
		"don't pay rent since May":                    nil,
		"wners — 12 of them":                          nil,
		"since May. Nobody minds at al":               nil,
	} {
		if diff := cmp.Diff(want, holding(passage[0], exact(strings.TrimSpace(quotation)))); diff != "" {
			t.Errorf("%s: %s", quotation, diff)
		}
	}
}

func TestUncertainSentencesThatDoNotSaySo(t *testing.T) {
	p := harbor()
	p[0].Sentences[0].Hedged = true
	if _, v := prove(closed, p, byGaps); v.Rule != Statement {
		t.Errorf("%s: %s", v.Rule, v.Why)
	}
}

func TestReadWritten(t *testing.T) {
	for i, answer := range []string{
		"", "{}", "[]", `{"answerable":true}`, `{"sentences":[]}`, `{"answerable":true,"sentences":[{"text":1}]}`,
		`{"answerable":true,"sentences":[],"note":"x"}`, `{"answerable":true,"sentences":[]} x`, `{"answerable":true,"sentences":[`,
	} {
		if _, _, err := Prove([]byte(answer), harbor()); !errors.Is(err, ErrAnswer) {
			t.Errorf("%d: %v", i, err)
		}
	}
	got, verdicts, err := Prove(fmt.Append(nil, `{"answerable":false,"sentences":[]}`), harbor())
	if err != nil || got.Answerable || got.Sentences != nil || verdicts != nil {
		t.Errorf("not answerable: %+v, %v, %v", got, verdicts, err)
	}
}
