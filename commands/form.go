package commands

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"griot/commands/messages"
	"griot/knowledge"
	"griot/knowledge/text"
)

// Form is what a person fills in before a command is asked: one to five fields
// under a title. A title, a label or a placeholder that is too long is
// shortened with an ellipsis; a value never is.
type Form struct {
	Title  string
	Fields []Field
	Ask    Ask // what is asked, with the fields among its values

	// Opens says where the answer appears. Griot sets it: where that of the
	// button would have that opened the form, or in a new message.
	Opens Opens
}

// Field is a text that a form asks for.
type Field struct {
	Name        string // of the value in the Ask
	Label       string
	Value       string // the text that it opens with
	Placeholder string
	Long        bool // a paragraph, not a line
	Required    bool
	Max         int // the most characters that may be typed; 0 for MaxFieldValue
}

// Limit returns how many characters the field takes.
func (f Field) Limit() int {
	if f.Max == 0 {
		return MaxFieldValue
	}
	return f.Max
}

var fieldName = regexp.MustCompile(`^[a-z0-9_-]{1,32}$`)

// Check returns an error if the form can't be opened: a Failure that tells the
// reader which field has no room for its value, or that the form is wrongly
// made. Every form is checked before it is opened; a handler that knows another
// way may check first.
func (f *Form) Check() error {
	if n := len(f.Fields); n < 1 || n > MaxFields || strings.TrimSpace(f.Title) == "" {
		return fmt.Errorf("form %q: %d fields", f.Title, n)
	}
	names := map[string]bool{}
	for _, field := range f.Fields {
		if !fieldName.MatchString(field.Name) || names[field.Name] || field.Name == private.Name || strings.TrimSpace(field.Label) == "" {
			return fmt.Errorf("form %q, field %q: no name of its own, or no label", f.Title, field.Name)
		}
		names[field.Name] = true
		if field.Max < 0 || field.Max > MaxFieldValue {
			return fmt.Errorf("form %q, field %q: limit %d", f.Title, field.Name, field.Max)
		}
		if text.UTF16Len(field.Value) > field.Limit() {
			return invalid("form value", "field", field.Label, "limit", field.Limit())
		}
	}
	return nil
}

// fitted returns the form as it is opened by an ask whose answer appears there.
func (f *Form) fitted(ask Ask, opens Opens) *Form {
	fitted := Form{Title: Cut(f.Title, MaxFormTitle), Ask: f.Ask.privately(ask.IsPrivate()), Opens: opens}
	for _, field := range f.Fields {
		field.Label, field.Placeholder = Cut(field.Label, MaxFieldLabel), Cut(field.Placeholder, MaxPlaceholder)
		field.Long = field.Long || strings.Contains(field.Value, "\n")
		fitted.Fields = append(fitted.Fields, field)
	}
	return &fitted
}

// filled returns what is asked once the form is filled in. Names that aren't
// the form's are left out.
func (f *Form) filled(fields map[string]string) (Ask, error) {
	for _, field := range f.Fields {
		value := fields[field.Name]
		if text.UTF16Len(value) > MaxFieldValue {
			return Ask{}, invalid("form value", "field", field.Name, "limit", MaxFieldValue)
		}
		f.Ask.Values[field.Name] = value
	}
	return f.Ask, nil
}

// Fill returns what the form holds once the fields are filled in: the others
// keep the text that it opened with. What no client would let anybody send is
// refused.
func (f *Form) Fill(typed map[string]string) (map[string]string, error) {
	var names []string
	fields := map[string]string{}
	for _, field := range f.Fields {
		names = append(names, field.Name)
		value, given := typed[field.Name]
		if !given {
			value = field.Value
		}
		if field.Required && strings.TrimSpace(value) == "" {
			return nil, invalid("field empty", "field", field.Name)
		}
		if text.UTF16Len(value) > field.Limit() {
			return nil, invalid("field long", "field", field.Name, "limit", field.Limit())
		}
		fields[field.Name] = value
	}
	for name := range typed {
		if !slices.Contains(names, name) {
			return nil, invalid("no field", "field", Echo(name), "fields", strings.Join(names, ", "))
		}
	}
	return fields, nil
}

// giveBack puts what a person wrote beside a reply, as a file.
func (r *Reply) giveBack(say *messages.Catalogue, fields map[string]string) {
	var written strings.Builder
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if value := strings.TrimSpace(fields[name]); value != "" {
			fmt.Fprintf(&written, "%s:\n%s\n\n", name, value)
		}
	}
	if written.Len() == 0 {
		return
	}
	told := say.Say("form.written")
	r.Files = append(r.Files, File{Name: "written.txt", Body: []byte(written.String()), Alt: told})
	page := &r.Pages[0]
	page.Blocks = append(page.Blocks, Block{Style: Line, Spans: []Span{plain(told)}})
}

// SealForm returns the custom_id of a form that who opens. It works for who
// alone, for an hour.
func (s *Signer) SealForm(ctx context.Context, who knowledge.Who, f *Form) (string, error) {
	var names []string
	for _, field := range f.Fields {
		names = append(names, field.Name)
	}
	return s.seal(ctx, who, filling, f.Opens, strings.Join(names, ",")+";"+f.Ask.encode())
}

// OpenForm reads the custom_id of a form that who submitted. Of its fields,
// only the names are known. What is refused is as with Open.
func (s *Signer) OpenForm(ctx context.Context, who knowledge.Who, customID string) (*Form, error) {
	query, opens, err := s.open(ctx, who, customID, filling)
	if err != nil {
		return nil, err
	}
	names, rest, _ := strings.Cut(query, ";")
	ask, ok := decodeAsk(rest)
	if !ok {
		return nil, refused("button")
	}
	f := &Form{Ask: ask, Opens: opens}
	for _, name := range strings.Split(names, ",") {
		f.Fields = append(f.Fields, Field{Name: name})
	}
	return f, nil
}
