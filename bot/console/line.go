package console

import (
	"cmp"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"griot/commands"
)

// Kind says what a line asks for.
type Kind string

// The kinds of a line.
const (
	Command  Kind = "command"  // /actor name:CMA
	Complete Kind = "complete" // ? /actor name:kou
	Press    Kind = "press"    // ! 2, or ! {"custom_id": "…"}
	Submit   Kind = "submit"   // ! 2 {"field": "value"}, or ! 0 {…} for the form that is open
)

// Line is a line that was read.
type Line struct {
	Kind Kind

	// Of a command, and of one whose last option is to be completed.
	Ask     commands.Ask
	Focused string

	// Of a press: the button's custom_id or, without one, its number from 1; 0
	// is the form that is open.
	Button   int
	CustomID string

	// Of a submission: what the form is filled with.
	Fields map[string]string
}

// Parse reads a line by the contract. The error is a *commands.Failure that
// says what to type instead; the line's Kind is right even then.
func Parse(all []commands.Command, s string) (Line, error) {
	s = strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD"))
	if rest, ok := strings.CutPrefix(s, "!"); ok {
		return parsePress(strings.TrimSpace(rest))
	}
	kind := Command
	if rest, ok := strings.CutPrefix(s, "?"); ok {
		kind, s = Complete, strings.TrimSpace(rest)
	}
	c, rest, err := cutCommand(all, s)
	if err != nil {
		return Line{Kind: kind}, err
	}
	typed, err := parseOptions(c, rest)
	if err != nil {
		return Line{Kind: kind}, err
	}
	line := Line{Kind: kind, Ask: commands.Ask{Command: c.Name, Values: map[string]string{}}}
	for _, t := range typed {
		line.Ask.Values[t.option.Name] = t.value
	}
	if kind == Complete {
		line.Focused = focused(c, typed)
	}
	return line, nil
}

// focused returns the option that is being typed: the last one, or where there
// is none yet the one that a person would begin with; "" if the command takes
// none.
func focused(c commands.Command, typed []typed) string {
	if len(typed) > 0 {
		return typed[len(typed)-1].option.Name
	}
	if all := c.AllOptions(); len(all) > 0 {
		return all[0].Name
	}
	return ""
}

// cutCommand returns the command that s begins with and what follows it. Case
// doesn't matter, and the slash may be missing before the name of a command.
func cutCommand(all []commands.Command, s string) (commands.Command, string, error) {
	word, rest := s, ""
	if i := strings.IndexFunc(s, isSpace); i >= 0 {
		word, rest = s[:i], s[i:]
	}
	name, slashed := strings.CutPrefix(word, "/")
	for _, c := range all {
		if !c.Hidden && c.Name == strings.ToLower(name) {
			return c, rest, nil
		}
	}
	if slashed {
		return commands.Command{}, "", invalid("unknown command", "command", "/"+commands.Echo(name))
	}
	return commands.Command{}, "", invalid("no command", "typed", cmp.Or(commands.Echo(s), "That"))
}

var pressForm = regexp.MustCompile(`^([0-9]{1,6})\s*(?s:(\{.*))?$`)

// parsePress reads what stands after the exclamation mark.
func parsePress(s string) (Line, error) {
	m := pressForm.FindStringSubmatch(s)
	if m == nil {
		id, err := parseCustomID(s)
		return Line{Kind: Press, CustomID: id}, err
	}
	n, _ := strconv.Atoi(m[1]) // six digits at most
	if m[2] == "" {
		return Line{Kind: Press, Button: n}, nil
	}
	var fields map[string]string
	if err := json.Unmarshal([]byte(m[2]), &fields); err != nil {
		return Line{Kind: Submit, Button: n}, invalid("form fields", "n", n)
	}
	return Line{Kind: Submit, Button: n, Fields: fields}, nil
}

func parseCustomID(s string) (string, error) {
	var press struct {
		CustomID string `json:"custom_id"`
	}
	if err := json.Unmarshal([]byte(s), &press); err != nil || press.CustomID == "" {
		return "", invalid("press")
	}
	return press.CustomID, nil
}

// String writes the line so that Parse reads the same.
func (l Line) String() string {
	switch l.Kind {
	case Press:
		if l.CustomID != "" {
			return "! " + encoded(map[string]string{"custom_id": l.CustomID})
		}
		return "! " + strconv.Itoa(l.Button)
	case Submit:
		return "! " + strconv.Itoa(l.Button) + " " + encoded(l.Fields)
	case Complete:
		return "? " + l.command()
	}
	return l.command()
}

// command writes the options by name, the one that is being typed last.
func (l Line) command() string {
	s := "/" + l.Ask.Command
	names := slices.Sorted(maps.Keys(l.Ask.Values))
	if i := slices.Index(names, l.Focused); i >= 0 {
		names = append(slices.Delete(names, i, i+1), l.Focused)
	}
	for _, name := range names {
		s += " " + name + ":" + quoted(l.Ask.Values[name])
	}
	return s
}

func encoded(fields map[string]string) string {
	b, err := json.Marshal(fields)
	if err != nil {
		panic(err) // strings always encode
	}
	return string(b)
}

func invalid(code string, pairs ...any) error {
	return &commands.Failure{Outcome: commands.Invalid, Code: code, Pairs: pairs}
}
