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
	edit, report, err := l.TextEdit(name, passages, intake)
	if err != nil {
		return Imported{}, err
	}
	report.Receipt, err = l.Apply(ctx, who, edit)
	return report, err
}

// TextEdit returns the edit that stores the text of a source in a layer, in
// place of what is there, and what would become of the anchors. It brings no
// records if the same text is there already. It returns ErrNotFound if there is
// no such source.
func (l *Library) TextEdit(name Layer, passages []Passage, intake Intake) (Edit, Imported, error) {
	v := l.state.Load().of(name)
	if v.Source(intake.Source) == nil {
		return Edit{}, Imported{}, fmt.Errorf("source %s: %w", intake.Source, ErrNotFound)
	}
	report := v.ProveText(passages, intake)
	records, err := l.textRecords(v, passages, report.Intake)
	return Edit{Layer: name, Action: ImportText, Target: intake.Source, Records: records}, report, err
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

// textRecords returns the records of a text and its intake that differ from
// what the view's layer has; passages that the layer had and the text has no
// more are withdrawn.
func (l *Library) textRecords(v *View, passages []Passage, intake Intake) ([]Record, error) {
	var records []Record
	put := func(kind Kind, id ID, body any) error {
		r, err := NewRecord(v.Layer(), kind, id, body)
		if had, ok := v.Draft(id); ok {
			r.Rev, r.Base = had.Rev, had.Base
		}
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
	records = append(records, l.leftover(v.Layer(), intake.Source, records)...)
	return slices.DeleteFunc(records, func(r Record) bool {
		stored, ok := l.Stored(v.Layer(), r.ID)
		return ok && r.same(stored)
	}), nil
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
