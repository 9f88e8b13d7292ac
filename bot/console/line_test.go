package console

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/commands"
)

func TestParse(t *testing.T) {
	table(t, "lines.txt", func(typed string) string {
		line, err := Parse(commands.All(), typed)
		return "  " + described(line, err) + "\n"
	})
}

// described writes a line, or why it can't be read, for the table.
func described(l Line, err error) string {
	var f *commands.Failure
	switch {
	case errors.As(err, &f):
		return fmt.Sprintf("%s: %s (%s) %v", l.Kind, f.Outcome, f.Code, f.Pairs)
	case l.Kind == Press || l.Kind == Submit:
		return fmt.Sprintf("%s: button %d, custom_id [%s], fields %v", l.Kind, l.Button, l.CustomID, l.Fields)
	}
	s := string(l.Kind) + ": /" + l.Ask.Command
	for _, name := range slices.Sorted(maps.Keys(l.Ask.Values)) {
		s += " " + name + "=[" + strings.ReplaceAll(l.Ask.Values[name], "\n", "⏎") + "]"
	}
	if l.Focused != "" {
		s += ", " + l.Focused + " is being typed"
	}
	return s
}

// FuzzParse holds that every line can be read or refused, and that what was
// read can be written and read again.
func FuzzParse(f *testing.F) {
	for _, line := range []string{
		`/actor name:CMA private:yes`, `? /timeline actor:"a: \"b\" \\" place:x`, `! 2 {"a":"b"}`,
		`! {"custom_id":"x"}`, "/quote words:\"a\\nb\u00a0\"", "/quote words:\u2003a  b", "/quote words:\u0085", "",
	} {
		f.Add(line)
	}
	all := commands.All()
	f.Fuzz(func(t *testing.T, typed string) {
		line, err := Parse(all, typed)
		var failure *commands.Failure
		if errors.As(err, &failure) {
			return
		}
		if err != nil {
			t.Fatalf("%q: %v is no failure that readers get words for", typed, err)
		}
		again, err := Parse(all, line.String())
		if err != nil {
			t.Fatalf("%q was read, and then %q was not: %v", typed, line, err)
		}
		if line.Focused != "" && len(line.Ask.Values) == 0 {
			again.Focused = line.Focused // nothing is typed of it yet
		}
		if diff := cmp.Diff(line, again); diff != "" {
			t.Fatalf("%q, written as %q (-read +read again):\n%s", typed, line, diff)
		}
	})
}
