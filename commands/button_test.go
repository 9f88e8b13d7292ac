package commands_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"griot/commands"
	"griot/knowledge"
)

// save is a button that writes.
var save = commands.Button{Label: "Save", Writes: true, Ask: commands.Ask{Command: "about", Values: map[string]string{"id": "tarn"}}}

func sealed(t testing.TB, g *commands.Griot, who knowledge.Who, b commands.Button) string {
	t.Helper()
	id, err := g.Buttons.Seal(context.Background(), who, b)
	if err != nil {
		t.Fatal(err)
	}
	if len(id) > commands.MaxCustomID {
		t.Errorf("%q has %d characters", id, len(id))
	}
	return id
}

// TestWritingButtonsAreTheirOwners: each way to misuse one is refused with its
// own sentence, and nothing but the owner's press in time goes through.
func TestWritingButtonsAreTheirOwners(t *testing.T) {
	g := griot(t, "testdata/tarn")
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	g.Buttons.Now = func() time.Time { return now }
	owner := knowledge.Who{User: "1", Guild: "2"}
	id := sealed(t, g, owner, save)
	broken := []byte(id)
	broken[20] ^= 1
	for name, c := range map[string]struct {
		who   knowledge.Who
		after time.Duration
		id    string
		want  string
	}{
		"the owner at once":            {owner, 0, id, ""},
		"the owner in the last second": {owner, 15 * time.Minute, id, ""},
		"the owner with another role":  {knowledge.Who{User: "1", Guild: "2", Role: knowledge.Moderator, Roles: []string{"3"}}, 0, id, ""},
		"the owner, too late":          {owner, 15*time.Minute + time.Second, id, "button expired"},
		"another person":               {knowledge.Who{User: "3", Guild: "2"}, 0, id, "button of another"},
		"another person, too late":     {knowledge.Who{User: "3", Guild: "2"}, time.Hour, id, "button of another"},
		"an owner of the program":      {knowledge.Who{User: "3", Guild: "2", Role: knowledge.Owner}, 0, id, "button of another"},
		"another server":               {knowledge.Who{User: "1", Guild: "3"}, 0, id, "button elsewhere"},
		"no server":                    {knowledge.Who{User: "1"}, 0, id, "button elsewhere"},
		"another server and person":    {knowledge.Who{User: "12"}, 0, id, "button elsewhere"},
		"a changed byte":               {owner, 0, string(broken), "button"},
		"a byte less":                  {owner, 0, id[:len(id)-1], "button"},
		"a byte more":                  {owner, 0, id + "A", "button"},
		"an older version":             {owner, 0, "0" + id[1:], "button old"},
		"as if it read":                {owner, 0, id[:2] + "q" + id[3:], "button"},
		"as if it were kept":           {owner, 0, id[:2] + "W" + id[3:], "button"},
		"nothing but its way":          {owner, 0, "10w" + strings.Repeat("A", 16), "button"},
	} {
		now = time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC).Add(c.after)
		reply, opens := g.Press(t.Context(), commands.Asker{Who: c.who, Locale: "en"}, c.id)
		got := ""
		if reply.Err != nil {
			got = reply.Err.Code
		}
		if got != c.want || c.want != "" && (reply.Outcome != commands.Refused || opens != commands.ForMe) {
			t.Errorf("%s: %q, %s, opens %v, want %q", name, got, reply.Outcome, opens, c.want)
		}
	}
}

// TestNoByteOfAWritingButtonCanBeChanged, nor does a reading one become one
// that writes: whatever is sealed for whomever, with any byte replaced it is
// refused.
func TestNoByteOfAWritingButtonCanBeChanged(t *testing.T) {
	g := griot(t, "testdata/tarn")
	rapid.Check(t, func(t *rapid.T) {
		who := knowledge.Who{User: rapid.StringMatching(`[0-9]{1,20}`).Draw(t, "user"), Guild: rapid.StringMatching(`[0-9]{0,20}`).Draw(t, "guild")}
		b := commands.Button{
			Writes: rapid.Bool().Draw(t, "writes"),
			Opens:  commands.Opens(rapid.IntRange(0, 2).Draw(t, "opens")),
			Ask:    commands.Ask{Command: "about", Values: rapid.MapOfN(rapid.String(), rapid.String(), 0, 3).Draw(t, "values")},
		}
		id, err := g.Buttons.Seal(context.Background(), who, b)
		if err != nil {
			t.Fatal(err)
		}
		if _, opens, err := g.Buttons.Open(context.Background(), who, id); err != nil || opens != b.Opens {
			t.Fatalf("%q opens %v: %v", id, opens, err)
		}
		changed := []byte(id)
		at := rapid.IntRange(0, len(id)-1).Draw(t, "at")
		changed[at] = rapid.Byte().Filter(func(c byte) bool { return c != id[at] }).Draw(t, "byte")
		if _, _, err := g.Buttons.Open(context.Background(), who, string(changed)); err == nil {
			t.Fatalf("%q is taken for %q", changed, id)
		}
	})
}

// TestLongWritingButtonsAreKept, with owner and expiry.
func TestLongWritingButtonsAreKept(t *testing.T) {
	g := griot(t, "testdata/tarn")
	long := save
	long.Ask.Values = map[string]string{"text": strings.Repeat("a new text ", 300)}
	id := sealed(t, g, asker().Who, long)
	ask, _, err := g.Buttons.Open(t.Context(), asker().Who, id)
	if err != nil || ask.Values["text"] != long.Ask.Values["text"] {
		t.Errorf("opened as %v: %v", ask, err)
	}
	reply, _ := g.Press(t.Context(), commands.Asker{Who: knowledge.Who{User: "3", Guild: "2"}}, id)
	if reply.Err == nil || reply.Err.Code != "button of another" {
		t.Errorf("another person: %v", reply.Err)
	}
}

// TestNobodyOwnsNoButton: one that writes isn't made for nobody.
func TestNobodyOwnsNoButton(t *testing.T) {
	g := griot(t)
	if id, err := g.Buttons.Seal(t.Context(), knowledge.Who{Guild: "2"}, save); err == nil {
		t.Errorf("sealed as %s", id)
	}
}

// TestReadingButtonsStayAsTheyWere: those on messages of long ago still work.
func TestReadingButtonsStayAsTheyWere(t *testing.T) {
	const old = "10qabout;0;id=tarnwV15abM-CvgF0Xn7"
	if id := sealed(t, griot(t), asker().Who, commands.Button{Ask: save.Ask}); id != old {
		t.Errorf("a reading button became %s", id)
	}
}
