package commands

import (
	"context"
	"strings"
)

func helpCommand() Command {
	about := helpAbout
	about.Complete = commandNames // set here, as it lists the catalogue that holds it
	return Command{Name: "help", Options: []Option{about}, Run: func(_ context.Context, r Request) (Reply, error) {
		typed := commandName(r)
		if typed == "" {
			return r.help(), nil
		}
		for _, c := range All() {
			if c.Name == typed && !c.Hidden {
				return r.helpWith(c), nil
			}
		}
		return Reply{}, invalid("unknown command", "command", "/"+Echo(typed))
	}}
}

var helpAbout = Option{Name: "command"}

func commandName(r Request) string { return strings.TrimPrefix(strings.ToLower(helpAbout.In(r)), "/") }

// commandNames completes the commands that people can type.
func commandNames(r Request) []Choice {
	var choices []Choice
	for _, c := range All() {
		if !c.Hidden && strings.HasPrefix(c.Name, commandName(r)) {
			choices = append(choices, Choice{Name: "/" + c.Name, Value: c.Name})
		}
	}
	return choices
}

// help lists the commands.
func (r Request) help() Reply {
	say := r.Say()
	p := r.compose(say.Say("title.help"), "")
	for _, c := range All() {
		if !c.Hidden {
			p.note(Item, bold("/"+c.Name), plain(": "+say.Say(c.Describe())))
		}
	}
	p.note(Line, plain(say.Say("help.how")))
	p.note(Line, plain(say.Say("help.buttons")))
	return p.done()
}

// helpWith explains one command and its options.
func (r Request) helpWith(c Command) Reply {
	say := r.Say()
	p := r.compose("/"+c.Name, "")
	p.note(Line, plain(say.Say(c.Describe())))
	for _, o := range c.AllOptions() {
		p.note(Item, bold(o.Name+":"), plain(" "+say.Say(o.Description())))
	}
	return p.done()
}
