package knowledge_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"griot/knowledge"
	"griot/knowledge/text"
)

// anchor returns a citation of words that its author saw at a place.
func anchor(t testing.TB, at, words string) knowledge.Citation {
	t.Helper()
	c := knowledge.Citation{Source: chronicle, At: place(t, at)}
	c.Words, c.Digest = text.Digest(words)
	return c
}

// TestProve: an anchor holds where it is expected, or at the only other run of
// whole sentences that has its words; other words are never accepted.
func TestProve(t *testing.T) {
	v := newView(t, slices.Concat(weir(t), textRecords(t, weirText(t))))
	const asleep = "The men of Upper Tarrow answer that all of them were asleep."
	for _, c := range []struct {
		name, at, words string
		found           string // "" for an orphan
	}{
		{"expected place", "2.2", asleep, "2.2"},
		{"first of a run", "1.1-2", "In the night of 3 May the weir at Tarrow was cut. By morning the mill stood dry and nine acres lay under water.", "1.1-2"},
		{"whole paragraph", "5", "Nobody was hurt. The river went on.", "5"},
		{"title", "T.1", "The weir at Tarrow", "T.1"},
		{"standfirst", "0.1", "Two villages share one river and no longer greet each other.", "0.1"},
		{"straight quotes, other dashes and spacing", "3.2", "He has led them for twenty years - and won't be called  a LIAR", "3.2"},
		{"moved to another paragraph", "1.1", asleep, "2.2"},
		{"moved within its paragraph", "2.1", asleep, "2.2"},
		{"moved from a paragraph that is not there", "40.1", asleep, "2.2"},
		{"moved from sentences that are not there", "2.8-9", asleep, "2.2"},
		{"run moved", "4.1-2", "By morning the mill stood dry and nine acres lay under water. Nobody was hurt.", "1.2-3"},
		{"whole paragraph moved", "2", "In the night of 3 May the weir at Tarrow was cut. By morning the mill stood dry and nine acres lay under water. Nobody was hurt.", "1.1-3"},
		{"at two places, one of them expected", "5.1", "Nobody was hurt.", "5.1"},
		{"at two places, the other expected", "1.3", "Nobody was hurt.", "1.3"},
		{"at two places, none of them expected", "2.1", "Nobody was hurt.", ""},
		{"nowhere", "2.2", "The men of Upper Tarrow answer that all of them were awake.", ""},
		{"a word more", "2.2", asleep + " Yes.", ""},
		{"a word less", "2.2", strings.TrimSuffix(asleep, " asleep."), ""},
		{"part of a sentence", "2.2", "all of them were asleep", ""},
		{"over the end of a paragraph", "1.3", "Nobody was hurt. The millers think that the men of Upper Tarrow did it.", ""},
		{"accents", "2.2", strings.Replace(asleep, "asleep", "àsleep", 1), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 2 { // the second time it is remembered
				q, state := v.Prove(anchor(t, c.at, c.words))
				if c.found == "" {
					if state != knowledge.Orphan || !q.IsZero() {
						t.Fatalf("%s: %q at %s", state, q.Text(), q.At())
					}
					continue
				}
				if state != knowledge.Verified || q.At() != place(t, c.found) {
					t.Fatalf("%s at %s, want verified at %s", state, q.At(), c.found)
				}
				wantStoredBytes(t, q)
			}
		})
	}
}

// wantStoredBytes holds a quotation against testdata/weir.txt, byte for byte.
func wantStoredBytes(t *testing.T, q knowledge.Quotation) {
	t.Helper()
	p := weirText(t)[q.At().Paragraph-knowledge.TitleParagraph]
	want := p.Text
	if q.At().First > 0 {
		want = p.Text[p.Sentences[q.At().First-1].Start:p.Sentences[q.At().Last-1].End]
	}
	if q.Text() != want || q.Source() != chronicle || q.Language() != "en" || q.ID() != "WC11-"+q.At().String() {
		t.Errorf("%s of %s (%s): %q, want %q", q.ID(), q.Source(), q.Language(), q.Text(), want)
	}
}

