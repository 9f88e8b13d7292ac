package commands

import (
	"cmp"
	"context"
	"maps"
	"strings"
	"time"

	"griot/commands/messages"
	"griot/knowledge"
)

// Request is what a person asks. View is the one state of the knowledge that
// the whole reply is made from.
type Request struct {
	Command string
	Values  map[string]string // what was typed, by option
	Files   map[string]File   // what was attached, by option
	Focused string            // while typing: the option that is being typed
	Page    int               // from 1; 0 means the first
	Who     knowledge.Who
	Locale  string // BCP 47, such as en-US; the reader's language
	Channel string // the id of the channel, if there is one
	Now     time.Time
	View    *knowledge.View

	// Interaction is the id of this request: what it writes, it writes once,
	// however often the request is delivered.
	Interaction string

	// Copies lists the older copies of the store that lie beside it.
	Copies func() ([]Copy, error)

	// Spoken counts what is quoted today; nil counts nothing.
	Spoken *Ledger

	// Library is where a request writes, through the one door of Apply.
	Library *knowledge.Library

	Model    Model          // nil if there is none
	Level    Level          // how far the model may go for this server: Selected or Written
	Answers  Answers        // what the model answered before
	Progress func(read int) // told how many sentences a model is reading; never nil
}

// File is a file that came with a command, or goes out with a reply.
type File struct {
	Name string
	Body []byte
	Alt  string // what a reader who can't see it is told; of one that goes out
}

// Answers keeps what a model answered; *knowledge.Library does.
type Answers interface {
	KeepAnswer(ctx context.Context, key string, answer []byte) error
	KeptAnswer(ctx context.Context, key string) ([]byte, error)
}

// Say returns the sentences for the reader, in the reader's language.
func (r Request) Say() *messages.Catalogue { return messages.In(r.Locale) }

// text returns the reader's wording of a text, marked with its language if it
// is not the reader's, whatever language Say speaks. Who names no language
// reads English.
func (r Request) text(t knowledge.Text) string {
	s, in := t.In(r.Locale)
	reads, _, _ := strings.Cut(cmp.Or(r.Locale, knowledge.English), "-")
	if base, _, _ := strings.Cut(in, "-"); base != "" && base != reads {
		s += " (" + in + ")"
	}
	return s
}

// Ask is a request that a button makes: a command, its values, a page. Files
// come with what a person types; a button has none.
type Ask struct {
	Command string
	Values  map[string]string
	Page    int // from 1; 0 means the first
	Files   map[string]File
}

// ask returns the request itself as a button would make it, at a page.
func (r Request) ask(page int) Ask { return Ask{Command: r.Command, Values: r.Values, Page: page} }

// IsPrivate reports whether only the asker is to see the answer.
func (a Ask) IsPrivate() bool { return private.on(a.Values) }

// privately returns the ask with its privacy set.
func (a Ask) privately(on bool) Ask {
	values := maps.Clone(a.Values)
	delete(values, private.Name)
	if on {
		if values == nil {
			values = map[string]string{}
		}
		values[private.Name] = "true"
	}
	a.Values = values
	return a
}
