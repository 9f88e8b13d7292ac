package commands_test

import (
	"context"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// TestPrivateByDefault: what is typed is private unless it says otherwise; what
// is shown to everyone stays shown, and another server isn't touched.
func TestPrivateByDefault(t *testing.T) {
	d := newDesk(t)
	d.configure(knowledge.Settings{Private: true})
	reader := d.as("11", knowledge.Reader)
	for line, want := range map[string]bool{"/event name:selm-fire": true, "/event name:selm-fire private:no": false, "/event name:selm-fire private:yes": true, "/review": true} {
		if r := d.ask(reader, line); r.Private != want {
			t.Errorf("%s is private: %v", line, r.Private)
		}
		if ask := d.ByDefault("7", parse(line)); d.IsPrivate(ask) != want {
			t.Errorf("%s is announced as private: %v", line, !want)
		}
	}
	if shared := press(t, d, reader, "/event name:selm-fire", "Show to everyone"); shared.Private {
		t.Error("what is shown to everyone is private again")
	}
	other := reader
	other.Guild = "8"
	if d.ask(other, "/event name:selm-fire").Private {
		t.Error("another server's setting counts")
	}
}

// TestLanguageOfAServer is that of its answers and choices, whoever asks.
func TestLanguageOfAServer(t *testing.T) {
	d := newDesk(t)
	reader := d.as("11", knowledge.Reader)
	named := func(want string) {
		t.Helper()
		if r := d.ask(reader, "/event name:selm-fire"); !strings.HasPrefix(r.Pages[0].Title, want) {
			t.Errorf("the title is %s, want %s", r.Pages[0].Title, want)
		}
		choices := d.Complete(reader, parse("/event name:fire of"), "name")
		if len(choices) == 0 || !strings.HasPrefix(choices[0].Name, want) {
			t.Errorf("the choices are %v, want %s", choices, want)
		}
	}
	named("Fire of Selm")
	d.configure(knowledge.Settings{Language: "fr"})
	named("incendie de Selm")
}

// TestSummariesOfAServer go as far as its settings say, else as the operator.
func TestSummariesOfAServer(t *testing.T) {
	d := newDesk(t)
	var level commands.Level
	d.Commands = []commands.Command{{Name: "level", Run: func(_ context.Context, r commands.Request) (commands.Reply, error) {
		level = r.Level
		return commands.Reply{Outcome: commands.Answered, Pages: []commands.Page{{}}, Page: 1}, nil
	}}}
	for _, c := range []struct {
		own            string
		operator, want commands.Level
	}{
		{"", commands.Selected, commands.Selected}, {"", commands.Written, commands.Written},
		{"selected", commands.Written, commands.Selected}, {"written", commands.Selected, commands.Written},
	} {
		d.configure(knowledge.Settings{Summaries: c.own})
		d.Level = func(string) commands.Level { return c.operator }
		d.ask(d.as("11", knowledge.Reader), "/level")
		if level != c.want {
			t.Errorf("a server that says %q where the operator says %s: %s", c.own, c.operator, level)
		}
	}
	if d.Level = nil; d.ask(d.as("11", knowledge.Reader), "/level").Outcome != commands.Answered || level != commands.Written {
		t.Errorf("without an operator's word: %s", level)
	}
}

// TestGapsAreKept: what a server's readers type and get no answer to is kept,
// once each time, and nothing else.
func TestGapsAreKept(t *testing.T) {
	d := newDesk(t)
	reader, alone := d.as("11", knowledge.Reader), d.as("11", knowledge.Reader)
	alone.Guild = ""
	for _, line := range []string{
		"/ask question:Who built the mill?", "/search words:zeppelin", "/actor name:Xyzzyx", "/event name:Xyzzyx", "/reform name:Qwertyq",
		"/quote words:Hapaxlegomenon", "/actor name:wardens", "/ask question:Who shut the sluice?", "/actor",
	} {
		d.ask(reader, line)
		d.ask(alone, line)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	gaps, err := d.Library.Gaps(t.Context(), "desk/7")
	got := map[string]int{}
	for _, g := range gaps {
		got[g.Question] = g.Asked
	}
	if err != nil || len(gaps) != 4 || got["Who built the mill?"] != 1 || got["zeppelin"] != 1 || got["Xyzzyx"] != 2 || got["Qwertyq"] != 1 {
		t.Errorf("kept: %v, %v", got, err)
	}
}

// TestMyTokens: what a model's answers to somebody cost is counted, of the last
// three days.
func TestMyTokens(t *testing.T) {
	d := newDesk(t)
	for day, spent := range map[string]int{"2026-01-01": 700, "2025-12-30": 50, "2025-12-29": 9000} {
		if err := d.Library.KeepSpent(t.Context(), day, map[string]int{"user:11": spent, "user:12": 1, "all": spent + 1}); err != nil {
			t.Fatal(err)
		}
	}
	for user, want := range map[string]string{"11": "took 750 tokens", "12": "took 2 tokens"} {
		if r := print(d.ask(d.as(user, knowledge.Reader), "/mydata")); !strings.Contains(r, want) {
			t.Errorf("%s: %s", user, r)
		}
	}
	if r := print(d.ask(d.as("13", knowledge.Reader), "/mydata")); strings.Contains(r, "tokens") {
		t.Error(r)
	}
}
