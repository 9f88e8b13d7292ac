package question_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
	"griot/knowledge/question"
)

// TestTarn asks about the invented valley: every one of its few questions must
// come out right, so that the rules hold for a pack that they were not made on.
func TestTarn(t *testing.T) {
	n := judge(t, library(t, tarn).View(""), "testdata/tarn.txt", true)
	if n.answered != n.answerable || n.right != n.unanswerable || n.whole != n.also {
		t.Errorf("got %+v, want all right", n)
	}
}

func TestReadSeesWhatIsWanted(t *testing.T) {
	v := library(t, tarn).View("")
	for asked, want := range map[string][]question.Aim{
		"Who holds the sluice?":                        {question.Who},
		"When did it burn?":                            {question.When},
		"Quand a-t-il brûlé ?":                         {question.When},
		"Where is Selm?":                               {question.Where},
		"How many died?":                               {question.HowMany},
		"Combien de morts ?":                           {question.HowMany},
		"How much of the law has been done?":           {question.HowMany, question.Portion},
		"Quelle part de la loi est appliquée ?":        {question.Portion},
		"Why did it burn?":                             {question.Why},
		"Pourquoi ?":                                   {question.Why},
		"What happened in May?":                        {question.Happens},
		"What came after the fire?":                    {question.After},
		"What is the water law?":                       {question.WhatIs},
		"Who set the fire, who is responsible for it?": {question.WhatIs, question.Blame, question.Who},
		"Is the law stalled?":                          {question.Status},
		"What should they do?":                         {question.Advice},
		"sluice":                                       nil,
		"Whoever whenever":                             nil,
	} {
		if diff := cmp.Diff(want, question.Read(v, asked).Aims); diff != "" {
			t.Errorf("aims of %q (-want +got):\n%s", asked, diff)
		}
	}
}

func TestReadFindsTheEntriesThatAreNamed(t *testing.T) {
	v := library(t, mali).View("")
	for asked, want := range map[string]string{
		"What did IBK vow?":                        "ibrahim-boubacar-keita",
		"Are the Peuls herders?":                   "fulani",
		"the Tuaregs of the north":                 "tuareg",
		"the signing of the Algiers accord":        "algiers-accord-signing algiers-accord",
		"When did the government resign?":          "malian-government government-resignation", // in another order
		"What came of Serval?":                     "french-intervention",                      // a part of its name
		"who is dicko":                             "mahmoud-dicko",                            // a person, without the capital
		"who is Amadou Kofua?":                     "amadou-koufa",
		"Which movements demonstrated in the rain": "",
		"The what of it":                           "",
	} {
		var got []string
		for _, id := range question.Read(v, asked).Entries {
			got = append(got, string(id))
		}
		for _, id := range strings.Fields(want) {
			if !slices.Contains(got, id) {
				t.Errorf("%q: got %v, want %s among them", asked, got, id)
			}
		}
		if want == "" && len(got) > 0 {
			t.Errorf("%q: got %v, want none", asked, got)
		}
	}
}

func TestReadCorrects(t *testing.T) {
	v := library(t, mali).View("")
	for asked, want := range map[string]string{
		"what about stabilty":    "stability",
		"what happend there":     "", // says nothing, put right or not
		"what did Kieta vow":     "keita",
		"What did the Pope say?": "", // no name is called Hope
		"the milice":             "", // the lexicon knows the French word
		"the bse":                "", // too short to tell
	} {
		var got []string
		for _, c := range question.Read(v, asked).Corrected {
			got = append(got, c.Meant)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: corrected to %q, want %q", asked, s, want)
		}
	}
}

// TestDatesOfAQuestion asks of one thing at many times.
func TestDatesOfAQuestion(t *testing.T) {
	v := library(t, tarn).View("")
	for when, answered := range map[string]bool{
		"":                  true,
		" in 2015":          true,
		" in May 2015":      true,
		" on 9 May":         true,
		" on 9 May 2015":    true,
		" on 2015-05-10":    true,
		" en mai 2015":      true,
		" in 2014":          false, // another thing happened then
		" in August 2015":   false,
		" on 11 May":        false,
		" in 1815":          false,
		" on 9 May 1915":    false,
		" am 9. Brachet 15": false,
	} {
		got := question.Find(v, "Did the stores of the herders burn at Selm"+when+"?")
		if (len(got.Fits) > 0) != answered {
			t.Errorf("burnt%s: found %s, want an answer: %v", when, first(got, 2), answered)
		}
	}
}

// TestFitsComeInOrder holds what a caller relies on.
func TestFitsComeInOrder(t *testing.T) {
	v := library(t, mali).View("")
	found := question.Find(v, "What happened at Ogossagou?")
	if len(found.Fits) < 3 {
		t.Fatalf("got %d fits, want several", len(found.Fits))
	}
	seen := map[knowledge.ID]bool{}
	for i, f := range found.Fits {
		if seen[f.Claim.ID] {
			t.Errorf("%s comes twice", f.Claim.ID)
		}
		seen[f.Claim.ID] = true
		if i > 0 && f.Score > found.Fits[i-1].Score || f.Score < found.Fits[0].Score/2 {
			t.Errorf("fit %d has score %.2f after %.2f", i, f.Score, found.Fits[0].Score)
		}
		if f.Share < 0 || f.Share > 1.001 || f.Said < 0 || f.Said > 1.001 || f.Share > found.Share {
			t.Errorf("%s holds %.2f, of what is said %.2f; the most is %.2f", f.Claim.ID, f.Share, f.Said, found.Share)
		}
	}
}

// TestReadRespells puts right what the index can't tell alone.
func TestReadRespells(t *testing.T) {
	v := library(t, soravia).View("")
	for asked, want := range map[string]string{
		"who set up the dkye guards": "dyke",
		"wen did the rivr war end":   "river",
		"landregistry where is it":   "land registry",
		"who set up the moon guards": "",
	} {
		var got []string
		for _, c := range question.Read(v, asked).Corrected {
			got = append(got, c.Meant)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: corrected to %q, want %q", asked, s, want)
		}
	}
}

// TestOneWordMore holds that an answer stands on every word that counts: with
// another in its place there is none.
func TestOneWordMore(t *testing.T) {
	v := library(t, soravia).View("")
	for answered, refused := range map[string]string{
		"Who leads the Mangrove Wing?":            "Who trained the Mangrove Wing?",
		"Who was president before 2008?":          "Who is the president of Kessou?",
		"How many people were killed at Bassiri?": "How many people were killed at Lanmé?",
		"Who mediated at Port Maré?":              "Who mediated in the river war?",
		"When did the river war end?":             "When was Grace Tolo born?",
	} {
		if found := question.Find(v, answered); len(found.Fits) == 0 {
			t.Errorf("%s: no answer", answered)
		}
		if found := question.Find(v, refused); len(found.Fits) > 0 {
			t.Errorf("%s: found %s, want no answer", refused, first(found, 2))
		}
	}
}
