package console

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/peterh/liner"

	"griot/commands"
	"griot/commands/messages"
	"griot/knowledge"
)

const prompt = "griot> "

// Greeting returns three lines for a person who opens the console: what Griot
// holds, what to try, how to go on.
func (s *Session) Greeting() string {
	view, say := s.Griot.Library.View(s.Asker.Guild), messages.In(s.Asker.Locale)
	count := func(k knowledge.Kind) int { return len(view.Entries(k)) }
	return strings.Join([]string{
		say.Say("console.hello", "actors", count(knowledge.KindActor),
			"events", count(knowledge.KindEvent), "reforms", count(knowledge.KindReform)),
		say.Say("console.try"),
		say.Say("console.more"),
	}, "\n") + "\n"
}

// Run answers line after line until in ends or ctx does: with jsonLines one
// object for each line and nothing else, otherwise text, and nothing for a
// blank line. The error is one of reading or writing, or the context's.
func (s *Session) Run(ctx context.Context, in io.Reader, out io.Writer, jsonLines bool) error {
	between := ""
	return s.each(ctx, in, func(line string) error {
		if line == "" && !jsonLines {
			return nil
		}
		x := s.Do(ctx, line)
		if !jsonLines {
			_, err := io.WriteString(out, between+x.Text(s.Terminal))
			between = "\n"
			return err
		}
		b, err := x.JSON()
		if err != nil {
			return fmt.Errorf("answer to %s: %w", line, err)
		}
		_, err = out.Write(b)
		return err
	})
}

// each calls do for each line, without the space around it.
func (s *Session) each(ctx context.Context, in io.Reader, do func(line string) error) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if line != "" {
			if err := do(strings.TrimSpace(line)); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read a line: %w", err)
		}
	}
}

// Interactive talks with a person until they leave or ctx ends. If in and out
// are the process's terminal it greets, and there is a prompt with history and
// Tab; otherwise lines are read and answered as text. A bare number presses a
// button.
func (s *Session) Interactive(ctx context.Context, in io.Reader, out io.Writer) error {
	if !IsTerminal(in) || !IsTerminal(out) {
		return s.each(ctx, in, func(line string) error {
			if line == "" {
				return nil
			}
			return s.answer(ctx, out, line)
		})
	}
	line := liner.NewLiner()
	defer line.Close()
	line.SetCtrlCAborts(true)
	line.SetWordCompleter(func(typed string, pos int) (string, []string, string) {
		return s.offer(out, []rune(typed), pos)
	})
	return s.talk(ctx, out, line)
}

// editor reads lines from a person; *liner.State does.
type editor interface {
	Prompt(prompt string) (string, error)
	AppendHistory(line string)
}

// talk greets and prompts until Ctrl-D, or Ctrl-C twice: the first clears the
// line, and the line editor doesn't tell whether there was one.
func (s *Session) talk(ctx context.Context, out io.Writer, line editor) error {
	s.greet(out)
	cleared := false
	for {
		typed, err := ask(ctx, line, prompt)
		aborted := errors.Is(err, liner.ErrPromptAborted)
		switch typed = strings.TrimSpace(typed); {
		case aborted && cleared:
			return nil
		case aborted:
			fmt.Fprintln(out, messages.In(s.Asker.Locale).Say("console.leave"))
		case errors.Is(err, io.EOF):
			fmt.Fprintln(out)
			return nil
		case err != nil:
			fmt.Fprintln(out)
			return err
		case typed == "exit", typed == "quit": // as people type in other consoles
			return nil
		case typed != "":
			line.AppendHistory(typed)
			if err := s.converse(ctx, out, line, typed); err != nil {
				return err
			}
		}
		cleared = aborted
	}
}

// greet writes the greeting and a blank line.
func (s *Session) greet(out io.Writer) {
	t := s.Terminal.on(out)
	for _, line := range wrap([]run{{text: s.Greeting()}}, t.columns()) {
		fmt.Fprintln(out, t.painted(line))
	}
}

// converse answers a line. If it opens a form, the fields are asked for.
func (s *Session) converse(ctx context.Context, out io.Writer, line editor, typed string) error {
	x, err := s.answered(ctx, out, typed)
	if err != nil || x.form == nil {
		return err
	}
	fields, err := s.fillIn(ctx, out, line, x.form)
	if errors.Is(err, liner.ErrPromptAborted) || errors.Is(err, io.EOF) {
		_, err = fmt.Fprintln(out, s.say().Say("console.not sent"))
		return err
	}
	if err != nil {
		return err
	}
	return s.answer(ctx, out, Line{Kind: Submit, Fields: fields}.String())
}

// fillIn asks for each field of a form, and returns what was typed. An empty
// line keeps what stands there.
func (s *Session) fillIn(ctx context.Context, out io.Writer, line editor, form *commands.Form) (map[string]string, error) {
	fields := map[string]string{}
	fmt.Fprintln(out, s.say().Say("console.keep"))
	for _, f := range form.Fields {
		typed, err := ask(ctx, line, f.Name+"> ")
		if err != nil {
			return nil, err
		}
		if typed = strings.TrimSpace(typed); typed != "" {
			fields[f.Name] = typed
		}
	}
	return fields, nil
}

// ask prompts for a line. Nothing wakes the line editor, so if ctx ends first
// it is left waiting: the program is about to end too.
func ask(ctx context.Context, line editor, prompt string) (string, error) {
	type answer struct {
		typed string
		err   error
	}
	answered := make(chan answer, 1)
	go func() {
		typed, err := line.Prompt(prompt)
		answered <- answer{typed, err}
	}()
	select {
	case a := <-answered:
		return a.typed, a.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

var number = regexp.MustCompile(`^[0-9]+$`)

func (s *Session) answer(ctx context.Context, out io.Writer, line string) error {
	_, err := s.answered(ctx, out, line)
	return err
}

// answered answers a line and returns the answer.
func (s *Session) answered(ctx context.Context, out io.Writer, line string) (Exchange, error) {
	if number.MatchString(line) {
		line = "! " + line
	}
	x := s.Do(ctx, line)
	_, err := io.WriteString(out, "\n"+x.Text(s.Terminal.on(out))+"\n")
	return x, err
}

// shownOffers is how many completions are listed at once.
const shownOffers = 12

// offer completes the line up to the cursor. Several completions are listed
// once beneath, a value by its name and why that fits; Tab goes through them in
// the line.
func (s *Session) offer(out io.Writer, typed []rune, pos int) (head string, offers []string, tail string) {
	found := s.offers(string(typed[:pos]))
	if len(found) > 1 {
		fmt.Fprintln(out)
		for _, o := range found[:min(len(found), shownOffers)] {
			fmt.Fprintln(out, s.Terminal.in(dim, "  "+o.shown))
		}
	}
	return "", linesOf(found), string(typed[pos:])
}
