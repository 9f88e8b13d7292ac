package commands_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"griot/commands"
)

// oddPack holds what a small pack has no reason to hold: fields against the
// order of time, counts of several things, an answer that does two things.
const oddPack = `sources:
- {id: old-paper, label: OLD1, title: An old paper, publisher: Nobody, date: 2020, language: en}
- {id: new-paper, label: NEW1, title: A new paper, publisher: Nobody, date: 2021, language: en}
actors:
- id: bakers
  name: Bakers of Orm
  is: {type: movement, line: a guild, claim: guild}
  relations: [{is: victim of, to: flood, claim: guild}]
events:
- id: flood
  name: Flood of Orm
  is: {line: a flood, claim: flood-date}
  dates:
  - {date: 2012-03, claim: flood-late}
  - {date: 2012-02, claim: flood-date}
  counts:
  - {what: killed, number: 7, how: exactly, claim: dead-old}
  - {what: killed, number: 9, how: exactly, claim: dead-new}
  - {what: injured, number: 40, how: exactly, claim: hurt}
- id: fair
  name: Fair of Orm
  is: {line: a fair, claim: fair-held}
  dates: [{date: 2012-05, claim: fair-held}]
reforms:
- id: dikes
  name: Dikes
  is: {line: dikes for Orm, claim: dikes-asked}
  steps:
  - {status: done, date: 2016, claim: dikes-done}
  - {status: promised, date: 2013, claim: dikes-asked}
claims:
- {id: guild, about: [bakers], text: The bakers of Orm have a guild., certainty: stated, cites: [{source: old-paper}]}
- {id: flood-date, about: [flood], text: The water came in February., certainty: stated, cites: [{source: old-paper}]}
- {id: flood-late, about: [flood], text: The water came in March., certainty: stated, cites: [{source: new-paper}]}
- {id: dead-old, about: [flood], text: Seven people died in the flood., certainty: stated, cites: [{source: old-paper}]}
- {id: dead-new, about: [flood], text: The toll reached nine., certainty: stated, cites: [{source: new-paper}]}
- {id: hurt, about: [flood], text: Forty were carried to hospital., certainty: stated, cites: [{source: new-paper}]}
- {id: fair-held, about: [fair], text: A fair was held., certainty: stated, cites: [{source: old-paper}]}
- {id: dikes-asked, about: [dikes], text: Dikes were promised., certainty: stated, cites: [{source: old-paper}]}
- id: dikes-done
  about: [dikes]
  text: Dikes stand.
  certainty: stated
  cites: [{source: new-paper}]
- id: dikes-leak
  about: [dikes]
  text: No dike stands.
  certainty: stated
  cites: [{source: new-paper}]
  answers: [{claim: dikes-done, how: supports}, {claim: dikes-done, how: denies}]
`

func oddGriot(t *testing.T) *commands.Griot {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, "pack.yaml", "id: odd\nversion: 1\ntitle: Odd\nabout: Odd cases.\nrights: none\n")
	write(t, folder, "odd.yaml", oddPack)
	var sentences []string
	for i := range 25 {
		sentences = append(sentences, fmt.Sprintf("Turnip %d grew in the field.", i+1))
	}
	article := "An old paper\n" + strings.Join(sentences, " ") + "\n" +
		"Long " + strings.Repeat("but whole ", 180) + "it is.\n" + "Longer " + strings.Repeat("and never whole ", 140) + "it is.\n"
	write(t, folder, "article.txt", article)
	g := griot(t, folder)
	importText(t, g, "old-paper", filepath.Join(folder, "article.txt"))
	return g
}

// inOrder reports whether all parts stand in s, one after the other.
func inOrder(s string, parts ...string) bool {
	for _, p := range parts {
		_, after, found := strings.Cut(s, p)
		if !found {
			return false
		}
		s = after
	}
	return true
}

// TestOddCases: each line asks; the parts stand in the answer in this order,
// and the last column does not.
func TestOddCases(t *testing.T) {
	g := oddGriot(t)
	for _, c := range []struct {
		name, line string
		parts      []string
		not        string
	}{
		{"steps in the order of time", "/reform name:dikes", []string{"promised, 2013", "done, 2016"}, ""},
		{"dates in the order of time", "/timeline from:2012 to:2012", []string{"*February 2012*", "*March 2012*", "*May 2012*"}, ""},
		{"tied by a relation alone", "/timeline actor:bakers", []string{"Flood of Orm"}, "Fair of Orm"},
		{"an answer that supports and denies", "/reform name:dikes", []string{"*Denied*: No dike stands."}, "*: Dikes stand. ("},
		{"a sentence of half a page", "/quote words:OLD1-2.1", []string{"“Long but whole"}, "too long"},
		{"a longer sentence", "/quote words:OLD1-3.1", []string{"OLD1-3.1 is too long"}, "never whole"},
		{"numbers of one thing beside each other", "/ask question:How many people died in the flood of Orm?",
			[]string{"Seven people died", "The toll reached nine"}, "Forty"},
		{"a place that no claim names", "/quote words:NEW1-0.1", []string{"outcome: not_in_sources", "NEW1 is not imported"}, "Dikes stand"},
	} {
		said := print(answer(g, c.line))
		if !inOrder(said, c.parts...) || c.not != "" && strings.Contains(said, c.not) {
			t.Errorf("%s: %s: want %q, not %q:\n%.1500s", c.name, c.line, c.parts, c.not, said)
		}
	}
	if got := strings.Count(print(answer(g, "/quote words:turnip")), "“Turnip "); got != 20 {
		t.Errorf("%d sentences are shown, want 20", got)
	}
}

// TestGroupsGoOn: a group that a page has no room for says so on the next.
func TestGroupsGoOn(t *testing.T) {
	g := crowdGriot(t, 13, 80)
	r := answer(g, "/event name:talk")
	if len(r.Pages) < 3 {
		t.Fatalf("%d pages", len(r.Pages))
	}
	for i, p := range r.Pages[2:] {
		if b := p.Blocks[0]; b.Style != commands.Heading || !strings.Contains(b.Spans[0].Text, "continued") {
			t.Errorf("page %d begins with %v", i+3, b.Spans)
		}
	}
}
