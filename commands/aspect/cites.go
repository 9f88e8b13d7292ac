package aspect

import (
	"errors"

	"griot/knowledge"
	"griot/knowledge/text"
)

// Unsourced are the words that a claim has in the place of a source.
const Unsourced = "moderator's note, unsourced"

func sourcesField() field {
	return of("sources", func(w writer, c *knowledge.Claim) string {
		if c.Unsourced {
			return Unsourced
		}
		return lines(c.Cites, w.citation)
	}, func(r *reader, c *knowledge.Claim) { r.cites(c) }).lines()
}

// citation writes a place by its public id, and by the id of a source that
// readers don't see.
func (w writer) citation(c knowledge.Citation) string {
	label := w.ref(c.Source, knowledge.KindSource)
	return knowledge.PublicID(label, c.At)
}

// cites reads the sources of a claim, one a line. An anchor that the claim has
// already keeps its words; another is sealed from the stored text.
func (r *reader) cites(c *knowledge.Claim) {
	had := c.Cites
	if c.Cites, c.Unsourced = nil, false; had != nil {
		c.Cites = []knowledge.Citation{}
	}
	r.each(func(line string) {
		if folded := text.Fold(line); folded == text.Fold(Unsourced) || folded == "unsourced" {
			c.Unsourced = true
			return
		}
		source, at := r.placeIn(line)
		if source == "" {
			return
		}
		for _, old := range had {
			if old.Source == source && old.At == at {
				c.Cites = append(c.Cites, old)
				return
			}
		}
		c.Cites = append(c.Cites, r.seal(source, at))
	})
	if c.Unsourced && len(c.Cites) > 0 {
		r.fail("fault.unsourced")
	}
}

// placeIn reads a public id such as FP19-2.1, or a source as a whole.
func (r *reader) placeIn(line string) (knowledge.ID, knowledge.At) {
	kinds := []knowledge.Kind{knowledge.KindSource}
	for i := range line {
		if line[i] != '-' {
			continue
		}
		at, err := knowledge.ParseAt(tidy(line[i+1:]))
		if err != nil {
			continue
		}
		if id, _ := r.resolve(tidy(line[:i]), kinds); id != "" {
			return id, at
		}
	}
	return r.ref(line, kinds...), knowledge.At{}
}

// seal makes a citation of a place from the words that are stored there.
func (r *reader) seal(source knowledge.ID, at knowledge.At) knowledge.Citation {
	c := knowledge.Citation{Source: source, At: at}
	if c.IsWhole() {
		return c
	}
	s := r.view.Source(source)
	if s == nil {
		r.fail("fault.no source")
		return c
	}
	q, err := r.view.QuoteAt(s.Label, at)
	switch {
	case errors.Is(err, knowledge.ErrNotImported):
		r.fail("fault.not stored", "label", s.Label)
	case err != nil:
		r.fail("fault.no words", "place", knowledge.PublicID(s.Label, at), "label", s.Label)
	default:
		c.Words, c.Digest = text.Digest(q.Text())
	}
	return c
}
