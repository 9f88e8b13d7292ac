package commands

import (
	"context"

	"griot/knowledge"
)

// Command is something that people can ask for.
type Command struct {
	Name    string
	Options []Option
	Run     func(context.Context, Request) (Reply, error)

	// For is the role that the command is offered to; it is no right: those
	// are decided when something is written.
	For knowledge.Role
	// Hidden commands are asked for by buttons only.
	Hidden bool
	// Private commands answer the asker alone, and offer no way to show the
	// answer: what writes mustn't be asked again to be seen.
	Private bool
	// Form says that the answer may be a form, unless a file is attached. It
	// must be there at once then.
	Form bool
	// Slow commands may wait for a model, where there is one.
	Slow bool
}

// Describe returns the key of the message that describes the command.
func (c Command) Describe() string { return "command." + c.Name }

// Option returns the option of a name.
func (c Command) Option(name string) (Option, bool) {
	for _, o := range c.AllOptions() {
		if o.Name == name {
			return o, true
		}
	}
	return Option{}, false
}

// wanted returns what a reader wants to know, by the values of an ask; nothing
// if no option of the command says.
func (c Command) wanted(values map[string]string) string {
	for _, o := range c.Options {
		if o.Wanted {
			return o.In(Request{Values: values})
		}
	}
	return ""
}

// AllOptions returns the command's options and those that every command has.
func (c Command) AllOptions() []Option {
	all := append([]Option{}, c.Options...)
	if !c.Hidden && !c.Private {
		all = append(all, private)
	}
	return all
}
