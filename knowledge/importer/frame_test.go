package importer

import (
	"strings"
	"testing"
)

func TestIsTitle(t *testing.T) {
	for s, want := range map[string]bool{
		"The River and Its Names":      true,
		"Who Counts the Herds?":        true,
		"A Year With the U.N.":         true,
		"Who counts the herds? Nobody": true,
		"It is over.":                  false,
		"It is over.”":                 false,
		"Dear reader,":                 false,
		"They came; they saw;":         false,
		"* * *":                        false,
		"1984":                         true,
		"One. Two. Three":              false,
		"a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4":   true,
		"a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5": false,
	} {
		if got := isTitle(s, "en"); got != want {
			t.Errorf("isTitle(%q) = %v", s, got)
		}
	}
}

func TestIsDay(t *testing.T) {
	for s, want := range map[string]bool{
		"12 March 2019":                          true,
		"March 12, 2019, 8:30 a.m. GMT":          true,
		"Tuesday, Apr. 2nd":                      true,
		"Published 12/03/2019":                   true,
		"2019-03-12":                             true,
		"Publié le 1er août 2017 à 08h30":        true,
		"Mis à jour le mercredi 3 décembre 2014": true,
		"5 min read":                             true,
		"Lecture 4 min.":                         true,
		"Temps de lecture : 4 min.":              true,
		"2 mn":                                   true,
		"Mon 14 May 2018 22.23 BST":              true,
		"1984":                                   false,
		"March":                                  false,
		"12 March 2019, Bamako":                  false,
		"After 12 March 2019":                    false,
		"The road to 2019":                       false,
		"12":                                     false,
		"Mars 2 et 3, une mission":               false,
	} {
		if got := isDay(s); got != want {
			t.Errorf("isDay(%q) = %v", s, got)
		}
	}
}

func TestByline(t *testing.T) {
	for s, want := range map[string]bool{
		"By Anna Keller":                           true,
		"BY ANNA KELLER AND OUSMANE DIALLO":        true,
		"By Anna Keller, a geographer at Bamako":   true,
		"By Jane Roe, West Africa correspondent":   true,
		"Par Aminata Coulibaly (à Tombouctou)":     true,
		"By":                                       false,
		"By land and by water":                     false,
		"By Boat: a journey to Gao":                false,
		"Bypass roads":                             false,
		"Written By Anna Keller":                   false,
		"By A b c d e f g h i j k l m":             true,
		"By A b c d e f g h i j k l m n":           false,
		"By Monday the town had run out of water.": false,
	} {
		p := paragraph{text: s}
		if got := (header{}).isCredit(p); got != want {
			t.Errorf("isCredit(%q) = %v", s, got)
		}
	}
}

// TestStandfirstIsPlainlyShorter holds the border: two thirds of the usual
// paragraph, by characters, and two sentences.
func TestStandfirstIsPlainlyShorter(t *testing.T) {
	of := func(texts ...string) []paragraph {
		var ps []paragraph
		for _, s := range texts {
			ps = append(ps, paragraph{text: s})
		}
		return ps
	}
	const sixty = "The river rises far from here, and it ends far from here, ok."
	long := sixty[:60]
	tests := []struct {
		name, first string
		follow      []paragraph
		want        bool
	}{
		{"two thirds", long[:40], of(long, long), true},
		{"a little more", long[:41], of(long, long), false},
		{"by characters, not bytes", "é" + long[1:40], of(long, long), true},
		{"two sentences", "It rises. It ends.", of(long), true},
		{"three sentences", "It rises. It ends. It is.", of(long), false},
		{"nothing follows", "It rises.", nil, false},
		{"no words", "* * *", of(long), false},
		{"a day", "3 March 2015", of(long), false},
		{"below two captions", long[:40], of("A boat", "A well", long, long), true},
		{"below three captions", long[:40], of("A boat", "A well", "A herd", long, long), false},
		{"among separators", long[:40], of(long, "*", "*", "*", "*", long), true},
		{"one long paragraph among short ones", long[:40], of(long, long[:40], long[:40], long[:40], long[:40]), false},
	}
	for _, test := range tests {
		if got := isStandfirst(paragraph{text: test.first}, test.follow, "en"); got != test.want {
			t.Errorf("%s: isStandfirst = %v", test.name, got)
		}
	}
}

