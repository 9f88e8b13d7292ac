package summary

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
	"griot/knowledge/text"
)

// viewOf returns a view of two sources: the Lindell Post, the text of which is
// stored, and the Gazette, which is only cited.
func viewOf(t *testing.T) *knowledge.View {
	t.Helper()
	post := map[int][]string{
		1: {"A crane fell in Lindell.", "The police suspect the owner."},
		2: {"The owner rejects this.", "Three piers are shut."},
	}
	date := func(s string) knowledge.Date {
		d, err := knowledge.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	var records []knowledge.Record
	put := func(kind knowledge.Kind, id knowledge.ID, body any) {
		r, err := knowledge.NewRecord(knowledge.Shelf, kind, id, body)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	put(knowledge.KindSource, "post", knowledge.Source{ID: "post", Label: "LP17", Title: "Crane", Publisher: "Post", Date: date("2017-02-15"), Language: "en"})
	put(knowledge.KindSource, "gazette", knowledge.Source{ID: "gazette", Label: "GZ17", Title: "Crane", Publisher: "Gazette", Date: date("2017-02-14"), Language: "fr"})
	for paragraph, sentences := range post {
		p := knowledge.Passage{Source: "post", Paragraph: paragraph, Language: "en"}
		for _, s := range sentences {
			start := len(p.Text)
			p.Text += s + " "
			p.Sentences = append(p.Sentences, text.Span{Start: start, End: start + len(s)})
		}
		put(knowledge.KindPassage, knowledge.PassageID("post", paragraph), p)
	}
	claim := func(id knowledge.ID, words string, certainty knowledge.Certainty, at knowledge.At, quoted string, answers ...knowledge.Answer) {
		cite := knowledge.Citation{Source: "gazette"}
		if quoted != "" {
			cite = knowledge.Citation{Source: "post", At: at}
			cite.Words, cite.Digest = text.Digest(quoted)
		}
		put(knowledge.KindClaim, id, knowledge.Claim{ID: id, Text: knowledge.Text{"en": words, "fr": "(fr) " + words},
			Certainty: certainty, Cites: []knowledge.Citation{cite}, Answers: answers})
	}
	claim("owner-did", "The owner is suspected.", knowledge.Alleged, knowledge.Sentences(1, 2, 2), post[1][1])
	claim("owner-denies", "The owner says no.", knowledge.Reported, knowledge.Sentences(2, 1, 1), post[2][0], knowledge.Answer{Claim: "owner-did", How: knowledge.Denies})
	claim("piers", "Three piers were shut.", knowledge.Stated, knowledge.Sentences(2, 2, 2), post[2][1])
	claim("four-piers", "Four piers were shut.", knowledge.Stated, knowledge.At{}, "", knowledge.Answer{Claim: "piers", How: knowledge.Corrects})
	claim("alone", "The crane was old.", knowledge.Argued, knowledge.At{}, "")
	v, err := knowledge.NewView(records)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestFromPassagesBringsWhatIsBound(t *testing.T) {
	v := viewOf(t)
	got := FromPassages(v, v.Passages("post")[:1], "fr")
	if diff := cmp.Diff([]string{"LP17-1.1", "LP17-1.2", "LP17-2.1"}, idsOf(got)); diff != "" {
		t.Fatal(diff)
	}
	for i, want := range []struct {
		passage, text string
		hedged        bool
		bound         []string
	}{
		{"LP17-1", "A crane fell in Lindell.", false, nil},
		{"LP17-1", "The police suspect the owner.", true, []string{"LP17-2.1"}},
		{"LP17-2", "The owner rejects this.", true, []string{"LP17-1.2"}},
	} {
		s := got[i]
		if s.Passage != want.passage || s.Text != want.text || s.Hedged != want.hedged || !slices.Equal(s.Bound, want.bound) {
			t.Errorf("%s: %+v", s.ID, s)
		}
		if s.Lang != "en" || s.Source != "post" || s.Date.String() != "2017-02-15" || s.Claim != nil {
			t.Errorf("%s: %+v", s.ID, s)
		}
	}
	if got[2].At != knowledge.Sentences(2, 1, 1) || len(got[2].Anchors) != 1 || got[2].Anchors[0].ID != "owner-denies" {
		t.Errorf("%+v", got[2])
	}
}

func TestWhatIsBoundAndNotStoredComesAsAClaim(t *testing.T) {
	v := viewOf(t)
	got := FromPassages(v, v.Passages("post")[1:], "fr")
	if diff := cmp.Diff([]string{"LP17-2.1", "LP17-2.2", "LP17-1.2", "four-piers"}, idsOf(got)); diff != "" {
		t.Fatal(diff)
	}
	s := got[3]
	if s.Text != "(fr) Four piers were shut." || s.Lang != "fr" || s.Passage != "four-piers" || s.Claim == nil || s.Source != "gazette" || s.Hedged {
		t.Errorf("%+v", s)
	}
	if !slices.Equal(s.Bound, []string{"LP17-2.2"}) || !slices.Equal(got[1].Bound, []string{"four-piers"}) {
		t.Errorf("bound %v and %v", s.Bound, got[1].Bound)
	}
}

func TestFromClaims(t *testing.T) {
	v := viewOf(t)
	got := FromClaims(v, []*knowledge.Claim{v.Claim("alone"), v.Claim("owner-denies"), v.Claim("owner-denies")}, "en")
	if diff := cmp.Diff([]string{"alone", "LP17-2.1", "LP17-1.2"}, idsOf(got)); diff != "" {
		t.Fatal(diff)
	}
	if !got[0].Hedged || got[0].Text != "The crane was old." || got[0].Lang != "en" || got[0].Date.String() != "2017-02-14" {
		t.Errorf("%+v", got[0])
	}
	if got := FromClaims(v, nil, "en"); got != nil {
		t.Errorf("of no claims: %v", got)
	}
	shown := Extract(got, "crane", 5)
	if diff := cmp.Diff([]string{"alone", "LP17-1.2", "LP17-2.1"}, idsOf(shown)); diff != "" {
		t.Error(diff)
	}
}

func TestPassagesGathersSentences(t *testing.T) {
	v := viewOf(t)
	got := Passages(FromPassages(v, v.Passages("post")[1:], "en"))
	want := map[string][]string{"LP17-2": {"LP17-2.1", "LP17-2.2"}, "LP17-1": {"LP17-1.2"}, "four-piers": {"four-piers"}}
	if len(got) != len(want) || got[0].ID != "LP17-2" || got[0].Lang != "en" {
		t.Errorf("%+v", got)
	}
	for _, p := range got {
		if diff := cmp.Diff(want[p.ID], idsOf(p.Sentences)); diff != "" {
			t.Errorf("%s: %s", p.ID, diff)
		}
	}
}
