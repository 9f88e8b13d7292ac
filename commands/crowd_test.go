package commands_test

import (
	"fmt"
	"strings"
	"testing"

	"griot/commands"
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
