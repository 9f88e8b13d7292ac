package aspect

import (
	"griot/knowledge"
)

func entryNames() Aspect {
	return Aspect{Name: "names", Kinds: knowledge.EntryKinds(), fields: []field{nameField(), alsoField(), findsField(), isField()}}
}

// entryLine is what an entry is, for those who suggest.
func entryLine() Aspect {
	return Aspect{Name: SuggestLine, Kinds: knowledge.EntryKinds(), fields: []field{
		of("line", func(_ writer, e *knowledge.Entry) string { return inLines(e.Is.Line) },
			func(r *reader, e *knowledge.Entry) { e.Is.Line = r.textOf() }).lines().must(),
	}}
}

func suggestedNames() Aspect {
	return Aspect{Name: SuggestNames, Kinds: knowledge.EntryKinds(), fields: []field{nameField(), alsoField(), findsField()}}
}

func nameField() field {
	return of("name", func(_ writer, e *knowledge.Entry) string { return inLines(e.Name) },
		func(r *reader, e *knowledge.Entry) { e.Name = r.textOf() }).lines().must()
}

func alsoField() field {
	return of("also", func(_ writer, e *knowledge.Entry) string { return lines(e.Also, inLine) },
		func(r *reader, e *knowledge.Entry) { e.Also = list(r, r.textIn) }).lines()
}

func findsField() field {
	return of("finds", func(_ writer, e *knowledge.Entry) string { return lines(e.Finds, tidy) },
		func(r *reader, e *knowledge.Entry) { e.Finds = list(r, r.own) }).lines()
}

// isField is what an entry is: of an actor its type, the line, the claim.
func isField() field {
	return of("is", func(_ writer, e *knowledge.Entry) string {
		s := "line: " + inLine(e.Is.Line) + "\nclaim: " + string(e.Is.Claim)
		if e.Kind() == knowledge.KindActor {
			s = "type: " + e.Is.Type + "\n" + s
		}
		return s
	}, func(r *reader, e *knowledge.Entry) {
		words := map[string]func(string){
			"line":  func(s string) { e.Is.Line = r.textIn(s) },
			"claim": func(s string) { e.Is.Claim = r.claim(s) },
		}
		if e.Kind() == knowledge.KindActor {
			words["type"] = func(s string) { e.Is.Type = r.oneOf(s, knowledge.ActorTypes) }
		}
		r.keys(words)
	}).lines().must()
}
