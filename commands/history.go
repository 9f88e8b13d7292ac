package commands

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"griot/knowledge"
)

// historyName is whose history is asked for; before and in are where the page
// before ended: at a change of the desk's log, or of the shelf's.
var (
	historyName   = Option{Name: "name", Describe: "option.history", Complete: entryNames("name", knowledge.EntryKinds()...)}
	historyBefore = Option{Name: "before"}
	historyShelf  = Option{Name: "shelf", Bool: true}
)

// maxPast is how many changes a reply tells.
const maxPast = MaxButtonsInRow

func historyCommand() Command {
	return Command{Name: "history", Private: true, For: knowledge.Moderator, Options: []Option{historyName}, Run: func(ctx context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.Undo); err != nil {
			return Reply{}, err
		}
		id := knowledge.ID(historyName.In(r))
		if _, there := r.View.Draft(id); id != "" && !there { // what is hidden has a history too, and no name to find it by
			m := r.find(historyName, append(knowledge.EntryKinds(), knowledge.KindSource, knowledge.KindPlace)...)
			if m.reply != nil {
				return *m.reply, nil
			}
			id = m.id
		}
		return r.history(ctx, id)
	}}
}

// history tells the changes of the desk, or those of a record on the desk and
// then on the shelf, the newest first.
func (r Request) history(ctx context.Context, id knowledge.ID) (Reply, error) {
	all, err := r.past(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	title, name := "title.history", r.titleOf(id)
	if id == "" {
		title = "title.history of all"
	}
	p := r.compose(r.Say().Say(title, "name", name), "")
	shown := all[:min(len(all), maxPast)]
	for _, past := range shown {
		if err := p.past(ctx, past, id); err != nil {
			return Reply{}, err
		}
	}
	if len(shown) == 0 {
		p.note(Line, plain(r.Say().Say("history.nothing")))
	}
	p.buttons(r.takeBacks(shown), r.redactions(shown), r.older(all, shown))
	return p.done(), nil
}

// past returns the changes to tell, and one more if there is one.
func (r Request) past(ctx context.Context, id knowledge.ID) (all []knowledge.Past, err error) {
	before, _ := strconv.ParseUint(r.Values[historyBefore.Name], 10, 64) // 0, the newest, for what is no number
	if !historyShelf.Is(r) {
		if all, err = r.Library.History(ctx, r.View.Layer(), id, before, maxPast+1); err != nil || id == "" {
			return all, err
		}
		before = 0
	}
	more, err := r.Library.History(ctx, knowledge.Shelf, id, before, maxPast+1-len(all))
	return append(all, more...), err
}

// past tells a change: who, when, what and why, and what was there before.
func (p *pages) past(ctx context.Context, past knowledge.Past, id knowledge.ID) error {
	say := p.request.Say()
	line, err := p.headline(ctx, past)
	if err != nil {
		return err
	}
	p.note(Line, line...)
	if past.Redacted {
		who, err := p.request.person(ctx, past.Layer, past.By.Person)
		if err != nil {
			return err
		}
		p.note(Under, plain(say.Say("history.redacted", "at", say.At(past.By.Time))+" "), who)
		return nil
	}
	if past.Reason != "" {
		p.note(Under, bold(say.Say("review.reason")), plain(": "+typed(past.Reason)))
	}
	edits, err := p.request.beneath(ctx, past.Edits)
	if err != nil {
		return err
	}
	if id != "" {
		edits = slices.DeleteFunc(slices.Clone(edits), func(e knowledge.Edited) bool { return e.After.ID != id })
	}
	p.edits(edits)
	if others := len(past.Edits) - len(edits); others > 0 {
		p.note(Under, plain(say.Say("history.others", "n", others)))
	}
	return nil
}

// beneath returns edits with what they replaced: of a record that a desk took
// over from the shelf, that is the shelf's of the time.
func (r Request) beneath(ctx context.Context, edits []knowledge.Edited) ([]knowledge.Edited, error) {
	edits = slices.Clone(edits)
	for i, e := range edits {
		if e.Before != nil || e.After.Base == 0 {
			continue
		}
		old, err := r.Library.Version(ctx, knowledge.Key{Layer: knowledge.Shelf, Kind: e.After.Kind, ID: e.After.ID}, e.After.Base)
		switch {
		case err == nil:
			edits[i].Before = &old
		case !errors.Is(err, knowledge.ErrNotFound): // it was taken out
			return nil, err
		}
	}
	return edits, nil
}

// headline is a change in a line.
func (p *pages) headline(ctx context.Context, past knowledge.Past) ([]Span, error) {
	r, say := p.request, p.request.Say()
	what := say.Say("action." + string(past.Action))
	if past.Of > 0 {
		what = say.Say("history.of", "what", what, "change", past.Of)
	}
	line := []Span{bold(say.Say("history.change", "change", past.Seq)), plain(": " + say.Say("history.what", "what", what, "name", r.titleOf(past.Target), "at", say.At(past.Time)) + " ")}
	if past.Layer == knowledge.Shelf {
		key := "history.operator"
		if past.Action == knowledge.ApplyPack {
			key = "history.pack"
		}
		return append(line, plain(say.Say(key))), nil
	}
	who, err := r.person(ctx, past.Layer, past.Person)
	return append(line, who), err
}

// takeBacks are the buttons that undo the changes of the desk among those told.
func (r Request) takeBacks(shown []knowledge.Past) []Button {
	var row []Button
	for _, past := range shown {
		if past.Layer != knowledge.Shelf && len(past.Edits) > 0 {
			row = append(row, r.toUndo(past.Seq))
		}
	}
	return row
}

// redactions are the owner's buttons.
func (r Request) redactions(shown []knowledge.Past) []Button {
	var row []Button
	for _, past := range shown {
		if past.Layer != knowledge.Shelf && len(past.Edits) > 0 && r.may(knowledge.Redact) == nil {
			row = append(row, r.toRedact(past.Seq))
		}
	}
	return row
}

// older leads to the changes before those that are told.
func (r Request) older(all, shown []knowledge.Past) []Button {
	if len(all) == len(shown) {
		return nil
	}
	last := shown[len(shown)-1]
	values := map[string]string{historyName.Name: r.Values[historyName.Name], historyBefore.Name: strconv.FormatUint(last.Seq, 10)}
	if last.Layer == knowledge.Shelf {
		values[historyShelf.Name] = "true"
	}
	return []Button{{Label: r.Say().Say("button.older"), Ask: Ask{Command: "history", Values: values}}}
}
