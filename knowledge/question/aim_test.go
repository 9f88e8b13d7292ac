package question

import (
	"fmt"
	"strings"
	"testing"
)

func TestAims(t *testing.T) {
	for asked, want := range map[string]string{
		"when did it fall":                          "[when]",
		"who ruled when it fell":                    "[who]",
		"qui a signe":                               "[who]",
		"que recoit une famille qui plante":         "[]",
		"c est qui":                                 "[who]",
		"what happened in the weeks after the raid": "[what happened after]",
		"what happened in may":                      "[what happened]",
		"how far is the registry":                   "[how many]",
		"how far has the reform come":               "[status]",
		"a quoi servait le plan":                    "[why]",
		"what is the aim of the plan":               "[why what is]",
		"where do the plans stand now":              "[where]",
		"ou en sont les registres":                  "[status]",
	} {
		if got := fmt.Sprint(aimsOf(strings.Fields(asked))); got != want {
			t.Errorf("%s: %s, not %s", asked, got, want)
		}
	}
}
