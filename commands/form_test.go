package commands_test

import (
	"context"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// form is a form that can be opened; each test spoils a copy.
func form() *commands.Form {
	return &commands.Form{Title: "A new text", Ask: commands.Ask{Command: "take", Values: map[string]string{"id": "tarn"}}, Fields: []commands.Field{
		{Name: "text", Label: "Text", Value: "as it is", Max: 10}, {Name: "reason", Label: "Why"},
	}}
}

// TestFormsThatCantBeOpened are said so, to the reader if it is a value that has
// no room; nothing of a value is left out.
func TestFormsThatCantBeOpened(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*commands.Form)
		code  string // of the reader's failure; "-" for a fault, "" if it opens
	}{
		"as it is":              {func(*commands.Form) {}, ""},
		"a value that fits":     {func(f *commands.Form) { f.Fields[0].Value = "0123456789" }, ""},
		"a value too long":      {func(f *commands.Form) { f.Fields[0].Value = "01234567890" }, "form value"},
		"a value of wide signs": {func(f *commands.Form) { f.Fields[0].Value = strings.Repeat("😀", 6) }, "form value"},
		"the longest value":     {func(f *commands.Form) { f.Fields[1].Value = strings.Repeat("x", commands.MaxFieldValue) }, ""},
		"a longer one":          {func(f *commands.Form) { f.Fields[1].Value = strings.Repeat("x", commands.MaxFieldValue+1) }, "form value"},
		"a limit out of bounds": {func(f *commands.Form) { f.Fields[1].Max = commands.MaxFieldValue + 1 }, "-"},
		"no fields":             {func(f *commands.Form) { f.Fields = nil }, "-"},
		"too many":              {func(f *commands.Form) { f.Fields = make([]commands.Field, 6) }, "-"},
		"a name twice":          {func(f *commands.Form) { f.Fields[1].Name = "text" }, "-"},
		"a name with a comma":   {func(f *commands.Form) { f.Fields[1].Name = "a,b" }, "-"},
		"a name of Griot's own": {func(f *commands.Form) { f.Fields[1].Name = "private" }, "-"},
		"no label":              {func(f *commands.Form) { f.Fields[1].Label = " " }, "-"},
		"no title":              {func(f *commands.Form) { f.Title = "" }, "-"},
	} {
		f := form()
		c.spoil(f)
		err := f.Check()
		got := ""
		if failure, ok := err.(*commands.Failure); ok {
			got = failure.Code
		} else if err != nil {
			got = "-"
		}
		if got != c.code {
			t.Errorf("%s: %v, want %q", name, err, c.code)
		}
	}
}

// TestFormIsFilled: the fields that it declared stand among the values of what
// is asked, and no others; the form fits Discord, and is as private as what
// opened it.
func TestFormIsFilled(t *testing.T) {
	g := griot(t)
	var took commands.Request
	g.Commands = []commands.Command{
		{Name: "open", Form: true, Run: func(context.Context, commands.Request) (commands.Reply, error) {
			f := form()
			f.Title, f.Fields[1].Label, f.Fields[1].Placeholder = strings.Repeat("t", 60), strings.Repeat("l", 60), strings.Repeat("p", 120)
			f.Fields[1].Value = "two\nlines"
			return commands.Reply{Form: f}, nil
		}},
		{Name: "take", Run: func(_ context.Context, r commands.Request) (commands.Reply, error) {
			took = r
			return commands.Reply{Outcome: commands.Answered, Page: 1, Pages: []commands.Page{{Title: "Taken"}}}, nil
		}},
	}
	f := g.Answer(t.Context(), asker(), parse("/open private:true")).Form
	if f == nil || len(f.Title) > commands.MaxFormTitle+2 || len(f.Fields[1].Label) > commands.MaxFieldLabel+2 || len(f.Fields[1].Placeholder) > commands.MaxPlaceholder+2 {
		t.Fatalf("opens %+v", f)
	}
	if !f.Fields[1].Long || f.Fields[1].Value != "two\nlines" || !f.Ask.IsPrivate() || f.Opens != commands.ForAll {
		t.Errorf("opens %+v", f)
	}
	id, err := g.Buttons.SealForm(t.Context(), asker().Who, f)
	if err != nil {
		t.Fatal(err)
	}
	reply, opens := g.Submit(t.Context(), asker(), id, map[string]string{"text": "new", "id": "another", "private": "no"})
	if reply.Err != nil || opens != commands.ForAll || took.Values["text"] != "new" || took.Values["id"] != "tarn" || took.Values["private"] != "true" {
		t.Errorf("%v, opens %v, asked with %v", reply.Err, opens, took.Values)
	}
	if got, given := took.Values["reason"]; !given || got != "" {
		t.Errorf("a field that was left empty is %q", got)
	}
	long := map[string]string{"text": strings.Repeat("x", commands.MaxFieldValue+1)}
	if reply, _ := g.Submit(t.Context(), asker(), id, long); reply.Err == nil || reply.Err.Code != "form value" {
		t.Errorf("more than any form holds: %v", reply.Err)
	}
	stranger := commands.Asker{Who: knowledge.Who{User: "3", Guild: "2"}}
	reply, opens = g.Submit(t.Context(), stranger, id, map[string]string{"text": "a long text", "reason": " "})
	if reply.Err == nil || opens != commands.ForMe || len(reply.Files) != 1 || string(reply.Files[0].Body) != "text:\na long text\n\n" {
		t.Errorf("what a stranger wrote comes back as %+v", reply.Files)
	}
}
