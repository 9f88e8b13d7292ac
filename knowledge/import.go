package knowledge

import (
	"context"
	"fmt"
	"slices"
)

// Imported says what became of a source's text and of the anchors in it.
type Imported struct {
	Receipt   Receipt // Seq is 0 if the same text was there already
	Passages  int
	Intake    Intake
	Verified  int           // anchors that hold, those found elsewhere among them
	Orphans   []OrphanPlace // anchors that don't hold
	Uncovered []int         // paragraphs of the body that no anchor lies in
}

// OrphanPlace is an anchor whose words the text does not have.
type OrphanPlace struct {
	Claim    ID
	Expected At
}

// ImportText stores the text of a source in a layer, in place of what was
// there, and proves every anchor of the source against it. It returns
// ErrNotFound if there is no such source, and the errors of Apply.
func (l *Library) ImportText(ctx context.Context, who Who, name Layer, passages []Passage, intake Intake) (Imported, error) {
	v := l.state.Load().of(name)
	if v.Source(intake.Source) == nil {
		return Imported{}, fmt.Errorf("source %s: %w", intake.Source, ErrNotFound)
	}
	report := v.ProveText(passages, intake)
	records, err := l.textRecords(name, passages, report.Intake)
	if err != nil {
		return Imported{}, err
	}
	report.Receipt, err = l.Apply(ctx, who, Edit{Layer: name, Action: ImportText, Target: intake.Source, Records: records})
	return report, err
}

// ProveText proves every anchor of a source against a text that is not stored
// yet.
func (v *View) ProveText(passages []Passage, intake Intake) Imported {
	report := Imported{Passages: len(passages), Intake: intake}
	var text []*Passage
	for i := range passages {
		text = append(text, &passages[i])
	}
	covered := map[int]bool{}
	for _, c := range v.Claims() {
		for _, cite := range c.Cites {
			if v.Canonical(cite.Source) != intake.Source || cite.IsWhole() {
				continue
			}
			at, ok := locate(cite, text)
			switch {
			case !ok:
				report.Orphans = append(report.Orphans, OrphanPlace{c.ID, cite.At})
				continue
			case at != cite.At:
				report.Intake.Moved = append(report.Intake.Moved, MovedPlace{c.ID, cite.At, at})
			}
			report.Verified++
			covered[at.Paragraph] = true
		}
	}
	for _, p := range passages {
		if p.Paragraph > 0 && !covered[p.Paragraph] {
			report.Uncovered = append(report.Uncovered, p.Paragraph)
		}
	}
	return report
}

// textRecords returns the records of a text and its intake; passages that the
// layer had and the text has no more are withdrawn.
func (l *Library) textRecords(name Layer, passages []Passage, intake Intake) ([]Record, error) {
	var records []Record
	put := func(kind Kind, id ID, body any) error {
		r, err := NewRecord(name, kind, id, body)
		stored, _ := l.Stored(name, id)
		r.Rev = stored.Rev
		records = append(records, r)
		return err
	}
	for _, p := range passages {
		if err := put(KindPassage, PassageID(p.Source, p.Paragraph), p); err != nil {
			return nil, err
		}
	}
	if err := put(KindIntake, IntakeID(intake.Source), intake); err != nil {
		return nil, err
	}
	return append(records, l.leftover(name, intake.Source, records)...), nil
}

func (l *Library) leftover(name Layer, source ID, kept []Record) []Record {
	layer := l.state.Load().layers[name]
	if layer == nil {
		return nil
	}
	var gone []Record
	for _, p := range layer.passages[source] {
		id := PassageID(source, p.Paragraph)
		if slices.ContainsFunc(kept, func(r Record) bool { return r.ID == id }) {
			continue
		}
		r := layer.records[id]
		r.State = Withdrawn
		gone = append(gone, r)
	}
	return gone
}
