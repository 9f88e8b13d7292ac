package aspect

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"

	"griot/knowledge"
)

// Aspect is a part of a record that people edit in one form, which has room for
// its fields and a reason.
type Aspect struct {
	Name   string
	Kinds  []knowledge.Kind // of the records that have it
	New    bool             // of a record that is not there yet
	fields []field
}

// Field is a text of a form.
type Field struct {
	Name     string
	Value    string
	Long     bool // may have several lines
	Required bool
}

// field is a text that stands for something in a body.
type field struct {
	name           string
	long, required bool
	write          func(w writer, body any) string
	read           func(r *reader, body any)
}

// of makes a field of bodies of one type.
func of[T any](name string, write func(writer, *T) string, read func(*reader, *T)) field {
	return field{
		name:  name,
		write: func(w writer, body any) string { return write(w, body.(*T)) },
		read:  func(r *reader, body any) { read(r, body.(*T)) },
	}
}

func (f field) lines() field { f.long = true; return f }
func (f field) must() field  { f.required = true; return f }

// All lists every aspect: of records first, in the order in which they are
// offered, then of new ones.
func All() []Aspect {
	return []Aspect{
		entryNames(), eventFacts(), reformFacts(), relations(), claimWords(), claimLinks(), source(), place(),
		entryLine(), suggestedNames(), suggestedClaim(),
		newActor(), newEvent(), newReform(),
	}
}

// Named returns the aspect of a name.
func Named(name string) (Aspect, bool) {
	for _, a := range All() {
		if a.Name == name {
			return a, true
		}
	}
	return Aspect{}, false
}

// Of returns the aspects in which moderators edit a kind of record.
func Of(kind knowledge.Kind) []Aspect {
	return slices.DeleteFunc(All(), func(a Aspect) bool {
		return a.New || a.isSuggested() || !slices.Contains(a.Kinds, kind)
	})
}

// Suggested are the names of the aspects that anyone may suggest a correction
// of, which have room for a source.
const (
	SuggestLine  = "line"
	SuggestNames = "called"
	SuggestClaim = "correction"
)

func (a Aspect) isSuggested() bool {
	return slices.Contains([]string{SuggestLine, SuggestNames, SuggestClaim}, a.Name)
}

// Fields names the aspect's fields, in their order.
func (a Aspect) Fields() []string {
	var names []string
	for _, f := range a.fields {
		names = append(names, f.name)
	}
	return names
}

// ErrOdd says that a record is written in a way that no form can show exactly.
var ErrOdd = errors.New("can't be shown in a form")

// Write returns the fields of a body as it is, or ErrOdd if reading them would
// not give the same.
func (a Aspect) Write(v *knowledge.View, body any) ([]Field, error) {
	var all []Field
	values := map[string]string{}
	for _, f := range a.fields {
		field := Field{Name: f.name, Long: f.long, Required: f.required, Value: f.write(writer{v}, body)}
		all, values[f.name] = append(all, field), field.Value
	}
	if a.New {
		return all, nil
	}
	again, err := clone(body)
	if err != nil {
		return nil, err
	}
	if faults := a.Read(v, again, values); len(faults) > 0 {
		return nil, fmt.Errorf("%s: %w: %s", a.Name, ErrOdd, faults[0].Code)
	}
	if same, err := alike(body, again); err != nil || !same {
		return nil, errors.Join(err, fmt.Errorf("%s: %w", a.Name, ErrOdd))
	}
	return all, nil
}

// Read puts what the fields say into a body and returns what can't be read; the
// body is of no use then. A field that values lack stays as it is.
func (a Aspect) Read(v *knowledge.View, body any, values map[string]string) Faults {
	var faults Faults
	for _, f := range a.fields {
		value, there := values[f.name]
		if !there {
			continue
		}
		f.read(&reader{writer: writer{v}, field: f.name, value: value, faults: &faults}, body)
	}
	return faults
}

// clone returns a copy of a body that shares nothing with it.
func clone(body any) (any, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	again := reflect.New(reflect.TypeOf(body).Elem()).Interface()
	if e, ok := body.(*knowledge.Entry); ok {
		kept := knowledge.Entry{}.Of(e.Kind())
		again = &kept
	}
	return again, json.Unmarshal(raw, again)
}

var spaces = regexp.MustCompile(`(\\[nrt]|[ \x{a0}])+`)

// alike reports whether two bodies are the same but for the width of spaces,
// which a form doesn't keep.
func alike(a, b any) (bool, error) {
	x, err := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return spaces.ReplaceAllString(string(x), " ") == spaces.ReplaceAllString(string(y), " "), errors.Join(err, err2)
}
