package question

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

// TestShape reads questions that no source answers: their shape lies in their
// words alone.
func TestShape(t *testing.T) {
	v, err := knowledge.NewView(nil)
	if err != nil {
		t.Fatal(err)
	}
	type parts struct{ Focus, Thing, Deed, Role, Actor string }
	said := func(w *word) string {
		if w == nil {
			return ""
		}
		return w.Typed
	}
	for asked, want := range map[string]parts{
		"who commanded the gunmen":                         {Deed: "commanded"},
		"who is the mayor of the capital":                  {Role: "mayor"},
		"which newspaper did the rebels found":             {Focus: "newspaper", Actor: "rebels", Deed: "found"},
		"what weapons did the attackers use":               {Focus: "weapons", Actor: "attackers"},
		"how many demonstrators were killed":               {Thing: "demonstrators", Deed: "killed"},
		"what stopped the revision":                        {Deed: "stopped"},
		"when did the country become independent":          {Deed: "independent"},
		"why did the first plan to lift the limit fail":    {Actor: "limit", Deed: "fail"},
		"when were the five suspects released":             {Actor: "suspects", Deed: "released"},
		"who is believed to have attacked the village":     {Deed: "attacked"},
		"where was the town liberated by the army":         {Actor: "army", Deed: "liberated"},
		"what is the name of the clerk":                    {Role: "clerk"},
		"qui dirige la milice":                             {Deed: "dirige"},
		"combien de soldats ont été tués":                  {Thing: "soldats", Deed: "tues"},
		"quand le premier ministre a-t-il démissionné":     {Deed: "demissionne"},
		"qui est le ministre de la justice":                {Role: "ministre"},
		"how many marched against the bill":                {Deed: "marched"},
		"how many demonstrators showed up at the square":   {Thing: "demonstrators", Deed: "showed"},
		"which movements or unions signed":                 {Focus: "movements", Deed: "signed"},
		"what's the prime minister's name":                 {Role: "minister"},
		"milices armes":                                    {},
		"can someone tell me why the government resigned?": {Actor: "government", Deed: "resigned"},
	} {
		s := Read(v, asked).shape
		got := parts{said(s.focus), said(s.thing), said(s.deed), said(s.role), said(s.actor)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", asked, diff)
		}
	}
}

func TestCallsOneByARole(t *testing.T) {
	l := linesOf(knowledge.Text{"en": "The clerk of Judge Benguela wrote to President Mokolo."})[0]
	role := func(w string) *word {
		r := &word{}
		r.Typed, r.senses = w, sensesOf([]string{w})[0]
		return r
	}
	for _, test := range []struct {
		role, name string
		want       bool
	}{
		{"judge", "benguela", true},
		{"clerk", "benguela", false},
		{"president", "mokolo", true},
		{"judge", "mokolo", false},
	} {
		if got := l.calls(role(test.role), []string{test.name}); got != test.want {
			t.Errorf("%s called %s: got %v", test.name, test.role, got)
		}
	}
}
