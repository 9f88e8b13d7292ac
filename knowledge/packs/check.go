package packs

import (
	"fmt"
	"slices"

	"griot/knowledge"
	"griot/knowledge/text"
)

// Check holds a pack against texts: for each source that they hold, it proves
// every anchor, looks for phrases in their anchors and for wordings that run
// with the source for more than [knowledge.MaxPhrase] words, and lists the
// paragraphs that no claim covers. Title and standfirst need no claim.
func Check(p *Pack, texts map[knowledge.ID][]knowledge.Passage) Report {
	r := Report{Pack: p.ID, Version: p.Version, Figures: p.figures()}
	view, err := p.view(texts)
	if err != nil {
		r.Wrong = errorList{{File: headerFile, What: err.Error()}}
		return r
	}
	covered := map[Paragraph]bool{}
	for _, c := range p.claims() {
		for i, cite := range c.Cites {
			at := p.spot(c.ID, fmt.Sprintf("cites[%d].at", i))
			where := fmt.Sprintf("%s:%d:%d", at.file, at.line, at.column)
			if found, ok := r.prove(view, cite, Anchor{where, c.ID, cite.Source, cite.At, knowledge.At{}}); ok {
				covered[found] = true
			}
		}
	}
	// The view looks for borrowed words in anchors only; borrowed finds those too.
	problems := slices.DeleteFunc(view.Check(), func(p knowledge.Problem) bool {
		return p.Code == knowledge.Borrowed
	})
	wrong := append(p.locate(problems), p.borrowed(view, texts)...)
	wrong.sort()
	r.Wrong = wrong
	for _, source := range sortedSources(texts) {
		for _, passage := range view.Passages(source) {
			at := Paragraph{source, passage.Paragraph}
			if at.Number > 0 && !covered[at] {
				r.Uncovered = append(r.Uncovered, at)
			}
		}
	}
	return r
}

// prove counts one citation and returns the paragraph that its words are in, if
// they are.
func (r *Report) prove(view *knowledge.View, cite knowledge.Citation, a Anchor) (covered Paragraph, ok bool) {
	q, state := view.Prove(cite)
	switch state {
	case knowledge.Verified:
		r.Verified++
		if a.Found = q.At(); a.Found != a.Expected {
			r.Moved = append(r.Moved, a)
		}
	case knowledge.Orphan:
		r.Orphans = append(r.Orphans, a)
	case knowledge.NotImported:
		r.NotImported++
	case knowledge.WholeSource:
		r.Whole++
	}
	return Paragraph{cite.Source, q.At().Paragraph}, state == knowledge.Verified
}

// borrowed finds wordings of the pack that are a source's own: in any
// paragraph of any text, whether or not a claim rests on it.
func (p *Pack) borrowed(view *knowledge.View, texts map[knowledge.ID][]knowledge.Passage) errorList {
	var errs errorList
	for _, w := range p.wordings() {
		for _, source := range sortedSources(texts) {
			for _, passage := range view.Passages(source) {
				if n := text.LongestSharedRun(w.text, passage.Text); n > knowledge.MaxPhrase {
					at := view.PublicID(source, knowledge.Sentences(passage.Paragraph, 0, 0))
					errs.add(p.spot(w.id, w.path), "%s: %s: shares %d words running with %s; at most %d",
						w.id, w.path, n, at, knowledge.MaxPhrase)
				}
			}
		}
	}
	return errs
}

// wording is a sentence of ours and where it stands.
type wording struct {
	id   knowledge.ID
	path string
	text string
}

// wordings returns all that the pack says in its own words; a name is a fact.
func (p *Pack) wordings() []wording {
	var all []wording
	add := func(id knowledge.ID, path string, t knowledge.Text) {
		for _, s := range t.All() {
			all = append(all, wording{id, path, s})
		}
	}
	for _, it := range p.items {
		switch b := it.body.(type) {
		case *knowledge.Claim:
			add(b.ID, "text", b.Text)
			for i, s := range b.By {
				add(b.ID, fmt.Sprintf("by[%d]", i), s.Text)
			}
		case *knowledge.Entry:
			add(b.ID, "is.line", b.Is.Line)
			for i, c := range b.Counts {
				add(b.ID, fmt.Sprintf("counts[%d].of", i), c.Of)
				add(b.ID, fmt.Sprintf("counts[%d].words", i), c.Words)
			}
		}
	}
	return all
}

func (p *Pack) claims() []*knowledge.Claim {
	var all []*knowledge.Claim
	for _, it := range p.items {
		if c, ok := it.body.(*knowledge.Claim); ok {
			all = append(all, c)
		}
	}
	return all
}

func sortedSources(texts map[knowledge.ID][]knowledge.Passage) []knowledge.ID {
	var ids []knowledge.ID
	for id := range texts {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
