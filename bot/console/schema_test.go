package console

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"griot/commands"
	"griot/knowledge/packs"
)

// schema returns the published schema of what run --json prints.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile("../testdata/run.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, line []byte) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return s.Validate(value)
}

// everyKind are lines that together have every kind and outcome, on the strike
// of Hale and with the command that breaking adds.
var everyKind = strings.Split(`/actor name:Dockers of Hale
/actor name:town council
! 1
/actor name:nobody at all
/actor
/event name:strike private:yes
! 1
! 2
/quote words:coffee
/quote words:PKT11-T
/quote words:PKT11-1
/sources
/timeline
/about
/help
/break how:error
/break how:panic
/break how:not
hello
? /actor name:d
? /about
? /actor nam:x
? /break how:panic
! 99
! x
! {"custom_id": "10qabout;0;AAAAAAAAAAAAAAAA"}
! 1 {"reason": "so"}
! 1 {"reason"
/write text:old
! 0
! 0 {"text": "new"}
! 1
! 1 {"reason": "so"}
! 1 {"text": ""}`, "\n")

// breaking gives the session a command that fails as its option says.
func breaking(s *Session) *Session {
	how := commands.Option{Name: "how", Complete: func(commands.Request) []commands.Choice { panic("while completing") }}
	s.Griot.Commands = append(s.Griot.Commands, commands.Command{
		Name: "break", Options: []commands.Option{how},
		Run: func(_ context.Context, r commands.Request) (commands.Reply, error) {
			switch how.In(r) {
			case "panic":
				panic("while answering")
			case "not": // with all that may stand beside a page
				page := commands.Page{Title: "Whole"}
				return commands.Reply{
					Outcome: commands.Answered, Page: 1, Pages: []commands.Page{page},
					Files:   []commands.File{{Name: "a.yaml", Body: []byte("a: b\n")}, {Name: "b.png", Body: []byte{0xff, 0}}},
					Notices: []commands.Notice{{Channel: "7", Page: page}, {User: "8", Page: page}},
				}, nil
			}
			return commands.Reply{}, errors.New("broken")
		},
	})
	return s
}

func TestSchemaHoldsForEveryKindAndOutcome(t *testing.T) {
	published, s := schema(t), writing(breaking(hale(t)))
	seen := map[string]bool{}
	for _, line := range everyKind {
		x := s.Do(context.Background(), line)
		seen[string(x.Kind)], seen[string(x.Outcome)] = true, true
		for _, c := range x.Citations {
			seen[string(c.State)] = true
		}
		b, err := x.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Count(b, []byte("\n")) != 1 || b[len(b)-1] != '\n' {
			t.Errorf("%s: want one line, got %q", line, b)
		}
		if err := validate(t, published, b); err != nil {
			t.Errorf("%s: %v\n%s", line, err, b)
		}
	}
	for _, want := range strings.Fields("command complete press submit answer choose not_in_sources refused invalid failed verified whole_source") {
		if !seen[want] {
			t.Errorf("no line of the test is %s", want)
		}
	}
}

func TestSchemaHoldsForThePacks(t *testing.T) {
	published, s := schema(t), open(t, packs.Builtin()...)
	for _, e := range s.Griot.Library.View("").Entries("") {
		x := s.Do(context.Background(), "/"+string(e.Kind())+" name:"+string(e.ID))
		b, err := x.JSON()
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, published, b); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
		if x.Outcome != commands.Answered || x.Entry != e.ID || !slices.Contains(x.Entries, e.ID) || len(x.Citations) == 0 {
			t.Errorf("%s: %s about %s, showing %s, with %d citations", e.ID, x.Outcome, x.Entry, x.Entries, len(x.Citations))
		}
	}
}

// lines are lines whose answers the schema takes.
var lines = map[string]string{
	"card": "/actor name:dockers", "list": "? /actor name:d", "invalid": "hello", "missing": "/actor name:nobody at all",
	"beside": "/break how:not", "form": "/write text:old",
}

// answers are the answers to lines, by their names.
type answers map[string]map[string]any

// response returns the response of an answer.
func (a answers) response(name string) map[string]any { return a[name]["response"].(map[string]any) }

// citation returns the first citation of the card.
func (a answers) citation() map[string]any {
	return a["card"]["citations"].([]any)[0].(map[string]any)
}

// cited returns the card with one citation, of which a field is another.
func (a answers) cited(field string, value any) map[string]any {
	return with(a["card"], "citations", []any{with(a.citation(), field, value)})
}

