package commands_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// mergedPack is a small world in which a desk finds that two names stand for
// one club, one region and one claim, and hides the crier and the feast.
const mergedPack = `sources:
- {id: paper, label: PAP20, title: A paper, publisher: Nobody, date: 2020, language: en}
- {id: copy, label: COP20, title: A copy, publisher: Nobody, date: 2020, language: en}
- {id: rumour, label: RUM20, title: A rumour, publisher: Nobody, date: 2020, language: en}
places:
- {id: land, name: The Land, kind: country}
- {id: vale, name: The Vale, kind: region, within: land}
- {id: old-vale, name: Old Vale, kind: region, within: land}
- {id: orm, name: Orm, kind: village, within: old-vale}
actors:
- id: club
  name: The club
  is: {type: movement, line: a club, claim: club-is}
- id: league
  name: The league
  is: {type: movement, line: a league, claim: league-is}
- id: crier
  name: The crier
  is: {type: person, line: a crier, claim: crier-is}
events:
- id: fair
  name: The fair
  is: {line: a fair, claim: fair-held}
  dates: [{date: 2012-05, claim: fair-held}]
  places: [{place: orm, claim: fair-held}]
  relations: [{is: part of, to: feast, claim: fair-held}, {is: responded to, to: club, claim: fair-held}]
- id: feast
  name: The feast
  is: {line: a feast, claim: feast-held}
claims:
- {id: club-is, about: [club], text: There is a club., certainty: stated, cites: [{source: paper}]}
- {id: league-is, about: [league], text: There is a league., certainty: stated, cites: [{source: paper}]}
- {id: crier-is, about: [crier], text: There is a crier., certainty: stated, cites: [{source: paper}]}
- {id: feast-held, about: [feast], text: A feast was held., certainty: stated, cites: [{source: paper}]}
- {id: fair-held, about: [fair], text: A fair was held., certainty: reported, by: [{actor: crier}, a farmer], cites: [{source: paper}]}
- {id: fair-told, about: [fair], text: They say that there was a fair., certainty: reported, by: [{actor: crier}], cites: [{source: paper}]}
- {id: fair-toll, about: [fair], text: A toll was taken., certainty: stated, cites: [{source: copy}]}
- {id: no-fair, about: [fair], text: No fair was held., certainty: stated, cites: [{source: copy}, {source: rumour}], answers: [{claim: fair-told, how: denies}]}
`

// mergedDesk returns a desk over that world, as a moderator of server 2 left it.
func mergedDesk(t *testing.T) *commands.Griot {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, "pack.yaml", "id: merged\nversion: 1\ntitle: Merged\nabout: Redirects.\nrights: none\n")
	write(t, folder, "merged.yaml", mergedPack)
	g := griot(t, folder)
	var records []knowledge.Record
	over := func(id knowledge.ID, state knowledge.RecordState, into knowledge.ID) {
		r, ok := g.Library.Stored(knowledge.Shelf, id)
		if !ok {
			t.Fatalf("no record %s", id)
		}
		r.Layer, r.Rev, r.Base, r.State, r.Into = knowledge.Desk("2"), 0, r.Rev, state, into
		records = append(records, r)
	}
	over("club", knowledge.Merged, "league")
	over("old-vale", knowledge.Merged, "vale")
	over("fair-told", knowledge.Merged, "fair-held")
	over("crier", knowledge.Hidden, "")
	over("feast", knowledge.Hidden, "")
	over("copy", knowledge.Merged, "paper")
	over("rumour", knowledge.Hidden, "")
	edit(t, g, records...)
	return g
}

// edit puts records on the desk of server 2: a moderator saves them, and a
// second one approves.
func edit(t *testing.T, g *commands.Griot, records ...knowledge.Record) {
	t.Helper()
	who := knowledge.Who{User: "1", Guild: "2", Role: knowledge.Moderator}
	e := knowledge.Edit{Layer: knowledge.Desk("2"), Action: knowledge.EditRecord, Target: "test", Records: records}
	receipt, err := g.Library.Apply(context.Background(), who, e)
	if err == nil && receipt.Waiting != "" {
		who.User = "a second"
		_, err = g.Library.Apply(context.Background(), who, knowledge.Edit{Layer: e.Layer, Action: knowledge.Approve, Proposal: receipt.Waiting})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestMergedAndHidden: what was merged is shown under what it went into, once;
// what is hidden is named nowhere, not even by its id.
func TestMergedAndHidden(t *testing.T) {
	g := mergedDesk(t)
	for _, c := range []struct {
		name, line string
		parts      []string
		not        string
	}{
		{"a place within a merged one", "/timeline place:vale", []string{"The fair"}, ""},
		{"a merged place is where it went", "/timeline place:old-vale", []string{"The fair"}, ""},
		{"a relation to an old id", "/timeline actor:league", []string{"The fair"}, ""},
		{"a relation to an old id, by name", "/event name:fair", []string{"*Responded to*: The league"}, "The club"},
		{"a relation to what is hidden", "/event name:fair", nil, "feast"},
		{"a speaker who is hidden", "/event name:fair", []string{"A fair was held. (reported by a farmer, disputed)"}, "according to"},
		{"a claim denied under its old id", "/event name:fair", []string{"*Denied*: No fair was held."}, "answers."},
		{"what a denial denies", "/ask question:Was no fair held?", []string{"*It denies this*: A fair was held."}, ""},
		{"a source under its old id", "/event name:fair", []string{"No fair was held. [1] PAP20 [2] rumour\n", "[1] PAP20: A paper", "[2] rumour: hidden on this server"}, "COP20"},
		{"claims that rest on it under its old id", "/sources name:PAP20", []string{"7 claims rest on it"}, ""},
		{"what rests on a source", "/sources name:PAP20", []string{"- The fair", "- The league"}, "crier"},
		{"a search in a source under its old id", "/search words:toll source:PAP20", []string{"- A toll was taken."}, ""},
		{"a summary of a source under its old id", "/summarize source:PAP20", []string{"A toll was taken."}, ""},
		{"a search for an entry that is hidden", "/search words:feast", []string{"- A feast was held."}, ", Event"},
		{"a search for what was merged", "/search words:club", []string{"There is a club."}, "The club"},
		{"nor twice", "/sources name:PAP20", nil, "- The league\n            - The league"},
	} {
		r := answer(g, c.line)
		said := print(r)
		if !inOrder(said, c.parts...) || c.not != "" && strings.Contains(said, c.not) {
			t.Errorf("%s: %s: want %q, not %q:\n%s", c.name, c.line, c.parts, c.not, said)
		}
		for _, id := range []knowledge.ID{"club", "old-vale", "crier", "feast"} {
			if slices.Contains(r.Entries, id) {
				t.Errorf("%s: %s: shows %s, which is no more", c.name, c.line, id)
			}
		}
	}
	s := &shelf{Griot: g, replies: everyReply(g)}
	s.limits(t)
	s.buttons(t)
}
