package aspect

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// writer writes what a view has.
type writer struct{ view *knowledge.View }

// ref names a record as it is typed: by its name, if that leads to it and to
// nothing else, else by its id.
func (w writer) ref(id knowledge.ID, kinds ...knowledge.Kind) string {
	name := ""
	if e := w.view.Entry(id); e != nil {
		name, _ = e.Name.In(knowledge.English)
	} else if p := w.view.Place(id); p != nil {
		name, _ = p.Name.In(knowledge.English)
	} else if s := w.view.Source(id); s != nil {
		name = s.Label
	}
	if found, _ := w.resolve(tidy(name), kinds); found == id && w.plain(name) {
		return tidy(name)
	}
	return string(id)
}

// plain reports whether a name holds nothing that a line is cut at.
func (w writer) plain(name string) bool {
	for _, sign := range []string{"=", ":", ";", ", according to "} {
		if strings.Contains(name, sign) {
			return false
		}
	}
	return name != ""
}

// resolve returns the record that an id or a name leads to, and what else it
// could mean; "" if there is none, or several.
func (w writer) resolve(typed string, kinds []knowledge.Kind) (knowledge.ID, []string) {
	if w.is(knowledge.ID(typed), kinds) {
		return knowledge.ID(typed), nil
	}
	if s := w.view.SourceByLabel(strings.ToUpper(typed)); s != nil && slices.Contains(kinds, knowledge.KindSource) {
		return s.ID, nil
	}
	if len(typed) > maxTyped {
		return "", nil
	}
	found := w.view.Find(typed, kinds...)
	var near []string
	for _, c := range found[:min(len(found), maxNear)] {
		near = append(near, c.ID)
	}
	if len(found) == 1 && found[0].Errors == 0 {
		return knowledge.ID(found[0].ID), nil
	}
	return "", near
}

// is reports whether there is a record of an id and a kind, whether or not
// readers see it.
func (w writer) is(id knowledge.ID, kinds []knowledge.Kind) bool {
	r, found := w.view.Draft(id)
	return found && slices.Contains(kinds, r.Kind)
}

// Ref reads an id or a name that stands alone in a field.
func Ref(v *knowledge.View, field, typed string, kinds ...knowledge.Kind) (knowledge.ID, Faults) {
	var faults Faults
	r := reader{writer: writer{v}, field: field, faults: &faults}
	return r.ref(typed, kinds...), faults
}

// maxTyped is how many bytes of a name are looked up: none is longer, and a long
// one takes its time.
const maxTyped = 4 * knowledge.MaxName

// maxNear is how many records a fault names.
const maxNear = 4

// ref reads an id or a name.
func (r *reader) ref(typed string, kinds ...knowledge.Kind) knowledge.ID {
	typed = tidy(typed)
	id, near := r.resolve(typed, kinds)
	switch {
	case id != "":
	case len(near) > 0:
		r.fail("fault.several", "near", strings.Join(near, ", "))
	case kinds[0] == knowledge.KindPlace:
		r.fail("fault.no place")
	case kinds[0] == knowledge.KindSource:
		r.fail("fault.no source")
	default:
		r.fail("fault.no entry")
	}
	return id
}

// claim reads the id of a claim; of other words, the claims that have them are
// named.
func (r *reader) claim(typed string) knowledge.ID {
	id := knowledge.ID(tidy(typed))
	if r.is(id, []knowledge.Kind{knowledge.KindClaim}) {
		return id
	}
	if near := r.claimsNear(string(id)); len(near) > 0 {
		r.fail("fault.claim near", "near", strings.Join(near, ", "))
		return ""
	}
	r.fail("fault.no claim")
	return ""
}

// claimsNear names the claims that have the words of a text.
func (w writer) claimsNear(words string) []string {
	var near []string
	if len(words) > maxTyped {
		return nil
	}
	for _, h := range w.view.Search(strings.ReplaceAll(words, "-", " "), 3*maxNear).Hits {
		if w.view.Claim(knowledge.ID(h.ID)) != nil && len(near) < maxNear {
			near = append(near, h.ID)
		}
	}
	return near
}

// fact cuts what a claim says from the claim's id.
func (r *reader) fact(line string) (what string, claim knowledge.ID) {
	cut := strings.LastIndex(line, "=")
	if cut < 0 {
		r.fail("fault.fact")
		return line, ""
	}
	return tidy(line[:cut]), r.claim(line[cut+1:])
}

// from writes what a claim says before the claim's id.
func from(what string, claim knowledge.ID) string { return what + " = " + string(claim) }
