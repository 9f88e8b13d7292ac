package packs

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"griot/knowledge"
)

// Report says how a pack stands against the texts that are at hand.
type Report struct {
	Pack    knowledge.ID
	Version int
	Figures Figures

	// Citations by what is known of their wording. Moved and Orphans list
	// those that hold elsewhere than expected, which count as verified too,
	// and those that don't hold.
	Verified, NotImported, Whole int
	Moved                        []Anchor
	Orphans                      []Anchor

	// Wrong is what breaks a rule once the texts are known: phrases that
	// aren't in their anchors, and wordings of ours that are the source's.
	Wrong []*Error
	// Uncovered are the paragraphs of the body that no claim rests on.
	Uncovered []Paragraph
}

// Figures count what a pack holds.
type Figures struct {
	Sources, Places, Claims   int
	Actors, Events, Reforms   int
	Relations, Anchors, Seals int
}

// Anchor is a claim's anchor that isn't at its expected place. Found is nowhere
// if the words were not found. Where is file:line:column of the citation.
type Anchor struct {
	Where    string
	Claim    knowledge.ID
	Source   knowledge.ID
	Expected knowledge.At
	Found    knowledge.At
}

// Paragraph names a paragraph of a source.
type Paragraph struct {
	Source knowledge.ID
	Number int
}

// Err returns nil if every anchor of the given texts holds and no rule is
// broken, else an error that joins what is wrong.
func (r Report) Err() error {
	errs := errorList(slices.Clone(r.Wrong))
	all := []error{errs.err()}
	for _, a := range r.Orphans {
		all = append(all, fmt.Errorf("%s: %s: the words of %s at %s are not in the text", a.Where, a.Claim, a.Source, a.Expected))
	}
	return errors.Join(all...)
}

// figures counts what the pack holds.
func (p *Pack) figures() Figures {
	f := Figures{Seals: len(p.seals)}
	for _, it := range p.items {
		switch it.kind {
		case knowledge.KindSource:
			f.Sources++
		case knowledge.KindPlace:
			f.Places++
		case knowledge.KindClaim:
			f.Claims++
		case knowledge.KindActor:
			f.Actors++
		case knowledge.KindEvent:
			f.Events++
		case knowledge.KindReform:
			f.Reforms++
		}
		switch b := it.body.(type) {
		case *knowledge.Entry:
			f.Relations += len(b.Relations)
		case *knowledge.Claim:
			for _, cite := range b.Cites {
				if !cite.IsWhole() {
					f.Anchors++
				}
			}
		}
	}
	return f
}

// String lays the report out for the operator, a finding to a line.
func (r Report) String() string {
	var b strings.Builder
	f := r.Figures
	fmt.Fprintf(&b, "pack %s, version %d\n", r.Pack, r.Version)
	fmt.Fprintf(&b, "  %s, %s, %s, %s, %s, %s, %s\n",
		count(f.Sources, "source"), count(f.Places, "place"), count(f.Actors, "actor"), count(f.Events, "event"),
		count(f.Reforms, "reform"), count(f.Relations, "relation"), count(f.Claims, "claim"))
	fmt.Fprintf(&b, "  %s: %d verified, %d found elsewhere than expected, %s, %d without text here, %d to a whole source\n",
		count(r.Verified+len(r.Orphans)+r.NotImported+r.Whole, "citation"),
		r.Verified, len(r.Moved), count(len(r.Orphans), "orphan"), r.NotImported, r.Whole)
	for _, a := range r.Moved {
		fmt.Fprintf(&b, "  elsewhere: %s: %s: %s: expected ¶ %s, found ¶ %s\n", a.Where, a.Claim, a.Source, a.Expected, a.Found)
	}
	for _, a := range r.Orphans {
		fmt.Fprintf(&b, "  orphan: %s: %s: %s: the words of ¶ %s are not in the text\n", a.Where, a.Claim, a.Source, a.Expected)
	}
	for _, e := range r.Wrong {
		fmt.Fprintf(&b, "  wrong: %v\n", e)
	}
	for _, p := range r.Uncovered {
		fmt.Fprintf(&b, "  no claim covers ¶ %d of %s\n", p.Number, p.Source)
	}
	return b.String()
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
