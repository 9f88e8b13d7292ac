package knowledge

import (
	"fmt"
	"slices"

	"griot/knowledge/text"
)

// checkBlame refuses every sentence of a record that names an actor as the doer
// of violence without a hedge or a speaker in the same sentence. Who stands
// under a claim's "by" is not enough: a list or a picture may show the sentence
// alone. The line of an actor is read as said of that actor.
func (v *View) checkBlame(body any) Problems {
	var ps Problems
	switch b := body.(type) {
	case *Claim:
		v.blamed(&ps, "text", b.Text, nil)
	case *Entry:
		v.blamed(&ps, "is.line", b.Is.Line, b)
		for i, c := range b.Counts {
			v.blamed(&ps, fmt.Sprintf("counts[%d].of", i), c.Of, nil)
		}
		if b.kind == KindActor {
			break
		}
		v.blamed(&ps, "name", b.Name, nil)
		for i, t := range b.Also {
			v.blamed(&ps, fmt.Sprintf("also[%d]", i), t, nil)
		}
		for i, s := range b.Finds {
			v.blamed(&ps, fmt.Sprintf("finds[%d]", i), InEnglish(s), nil)
		}
	}
	return ps
}

// blamed adds a problem for each sentence of t that blames without a hedge;
// subject, if it is an actor, is whom t speaks of without naming it.
func (v *View) blamed(ps *Problems, path string, t Text, subject *Entry) {
	for _, language := range t.languages() {
		wording := t[language]
		for _, s := range text.Sentences(wording, language) {
			sentence := wording[s.Start:s.End]
			read := readViolence(sentence)
			if !read.any() || IsHedged(sentence) {
				continue
			}
			if who := v.perpetrator(read, subject); who != nil {
				name, _ := who.Name.In(language)
				ps.add(path, "names %s as perpetrator; say in the same sentence who says so, or that it is believed", name)
			}
		}
	}
}

// perpetrator returns the actor whom a sentence makes the doer of a deed, or nil.
func (v *View) perpetrator(read violence, subject *Entry) *Entry {
	if subject != nil && subject.kind == KindActor && read.acts(0) {
		return subject
	}
	for _, actor := range v.Entries(KindActor) {
		for _, n := range namesOf(actor.Name, actor.Also, actor.Finds) {
			if read.blames(n.Text) {
				return actor
			}
		}
	}
	return nil
}

// checkAccusation wants an accusation never to be stated as a fact, and each
// sentence that names the accused to hedge it or to name who says so.
func checkAccusation(c *Claim, accused *Entry, path string) Problems {
	var ps Problems
	if c.Certainty == Stated {
		ps.add(path+".claim", "%s is stated; an accusation never is", c.ID)
	}
	for _, language := range c.Text.languages() {
		wording := c.Text[language]
		for _, s := range text.Sentences(wording, language) {
			sentence := wording[s.Start:s.End]
			if accused.isNamedIn(sentence) && !IsHedged(sentence) {
				name, _ := accused.Name.In(language)
				ps.add(path+".claim", "%s names %s as perpetrator without a speaker or a hedge", c.ID, name)
			}
		}
	}
	return ps
}

// isNamedIn reports whether a sentence names the entry, by any of its names.
func (e *Entry) isNamedIn(sentence string) bool {
	named := func(name string) bool { return text.WordRun(sentence, name) }
	for _, t := range append([]Text{e.Name}, e.Also...) {
		if slices.ContainsFunc(t.All(), named) {
			return true
		}
	}
	return slices.ContainsFunc(e.Finds, named)
}
