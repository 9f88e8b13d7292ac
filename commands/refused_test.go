package commands_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/commands"
	"griot/knowledge"
)

// TestRefusedWriting holds testdata/refused.txt: what is typed into a form and
// can't be saved, and what is said of it. Each case begins with the form and the
// record; the fields that are typed anew follow, " / " between their lines; then,
// indented, the answer. -update rewrites the answers.
func TestRefusedWriting(t *testing.T) {
	const file = "testdata/refused.txt"
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g := tarn(t)
	var got []string
	for _, c := range strings.Split(strings.TrimSpace(string(want)), "\n\n") {
		got = append(got, refusal(t, g, c))
	}
	written := strings.Join(got, "\n\n") + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(written), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), written); diff != "" {
		t.Errorf("answers differ (-want +got):\n%s", diff)
	}
}

// refusal returns a case with the answer that it gets.
func refusal(t *testing.T, g *commands.Griot, c string) string {
	t.Helper()
	var kept []string
	ask := commands.Ask{Command: "draft", Values: map[string]string{"claim": "d-newclaim", "stamp": "0.1"}}
	for _, line := range strings.Split(c, "\n") {
		if strings.HasPrefix(line, "    ") {
			continue
		}
		kept = append(kept, line)
		if as, record, found := strings.Cut(line, " of "); found && ask.Values["as"] == "" {
			ask.Values["as"], ask.Values["record"] = as, record
		} else if field, value, found := strings.Cut(line, ": "); found && !strings.HasPrefix(line, "#") {
			ask.Values[field] = strings.ReplaceAll(value, " / ", "\n")
		}
	}
	if strings.HasPrefix(ask.Values["as"], "new ") {
		delete(ask.Values, "stamp")
	}
	who := commands.Asker{Who: knowledge.Who{User: "ana", Guild: "7", Role: knowledge.Moderator}, Locale: "en"}
	reply := g.Answer(t.Context(), who, ask)
	if reply.Outcome != commands.Invalid {
		t.Errorf("%s: is not refused but %s", c, reply.Outcome)
	}
	for _, b := range reply.Pages[0].Blocks {
		said := ""
		for _, span := range b.Spans {
			said += span.Text
		}
		if strings.HasPrefix(said, "What goes stands") {
			break
		}
		if b.Style == commands.Item {
			kept = append(kept, "    "+said)
		}
	}
	return strings.Join(kept, "\n")
}
