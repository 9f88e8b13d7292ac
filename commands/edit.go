package commands

import (
	"context"
	"slices"

	"griot/commands/aspect"
	"griot/knowledge"
)

var editName = Option{Name: "name", Required: true, Describe: "option.edit", Complete: Request.editable}

func editCommand() Command {
	return Command{Name: "edit", Options: []Option{editName}, Private: true, For: knowledge.Moderator,
		Run: func(_ context.Context, r Request) (Reply, error) {
			if err := r.may(knowledge.EditRecord); err != nil {
				return Reply{}, err
			}
			id, reply := r.editTarget()
			if reply != nil {
				return *reply, nil
			}
			return r.edit(id)
		}}
}

// editTarget returns the record that is named, or a reply that asks which.
func (r Request) editTarget() (knowledge.ID, *Reply) {
	typed := editName.In(r)
	id := knowledge.ID(typed)
	if record, found := r.View.Draft(id); found && slices.Contains(addable(), record.Kind) {
		if record.State == knowledge.Merged && r.View.Canonical(id) != "" {
			return r.View.Canonical(id), nil
		}
		return id, nil
	}
	if len(r.View.Find(typed, namedKinds()...)) == 0 {
		if found := r.claimsLike(typed); len(found) > 0 {
			p := r.compose(r.Say().Say("title.choose"), "")
			p.reply.Outcome = Choose
			p.note(Line, plain(r.Say().Say("choose.claims", "typed", Echo(typed))))
			p.claimsWith(found, r.editClaim)
			reply := p.done()
			return "", &reply
		}
	}
	m := r.find(editName, namedKinds()...)
	return m.id, m.reply
}

// editClaim is the button that edits the n-th claim of a list.
func (r Request) editClaim(c *knowledge.Claim, n int) Button {
	return Button{Label: r.Say().Say("button.edit claim", "n", n), Ask: r.to("edit", editName, c.ID), Opens: ForMe}
}

// edit shows what the desk has of a record, and what can be done with it.
func (r Request) edit(id knowledge.ID) (Reply, error) {
	record, found := r.View.Draft(id)
	if !found {
		return Reply{}, refused("button")
	}
	say := r.Say()
	p := r.compose(say.Say("title.edit", "name", r.draftTitle(record)), "")
	p.note(Line, plain(say.Say("edit.record", "kind", say.Say("kind."+string(record.Kind)), "id", id)))
	p.standing(record)
	p.has(record)
	p.buttons(r.aspectButtons(record), r.deskButtons(record))
	return p.done(), nil
}

// standing says what else a moderator must know of a record.
func (p *pages) standing(record knowledge.Record) {
	r, say := p.request, p.request.Say()
	if record.State != knowledge.Live {
		p.note(Line, bold(say.Say("edit.state", "state", p.stateOf(record))))
	}
	if r.View.Frozen(record.ID) {
		p.note(Line, bold(say.Say("edit.frozen")))
	}
	if n := len(r.View.WaitingOn(record.ID)); n > 0 {
		p.note(Line, bold(say.Say("edit.waiting", "n", n)))
	}
	if _, moved := r.View.OvertakenBy(record.ID); moved {
		p.note(Line, bold(say.Say("edit.overtaken")))
	}
}

// has shows a record as readers see it or, if they don't, by its fields.
func (p *pages) has(record knowledge.Record) {
	r := p.request
	if e := r.View.Entry(record.ID); e != nil {
		p.also(e)
		p.facts(e)
		p.relations(e)
		p.finds(e)
	} else if c := r.View.Claim(record.ID); c != nil {
		p.claim(c)
	} else if s := r.View.Source(record.ID); s != nil {
		p.source(s, r.tally(s.ID))
	} else if place := r.View.Place(record.ID); place != nil {
		p.note(Line, plain(r.placeLine(place.ID)))
		p.called(place.Also, place.Finds)
	} else {
		p.fieldsIn(record)
	}
}

// fieldsIn sets the fields of a record that readers don't see.
func (p *pages) fieldsIn(record knowledge.Record) {
	for _, d := range knowledge.Differences(knowledge.Record{}, record) {
		if !isOfState(d) {
			p.note(Item, bold(d.Path), plain(": "+d.After))
		}
	}
}

// aspectButtons open the forms of a record.
func (r Request) aspectButtons(record knowledge.Record) []Button {
	var row []Button
	for _, a := range aspect.Of(record.Kind) {
		row = append(row, r.sheetButton(r.Say().Say("aspect."+a.Name), sheetAs, a.Name, sheetRecord, string(record.ID)))
	}
	if r.View.Entry(record.ID) != nil {
		list := Ask{Command: "claims", Values: map[string]string{claimsName.Name: string(record.ID)}}
		row = append(row, Button{Label: r.Say().Say("button.claims"), Ask: list, Opens: ForMe},
			r.sheetButton(r.Say().Say("button.new claim"), sheetAs, newSheet+string(knowledge.KindClaim), sheetAbout, string(record.ID)))
	}
	return row
}

// deskButtons do with a record as a whole what a desk can.
func (r Request) deskButtons(record knowledge.Record) []Button {
	turn := func(action knowledge.Action) Button {
		return r.sheetButton(r.Say().Say("button."+string(action)), sheetAs, string(action), sheetRecord, string(record.ID))
	}
	hide, freeze := knowledge.Hide, knowledge.Freeze
	if record.State == knowledge.Hidden {
		hide = knowledge.Show
	}
	if r.View.Frozen(record.ID) {
		freeze = knowledge.Thaw
	}
	lead := func(command string) Button {
		ask := Ask{Command: command, Values: map[string]string{"name": string(record.ID)}}
		return Button{Label: r.Say().Say("button." + command), Ask: ask, Opens: ForMe}
	}
	return []Button{turn(hide), turn(freeze), turn(knowledge.Merge), lead("history"), lead("export")}
}
