package importer

import "testing"

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
	tests := []struct{ name, text, want string }{
		{"title alone", "Title", "T"},
		{"a day alone", "12 March 2019", "1"},
		{"a day above prose", "12 March 2019\n" + prose, "1P"},
		{"a day above the title", "12 March 2019\nTitle\n" + prose, "TP1"},
		{"title and byline", "Title\nBy Anna Keller\n", "TB"},
		{"a day below the standfirst", "Title\n" + stand + "12 March 2019\n" + prose, "TSP1"},
		{"a byline below the standfirst", "Title\n" + stand + "By Anna Keller\n" + prose, "TSPB"},
		{"standfirst and byline alone", "Title\n" + stand + "By Anna Keller\n", "TSB"},
		{"a byline below the lead", "Title\n" + prose + "By Anna Keller\n" + prose[:60] + "\n", "TPBP"},
		{"no title", prose + stand + prose[:70], "PSP"},
	}
	for _, test := range tests {
		a, err := Read([]byte(test.text), Options{Source: "test"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range a.Passages {
			got += p.Text[:1]
		}
		if got != test.want {
			t.Errorf("%s: the passages begin with %s, want %s", test.name, got, test.want)
		}
	}
}
