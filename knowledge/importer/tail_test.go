package importer

import (
	"strings"
	"testing"
)

func TestIsMarker(t *testing.T) {
	for s, want := range map[string]bool{
		"More from Foreign Policy":     true,
		"MORE FROM THIS AUTHOR":        true,
		"Related":                      true,
		"Related:":                     true,
		"Related articles":             true,
		"Read more":                    true,
		"Read more…":                   true,
		"Read more...":                 true,
		"Read next":                    true,
		"See also":                     true,
		"What to read next":            true,
		"You may also like":            true,
		"Most read":                    true,
		"Recommended for you":          true,
		"Editors’ picks":               true,
		"Editor's Picks":               true,
		"À lire aussi :":               true,
		"A LIRE AUSSI":                 true,
		"Lire aussi":                   true,
		"Sur le même sujet":            true,
		"Articles liés":                true,
		"Plus de Jeune Afrique":        true,
		"Les plus lus":                 true,
		"Dans la même rubrique":        true,
		"Related.":                     false,
		"Related peoples of the Sahel": false,
		"Reading the river":            false,
		"Read more about the river and its peoples": false,
		"More from the river and its shores":        false,
		"More from the river and shores":            true,
		"Moreover":                                  false,
		"More water":                                false,
		"The most read":                             false,
		"Plusieurs sources":                         false,
		"Recommended?":                              false,
	} {
		if got := isMarker(s); got != want {
			t.Errorf("isMarker(%q) = %v", s, got)
		}
	}
}

func TestTail(t *testing.T) {
	const body = "The well\nThe well was dug by hand in the year of the great drought. It has never been dry since.\n" +
		"A second one was begun on the other side of the market, and given up at the rock.\n"
	usual := (len(body) - 3) / 3 // three paragraphs, each with its line end
	tests := []struct {
		name, tail string
		dropped    int
	}{
		{"the marker alone", "Related\n", 1},
		{"headlines", "Related\nThe lake\nThe sea\n", 3},
		{"a question", "Related\nWhose lake is it?\n", 2},
		{"headlines with summaries", "Related\nThe lake\nA village on stilts.\nThe sea\nA town of salt.\n", 5},
		{"a summary in the midst", "Related\nThe lake\nA village on stilts.\nThe sea\n", 4},
		{"one sentence at the end", "Related\nThe lake\nA village on stilts.\n", 0},
		{"only sentences", "Related\nA village on stilts.\nThe lake\nA town of salt.\n", 0},
		{"two sentences in a row", "Related\nThe lake\nA village.\nOn stilts.\nThe sea\n", 0},
		{"a summary of two sentences", "Related\nThe lake\nOn stilts. In mud.\nThe sea\n", 4},
		{"a summary of three sentences", "Related\nThe lake\nOn stilts. In mud. Wet.\nThe sea\n", 0},
		{"a long headline", "Related\n" + strings.Repeat("word ", 25) + "\nThe sea\n", 3},
		{"too long a headline", "Related\n" + strings.Repeat("word ", 26) + "\nThe sea\n", 0},
		{"a summary as long as a paragraph", "Related\nThe lake\nA village on stilts that is as far from here as the sea, and farther from the road.\nThe sea\n", 0},
		{"a summary just shorter than a paragraph", "Related\nThe lake\n" + strings.Repeat("a", usual-2) + ".\nThe sea\n", 4},
		{"a summary no shorter", "Related\nThe lake\n" + strings.Repeat("a", usual-1) + ".\nThe sea\n", 0},
		{"the author behind it", "Related\nThe lake\nAnna Keller is a geographer in Gao.\nThe sea\n", 0},
		{"the author, in French", "Related\nThe lake\nAnna Keller est chercheuse à Gao.\nThe sea\n", 0},
		{"the first marker counts", "Related\nThe lake\nRead more\nThe sea\n", 4},
		{"a marker within the article", "Read more\nThe rock is granite. It is older than the hills, and harder. No pick has ever marked it.\nRelated\nThe lake\n", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := Read([]byte(body+test.tail), Options{Source: "test"})
			if err != nil {
				t.Fatal(err)
			}
			if got := len(a.Intake.Dropped); got != test.dropped {
				t.Errorf("%d lines dropped, want %d: %v", got, test.dropped, a.Intake.Dropped)
			}
			doubtful := strings.Count(test.tail, "\n") != test.dropped
			if flagged := len(a.Intake.Repaired) > 0; flagged != doubtful {
				t.Errorf("flagged: %v, want %v", a.Intake.Repaired, doubtful)
			}
		})
	}
}

// TestTailNeedsAnArticle keeps a list that nothing comes before.
func TestTailNeedsAnArticle(t *testing.T) {
	a, err := Read([]byte("The River\nRelated\nThe lake\nThe sea\n"), Options{Source: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Intake.Dropped) > 0 || len(a.Intake.Repaired) > 0 {
		t.Errorf("dropped %v, flagged %v; want neither", a.Intake.Dropped, a.Intake.Repaired)
	}
}

func TestIsSummary(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("a ", n)) + "." }
	for s, want := range map[string]bool{
		words(40):                             true,
		words(41):                             false,
		"It rises. It ends.":                  true,
		"It rises. It ends. It is.":           false,
		"Anna Keller is a geographer in Gao.": false,
		"Liesbeth van Hal was the founder of two schools.":       false,
		"Aminata Coulibaly est journaliste à Bamako.":            false,
		"Anna Keller and Ousmane Diallo are geographers in Gao.": false,
		"The end of the lake is a warning.":                      true,
		"The lake was calm and the boats were out.":              true,
	} {
		if got := isSummary(s, "en"); got != want {
			t.Errorf("isSummary(%q) = %v", s, got)
		}
	}
}
