package summary

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Limits of what a model may write.
const (
	MaxWritten    = 3   // sentences of an answer
	MaxCharacters = 300 // characters of a sentence, in UTF-16 units
	MinQuoted     = 4   // words of a quotation
)

// Written is an answer in a model's own words.
type Written struct {
	Answerable bool              `json:"answerable"`
	Sentences  []WrittenSentence `json:"sentences"`
}

// WrittenSentence is one sentence with what it rests on: passages by their ids,
// and of each the exact words.
type WrittenSentence struct {
	Text   string   `json:"text"`
	Cites  []string `json:"cites"`
	Quotes []Quote  `json:"quotes"`
}

// Quote is a run of words that a model says stands in passage P.
type Quote struct {
	P     string `json:"p"`
	Exact string `json:"exact"`
}

// WrittenSchema returns the strict JSON schema of a written answer over
// passages with these ids.
func WrittenSchema(ids []string) json.RawMessage {
	quote := object(map[string]any{"p": oneOf(ids), "exact": map[string]any{"type": "string"}})
	sentence := object(map[string]any{
		"text":   map[string]any{"type": "string"},
		"cites":  map[string]any{"type": "array", "items": oneOf(ids)},
		"quotes": map[string]any{"type": "array", "items": quote},
	})
	return object(map[string]any{
		"answerable": map[string]any{"type": "boolean"},
		"sentences":  map[string]any{"type": "array", "items": sentence},
	})
}

// ReadWritten reads the bytes of a written answer. It returns ErrAnswer if they
// are not the JSON of WrittenSchema.
func ReadWritten(answer []byte) (Written, error) {
	var w struct {
		Answerable *bool              `json:"answerable"`
		Sentences  *[]WrittenSentence `json:"sentences"`
	}
	if err := decode(answer, &w); err != nil {
		return Written{}, err
	}
	if w.Answerable == nil || w.Sentences == nil {
		return Written{}, fmt.Errorf("%w: answerable or sentences is missing", ErrAnswer)
	}
	return Written{*w.Answerable, *w.Sentences}, nil
}

// ErrEvidence says that a sentence misused its citations or its form, so that
// nothing of the answer is believed.
var ErrEvidence = errors.New("evidence of the answer is wrong")

// Proved is what may be shown of a written answer, labelled as machine wording
// checked by rule.
type Proved struct {
	Answerable bool
	Sentences  []ProvedSentence
}

// ProvedSentence is a sentence that every rule let through.
type ProvedSentence struct {
	Text  string
	Cites []string // ids of passages
	// Beneath are the stored sentences to be shown under it: those that bear it
	// out and hold its quotations, and whatever is bound to them.
	Beneath []Sentence
}

// Verdict says what became of one written sentence.
type Verdict struct {
	Text string
	Rule Rule   // the rule that it broke, or Kept
	Why  string // in words, for the log
}

// Rule names a rule of level 2.
type Rule string

// The rules, in the order in which they are tried. A sentence that breaks one
// of the first three brings down the whole answer.
const (
	Kept       Rule = "kept"
	Cited      Rule = "citation"   // known, with its quotation, and of use
	Quotation  Rule = "quotation"  // exact, long enough, of a passage that is cited
	Marks      Rule = "marks"      // no link, mention, markup, invisible character, order to a machine
	Form       Rule = "form"       // one plain statement of at most MaxCharacters
	Number     Rule = "number"     // with its qualifier
	Dated      Rule = "date"       // day and month, year
	Name       Rule = "name"       // as the passages write it
	Word       Rule = "word"       // every content word
	Connection Rule = "connection" // cause, time, quantity, negation, modality
	Statement  Rule = "statement"  // one sentence says so, in this order, with its hedge and speaker
)

// ofEvidence reports whether breaking the rule brings down the whole answer.
func (r Rule) ofEvidence() bool { return r == Cited || r == Quotation || r == Marks }