func TestProveNumberAndDigest(t *testing.T) {
	v := newView(t, slices.Concat(weir(t), textRecords(t, weirText(t))))
	c := anchor(t, "2.1", "The millers think that the men of Upper Tarrow did it.")
	if _, state := v.Prove(c); state != knowledge.Verified {
		t.Fatal(state)
	}
	c.Words++
	if _, state := v.Prove(c); state != knowledge.Orphan {
		t.Errorf("with another number of words: %s", state)
	}
}

// TestDotsBeforeAnAnchor: dots that stand as a sentence of their own don't make
// a second place of the words behind them.
func TestDotsBeforeAnAnchor(t *testing.T) {
	stored := passages("Title", "Standfirst.", "“…” The river went on. It rose.")
	stored[2].Sentences = []text.Span{{Start: 0, End: 9}, {Start: 10, End: 28}, {Start: 29, End: 37}}
	v := newView(t, slices.Concat(weir(t), textRecords(t, stored)))
	q, state := v.Prove(anchor(t, "7.1", stored[2].Text[10:28]))
	if state != knowledge.Verified || q.At() != knowledge.Sentences(1, 2, 2) {
		t.Errorf("%s at %s: %q", state, q.At(), q.Text())
	}
}

func TestStates(t *testing.T) {
	with, without := newView(t, slices.Concat(weir(t), textRecords(t, weirText(t)))), newView(t, weir(t))
	known := anchor(t, "2.1", "The millers think that the men of Upper Tarrow did it.")
	unknown := known
	unknown.Source = "gone"
	for _, c := range []struct {
		name string
		view *knowledge.View
		cite knowledge.Citation
		want knowledge.State
	}{
		{"anchor with the text", with, known, knowledge.Verified},
		{"anchor without the text", without, known, knowledge.NotImported},
		{"whole source with the text", with, knowledge.Citation{Source: chronicle}, knowledge.WholeSource},
		{"whole source without the text", without, knowledge.Citation{Source: chronicle}, knowledge.WholeSource},
		{"source that is not there", with, unknown, knowledge.WholeSource},
	} {
		q, state := c.view.Prove(c.cite)
		if state != c.want || q.IsZero() != (c.want != knowledge.Verified) {
			t.Errorf("%s: %s, want %s", c.name, state, c.want)
		}
	}
	if (knowledge.Citation{}).Holds("") || known.Holds("") {
		t.Error("an anchor holds other words than its own")
	}
}

func TestQuoteAt(t *testing.T) {
	v := newView(t, slices.Concat(weir(t), textRecords(t, weirText(t))))
	for _, at := range []string{"2.1", "2.1-2", "2", "T.1", "0.1"} {
		q, err := v.QuoteAt("WC11", place(t, at))
		if err != nil || q.At() != place(t, at) {
			t.Errorf("%s: %v", at, err)
			continue
		}
		wantStoredBytes(t, q)
	}
	for _, c := range []struct {
		label, at string
		want      error
	}{
		{"WC11", "2.3", knowledge.ErrNotFound}, {"WC11", "2.1-3", knowledge.ErrNotFound}, {"WC11", "6.1", knowledge.ErrNotFound},
		{"XX", "2.1", knowledge.ErrNotFound}, {"LT11", "2.1", knowledge.ErrNotImported},
	} {
		if q, err := v.QuoteAt(c.label, place(t, c.at)); !errors.Is(err, c.want) || !q.IsZero() {
			t.Errorf("%s-%s: %q, %v, want %v", c.label, c.at, q.Text(), err, c.want)
		}
	}
}

func TestRun(t *testing.T) {
	p := passages("", "", "One. Two. Three.")[2]
	for _, c := range []struct {
		first, last int
		want        string
	}{
		{0, 0, "One. Two. Three."}, {1, 1, "One."}, {1, 2, "One. Two."}, {3, 3, "Three."}, {1, 3, "One. Two. Three."},
		{-1, 1, ""}, {2, 1, ""}, {1, 4, ""}, {4, 4, ""},
	} {
		got, err := p.Run(c.first, c.last)
		if got != c.want || (c.want == "") != errors.Is(err, knowledge.ErrNotFound) {
			t.Errorf("%d to %d: %q, %v", c.first, c.last, got, err)
		}
	}
}
