package commands_test

import (
	"fmt"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// crowdGriot returns a Griot over one claim that many others contradict, each
// with a speaker and a source of its own and as many words as given.
func crowdGriot(t *testing.T, others, words int) *commands.Griot {
	t.Helper()
	folder := t.TempDir()
	sources, claims := "", ""
	for i := range others + 1 {
		sources += fmt.Sprintf("- {id: source-%d, label: SRC%d, title: %s, publisher: Nobody, date: 2020, language: en}\n",
			i, i, strings.Repeat("A title ", 20))
		claims += fmt.Sprintf("- id: claim-%d\n  about: [talk]\n  text: Account %d says %s.\n  certainty: reported\n  by: [witness %d]\n  cites: [{source: source-%d}]\n",
			i, i, strings.TrimSpace(strings.Repeat("otherwise ", words)), i, i)
		if i > 0 {
			claims += "  answers: [{claim: claim-0, how: contradicts}]\n"
		}
	}
	write(t, folder, "pack.yaml", "id: crowd\nversion: 1\ntitle: Crowd\nabout: Many accounts.\nrights: none\n")
	write(t, folder, "crowd.yaml", "sources:\n"+sources+"events:\n- id: talk\n  name: A talk\n  is: {line: a talk, claim: claim-0}\nclaims:\n"+claims)
	return griot(t, folder)
}

// TestCrowdsKeepTheLimits: however many accounts contradict one, they stand on
// one page that Discord takes.
func TestCrowdsKeepTheLimits(t *testing.T) {
	for _, c := range []struct{ others, words int }{{13, 5}, {13, 80}, {30, 80}} {
		t.Run(fmt.Sprintf("%d of %d words", c.others, c.words), func(t *testing.T) {
			g := crowdGriot(t, c.others, c.words)
			s := &shelf{Griot: g, replies: everyReply(g)}
			s.boundClaims(t)
			s.limits(t)
			s.footers(t)
			s.buttons(t)
			told := print(answer(g, "/event name:talk"))
			for i := range c.others + 1 {
				if !strings.Contains(told, fmt.Sprintf("Account %d says", i)) {
					t.Errorf("account %d is told nowhere", i)
				}
			}
		})
	}
}

// TestNoteInACrowd: a moderator's note among more accounts than a page has room
// for stands nowhere in a source, so its words are shown.
func TestNoteInACrowd(t *testing.T) {
	g := crowdGriot(t, 30, 80)
	note, err := knowledge.NewRecord(knowledge.Desk("2"), knowledge.KindClaim, "d-note", knowledge.Claim{
		ID: "d-note", About: []knowledge.ID{"talk"}, Text: knowledge.InEnglish("The tape says otherwise."), Certainty: knowledge.Reported,
		Unsourced: true, Answers: []knowledge.Answer{{Claim: "claim-0", How: knowledge.Contradicts}},
	})
	if err != nil {
		t.Fatal(err)
	}
	edit(t, g, note)
	r := answer(g, "/event name:talk")
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	for i, p := range r.Pages {
		told := print(commands.Reply{Pages: []commands.Page{p}, Page: 1})
		if !strings.Contains(told, "The tape says otherwise. (reported, disputed") {
			t.Errorf("page %d has accounts without the note", i+1)
		}
	}
}

// TestListsGoOn: counts, dates, relations and names that no page has room for
// go on, on the next; none is left out, and a long title full of Markdown fits.
func TestListsGoOn(t *testing.T) {
	const many = 60
	folder := t.TempDir()
	dates, counts, relations, also := "", "", "", ""
	for i := range many {
		dates += fmt.Sprintf("  - {date: '%d', claim: talk-held}\n", 1900+i)
		counts += fmt.Sprintf("  - {what: speeches, number: %d, how: about, of: %s, claim: talk-held}\n", 1000+i, strings.Repeat("long talks ", 8))
		relations += fmt.Sprintf("  - {is: part of, to: talk-%d, claim: talk-held}\n", i)
		also += fmt.Sprintf("  - Name %d of the talk %s\n", i, strings.Repeat("and more ", 15))
	}
	events := fmt.Sprintf("- id: talk\n  name: %q\n  is: {line: a talk, claim: talk-held}\n  also:\n%s  dates:\n%s  counts:\n%s  relations:\n%s",
		strings.Repeat("*a_", 66), also, dates, counts, relations)
	about := "talk"
	for i := range many {
		events += fmt.Sprintf("- {id: talk-%d, name: Talk %d, is: {line: a talk, claim: talk-held}}\n", i, i)
		about += fmt.Sprintf(", talk-%d", i)
	}
	write(t, folder, "pack.yaml", "id: lists\nversion: 1\ntitle: Lists\nabout: Long lists.\nrights: none\n")
	write(t, folder, "lists.yaml", "sources:\n- {id: paper, label: PAP20, title: A paper, publisher: Nobody, date: 2020, language: en}\nevents:\n"+events+
		"claims:\n- {id: talk-held, about: ["+about+"], text: Talks were held., certainty: stated, cites: [{source: paper}]}\n")
	g := griot(t, folder)
	s := &shelf{Griot: g, replies: everyReply(g)}
	s.limits(t)
	s.footers(t)
	told := print(answer(g, "/event name:talk")) + print(answer(g, "/timeline"))
	for i := range many {
		for _, part := range []string{fmt.Sprintf("- %d ", 1900+i), fmt.Sprintf("*%d*", 1900+i), fmt.Sprintf("about 1,%03d ", i), fmt.Sprintf("- Talk %d ", i), fmt.Sprintf("Name %d of", i)} {
			if !strings.Contains(told, part) {
				t.Errorf("%q is told nowhere", part)
			}
		}
	}
	if !strings.Contains(told, "*Speeches, continued*") {
		t.Error("a list that goes on doesn't say so")
	}
}
