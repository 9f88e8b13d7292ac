package commands

import (
	"context"
	"slices"

	"griot/knowledge"
	"griot/knowledge/importer"
)

// importText shows what an article's text would bring, or saves what was shown.
func (r Request) importText(ctx context.Context, file *File) (Reply, error) {
	if err := r.may(knowledge.ImportText); err != nil {
		return Reply{}, err
	}
	m := r.findSource(importSource)
	if m.reply != nil {
		return r.whose(ctx, file, *m.reply)
	}
	article, err := r.article(file, m.id)
	if err != nil {
		return Reply{}, err
	}
	edit, done, err := r.Library.TextEdit(r.View.Layer(), article.Passages, article.Intake)
	if err != nil {
		return Reply{}, err
	}
	if r.Values[importShown] != "" {
		reply, err := r.saveShown(ctx, edit)
		return reply.leadingTo(r.toCoverage(m.id)), err
	}
	if r, err = r.kept(ctx, file); err != nil {
		return Reply{}, err
	}
	p := r.compose(r.Say().Say("title.preview", "name", r.titleOf(m.id)), "")
	p.article(article, done)
	if len(edit.Records) == 0 {
		p.note(Line, plain(r.Say().Say("preview.unchanged")))
		p.buttons([]Button{r.toCoverage(m.id)})
		return p.done(), nil
	}
	if _, err := r.Library.Try(ctx, r.Who, edit); err != nil {
		return Reply{}, err
	}
	p.buttons(ways{Save: r.saveOf(edit.Records)}.row(r, "button.save"))
	return p.done(), nil
}

// whose asks of which source a text is, if that can't be told, without losing
// the text.
func (r Request) whose(ctx context.Context, file *File, asks Reply) (Reply, error) {
	if asks.Outcome != Choose {
		return Reply{}, invalid("no source", "typed", Echo(importSource.In(r)))
	}
	again, err := r.kept(ctx, file)
	if err != nil {
		return Reply{}, err
	}
	for _, page := range asks.Pages {
		for _, b := range page.AllButtons() {
			if b.Ask.Command != r.Command {
				continue
			}
			for name, value := range again.Values {
				if name != importSource.Name {
					b.Ask.Values[name] = value
				}
			}
		}
	}
	return asks, nil
}

// article reads the text of a source.
func (r Request) article(file *File, source knowledge.ID) (article importer.Article, err error) {
	options := importer.Options{Source: source, Language: r.View.Source(source).Language}
	if options.Keep, err = importer.ParseLines(importKeep.In(r)); err != nil {
		return article, invalid("lines", "option", importKeep.Name)
	}
	if options.Drop, err = importer.ParseLines(importDrop.In(r)); err != nil {
		return article, invalid("lines", "option", importDrop.Name)
	}
	article, err = importer.Read(file.Body, options)
	if err != nil {
		return article, invalid("no article", "why", unmarked(err.Error()))
	}
	return article, nil
}

// article sets what an importer made of a text, and what became of the anchors.
func (p *pages) article(a importer.Article, done knowledge.Imported) {
	say := p.request.Say()
	p.note(Line, plain(say.Say("import.text", "n", len(a.Passages), "left", len(a.Intake.Dropped), "notes", len(a.Intake.Repaired))))
	p.note(Line, plain(say.Say("import.anchors", "n", done.Verified, "moved", len(done.Intake.Moved), "orphans", len(done.Orphans))))
	for _, o := range done.Orphans {
		p.note(Item, plain(say.Say("import.orphan", "id", o.Claim, "place", p.request.View.PublicID(a.Intake.Source, o.Expected))))
	}
	for _, m := range done.Intake.Moved {
		p.note(Item, plain(say.Say("import.moved", "id", m.Claim, "expected", m.Expected, "found", m.Found)))
	}
	for _, d := range a.Intake.Dropped {
		p.note(Item, plain(say.Say("import.dropped", "line", d.Line, "why", unmarked(d.Reason))))
	}
	for _, r := range a.Intake.Repaired {
		p.note(Item, plain(say.Say("import.repaired", "line", r.Line, "what", unmarked(r.What))))
	}
	if n := len(done.Uncovered); n > 0 {
		p.note(Line, plain(say.Say("import.uncovered", "n", n)))
	} else {
		p.note(Line, plain(say.Say("coverage.whole")))
	}
}

// leadingTo returns the reply with one more button on every page.
func (reply Reply) leadingTo(b Button) Reply {
	reply.Pages = slices.Clone(reply.Pages)
	for i := range reply.Pages {
		reply.Pages[i].Buttons = append(slices.Clone(reply.Pages[i].Buttons), []Button{b})
	}
	return reply
}
