package console

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/commands"
)

// writing gives the session commands that write: /write opens a form; what is
// typed is shown with a button that opens it again.
func writing(s *Session) *Session {
	opens := func(_ context.Context, r commands.Request) (commands.Reply, error) {
		return commands.Reply{Form: &commands.Form{Title: "A new text", Ask: commands.Ask{Command: "preview"}, Fields: []commands.Field{
			{Name: "text", Label: "Text", Value: r.Values["text"], Required: true, Max: 30},
			{Name: "reason", Label: "Why", Value: r.Values["reason"]},
		}}}, nil
	}
	preview := func(_ context.Context, r commands.Request) (commands.Reply, error) {
		change := commands.Button{Label: "Change", Writes: true, Ask: commands.Ask{Command: "change", Values: r.Values}}
		return commands.Reply{Outcome: commands.Answered, Page: 1, Pages: []commands.Page{{
			Title: r.Values["text"] + "/" + r.Values["reason"], Buttons: [][]commands.Button{{change}},
		}}}, nil
	}
	s.Griot.Commands = append(s.Griot.Commands,
		commands.Command{Name: "write", Form: true, Private: true, Options: []commands.Option{{Name: "text"}}, Run: opens},
		commands.Command{Name: "change", Hidden: true, Form: true, Private: true, Run: opens},
		commands.Command{Name: "preview", Hidden: true, Private: true, Run: preview})
	return s
}

// TestFormsAreFilledIn by the number of a button, or by 0 where a command opened
// one; what isn't named keeps the text that the form shows.
func TestFormsAreFilledIn(t *testing.T) {
	s := writing(hale(t))
	for i, c := range []struct {
		line, title string
		kind        int
	}{
		{"/write text:as it was", "A new text", 9},
		{`! 0 {"reason": "because"}`, "as it was/because", 4},
		{"! 1", "A new text", 9},
		{"! 0", "A new text", 9},
		{`! 1 {"text": "as it is"}`, "as it is/because", 7},
		{`! 1 {}`, "as it is/because", 7},
		{"! 1", "A new text", 9},
		{`! 0 {"text": "  "}`, "That can't be read", 4},
		{`! 0 {"reason": ""}`, "as it is/", 7},
	} {
		x := s.Do(t.Context(), c.line)
		if got, kind := heading(t, x); got != c.title || kind != c.kind {
			t.Errorf("step %d, %s: %q as type %d, want %q as %d", i, c.line, got, kind, c.title, c.kind)
		}
	}
}

// heading returns the title of a message or a form, and the response's type.
func heading(t *testing.T, x Exchange) (string, int) {
	t.Helper()
	var body struct {
		Type int
		Data struct{ Title string }
	}
	if err := json.Unmarshal(x.Response, &body); err != nil {
		t.Fatal(err)
	}
	if body.Type == 9 {
		return body.Data.Title, 9
	}
	escaped, kind := title(t, x)
	return commands.Unescape(escaped), kind
}

// TestFormsRefuse what no client would let anybody send, and leave the form open.
func TestFormsRefuse(t *testing.T) {
	s := writing(hale(t))
	if x := s.Do(t.Context(), `! 0 {"text": "x"}`); x.Error == nil || x.Error.Code != "no open form" {
		t.Errorf("without a form: %+v", x.Error)
	}
	s.Do(t.Context(), "/write")
	for line, code := range map[string]string{
		`! 0 {"text": ""}`: "field empty",
		`! 0 {}`:           "field empty",
		`! 0 {"text": "` + strings.Repeat("x", 31) + `"}`: "field long",
		`! 0 {"text": "x", "more": "y"}`:                  "no field",
		`! 0 {"text": 1}`:                                 "form fields",
	} {
		x := s.Do(t.Context(), line)
		if x.Kind != Submit || x.Outcome != commands.Invalid || x.Error.Code != code {
			t.Errorf("%s: %s %s %+v, want %s", line, x.Kind, x.Outcome, x.Error, code)
		}
	}
	if x := s.Do(t.Context(), `! 0 {"text": "so"}`); x.Outcome != commands.Answered {
		t.Errorf("after that: %+v", x.Error)
	}
}

