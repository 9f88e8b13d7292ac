package commands

import (
	"context"

	"griot/knowledge"
	"griot/knowledge/packs"
)

// importRecords shows what a pack or a table would change, or saves what was
// shown.
func (r Request) importRecords(ctx context.Context, file *File) (Reply, error) {
	if err := r.may(knowledge.ImportFile); err != nil {
		return Reply{}, err
	}
	offer := packs.Read(r.View, r.View.Layer(), file.Name, file.Body)
	edit := knowledge.Edit{
		Layer: r.View.Layer(), Action: knowledge.ImportFile, Target: importTarget, Records: offer.Records(), Reason: Echo(file.Name),
	}
	if r.Values[importShown] != "" && offer.Err() == nil {
		return r.saveShown(ctx, edit)
	}
	r, err := r.kept(ctx, file)
	if err != nil {
		return Reply{}, err
	}
	if len(edit.Records) == 0 {
		return r.nothingToSave(file, offer), nil
	}
	p := r.compose(r.Say().Say("title.preview", "name", Echo(file.Name)), "")
	p.offer(offer)
	receipt, err := r.Library.Try(ctx, r.Who, edit)
	if wrong := problemsOf(err); wrong != nil {
		p.reply.Outcome = Invalid
		p.problems(wrong)
		return p.done(), nil
	}
	if err != nil {
		return Reply{}, err
	}
	if receipt.Waiting != "" {
		p.note(Line, plain(r.Say().Say("preview.second")))
	}
	p.buttons(ways{Save: r.saveOf(edit.Records)}.row(r, "button.save"))
	return p.done(), nil
}

// importTarget is what the change of an import is about. No record has this id.
const importTarget knowledge.ID = "desk/import"

// nothingToSave says why a file can't be saved: what is refused in it, or that
// all of it is there already.
func (r Request) nothingToSave(file *File, offer *packs.Offer) Reply {
	say := r.Say()
	title := say.Say("title.not yet", "name", Echo(file.Name))
	if offer.Err() == nil {
		title = say.Say("title.unchanged")
	}
	p := r.compose(title, "")
	p.reply.Outcome = Invalid
	p.offer(offer)
	if offer.Err() == nil {
		p.note(Line, plain(say.Say("preview.unchanged")))
	}
	return p.done()
}

// offer sets what a file would do: how many records are new, changed, the same
// and refused; what is refused, with its place and the reason; then each record
// that it would change.
func (p *pages) offer(o *packs.Offer) {
	say := p.request.Say()
	if len(o.Items) > 0 {
		p.note(Line, plain(say.Say("import.counts", "new", o.Count(packs.New), "changed", o.Count(packs.Changed),
			"same", o.Count(packs.Same), "refused", o.Count(packs.Refused))))
	}
	if len(o.Wrong) > 0 {
		p.note(Line, bold(say.Say("preview.wrong")))
	}
	for _, e := range o.Wrong {
		p.note(Item, plain(unmarked(e.Error())))
	}
	for _, item := range o.Items {
		for _, other := range item.Alike {
			p.note(Item, plain(say.Say("import.alike", "id", item.ID, "other", p.request.nameOf(other))))
		}
		for _, place := range item.Orphans {
			p.note(Item, plain(say.Say("import.orphan", "id", item.ID, "place", place)))
		}
	}
	p.changes(o.Records())
}
