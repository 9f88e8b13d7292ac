package console

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/peterh/liner"

	"griot/commands"
	"griot/commands/messages"
	"griot/knowledge/packs"
)

// script types lines at a prompt; "^C" and "^D" are the keys.
type script struct {
	lines   []string
	asked   int
	history []string
}

func (s *script) Prompt(string) (string, error) {
	if s.asked == len(s.lines) {
		return "", errBroken
	}
	line := s.lines[s.asked]
	s.asked++
	switch line {
	case "^C":
		return "", liner.ErrPromptAborted
	case "^D":
		return "", io.EOF
	}
	return line, nil
}

func (s *script) AppendHistory(line string) { s.history = append(s.history, line) }

func TestTalkEnds(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		asked int
		err   error
	}{
		{"at Ctrl-D", []string{"/help", "^D", "/help"}, 2, nil},
		{"at Ctrl-C twice", []string{"^C", "^C", "/help"}, 2, nil},
		{"not at Ctrl-C with a line between", []string{"^C", "/help", "^C", "", "^C", "^C", "/help"}, 6, nil},
		{"at exit", []string{"exit", "/help"}, 1, nil},
		{"at quit", []string{" quit ", "/help"}, 1, nil},
		{"where the editor fails", []string{"/help"}, 1, errBroken},
	} {
		t.Run(c.name, func(t *testing.T) {
			typist := &script{lines: c.lines}
			err := hale(t).talk(t.Context(), &bytes.Buffer{}, typist)
			if !errors.Is(err, c.err) || typist.asked != c.asked {
				t.Errorf("after %d lines with %v, want %d and %v", typist.asked, err, c.asked, c.err)
			}
		})
	}
}

func TestTalkAnswers(t *testing.T) {
	s, typist, out := hale(t), &script{lines: []string{"/actor name:town council", " 2 ", "  ", "^C", "^D"}}, &bytes.Buffer{}
	s.Terminal.Width = maxWidth
	if err := s.talk(t.Context(), out, typist); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"/actor name:town council", "2"}, typist.history); diff != "" {
		t.Errorf("history (-want +got)\n%s", diff)
	}
	say, rest := messages.In("en"), out.String()
	hello, _, _ := strings.Cut(s.Greeting(), "\n")
	for _, want := range []string{hello + "\n", say.Say("title.choose"), "The council of Orr watched", say.Say("console.leave")} {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Errorf("%q is missing, or not in its place:\n%s", want, out)
			continue
		}
		rest = after
	}
}

func TestTalkStopsWhileItWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	waiting := make(waitingEditor)
	defer close(waiting)
	ended := make(chan error)
	s := hale(t)
	go func() { ended <- s.talk(ctx, io.Discard, waiting) }()
	waiting <- struct{}{} // it is prompting
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// waitingEditor is a person who types nothing: it takes one value when it
// prompts, and then waits until it is closed.
type waitingEditor chan struct{}

func (w waitingEditor) Prompt(string) (string, error) {
	<-w
	<-w
	return "", io.EOF
}

func (w waitingEditor) AppendHistory(string) {}

func TestTalkStopsWhereNothingCanBeWritten(t *testing.T) {
	if err := hale(t).talk(t.Context(), broken{}, &script{lines: []string{"/help", "/help"}}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}

func TestGreetingIsThreeLines(t *testing.T) {
	s := hale(t)
	got := s.Greeting()
	hello := messages.In("en").Say("console.hello", "actors", 4, "events", 1, "reforms", 1)
	if strings.Count(got, "\n") != 3 || !strings.HasPrefix(got, hello+"\n") || strings.Contains(got, "console.") {
		t.Errorf("got %q", got)
	}
	var out bytes.Buffer
	s.Terminal.Width = 40
	s.greet(&out)
	if !strings.HasSuffix(out.String(), "\n\n") || strings.Join(strings.Fields(out.String()), " ") != strings.Join(strings.Fields(got), " ") {
		t.Errorf("it greets with %q", &out)
	}
	for line := range strings.Lines(out.String()) {
		if len(line) > 41 {
			t.Errorf("%q is too long", line)
		}
	}
}

func TestOfferListsSeveral(t *testing.T) {
	s := hale(t)
	for _, c := range []struct {
		name, typed string
		pos         int
		offers      []string
		tail, list  string
	}{
		{"one is not listed", "/actor name:dock", 16, []string{"/actor name:Dockers of Hale"}, "", ""},
		{"several are", "/actor name:council", 19, []string{"/actor name:council-hale", "/actor name:council-orr"}, "",
			"\n  Town Council  council-hale\n  Town Council  council-orr\n"},
		{"what follows the cursor stays", "/ac name:é", 3, []string{"/actor name:"}, " name:é", ""},
		{"the cursor is counted in characters", "/actor name:é é", 13, nil, " é", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			head, offers, tail := s.offer(&out, []rune(c.typed), c.pos)
			if head != "" || tail != c.tail || out.String() != c.list || cmp.Diff(c.offers, offers) != "" {
				t.Errorf("got %q, %q, %q and wrote %q", head, offers, tail, &out)
			}
		})
	}
}

// TestOfferTellsWhyANameFits, as Griot has it, beside what goes in.
func TestOfferTellsWhyANameFits(t *testing.T) {
	s := open(t, packs.Builtin()...)
	choices := s.Griot.Complete(s.Asker, commands.Ask{Command: "actor", Values: map[string]string{"name": "ma"}}, "name")
	var out bytes.Buffer
	s.offer(&out, []rune("/actor name:ma"), 14)
	lines := strings.Split(strings.Trim(out.String(), "\n"), "\n")
	why := 0
	for i, line := range lines {
		if !strings.HasPrefix(line, "  "+choices[i].Name) {
			t.Errorf("%q is listed for %q", line, choices[i].Name)
		}
		why += strings.Count(line, "(matches ")
	}
	if why == 0 {
		t.Errorf("nothing tells why it fits:\n%s", &out)
	}
}

func TestOfferListsNoMoreThanFit(t *testing.T) {
	s := hale(t)
	for i := range 2 * shownOffers {
		s.Griot.Commands = append(s.Griot.Commands, s.Griot.Commands[0])
		s.Griot.Commands[len(s.Griot.Commands)-1].Name = fmt.Sprintf("many%d", i)
	}
	var out bytes.Buffer
	_, offers, _ := s.offer(&out, []rune("/many"), 5)
	if got := strings.Count(out.String(), "/many"); got != shownOffers || len(offers) != 2*shownOffers {
		t.Errorf("%d of %d offers are listed", got, len(offers))
	}
}
