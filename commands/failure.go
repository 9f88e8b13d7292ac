package commands

import (
	"errors"
	"strconv"
	"strings"

	"griot/commands/aspect"
	"griot/commands/messages"
	"griot/knowledge"
)

// Failure is an error that says itself to the reader: an outcome, and the
// message of what happened and what to do next.
type Failure struct {
	Outcome Outcome
	Code    string // the message's key, without "failure."
	Pairs   []any  // what fills the message
}

// Error returns the code, for the log.
func (f *Failure) Error() string { return string(f.Outcome) + ": " + f.Code }

// Message returns the words for the reader.
func (f *Failure) Message(say *messages.Catalogue) string {
	return say.Say("failure."+f.Code, f.Pairs...)
}

func invalid(code string, pairs ...any) error { return &Failure{Invalid, code, pairs} }

func refused(code string, pairs ...any) error { return &Failure{Refused, code, pairs} }

// known are the errors of other packages that readers get words for.
var known = []struct {
	err     error
	failure Failure
}{
	{knowledge.ErrNotAllowed, Failure{Refused, "rights", nil}},
	{knowledge.ErrStale, Failure{Refused, "stale", nil}},
	{knowledge.ErrFull, Failure{Failed, "full", nil}},
	{knowledge.ErrFrozen, Failure{Refused, "frozen", nil}},
	{knowledge.ErrSecond, Failure{Refused, "second", nil}},
	{aspect.ErrOdd, Failure{Refused, "odd", nil}},
	{knowledge.ErrRedacted, Failure{Refused, "redacted", nil}},
}

// failure returns what the reader gets to know of an error. What is not known
// gets an apology with a reference, and fresh tells that the log needs it.
func failure(err error, reference string) (f *Failure, fresh bool) {
	if errors.As(err, &f) {
		return f, false
	}
	var rests *knowledge.RestsOnError
	if errors.As(err, &rests) {
		return &Failure{Refused, "rests on", []any{"changes", numbers(rests.Later)}}, false
	}
	if wrong := problemsOf(err); wrong != nil {
		return &Failure{Invalid, "problems", []any{"problems", wrong.Short(maxProblems)}}, false
	}
	for _, k := range known {
		if errors.Is(err, k.err) {
			return &k.failure, false
		}
	}
	return &Failure{Failed, "unknown", []any{"reference", reference}}, true
}

// maxProblems is how many problems of an edit a sentence names.
const maxProblems = 5

func numbers(seqs []uint64) string {
	var all []string
	for _, n := range seqs[:min(len(seqs), maxProblems)] {
		all = append(all, strconv.FormatUint(n, 10))
	}
	return strings.Join(all, ", ")
}

// failed is the reply that says a failure, to the asker alone.
func failed(say *messages.Catalogue, f *Failure) Reply {
	page := Page{
		Title:  say.Say("failure.title." + string(f.Outcome)),
		Blocks: []Block{{Style: Line, Spans: []Span{plain(f.Message(say))}}},
	}
	return Reply{Outcome: f.Outcome, Pages: []Page{page}, Page: 1, Private: true, Err: f}
}
