package export

import (
	"strings"

	"griot/knowledge"
)

// wording returns a text in English, or in a language that it names.
func wording(t knowledge.Text) string {
	s, language := t.In(knowledge.English)
	if language != knowledge.English {
		s += " (" + language + ")"
	}
	return s
}

// told returns a claim's words with how it is held and by whom: the one never
// goes without the other.
func (c *chosen) told(claim *knowledge.Claim) string { return wording(claim.Text) + c.held(claim) }

// held says in brackets how a claim is held, by whom, and whether it rests on no
// source.
func (c *chosen) held(claim *knowledge.Claim) string {
	s := c.Say("certainty." + string(claim.Certainty))
	if who := c.speakers(claim); who != "" {
		s = c.Say("claim.by", "certainty", s, "speakers", who)
	}
	if c.view.Disputed(claim.ID) {
		s = c.Say("claim.also disputed", "certainty", s)
	}
	if claim.Unsourced {
		s += ", " + c.Say("claim.unsourced")
	}
	return " (" + s + ")"
}

// speakers names those who say a claim, the innermost first.
func (c *chosen) speakers(claim *knowledge.Claim) string {
	who := ""
	for _, s := range claim.By {
		name := wording(s.Text)
		if e := c.view.Entry(s.Actor); e != nil {
			name = wording(e.Name)
		}
		if who != "" {
			name = c.Say("claim.via", "inner", name, "outer", who)
		}
		who = name
	}
	return who
}

// stands says how a claim that is bound to another stands to it.
func (c *chosen) stands(claim, other *knowledge.Claim) string {
	for _, a := range c.view.Answered(claim.ID) {
		if a.Claim == other.ID && a.How.Binds() {
			return c.Say("answered." + string(a.How))
		}
	}
	for _, a := range claim.Answers {
		if c.canonical(a.Claim) == other.ID && a.How.Binds() {
			return c.Say("answers." + string(a.How))
		}
	}
	return c.Say("answers.contradicts")
}

// cited names the places that a claim stands at, what is known of the words
// there, and what became of the source; nothing of a claim without a source.
func (c *chosen) cited(claim *knowledge.Claim) string {
	var all []string
	for _, cite := range claim.Cites {
		q, state := c.view.Prove(cite)
		id := q.ID()
		if state != knowledge.Verified {
			id = c.view.PublicID(cite.Source, cite.At)
		}
		if s := c.view.Source(cite.Source); s != nil && s.Marked != knowledge.Unmarked {
			id += ", " + string(s.Marked)
		}
		if state != knowledge.Verified { // of a verified one there is nothing to say
			id += ", " + c.Say("export."+string(state))
		}
		all = append(all, id)
	}
	if len(all) == 0 {
		return ""
	}
	return " [" + strings.Join(all, "; ") + "]"
}

// care says what a reader must know of a source: that it was corrected or
// retracted, and that it repeats another.
func (c *chosen) care(s *knowledge.Source) string {
	var all []string
	if s.Marked != knowledge.Unmarked {
		all = append(all, strings.TrimSuffix(string(s.Marked)+": "+wording(s.Note), ": "))
	}
	if origin := c.view.Source(s.Repeats); origin != nil {
		all = append(all, c.Say("export.repeats", "origin", origin.Label))
	}
	return strings.Join(all, "; ")
}
