package console

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

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
	Files        []File           `json:"files"`
	Notices      []Notice         `json:"notices"`
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

// File is a file that goes out with a reply. Text is nil if it isn't text.
type File struct {
	Name string  `json:"name"`
	Size int     `json:"size"`
	Text *string `json:"text"`
}

func files(reply commands.Reply) []File {
	var all []File
	for _, f := range reply.Files {
		to := File{Name: f.Name, Size: len(f.Body)}
		if text := string(f.Body); isText(text) {
			to.Text = &text
		}
		all = append(all, to)
	}
	return all
}

// isText reports whether bytes are UTF-8 without control characters other than
// those that set lines.
func isText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\n\r\t", r) })
}

// Notice is what somebody else is told: the id of a channel or of a person, and
// the message that Discord would get.
type Notice struct {
	Channel string          `json:"channel"`
	User    string          `json:"user"`
	Message json.RawMessage `json:"message"`
}

func (s *Session) notices(ctx context.Context, reply commands.Reply) ([]Notice, error) {
	if reply.Outcome != commands.Answered {
		return nil, nil
	}
	var all []Notice
	for _, n := range reply.Notices {
		message, err := json.Marshal(s.renderer().Notice(ctx, s.Asker.Who, n))
		if err != nil {
			return nil, err
		}
		all = append(all, Notice{n.Channel, n.User, message})
	}
	return all, nil
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
	x.Files = orEmpty(x.Files)
	x.Notices = orEmpty(x.Notices)
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
