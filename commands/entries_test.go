package commands_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// TestEntriesShown: a reply lists all the entries that it shows, the one that
// is answered about first, the others in the order of appearance.
func TestEntriesShown(t *testing.T) {
	g := griot(t, "testdata/tarn")
	for line, want := range map[string][]knowledge.ID{
		"/actor name:wardens":                 {"wardens", "mara-oduya", "selm-fire"},
		"/related name:wardens":               {"wardens", "mara-oduya", "selm-fire"},
		"/event name:selm-fire":               {"selm-fire", "wardens", "herders"},
		"/reform name:water-law":              {"water-law"},
		"/timeline":                           {"water-law", "sluice-shut", "selm-fire"},
		"/search words:water kind:reform":     {"water-law"},
		"/search words:zeppelin":              nil,
		"/quotations name:herders":            {"herders"},
		"/timeline actor:wardens":             {"sluice-shut", "selm-fire"},
		"/ask question:Who leads the Wardens": {"wardens", "mara-oduya"},
	} {
		if got := answer(g, line).Entries; !slices.Equal(got, want) {
			t.Errorf("%s shows %v, want %v", line, got, want)
		}
	}
}

// TestLikeLeavesOutItself: a claim stands above what is like it, and neither
// it nor the words it rests on are among that.
func TestLikeLeavesOutItself(t *testing.T) {
	g := griot(t, "testdata/tarn")
	importText(t, g, "gazette-2015-tarn", "testdata/tarn/gazette.txt")
	for _, c := range g.Library.View("").Claims() {
		own := map[string]bool{}
		for _, cite := range c.Cites {
			if q, state := g.Library.View("").Prove(cite); state == knowledge.Verified {
				for _, b := range paragraph(t, g, q) {
					own[b] = true
				}
			}
		}
		under := false
		for _, p := range answer(g, "/like id:"+string(c.ID)).Pages {
			for _, b := range p.Blocks {
				under = under || b.Style == commands.Heading
				if under && own[b.Quotation.Text()] && b.Style == commands.Quote {
					t.Errorf("like %s are its own words: %s", c.ID, b.Quotation.Text())
				}
			}
		}
	}
}

func paragraph(t *testing.T, g *commands.Griot, q knowledge.Quotation) []string {
	t.Helper()
	p := g.Library.View("").Passage(q.Source(), q.At().Paragraph)
	var sentences []string
	for _, s := range p.Sentences {
		sentences = append(sentences, p.Text[s.Start:s.End])
	}
	return sentences
}

// TestLanguageMarks: a text that is not in the reader's language says in which
// it is; who names no language reads English.
func TestLanguageMarks(t *testing.T) {
	g := griot(t, "testdata/tarn")
	for _, c := range []struct{ locale, name, claim string }{
		{"", "Fire of Selm", "The fire broke out on 10 May. (reported"},
		{"en-GB", "Fire of Selm", "The fire broke out on 10 May. (reported"},
		{"fr", "incendie de Selm", "The fire broke out on 10 May. (en) (reported"},
		{"fr-CA", "incendie de Selm", "The fire broke out on 10 May. (en) (reported"},
		{"de", "Fire of Selm (en)", "The fire broke out on 10 May. (en) (reported"},
	} {
		reader := asker()
		reader.Locale = c.locale
		r := g.Answer(context.Background(), reader, parse("/event name:selm-fire"))
		if got := r.Pages[0].Title; got != c.name {
			t.Errorf("%q: the name is %s, want %s", c.locale, got, c.name)
		}
		if said := print(r); !strings.Contains(said, c.claim) {
			t.Errorf("%q: not said: %s", c.locale, c.claim)
		}
	}
}
