package commands_test

import (
	"regexp"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// TestSearchBeginsWithWhatIsNamed: an entry that is called by the words stands
// first, typed badly or not, and then what has the words before the eyes.
func TestSearchBeginsWithWhatIsNamed(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	for typed, want := range map[string]string{
		"Ogossagou": "Ogossagou massacre, Event", "ogosagou": "Ogossagou massacre, Event", "IBK": "Ibrahim Boubacar Keita, Actor",
		"le massacre d'Ogossagou": "Ogossagou massacre, Event",
	} {
		if got := items(answer(g, "/search words:"+typed))[0]; !strings.HasPrefix(got, want) {
			t.Errorf("%s: first comes %s, want %s", typed, got, want)
		}
	}
	for _, e := range g.Library.View("").Entries("") {
		for _, name := range append(e.Name.All(), e.Finds...) {
			if got := items(answer(g, "/search words:"+name)); len(got) == 0 || !strings.HasPrefix(got[0], e.Name["en"]+", ") {
				t.Errorf("%s: first comes %v, want %s", name, got, e.ID)
			}
		}
	}
	of := false
	for _, item := range items(answer(g, "/search words:Ogossagou")) {
		if has := strings.Contains(item, "Ogossagou"); has && of {
			t.Errorf("after results without the word comes %s", item)
		} else if !has {
			of = true
		}
	}
}

// items returns the lines of the lists of a reply.
func items(r commands.Reply) (lines []string) {
	for _, p := range r.Pages {
		for _, b := range p.Blocks {
			line := ""
			for _, s := range b.Spans {
				line += s.Text
			}
			if b.Style == commands.Item {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// TestNarrowingCorrectsNothing: a word that is known is no typing error because
// what has it is left out.
func TestNarrowingCorrectsNothing(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	words := map[string]bool{}
	for _, c := range g.Library.View("").Claims() {
		for _, w := range regexp.MustCompile(`\pL{4,}`).FindAllString(c.Text["en"], -1) {
			words[strings.ToLower(w)] = true
		}
	}
	for w := range words {
		for _, narrow := range []string{"kind:event", "source:REU19", "from:2012 to:2012"} {
			if got := print(answer(g, "/search words:"+w+" "+narrow)); strings.Contains(got, "Showing results") {
				t.Errorf("%s %s: %s", w, narrow, got)
			}
		}
	}
}

// TestCorrectionsAreWrittenAsInTheSources: not folded, in the reader's language
// if a name there differs in no more than a letter, and as no source has it only
// where none has anything like it.
func TestCorrectionsAreWrittenAsInTheSources(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	for typed, want := range map[string]string{
		"ogosagou": "*Ogossagou*", "amadu kufa": "*Amadou*, *Koufa*", "referendom": "*referendum*", "masacre": "*massacre*",
		"kieta": "*Keita*", "dezentralisatoin": "*decentralization*", "partsi": "*parties*", "MINUSNA": "*MINUSMA*",
	} {
		if got := print(answer(g, "/search words:"+typed)); !strings.Contains(got, "Showing results for "+want+".") {
			t.Errorf("%s: %s", typed, got)
		}
	}
	french := asker()
	french.Locale = "fr"
	if got := print(g.Answer(t.Context(), french, parse("/search words:dezentralisatoin"))); !strings.Contains(got, "for *décentralisation*.") {
		t.Errorf("a reader of French: %s", got)
	}
	if got := print(answer(g, "/search words:kuofa kind:reform")); !strings.Contains(got, "speak of Koufa, but") {
		t.Errorf("kuofa: %s", got)
	}
}

// TestNamesThatNoSourceUses: a reply says so of a name that was typed, once and
// whether or not there is an answer; not of one that stands within a name that
// the sources use.
func TestNamesThatNoSourceUses(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	const says = "No source here uses these names; they lead here because people type them: "
	for line, want := range map[string]string{
		"/ask question:who is JNIM": "JNIM", "/ask question:what happened in Dioura": "Dioura", "/search words:Dioura": "Dioura",
		"/ask question:who leads JNIM": "JNIM", "/search words:minusna": "MINUSMA", "/search words:IBK and jnim, IBK": "IBK, JNIM",
		"/ask question:who is Ibrahim Boubacar Keïta": "", "/search words:Toure": "", "/ask question:what did the CMA announce": "",
	} {
		got := print(answer(g, line))
		if strings.Count(got, says) != min(len(want), 1) || !strings.Contains(got, says+want+".") && want != "" {
			t.Errorf("%s: want %q in\n%s", line, want, got)
		}
	}
	if got := print(answer(g, "/actor name:Konare")); !strings.Contains(got, says+"AOK, Alpha Konaré.") {
		t.Errorf("the card says of a name that stands within its own that no source uses it: %s", got)
	}
}

// TestWhatMayLieOutsideComesLast: what is known only to have been by a later
// date stands under a heading that says so, and what was still expected later
// not at all.
func TestWhatMayLieOutsideComesLast(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	for _, line := range []string{"/timeline from:2012 to:2012", "/search words:president from:2012 to:2012"} {
		said := print(answer(g, line))
		sure, unsure, ok := strings.Cut(said, "== *May fall in this span")
		if !ok || !strings.Contains(sure, "Constitutional revision of 2012") || strings.Contains(sure, "Disarming") || !strings.Contains(unsure, "Disarming") {
			t.Errorf("%s: %s", line, said)
		}
		if strings.Contains(said, "Constitutional revision of 2001, Reform") {
			t.Errorf("%s: a reform of 2001 is put in 2012, since a claim about it dates another: %s", line, said)
		}
		if strings.Contains(said, "expected before") {
			t.Errorf("%s: what a source of 2019 expects is put in 2012: %s", line, said)
		}
	}
	said := print(answer(g, "/timeline from:2019-01 to:2019-06"))
	if sure, _, _ := strings.Cut(said, "== *May fall"); !strings.Contains(sure, "expected before mid-2019") {
		t.Errorf("what a source of April expects by June is not surely within: %s", said)
	}
	if said := print(answer(g, "/timeline to:2019-12")); strings.Contains(said, "May fall") {
		t.Errorf("what is surely over by then is called unsure: %s", said)
	}
}

// TestLikeButtonsDiffer: on a page no two have one label, and each leads on
// from a result of that page.
func TestLikeButtonsDiffer(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	for _, words := range []string{"Ogossagou", "president resigned", "constitution"} {
		pages := answer(g, "/search words:"+words).Pages
		if len(pages) < 2 {
			t.Fatalf("%s: %d page", words, len(pages))
		}
		for _, p := range pages {
			labels := map[string]bool{}
			for _, b := range p.AllButtons() {
				if labels[b.Label] {
					t.Errorf("%s: two buttons %s", words, b.Label)
				}
				labels[b.Label] = true
				if b.Ask.Command == "like" && !names(p, knowledge.ID(b.Ask.Values["id"])) {
					t.Errorf("%s: %s is for another page", words, b.Label)
				}
			}
		}
	}
}

// names reports whether a page cites a claim.
func names(p commands.Page, claim knowledge.ID) bool {
	for _, c := range p.Citations {
		if c.Claim == claim {
			return true
		}
	}
	return false
}

// TestNoPlaceWithoutWords: where a page shows a sentence already, the search
// sets it in bold there, and no place stands without its words.
func TestNoPlaceWithoutWords(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	importText(t, g, "fp-2019-mali", articleText(t))
	for _, words := range []string{"160", "Dogon", "constitution"} {
		strong := 0
		for _, p := range answer(g, "/search words:"+words).Pages {
			for i, b := range p.Blocks {
				place := b.Style == commands.Line && len(b.Spans) == 1 && strings.HasPrefix(b.Spans[0].Text, "[")
				if place && (i+1 == len(p.Blocks) || p.Blocks[i+1].Style != commands.Quote) {
					t.Errorf("%s: %s has no words", words, b.Spans[0].Text)
				}
				if b.Strong {
					strong++
				}
			}
		}
		if strong == 0 {
			t.Errorf("%s: no sentence is in bold", words)
		}
	}
}

// TestTimelineNamesTheUndated: who asks for a place learns of what the sources
// don't date, and who asks for a span is spared it.
func TestTimelineNamesTheUndated(t *testing.T) {
	g := griot(t, "../knowledge/packs/mali-2019")
	const undated = "The sources give no date for: Rules of the CMA for Kidal, Resident permits in Kidal."
	for line, want := range map[string]bool{
		"/timeline place:Kidal region": true, "/timeline place:Kidal region kind:reform": false, "/timeline place:Kidal region from:2019": false,
	} {
		if said := print(answer(g, line)); strings.Contains(said, undated) != want {
			t.Errorf("%s: %s", line, said)
		}
	}
	if said := print(answer(g, "/timeline")); strings.Contains(said, "no date for") {
		t.Errorf("the whole timeline lists what has no date: %s", said)
	}
}