// TestFrame names each passage by the first letter of its text: T the title, S the
// standfirst, P prose, B a byline, 1 a day.
func TestFrame(t *testing.T) {
	const (
		prose = "Prose of the river, which goes on and on as rivers do. It bends, and it ends in the sea.\n"
		stand = "Standfirst about it.\n"
	)
	tests := []struct {
		name, text, want string
		lead             int // which passage is ¶ 1, if this is in question
	}{
		{"title alone", "Title", "T", 0},
		{"a day alone", "12 March 2019", "1", 0},
		{"a day above prose", "12 March 2019\n" + prose, "1P", 0},
		{"a day above the title", "12 March 2019\nTitle\n" + prose, "TP1", 0},
		{"title and byline", "Title\nBy Anna Keller\n", "TB", 0},
		{"a day below the standfirst", "Title\n" + stand + "12 March 2019\n" + prose, "TSP1", 0},
		{"a byline below the standfirst", "Title\n" + stand + "By Anna Keller\n" + prose, "TSPB", 0},
		{"standfirst and byline alone", "Title\n" + stand + "By Anna Keller\n", "TSB", 0},
		{"a byline below the lead", "Title\n" + prose + "By Anna Keller\n" + prose[:60] + "\n", "TPBP", 0},
		{"a short lead below a byline", "Title\nBy Anna Keller\n" + stand + prose, "TSPB", 1},
		{"a standfirst between byline and day", "Title\nBy Anna Keller\n" + stand + "12 March 2019\n" + prose, "TSPB1", 2},
		{"a dateline", "Title\nGAO, April 18 (Reuters) - It rose.\n" + prose, "TGP", 1},
		{"menu", "Skip to content\nMenu\nTitle\n" + stand + prose, "TSPSM", 2},
		{"a section above the title", "Opinion\nTitle\n" + stand + prose, "TSPO", 2},
		{"a share bar below the title", "Title\nShare\nFacebook\n" + stand + prose, "TSPSF", 2},
		{"a byline with a full stop above the day", "Title\n" + stand + "By Anna Keller, a geographer at Bamako.\n12 March 2019\n" + prose, "TSPB1", 2},
		{"By Monday begins the lead", "Title\nBy Monday, a river rose.\n" + prose, "TBP", 0},
		{"a link above the lead", "Title\nLire aussi : le fleuve\n" + prose, "TPL", 1},
		{"an agency above the day", "Title\nStandfirst about the river\nAn Agency in Gao\n12 March 2019\n" + prose, "TSPA1", 2},
		{"a name below its label", "Title\nTexte par :\nKeller\n12 March 2019\n" + prose, "TPTK1", 1},
		{"a label without its name", "Title\nPublished\n12 March 2019\nShare page\n" + prose, "TPP1S", 1},
		{"a caption is no standfirst", "Title\nA boat at Gao. (Photo: Sam Bell/AP)\n" + prose, "TAP", 1},
		{"menu alone", "Menu\nSearch\n", "MS", 0},
		{"no title", prose + stand + prose[:70], "PSP", 0},
	}
	for _, test := range tests {
		a, err := Read([]byte(test.text), Options{Source: "test"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if test.lead > 0 && a.Passages[test.lead].Paragraph != 1 {
			t.Errorf("%s: passage %d is ¶ %d, want the lead", test.name, test.lead, a.Passages[test.lead].Paragraph)
		}
		for _, p := range a.Passages {
			got += p.Text[:1]
		}
		if got != test.want {
			t.Errorf("%s: the passages begin with %s, want %s", test.name, got, test.want)
		}
	}
}

func TestDateline(t *testing.T) {
	for s, want := range map[string]bool{
		"BAMAKO, April 18 (Reuters) - Mali’s river rose.": true,
		"BAMAKO — The river rose.":                        true,
		"Bamako (AFP) – Le fleuve a monté.":               true,
		"GAO (Mali), 3 May — The river rose.":             false,
		"The river – and all who live by it – rose.":      false,
		"The river (and the lake) rose.":                  false,
	} {
		if got := dateline.MatchString(s); got != want {
			t.Errorf("dateline %v: %s", got, s)
		}
	}
}

func TestMenu(t *testing.T) {
	for s, want := range map[string]int{
		"Skip to content":                          0,
		"Skip to main content|The River":           1,
		"Menu|Home|Sign in|The River":              3,
		"Aller au contenu|Menu|Accueil|Le fleuve":  3,
		"Passer au contenu principal|Le fleuve":    1,
		"Home|The River":                           0,
		"Opinion|The River":                        1,
		"World|Africa|The River":                   2,
		"Afrique|It rose. It fell. It rose again.": 0,
		"Opinion":                       0,
		"News|\u2014|Drought|The River": 3,
		"Drought|The River":             0,
		"The River|Menu":                0,
	} {
		var ps []paragraph
		for _, line := range strings.Split(s, "|") {
			ps = append(ps, paragraph{text: line})
		}
		if menu, article := (choice{}).cutMenu(ps, "en"); len(menu) != want || len(article) != len(ps)-want {
			t.Errorf("%s: %d lines of a menu, %d of the article", s, len(menu), len(article))
		}
	}
}

// TestKeptTitle: a title that reads like the name of a section stays the title
// if its line is to be kept.
func TestKeptTitle(t *testing.T) {
	const text = "Africa\nHow a continent came apart\nA river rose, and it went on to rise until it had no banks. It fell.\n"
	for title, keep := range map[string][]int{"How a continent came apart": nil, "Africa": {1}} {
		a, err := Read([]byte(text), Options{Source: "test", Keep: keep})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Passages[0]; got.Paragraph != -1 || got.Text != title {
			t.Errorf("keep %v: the title is ¶ %d, %s; want %s", keep, got.Paragraph, got.Text, title)
		}
	}
}
