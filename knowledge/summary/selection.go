package summary

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// MaxPicks is the most sentences that a selection shows.
const MaxPicks = 6

// MaxAnswer is the longest answer of a model that is read, in bytes.
const MaxAnswer = 1 << 20

// Errors of reading a model's answer. The reader gets the extract.
var (
	// ErrAnswer says that the answer is not of the form that was asked for.
	ErrAnswer = errors.New("answer has not the form asked for")
	// ErrNothingLeft says that no part of the answer could be shown.
	ErrNothingLeft = errors.New("nothing of the answer can be shown")
)

// Selection is what a model chose, after the rules.
type Selection struct {
	// Answerable is false if the model finds no answer in the sentences. Then
	// there are none, and the reply says that the sources don't say.
	Answerable bool
	// Sentences are the chosen ones, in the order of their sources.
	Sentences []Sentence
	// Dropped and Added say in words what the rules changed, for the log.
	Dropped, Added []string
}

// Schema returns the strict JSON schema of a selection among the ids.
func Schema(ids []string) json.RawMessage {
	return object(map[string]any{
		"answerable": map[string]any{"type": "boolean"},
		"picks":      map[string]any{"type": "array", "items": oneOf(ids)},
	})
}

func oneOf(ids []string) map[string]any { return map[string]any{"type": "string", "enum": ids} }

// object returns a schema in which every property is required and no other is
// allowed, as strict decoding wants it. Numbers of items are not in it: not
// every endpoint takes them, and the rules look anyway.
func object(properties map[string]any) json.RawMessage {
	names := make([]string, 0, len(properties))
	for name := range properties {
		names = append(names, name)
	}
	slices.Sort(names)
	b, err := json.Marshal(map[string]any{
		"type": "object", "properties": properties, "required": names, "additionalProperties": false,
	})
	if err != nil {
		panic(err) // only strings and maps of strings stand in it
	}
	return b
}

// Select reads a model's choice among sentences. An id that was not sent or
// comes twice is dropped; what is bound to a chosen sentence is added; what
// goes beyond MaxPicks is dropped, bound ones together. It returns ErrAnswer if
// the bytes are not the JSON of Schema, ErrNothingLeft if nothing remains.
func Select(answer []byte, sentences []Sentence) (Selection, error) {
	var got struct {
		Answerable *bool     `json:"answerable"`
		Picks      *[]string `json:"picks"`
	}
	if err := decode(answer, &got); err != nil {
		return Selection{}, err
	}
	if got.Answerable == nil || got.Picks == nil {
		return Selection{}, fmt.Errorf("%w: answerable or picks is missing", ErrAnswer)
	}
	if !*got.Answerable {
		return Selection{}, nil
	}
	chosen := chooser{sentences: sentences, groupOf: map[string][]int{}, taken: map[int]bool{}}
	for _, group := range groups(sentences) {
		for _, i := range group {
			chosen.groupOf[sentences[i].ID] = group
		}
	}
	for i, id := range *got.Picks {
		chosen.pick(id, slices.Contains((*got.Picks)[:i], id))
	}
	chosen.Answerable = true
	chosen.Sentences = inOrder(chosen.Sentences)
	if len(chosen.Sentences) == 0 {
		return Selection{}, ErrNothingLeft
	}
	return chosen.Selection, nil
}

// chooser applies the rules of a selection pick by pick.
type chooser struct {
	Selection
	sentences []Sentence
	groupOf   map[string][]int
	taken     map[int]bool
}

func (c *chooser) pick(id string, again bool) {
	group := c.groupOf[id]
	switch {
	case again:
		c.Dropped = append(c.Dropped, fmt.Sprintf("%.40q: chosen twice", id))
		return
	case group == nil:
		c.Dropped = append(c.Dropped, fmt.Sprintf("%.40q: not among the sentences sent", id))
		return
	case c.taken[group[0]]:
		return // it came with one that it is bound to
	case len(c.Sentences)+len(group) > MaxPicks:
		c.Dropped = append(c.Dropped, fmt.Sprintf("%.40q: more than %d sentences", id, MaxPicks))
		return
	}
	for _, i := range group {
		c.taken[i] = true
		c.Sentences = append(c.Sentences, c.sentences[i])
		if c.sentences[i].ID != id {
			c.Added = append(c.Added, fmt.Sprintf("%q: bound to %q", c.sentences[i].ID, id))
		}
	}
}

// decode reads one JSON value and nothing after it into v. Unknown fields and
// wrong types are errors.
func decode(answer []byte, v any) error {
	if len(answer) > MaxAnswer {
		return fmt.Errorf("%w: longer than %d bytes", ErrAnswer, MaxAnswer)
	}
	d := json.NewDecoder(bytes.NewReader(answer))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("%w: %w", ErrAnswer, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: more than one value", ErrAnswer)
	}
	return nil
}
