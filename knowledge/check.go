package knowledge

import (
	"fmt"
	"slices"
	"strings"

	"griot/knowledge/text"
)

// Check reports everything that is wrong in what a view's top layer holds:
// each record by itself, and what it points to. A view with no problem keeps
// the promises: no bare fact, no unsealed anchor, no accusation without a
// speaker or a hedge.
func (v *View) Check() Problems {
	var ps Problems
	top := v.layers[0]
	for _, id := range top.live() {
		ps = append(ps, v.checkRecord(id, top.bodies[id])...)
	}
	return append(ps, v.checkMerges(sortedKeys(top.records))...)
}

func (v *View) checkRecord(id ID, body any) Problems {
	found := append(v.checkBody(body), v.checkBlame(body)...)
	if own := idOf(body); own != id {
		found.add("id", "is %s, and the record's is %s", own, id)
	}
	return found.about(id)
}

func (v *View) checkBody(body any) Problems {
	switch b := body.(type) {
	case *Source:
		return slices.Concat(b.Validate(), v.checkLabel(b), v.checkOrigin(b))
	case *Place:
		return append(b.Validate(), v.checkPlace(b)...)
	case *Claim:
		return append(b.Validate(), v.checkClaim(b)...)
	case *Entry:
		return append(b.Validate(), v.checkEntry(b)...)
	case *Settings:
		return b.Validate()
	case *Proposal:
		return b.Validate()
	}
	return nil
}

// checkLabel wants the label of a source to be its own: public ids begin with it.
func (v *View) checkLabel(s *Source) Problems {
	var ps Problems
	for i, l := range v.layers {
		if other := l.labels[s.Label]; other != "" && other != s.ID && !v.replaced(other, i) {
			ps.add("label", "%s is that of %s too", s.Label, other)
		}
	}
	return ps
}

// checkOrigin wants what a source repeats to be there, and to be no repetition
// itself: what counts once has one origin.
func (v *View) checkOrigin(s *Source) Problems {
	var ps Problems
	if s.Repeats == "" {
		return ps
	}
	switch origin := standing[Source](v, s.Repeats); {
	case origin == nil:
		ps.add("repeats", "no source %s", s.Repeats)
	case origin.Repeats != "" || origin.ID == s.ID:
		ps.add("repeats", "%s is no origin", s.Repeats)
	}
	return ps
}

func (v *View) checkPlace(p *Place) Problems {
	var ps Problems
	if p.Within != "" && standing[Place](v, p.Within) == nil {
		ps.add("within", "no place %s", p.Within)
	}
	seen := map[ID]bool{}
	for at := p; at != nil && at.Within != ""; at = v.Place(at.Within) {
		if seen[at.ID] {
			ps.add("within", "%s lies within itself", p.ID)
			break
		}
		seen[at.ID] = true
	}
	return ps
}

func (v *View) checkClaim(c *Claim) Problems {
	var ps Problems
	if c.Unsourced && len(v.layers) == 1 {
		ps.add("unsourced", "only a server's desk may hold a note without a source")
	}
	for i, id := range c.About {
		if standing[Entry](v, id) == nil {
			ps.add(fmt.Sprintf("about[%d]", i), "no entry %s", id)
		}
	}
	for i, s := range c.By {
		if e := standing[Entry](v, s.Actor); s.Actor != "" && (e == nil || e.Kind() != KindActor) {
			ps.add(fmt.Sprintf("by[%d].actor", i), "no actor %s", s.Actor)
		}
	}
	for i, a := range c.Answers {
		if standing[Claim](v, a.Claim) == nil {
			ps.add(fmt.Sprintf("answers[%d].claim", i), "no claim %s", a.Claim)
		}
	}
	for i, cite := range c.Cites {
		path := fmt.Sprintf("cites[%d]", i)
		if standing[Source](v, cite.Source) == nil {
			ps.add(path+".source", "no source %s", cite.Source)
		}
	}
	return append(ps, c.checkWording(v.proved(c))...)
}

// proved returns the quotations that a claim rests on.
func (v *View) proved(c *Claim) []Quotation {
	var all []Quotation
	for _, cite := range c.Cites {
		if q, state := v.Prove(cite); state == Verified {
			all = append(all, q)
		}
	}
	return all
}

// checkWording holds a claim against the words that it rests on: its phrase is
// a run of them, its text is ours.
func (c *Claim) checkWording(words []Quotation) Problems {
	var ps Problems
	holdsPhrase := func(q Quotation) bool { return text.WordRun(q.Text(), c.Phrase) }
	if c.Phrase != "" && len(words) > 0 && !slices.ContainsFunc(words, holdsPhrase) {
		ps.add("phrase", "%s is not a run of words in %s", c.Phrase, words[0].ID())
	}
	for _, q := range words {
		for _, wording := range c.Text.All() {
			if n := text.LongestSharedRun(wording, q.Text()); n > MaxPhrase {
				ps.add("text", "shares %d words running with %s; at most %d", n, q.ID(), MaxPhrase)
				ps.code(Borrowed)
			}
		}
	}
	return ps
}

func (v *View) checkEntry(e *Entry) Problems {
	var ps Problems
	for _, f := range e.Facts() {
		ps = append(ps, v.checkFact(e, f)...)
	}
	for i, p := range e.Places {
		if standing[Place](v, p.Place) == nil {
			ps.add(fmt.Sprintf("places[%d].place", i), "no place %s", p.Place)
		}
	}
	for i, r := range e.Relations {
		ps = append(ps, v.checkRelation(e, r, fmt.Sprintf("relations[%d]", i))...)
	}
	return ps
}

// checkFact wants the claim of a fact to be about the entry; that of a
// relation may be about either end.
func (v *View) checkFact(e *Entry, f Fact) Problems {
	var ps Problems
	c := standing[Claim](v, f.Claim)
	if f.Claim == "" {
		return ps // Validate has said so
	}
	if c == nil {
		ps.add(f.Path+".claim", "no claim %s", f.Claim)
		return ps
	}
	if !strings.HasPrefix(f.Path, "relations") && !v.isAbout(c, e.ID) {
		ps.add(f.Path+".claim", "%s is not about %s", c.ID, e.ID)
	}
	return ps
}

func (v *View) checkRelation(e *Entry, r Relation, path string) Problems {
	var ps Problems
	if standing[Entry](v, r.To) == nil {
		ps.add(path+".to", "no entry %s", r.To)
	}
	c := standing[Claim](v, r.Claim)
	if c == nil {
		return ps
	}
	if !v.isAbout(c, e.ID) && !v.isAbout(c, r.To) {
		ps.add(path+".claim", "%s is about neither %s nor %s", c.ID, e.ID, r.To)
	}
	if r.Is == AccusedOf {
		ps = append(ps, checkAccusation(c, e, path)...)
	}
	return ps
}

// isAbout reports whether a claim names an entry, or one that was merged into it.
func (v *View) isAbout(c *Claim, entry ID) bool {
	entry = v.Canonical(entry)
	return slices.ContainsFunc(c.About, func(id ID) bool { return entry != "" && v.Canonical(id) == entry })
}
