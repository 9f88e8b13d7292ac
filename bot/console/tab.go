package console

import (
	"strings"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/text"
)

// Complete returns what Tab offers for the line typed so far, best first:
// whole lines, each of which begins a line that can be asked.
func (s *Session) Complete(line string) []string { return linesOf(s.offers(line)) }

// offer is a line that Tab offers, and what the list shows for it.
type offer struct{ line, shown string }

func linesOf(offers []offer) []string {
	var lines []string
	for _, o := range offers {
		lines = append(lines, o.line)
	}
	return lines
}

func (s *Session) offers(line string) []offer {
	line = strings.TrimLeftFunc(line, isSpace)
	if !strings.ContainsFunc(line, isSpace) {
		return s.commandLines(line)
	}
	c, rest, err := cutCommand(s.Griot.Commands, line)
	if err != nil {
		return nil
	}
	all, err := cutOptions(c, rest)
	if err != nil {
		return nil
	}
	t := tab{session: s, command: c, all: all, rest: rest}
	lines := t.optionLines()
	if len(all) > 0 {
		lines = append(lines, t.valueLines()...)
	}
	return lines
}

// commandLines completes a command's name, and goes on to its option if there
// is only one.
func (s *Session) commandLines(line string) []offer {
	var lines []offer
	typed := strings.ToLower(strings.TrimPrefix(line, "/"))
	for _, c := range s.Griot.Commands {
		if c.Hidden || !strings.HasPrefix(c.Name, typed) {
			continue
		}
		completed := "/" + c.Name
		switch len(c.Options) {
		case 0:
		case 1:
			completed += " " + c.Options[0].Name + ":"
		default:
			completed += " "
		}
		lines = append(lines, offer{completed, completed})
	}
	return lines
}

// tab is a line whose command is known.
type tab struct {
	session *Session
	command commands.Command
	all     []typed
	rest    string // what follows the command
}

// optionLines completes the last word as an option that the line has not yet.
func (t tab) optionLines() []offer {
	word := t.rest[strings.LastIndexFunc(t.rest, isSpace)+1:]
	before := strings.TrimRightFunc(t.rest[:len(t.rest)-len(word)], isSpace)
	if n := len(t.all); n > 0 && t.all[n-1].value == "" {
		return nil // an option waits for its value
	}
	var lines []offer
	for _, o := range t.command.AllOptions() {
		if strings.HasPrefix(o.Name, strings.ToLower(word)) && !t.has(o) {
			line := "/" + t.command.Name + before + " " + o.Name + ":"
			lines = append(lines, offer{line, line})
		}
	}
	return lines
}

// has reports whether the line names the option. Words without an option are
// no reason to leave out their own.
func (t tab) has(o commands.Option) bool {
	for _, typed := range t.all {
		if typed.option.Name == o.Name && typed.start > 0 {
			return true
		}
	}
	return false
}

// valueLines completes the value of the last option.
func (t tab) valueLines() []offer {
	last := t.all[len(t.all)-1]
	before := t.rest[:last.start]
	if last.start == 0 {
		before = " " + last.option.Name + ":"
	}
	var lines []offer
	for _, c := range t.values(last) {
		if c.Value == last.value {
			continue // nothing is left to type
		}
		shown := c.Name
		if !strings.HasPrefix(c.Name, c.Value) {
			shown += "  " + c.Value // tells apart those that share a name
		}
		lines = append(lines, offer{"/" + t.command.Name + before + quoted(c.Value), shown})
	}
	return lines
}

// values returns what the last option may hold: what is typed for it, under the
// name that tells why it fits.
func (t tab) values(last typed) []commands.Choice {
	if last.option.Bool {
		return yesOrNo(last.value)
	}
	ask := commands.Ask{Command: t.command.Name, Values: map[string]string{}}
	for _, typed := range t.all {
		ask.Values[typed.option.Name] = typed.value
	}
	values := t.session.Griot.Complete(t.session.Asker, ask, last.option.Name)
	for i, c := range values {
		values[i].Value = t.session.readable(ask, last.option.Name, c.Value)
	}
	return values
}

func yesOrNo(typed string) []commands.Choice {
	var values []commands.Choice
	for _, word := range []string{"yes", "no"} {
		if strings.HasPrefix(word, strings.ToLower(typed)) {
			values = append(values, commands.Choice{Name: word, Value: word})
		}
	}
	return values
}

// readable returns the name of the entry or place, or the label of the source,
// that a value stands for, if the option takes the name for that record and no other; else the value.
func (s *Session) readable(ask commands.Ask, option, value string) string {
	name := s.nameOf(knowledge.ID(value))
	if name == "" {
		return value
	}
	ask.Values[option] = name
	found := s.Griot.Complete(s.Asker, ask, option)
	if len(found) == 0 || found[0].Value != value {
		return value
	}
	if len(found) > 1 && text.Fold(found[1].Name) == text.Fold(name) {
		return value
	}
	return name
}

func (s *Session) nameOf(id knowledge.ID) string {
	view := s.Griot.Library.View(s.Asker.Guild)
	var name knowledge.Text
	if e := view.Entry(id); e != nil {
		name = e.Name
	} else if p := view.Place(id); p != nil {
		name = p.Name
	} else if source := view.Source(id); source != nil {
		return source.Label
	}
	in, _ := name.In(s.Asker.Locale)
	return in
}
