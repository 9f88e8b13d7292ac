package commands

import (
	"context"
	"errors"
	"strconv"

	"griot/knowledge"
)

// desk returns the layer that a request writes to, or a Failure if it doesn't
// come from a server.
func (r Request) desk() (knowledge.Layer, error) {
	if r.View.Layer() == knowledge.Shelf {
		return "", refused("no server")
	}
	return r.View.Layer(), nil
}

// may returns nil if the asker may do this on the desk, else the error that
// says why not. What only shows how a desk works asks here too: whoever may not
// decide on it doesn't get to see it.
func (r Request) may(a knowledge.Action) error {
	layer, err := r.desk()
	if err != nil {
		return err
	}
	return knowledge.Allowed(r.Who, r.View.Settings(), knowledge.Edit{Layer: layer, Action: a})
}

// save makes an edit on the asker's desk, once however often the request is
// delivered, and says what became of it.
func (r Request) save(ctx context.Context, e knowledge.Edit) (Reply, error) {
	receipt, err := r.apply(ctx, e)
	if err != nil {
		return r.ranInto(ctx, err)
	}
	reply := r.saved(e, receipt)
	reply.Notices, _ = r.notices(ctx, e, receipt) // what is saved is saved, whether or not others are told
	return reply, nil
}

// saved says what became of an edit.
func (r Request) saved(e knowledge.Edit, receipt knowledge.Receipt) Reply {
	say := r.Say()
	r.View = r.Library.View(r.Who.Guild) // as it is now
	name := r.titleIn(e)
	switch {
	case receipt.Waiting != "":
		p := r.compose(say.Say("title.waits", "name", name), "")
		key := "saved.waits"
		if e.Action == knowledge.Suggest {
			key = "saved.suggested"
		}
		p.note(Line, plain(say.Say(key, "id", receipt.Waiting)))
		return p.done()
	case receipt.Seq == 0:
		p := r.compose(say.Say("title.unchanged"), "")
		p.note(Line, plain(say.Say("preview.unchanged")))
		return p.done()
	}
	p := r.compose(say.Say("title.saved", "name", name), "")
	p.note(Line, plain(say.Say("saved.done", "seq", receipt.Seq)))
	p.buttons(r.afterwards(e.Target, receipt.Seq))
	return p.done()
}

// afterwards leads on from what was saved: to undo it, to the card, to its
// history.
func (r Request) afterwards(target knowledge.ID, seq uint64) []Button {
	say := r.Say()
	row := []Button{{Label: say.Say("button.undo"), Ask: Ask{Command: "undo", Values: map[string]string{"change": strconv.FormatUint(seq, 10)}}, Writes: true}}
	if e := r.View.Entry(target); e != nil {
		open := r.toEntry(e)
		open.Label = say.Say("button.open")
		row = append(row, open)
	}
	history := Ask{Command: "history", Values: map[string]string{"name": string(target)}}
	if target == importTarget { // what it took in stands in that of the desk
		history.Values = map[string]string{}
	}
	return append(row, Button{Label: say.Say("button.history"), Ask: history, Opens: ForMe})
}

// apply makes an edit on the asker's desk.
func (r Request) apply(ctx context.Context, e knowledge.Edit) (knowledge.Receipt, error) {
	layer, err := r.desk()
	if err != nil {
		return knowledge.Receipt{}, err
	}
	e.Layer, e.Interaction = layer, r.Interaction
	return r.Library.Apply(ctx, r.Who, e)
}

// titleOf names the target of an edit: an entry, a source or a place by its
// name, a claim by its id, what is no more by its id too.
func (r Request) titleOf(id knowledge.ID) string {
	switch id {
	case knowledge.SettingsID:
		return r.Say().Say("kind.settings")
	case importTarget:
		return r.Say().Say("import.name")
	}
	if e := r.View.Entry(id); e != nil {
		return r.text(e.Name)
	}
	if s := r.View.Source(id); s != nil {
		return s.Label
	}
	if p := r.View.Place(id); p != nil {
		return r.text(p.Name)
	}
	return string(id)
}

// titleIn names the target of an edit as it would be.
func (r Request) titleIn(e knowledge.Edit) string {
	for _, record := range e.Records {
		if record.ID == e.Target {
			return r.draftTitle(record)
		}
	}
	return r.titleOf(e.Target)
}

// draftTitle names a record by what it says, whether or not readers see it: a
// claim by its first words, or by its id if it may not be told alone.
func (r Request) draftTitle(record knowledge.Record) string {
	if c := r.View.Claim(record.ID); c != nil {
		return r.claimTitle(c)
	}
	if r.View.Canonical(record.ID) == record.ID {
		return r.titleOf(record.ID)
	}
	content, err := record.Content()
	if err != nil {
		return string(record.ID)
	}
	switch c := content.(type) {
	case *knowledge.Entry:
		return Echo(r.text(c.Name))
	case *knowledge.Place:
		return Echo(r.text(c.Name))
	case *knowledge.Source:
		return Echo(c.Label)
	case *knowledge.Claim:
		return r.claimTitle(c)
	}
	return r.titleOf(record.ID)
}

func (r Request) claimTitle(c *knowledge.Claim) string {
	if len(r.View.Bound(c)) > 0 {
		return string(c.ID)
	}
	return Echo(r.text(c.Text))
}

// problemsOf returns what is wrong with an edit, if that is why it failed.
func problemsOf(err error) knowledge.Problems {
	var invalid *knowledge.InvalidError
	if errors.As(err, &invalid) {
		return invalid.Problems
	}
	return nil
}
