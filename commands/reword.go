package commands

import (
	"context"
	"slices"

	"griot/commands/aspect"
	"griot/knowledge"
)

// rewordCommand opens the form of a proposal's record as it is proposed; saving
// it passes the proposal in the words that are typed there.
func rewordCommand() Command {
	return Command{Name: "reword", Hidden: true, Private: true, Form: true, Run: func(_ context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.Approve); err != nil {
			return Reply{}, err
		}
		p := r.View.Proposal(knowledge.ID(r.Values[sheetProposal]))
		if p == nil {
			return Reply{}, refused("button")
		}
		i := slices.IndexFunc(p.Records, func(record knowledge.Record) bool { return string(record.ID) == r.Values[sheetRecord] })
		if i < 0 {
			return Reply{}, refused("button")
		}
		as, err := r.proposedAspect(p, p.Records[i])
		if err != nil {
			return Reply{}, err
		}
		r.Values = map[string]string{sheetAs: as.Name, sheetProposal: string(p.ID), sheetRecord: r.Values[sheetRecord]}
		return r.fill()
	}}
}

// proposedAspect returns the aspect of a record that a proposal changes.
func (r Request) proposedAspect(p *knowledge.Proposal, record knowledge.Record) (aspect.Aspect, error) {
	all := aspect.Of(record.Kind)
	if len(all) == 0 {
		return aspect.Aspect{}, refused("no wording")
	}
	before, found := r.View.Draft(record.ID)
	if !found {
		return all[0], nil
	}
	for _, a := range all {
		if changed, err := r.differs(a, p, before, record); err != nil || changed {
			return a, err
		}
	}
	return aspect.Aspect{}, refused("no wording")
}

// differs reports whether two versions of a record differ in an aspect.
func (r Request) differs(a aspect.Aspect, p *knowledge.Proposal, before, after knowledge.Record) (bool, error) {
	v, err := r.View.With(r.View.Layer(), p.Records)
	if err != nil {
		return false, err
	}
	was, err := before.Content()
	if err != nil {
		return false, err
	}
	is, err := after.Content()
	if err != nil {
		return false, err
	}
	x, err := a.Write(v, was)
	if err != nil {
		return false, err
	}
	y, err := a.Write(v, is)
	return !slices.Equal(x, y), err
}

// rewording is the sheet of an aspect of a proposed record.
func (r Request) rewording(a aspect.Aspect) (sheet, error) {
	p := r.View.Proposal(knowledge.ID(r.Values[sheetProposal]))
	if p == nil {
		return sheet{}, refused("button")
	}
	i := slices.IndexFunc(p.Records, func(record knowledge.Record) bool { return string(record.ID) == r.Values[sheetRecord] })
	if i < 0 || !slices.Contains(a.Kinds, p.Records[i].Kind) {
		return sheet{}, refused("button")
	}
	v, err := r.View.With(r.View.Layer(), p.Records)
	if err != nil {
		return sheet{}, err
	}
	record, notes := p.Records[i], []string(nil)
	if now, found := r.View.Draft(record.ID); found && stampOf(now) != stampOf(record) {
		record = now // the words come into what is there
		notes = append(notes, r.Say().Say("sheet.since"))
	}
	s, err := r.ofRecord(a, v, record, p.Records[i])
	if err != nil {
		return sheet{}, err
	}
	kept, _ := r.View.Draft(p.ID)
	s.title, s.stamp = r.Say().Say("form.reword", "id", p.ID), stampOf(kept, record)
	read := s.edit
	s.edit = func(typed map[string]string) (written, error) {
		w, err := read(typed)
		if err != nil {
			return w, err
		}
		records := slices.Clone(p.Records)
		records[i], w.notes = w.edit.Records[0], notes
		w.edit = knowledge.Edit{Action: knowledge.Approve, Target: p.Target, Proposal: p.ID, Records: records}
		return w, nil
	}
	return s, nil
}
