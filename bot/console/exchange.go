package console

import (
	"bytes"
	"encoding/json"

	"griot/commands"
	"griot/commands/messages"
	"griot/knowledge"
)

// Exchange is a line and its answer, in the form that scripts read. The schema
// is testdata/run.schema.json of the package above.
type Exchange struct {
	Request      string           `json:"request"`
	Kind         Kind             `json:"kind"`
	Outcome      commands.Outcome `json:"outcome"`
	Entry        knowledge.ID     `json:"entry"`
	Entries      []knowledge.ID   `json:"entries"`
	Choices      []Choice         `json:"choices"`
	Citations    []Citation       `json:"citations"`
	Pages        int              `json:"pages"`
	Level        string           `json:"level,omitempty"`
	Response     json.RawMessage  `json:"response"`
	Error        *Failure         `json:"error"`
	Microseconds int64            `json:"microseconds"`

	reply  *commands.Reply // nil for choices and forms
	form   *commands.Form  // nil unless one is opened
	n      int             // by which the form is filled in
	others bool            // there are people who could see it, or not
	say    *messages.Catalogue
}

// Choice is a completion: what is shown, what is sent.
type Choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Failure is what went wrong, in a word for scripts and a sentence for people.
type Failure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Citation is where something on a page comes from. Paragraph is -1 for the
// title, 0 for the standfirst, null for a whole source; Sentences are the first
// and the last, null for a whole paragraph or source.
type Citation struct {
	Page      int             `json:"page"`
	N         int             `json:"n"`
	Source    knowledge.ID    `json:"source"`
	Paragraph *int            `json:"paragraph"`
	Sentences *[2]int         `json:"sentences"`
	State     knowledge.State `json:"state"`
	Claim     knowledge.ID    `json:"claim"`
	Text      string          `json:"text"`
}

func citations(reply commands.Reply) []Citation {
	var all []Citation
	for _, c := range reply.Citations() {
		to := Citation{Page: c.Page, N: c.N, Source: c.Source, State: c.State, Claim: c.Claim, Text: c.Text}
		if !c.At.IsZero() {
			to.Paragraph = &c.At.Paragraph
		}
		if c.At.First > 0 {
			to.Sentences = &[2]int{c.At.First, c.At.Last}
		}
		all = append(all, to)
	}
	return all
}

// whole returns x with empty lists in place of none.
func (x Exchange) whole() Exchange {
	x.Entries = orEmpty(x.Entries)
	x.Choices = orEmpty(x.Choices)
	x.Citations = orEmpty(x.Citations)
	return x
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// JSON returns the exchange as one line, with its line feed.
func (x Exchange) JSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(x)
	return b.Bytes(), err
}
