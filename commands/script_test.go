package commands_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"griot/commands"
	"griot/knowledge"
)

// script is a golden file as it is played: one line asks, the lines under it,
// which are indented, are the answer. The lines that ask:
//
//	/command option:value …   as people type it; a file by its path under testdata
//	? /command option:value   what the last option is completed with
//	@ role user [server]      who asks from here on, on server 7 if none is named;
//	                          a number is a role of Discord's
//	! n                       presses the n-th button of the page that is shown
//	! n {"field": "value"}    fills in the form that the n-th button opens
//	! 0 {"field": "value"}    fills in the form that is open
//	+ action id {"f": "v"} …  stores an edit of who asks, as it is, with a reason
//	+ shelf id {"f": "v"}     changes the shelf, as a newer pack would
//	! again                   presses once more the button that was pressed last
//
// A file in which somebody is named by @ is played on a store of its own.
type script struct {
	griot  *commands.Griot
	asker  commands.Asker
	before *commands.Reply // whose buttons can be pressed
	form   *commands.Form  // that is open
	last   string          // the custom_id of the button that was pressed last
	lines  int
}

// writes reports whether a golden file says who asks, and so may write.
func writes(golden string) bool { return strings.Contains("\n"+golden, "\n@ ") }

// replay answers every line of a golden file that asks.
func replay(g *commands.Griot, golden string) string {
	var out strings.Builder
	s := script{griot: g, asker: asker()}
	for _, line := range strings.Split(golden, "\n") {
		answer, asked := s.play(line)
		if asked {
			out.WriteString(line + "\n" + answer)
		}
	}
	return out.String()
}

// play returns the answer to a line, if it asks.
func (s *script) play(line string) (string, bool) {
	s.lines++
	s.asker.Interaction = fmt.Sprintf("line %d", s.lines)
	switch {
	case strings.HasPrefix(line, "#"):
		return "", true
	case strings.HasPrefix(line, "@ "):
		return s.turnTo(strings.Fields(line[2:])), true
	case strings.HasPrefix(line, "? "):
		return s.choices(line), true
	case strings.HasPrefix(line, "+ "):
		return s.store(line), true
	case strings.HasPrefix(line, "/"):
		ask, err := s.withFiles(parse(line))
		if err != nil {
			return says(err), true
		}
		r := s.griot.Answer(context.Background(), s.asker, ask)
		_ = s.griot.Close() // so that a question without an answer is kept
		return s.answered(r), true
	case strings.HasPrefix(line, "! "):
		return s.press(line), true
	}
	return "", false
}

// turnTo lets another person ask: their role, name and server.
func (s *script) turnTo(words []string) string {
	guild := "7"
	if len(words) == 3 {
		guild = words[2]
	}
	role, err := knowledge.ParseRole(words[0])
	var roles []string
	if _, no := strconv.Atoi(words[0]); no == nil {
		role, roles, err = knowledge.Reader, words[:1], nil
	}
	if err != nil || len(words) < 2 {
		return fmt.Sprintf("    want a role and a name: %v\n", err)
	}
	s.asker.Who = knowledge.Who{User: words[1], Guild: guild, Role: role, Roles: roles}
	return ""
}

var storing = regexp.MustCompile(`^\+ ([a-z]+) ([a-z0-9/-]+) (\{.*\}) ?(.*)$`)

// store applies an edit: of who asks on their desk, or of the operator on the
// shelf.
func (s *script) store(line string) string {
	m := storing.FindStringSubmatch(line)
	if m == nil {
		return "    want an action, an id and fields in JSON\n"
	}
	who, layer := s.asker.Who, knowledge.Desk(s.asker.Guild)
	edit := knowledge.Edit{Layer: layer, Action: knowledge.Action(m[1]), Target: knowledge.ID(m[2]), Reason: m[4]}
	view := s.griot.Library.View(s.asker.Guild)
	if m[1] == "shelf" {
		who, edit.Layer, edit.Action, view = knowledge.Operator(), knowledge.Shelf, knowledge.ApplyPack, s.griot.Library.View("")
	}
	record, _ := view.Draft(edit.Target)
	body := map[string]json.RawMessage{}
	if err := errors.Join(json.Unmarshal(record.Body, &body), json.Unmarshal([]byte(m[3]), &body)); err != nil {
		return says(err)
	}
	record.Body, _ = json.Marshal(body)
	edit.Records = []knowledge.Record{record}
	if _, err := s.griot.Library.Apply(context.Background(), who, edit); err != nil {
		return says(err)
	}
	return ""
}

