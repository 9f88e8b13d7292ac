package aspect

import "griot/knowledge"

func place() Aspect {
	return Aspect{Name: "place", Kinds: []knowledge.Kind{knowledge.KindPlace}, fields: []field{
		of("name", func(_ writer, p *knowledge.Place) string { return inLines(p.Name) },
			func(r *reader, p *knowledge.Place) { p.Name = r.textOf() }).lines().must(),
		of("also", func(_ writer, p *knowledge.Place) string { return lines(p.Also, inLine) },
			func(r *reader, p *knowledge.Place) { p.Also = list(r, r.textIn) }).lines(),
		of("finds", func(_ writer, p *knowledge.Place) string { return lines(p.Finds, tidy) },
			func(r *reader, p *knowledge.Place) { p.Finds = list(r, r.own) }).lines(),
		of("lies", func(w writer, p *knowledge.Place) string {
			within := ""
			if p.Within != "" {
				within = w.ref(p.Within, knowledge.KindPlace)
			}
			return keyed("kind", p.Kind, "within", within)
		}, readLies).lines().must(),
	}}
}

// readLies reads what a place is, and the larger one that it lies in.
func readLies(r *reader, p *knowledge.Place) {
	r.keys(map[string]func(string){
		"kind": func(s string) { p.Kind = r.oneOf(s, knowledge.PlaceKinds) },
		"within": func(s string) {
			p.Within = ""
			if s != "" {
				p.Within = r.ref(s, knowledge.KindPlace)
			}
		},
	})
}