// altered are good answers that each break one rule.
var altered = map[string]func(answers) map[string]any{
	"an unknown field":   func(a answers) map[string]any { return with(a["card"], "more", "x") },
	"an unknown kind":    func(a answers) map[string]any { return with(a["card"], "kind", "shout") },
	"an unknown outcome": func(a answers) map[string]any { return with(a["card"], "outcome", "perhaps") },
	"an unknown level":   func(a answers) map[string]any { return with(a["card"], "level", "high") },
	"an answer with an error": func(a answers) map[string]any {
		return with(a["card"], "error", map[string]any{"code": "x", "message": "x"})
	},
	"a failure without one":        func(a answers) map[string]any { return with(a["card"], "outcome", "failed") },
	"citations of what is missing": func(a answers) map[string]any { return with(a["missing"], "citations", a["card"]["citations"]) },
	"completions on pages":         func(a answers) map[string]any { return with(a["list"], "pages", 1) },
	"a card with choices":          func(a answers) map[string]any { return with(a["card"], "choices", a["list"]["choices"]) },
	"a card without pages":         func(a answers) map[string]any { return with(a["card"], "pages", 0) },
	"a card as completions":        func(a answers) map[string]any { return with(a["card"], "response", a["list"]["response"]) },
	"a failure about an entry":     func(a answers) map[string]any { return with(a["invalid"], "entry", "dockers") },
	"negative time":                func(a answers) map[string]any { return with(a["card"], "microseconds", -1) },
	"words that are not verified":  func(a answers) map[string]any { return a.cited("state", "orphan") },
	"a place in a whole source":    func(a answers) map[string]any { return a.cited("state", "whole_source") },
	"three sentences":              func(a answers) map[string]any { return a.cited("sentences", []int{1, 2, 3}) },
	"a paragraph before the title": func(a answers) map[string]any { return a.cited("paragraph", -2) },
	"a file without a name": func(a answers) map[string]any {
		return with(a["beside"], "files", []any{map[string]any{"name": "", "size": 1, "text": nil}})
	},
	"a notice that pings": func(a answers) map[string]any {
		return with(a["beside"], "notices", []any{map[string]any{"channel": "", "user": "1", "message": pinging(a["card"]["response"])["data"]}})
	},
	"a failure that is told":    func(a answers) map[string]any { return with(a["invalid"], "notices", a["beside"]["notices"]) },
	"a form on a page":          func(a answers) map[string]any { return with(a["form"], "pages", 1) },
	"a form as a form's answer": func(a answers) map[string]any { return with(a["form"], "kind", "submit") },
	"a form without fields": func(a answers) map[string]any {
		return with(a["form"], "response", with(a.response("form"), "data", map[string]any{"custom_id": "x", "title": "x", "components": []any{}}))
	},
	"a card as a form": func(a answers) map[string]any {
		return with(a["card"], "response", with(a.response("card"), "type", 9))
	},
	"a response that pings": func(a answers) map[string]any { return with(a["card"], "response", pinging(a["card"]["response"])) },
	"a command that alters a reply": func(a answers) map[string]any {
		return with(a["card"], "response", with(a.response("card"), "type", 7))
	},
}

// TestSchemaRefuses alters good lines and expects each to be refused: a schema
// that takes anything holds nothing.
func TestSchemaRefuses(t *testing.T) {
	published, s := schema(t), writing(breaking(hale(t)))
	good := answers{}
	for name, line := range lines {
		b, err := s.Do(context.Background(), line).JSON()
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, published, b); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		var object map[string]any
		if err := json.Unmarshal(b, &object); err != nil {
			t.Fatal(err)
		}
		good[name] = object
	}
	refuse := func(what string, object map[string]any) {
		b, err := json.Marshal(object)
		if err != nil {
			t.Fatal(err)
		}
		if validate(t, published, b) == nil {
			t.Errorf("the schema takes %s", what)
		}
	}
	for field := range good["card"] {
		refuse("an object without "+field, with(good["card"], field, nil))
	}
	for field := range good.citation() {
		refuse("a citation without "+field, good.cited(field, nil))
	}
	for what, alter := range altered {
		refuse(what, alter(good))
	}
}

// with returns a copy of an object with another value, or without it if nil.
func with(object map[string]any, field string, value any) map[string]any {
	copied := map[string]any{}
	for k, v := range object {
		copied[k] = v
	}
	copied[field] = value
	if value == nil {
		delete(copied, field)
	}
	return copied
}

func pinging(response any) map[string]any {
	body := response.(map[string]any)
	mentions := map[string]any{"parse": []string{"everyone"}}
	return with(body, "data", with(body["data"].(map[string]any), "allowed_mentions", mentions))
}