// withFiles attaches the files that an ask names.
func (s *script) withFiles(ask commands.Ask) (commands.Ask, error) {
	c, _ := s.griot.Command(ask.Command)
	for _, o := range c.Options {
		path := ask.Values[o.Name]
		if !o.File || path == "" {
			continue
		}
		body, err := os.ReadFile(filepath.Join("testdata", path))
		if err != nil {
			return ask, err
		}
		file := commands.File{Name: filepath.Base(path), Body: body}
		ask.Files, ask.Values[o.Name] = map[string]commands.File{o.Name: file}, file.Name
	}
	return ask, nil
}

func (s *script) choices(line string) string {
	var out strings.Builder
	for _, c := range s.griot.Complete(s.asker, parse(line[2:]), focused(line)) {
		out.WriteString("    " + c.Value + " = " + c.Name + "\n")
	}
	return out.String() + "\n"
}

// answered prints a reply and remembers it. As in a client, a failure leaves
// the message before and the open form where they are.
func (s *script) answered(r commands.Reply) string {
	switch {
	case r.Form != nil:
		s.form = r.Form
	case r.Err == nil:
		s.before, s.form = &r, nil
	}
	return print(r) + "\n"
}

var pressing = regexp.MustCompile(`^! ([0-9]+) ?(\{.*\})?$`)

// press presses a button, as it is sealed, and fills in the form.
func (s *script) press(line string) string {
	if line == "! again" {
		r, _ := s.griot.Press(context.Background(), s.asker, s.last)
		return s.answered(r)
	}
	m := pressing.FindStringSubmatch(line)
	if m == nil {
		return "    want the number of a button, or that and the fields of a form in JSON\n"
	}
	n, _ := strconv.Atoi(m[1])
	if n > 0 {
		r, err := s.pressed(n)
		if err != nil {
			return says(err)
		}
		if r.Form == nil || m[2] == "" {
			return s.answered(r)
		}
		s.form = r.Form
	}
	if s.form == nil {
		return "    no form is open\n"
	}
	r, err := s.submitted(m[2])
	if err != nil {
		return says(err)
	}
	return s.answered(r)
}

func says(err error) string { return "    " + err.Error() + "\n" }

func (s *script) pressed(n int) (commands.Reply, error) {
	var all []commands.Button
	if s.before != nil {
		all = s.before.Shown().AllButtons()
	}
	if n > len(all) {
		return commands.Reply{}, fmt.Errorf("the page has %d buttons", len(all))
	}
	id, err := s.griot.Buttons.Seal(context.Background(), s.asker.Who, all[n-1])
	if err != nil {
		return commands.Reply{}, err
	}
	s.last = id
	r, _ := s.griot.Press(context.Background(), s.asker, id)
	return r, nil
}

func (s *script) submitted(fields string) (commands.Reply, error) {
	var typed map[string]string
	if err := json.Unmarshal([]byte(fields), &typed); err != nil {
		return commands.Reply{}, err
	}
	filled, err := s.form.Fill(typed)
	if err != nil {
		return commands.Reply{}, err
	}
	id, err := s.griot.Buttons.SealForm(context.Background(), s.asker.Who, s.form)
	if err != nil {
		return commands.Reply{}, err
	}
	r, _ := s.griot.Submit(context.Background(), s.asker, id, filled)
	return r, nil
}
