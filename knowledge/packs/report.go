package packs

import (
	"fmt"
	"strings"

	"griot/knowledge"
)

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