// TestFillingInPressesNothingElse: a button that opens no form isn't pressed by
// a line that means one.
func TestFillingInPressesNothingElse(t *testing.T) {
	s, pressed := writing(hale(t)), 0
	s.Griot.Commands = append(s.Griot.Commands, commands.Command{Name: "do", Run: func(_ context.Context, r commands.Request) (commands.Reply, error) {
		pressed++
		do := commands.Button{Label: "Do", Ask: commands.Ask{Command: "do"}}
		return commands.Reply{Outcome: commands.Answered, Page: 1, Pages: []commands.Page{{Title: "Done", Buttons: [][]commands.Button{{do}}}}}, nil
	}})
	s.Do(t.Context(), "/do")
	if x := s.Do(t.Context(), `! 1 {"text": "x"}`); x.Error == nil || x.Error.Code != "no form" || pressed != 1 {
		t.Errorf("%+v, and it was done %d times", x.Error, pressed)
	}
}

// TestTalkAsksForFields of a form, one by one; Ctrl-C sends nothing.
func TestTalkAsksForFields(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"filled in": {[]string{"/write text:old", "new", " because ", "^D"}, []string{"A new text", "text  Text (required)", "old", "reason  Why", "new/because"}},
		"kept":      {[]string{"/write text:old", "", "because", "^D"}, []string{"old/because"}},
		"given up":  {[]string{"/write text:old", "new", "^C", "! 0", "", "then", "^D"}, []string{"Not sent", "A new text", "old/then"}},
		"too long":  {[]string{"/write", strings.Repeat("x", 31), "", "^D"}, []string{"30 characters"}},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			typist := &script{lines: c.lines}
			if err := writing(hale(t)).talk(t.Context(), &out, typist); err != nil {
				t.Fatal(err)
			}
			rest := out.String()
			for _, want := range c.want {
				_, after, found := strings.Cut(rest, want)
				if !found {
					t.Fatalf("%q is missing, or not in its place:\n%s", want, &out)
				}
				rest = after
			}
			if diff := cmp.Diff(len(c.lines), typist.asked); diff != "" {
				t.Errorf("lines that were asked for (-want +got)\n%s", diff)
			}
		})
	}
}

// TestFilesAreRead from the paths that their options name.
func TestFilesAreRead(t *testing.T) {
	s := hale(t)
	pack := commands.Option{Name: "pack", File: true}
	s.Griot.Commands = append(s.Griot.Commands, commands.Command{
		Name: "take", Options: []commands.Option{pack},
		Run: func(_ context.Context, r commands.Request) (commands.Reply, error) {
			file := r.Files["pack"]
			return commands.Reply{Outcome: commands.Answered, Page: 1, Pages: []commands.Page{{Title: pack.In(r) + ", " + file.Name + ", " + string(file.Body)}}}, nil
		},
	})
	folder := t.TempDir()
	for name, size := range map[string]int{"small pack.txt": 3, "large.txt": commands.MaxFile + 1} {
		if err := os.WriteFile(filepath.Join(folder, name), bytes.Repeat([]byte("x"), size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	x := s.Do(t.Context(), "/take pack:"+filepath.Join(folder, "small pack.txt"))
	if got, _ := heading(t, x); got != "small pack.txt, small pack.txt, xxx" {
		t.Errorf("the command saw %q", got)
	}
	for path, code := range map[string]string{"large.txt": "file large", "none.txt": "no file", ".": "no file"} {
		if x := s.Do(t.Context(), "/take pack:"+filepath.Join(folder, path)); x.Error == nil || x.Error.Code != code {
			t.Errorf("%s: %+v, want %s", path, x.Error, code)
		}
	}
}
