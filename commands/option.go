package commands

import (
	"strings"

	"griot/knowledge"
)

// Option is something that a command asks for. It is declared once: listed in
// the command's Options and read with In. Its description is the message
// "option." and its name, or Describe if two commands say it differently.
type Option struct {
	Name     string
	Required bool
	Bool     bool   // yes or no; else text
	File     bool   // a file; its value is the name, and Files has it whole
	Wanted   bool   // its value is what the reader wants to know: kept if the sources don't say
	Describe string // the message's key, if it is not the usual one

	// Complete returns choices for what is being typed, best first; nil
	// means that there are none to choose from.
	Complete func(Request) []Choice
}

// In returns what the request has for the option, without space around it.
func (o Option) In(r Request) string { return strings.TrimSpace(r.Values[o.Name]) }

// Is reports whether a yes-or-no option is on.
func (o Option) Is(r Request) bool { return o.on(r.Values) }

func (o Option) on(values map[string]string) bool {
	v := strings.TrimSpace(values[o.Name])
	return v == "true" || v == "yes"
}

// Description returns the message's key.
func (o Option) Description() string {
	if o.Describe != "" {
		return o.Describe
	}
	return "option." + o.Name
}

// Choice is one completion of an option: what is shown, what is sent.
type Choice struct {
	Name  string
	Value string
}

// private is the option of every command: only the asker sees the answer.
var private = Option{Name: "private", Bool: true}

// entryNames completes names of entries of the given kinds, saying why each
// matched.
func entryNames(o string, kinds ...knowledge.Kind) func(Request) []Choice {
	return func(r Request) []Choice {
		var choices []Choice
		for _, c := range r.View.Complete(r.Values[o], MaxChoices, kinds...) {
			choices = append(choices, r.choice(r.Values[o], c))
		}
		return choices
	}
}
