package aspect

import (
	"strings"

	"griot/knowledge"
)

// Fresh is an entry that is not there yet, and the claim that it rests on.
type Fresh struct {
	Entry *knowledge.Entry
	Claim *knowledge.Claim
}

// fresh makes the form of a new entry: its name, what it is, the claim that all
// of it comes from.
func fresh(name string, kind knowledge.Kind, is field) Aspect {
	return Aspect{Name: name, Kinds: []knowledge.Kind{kind}, New: true, fields: []field{
		ofEntry(nameField()), is.lines().must(), ofClaim(textField()), ofClaim(heldField()), ofClaim(sourcesField().must()),
	}}
}

func ofEntry(f field) field {
	write, read := f.write, f.read
	f.write = func(w writer, body any) string { return write(w, body.(*Fresh).Entry) }
	f.read = func(r *reader, body any) { read(r, body.(*Fresh).Entry) }
	return f
}

func ofClaim(f field) field {
	write, read := f.write, f.read
	f.write = func(w writer, body any) string { return write(w, body.(*Fresh).Claim) }
	f.read = func(r *reader, body any) { read(r, body.(*Fresh).Claim) }
	return f
}

func newActor() Aspect {
	return fresh("new actor", knowledge.KindActor, of("is", blank("type", "line"), func(r *reader, f *Fresh) {
		r.keys(map[string]func(string){
			"type": func(s string) { f.Entry.Is.Type = r.oneOf(s, knowledge.ActorTypes) },
			"line": func(s string) { f.Entry.Is = f.line(r, s) },
		})
	}))
}

func newEvent() Aspect {
	return fresh("new event", knowledge.KindEvent, of("is", blank("line", "date", "place"), func(r *reader, f *Fresh) {
		e := f.Entry
		r.keys(map[string]func(string){
			"line": func(s string) { e.Is = f.line(r, s) },
			"date": func(s string) {
				if s != "" {
					e.Dates = []knowledge.Dated{{Date: r.date(s), Claim: f.Claim.ID}}
				}
			},
			"place": func(s string) {
				if s != "" {
					e.Places = []knowledge.Located{{Place: r.ref(s, knowledge.KindPlace), Claim: f.Claim.ID}}
				}
			},
		})
	}))
}

func newReform() Aspect {
	return fresh("new reform", knowledge.KindReform, of("is", blank("line", "area", "step"), func(r *reader, f *Fresh) {
		e := f.Entry
		r.keys(map[string]func(string){
			"line": func(s string) { e.Is = f.line(r, s) },
			"area": func(s string) {
				if s != "" {
					e.Areas = []knowledge.InArea{{Area: r.oneOf(s, knowledge.Areas), Claim: f.Claim.ID}}
				}
			},
			"step": func(s string) {
				if s != "" {
					e.Steps = []knowledge.Step{r.stepFrom(s, f.Claim.ID)}
				}
			},
		})
	}))
}

// line reads what a new entry is in a line, which comes from its claim.
func (f *Fresh) line(r *reader, s string) knowledge.What {
	if s == "" {
		r.fail("fault.line")
	}
	return knowledge.What{Type: f.Entry.Is.Type, Line: r.textIn(s), Claim: f.Claim.ID}
}

// blank writes words that wait for their values.
func blank(words ...string) func(writer, *Fresh) string {
	return func(writer, *Fresh) string { return strings.Join(words, ": \n") + ": " }
}
