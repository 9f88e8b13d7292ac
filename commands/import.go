package commands

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/packs"
)

var (
	importFile   = Option{Name: "file", File: true, Describe: "option.file"}
	importSource = Option{Name: "source", Describe: "option.text of", Complete: entryNames("source", knowledge.KindSource)}
	importKeep   = Option{Name: "keep"}
	importDrop   = Option{Name: "drop"}
)

// Values of an import that its own buttons set: the digest under which the
// content is kept, the file's name, a pasted text, and what the preview showed.
const (
	importKept  = "kept"
	importName  = "called"
	importPaste = "text"
	importShown = "shown"
)

func importCommand() Command {
	return Command{
		Name: "import", Options: []Option{importFile, importSource, importKeep, importDrop},
		For: knowledge.Moderator, Private: true,
		Run: func(ctx context.Context, r Request) (Reply, error) {
			if _, err := r.desk(); err != nil {
				return Reply{}, err
			}
			content, err := r.content(ctx)
			switch {
			case err != nil:
				return Reply{}, err
			case content == nil:
				return r.howToImport(), nil
			case importSource.In(r) == "" && !isTable(content.Name):
				return Reply{}, invalid("import what", "file", Echo(content.Name))
			case importSource.In(r) != "":
				return r.importText(ctx, content)
			}
			return r.importRecords(ctx, content)
		},
	}
}

// isTable reports whether a file holds records, by its name: a pack or a table.
func isTable(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml", ".csv", ".tsv":
		return true
	}
	return false
}

// howToImport says what can be imported, and offers a form for a text.
func (r Request) howToImport() Reply {
	say := r.Say()
	p := r.compose(say.Say("title.import"), "")
	for _, key := range []string{"import.pack", "import.article", "import.limits"} {
		p.note(Item, plain(say.Say(key)))
	}
	p.buttons([]Button{{Label: say.Say("button.paste"), Ask: Ask{Command: "paste"}, Writes: true}})
	return p.done()
}

// content returns what is imported: the file, what a form brought, or what the
// preview kept; nil if there is nothing.
func (r Request) content(ctx context.Context) (*File, error) {
	if file, ok := r.Files[importFile.Name]; ok {
		return &file, nil
	}
	if pasted := r.Values[importPaste]; pasted != "" {
		return &File{Name: "pasted.txt", Body: []byte(pasted)}, nil
	}
	digest := r.Values[importKept]
	if digest == "" {
		return nil, nil
	}
	body, err := r.Library.KeptQuery(ctx, digest)
	if err != nil {
		return nil, refused("button gone")
	}
	return &File{Name: r.Values[importName], Body: body}, nil
}

// again returns the ask that saves what a preview showed. The content is kept
// for it as the query of a button is.
func (r Request) again(ctx context.Context, file *File, shown string) (Ask, error) {
	digest, err := r.Library.KeepQuery(ctx, file.Body)
	if err != nil {
		return Ask{}, err
	}
	values := map[string]string{importKept: digest, importName: file.Name, importShown: shown}
	for _, o := range []Option{importSource, importKeep, importDrop} {
		if v := o.In(r); v != "" {
			values[o.Name] = v
		}
	}
	return Ask{Command: "import", Values: values}, nil
}

// importRecords shows what a pack or a table would change, or saves what was
// shown.
func (r Request) importRecords(ctx context.Context, file *File) (Reply, error) {
	offer := packs.Read(r.View, r.View.Layer(), filepath.Base(file.Name), file.Body)
	shown := fingerprint(offer.Records())
	edit := knowledge.Edit{Action: knowledge.ImportFile, Target: "import", Records: offer.Records()}
	if seen := r.Values[importShown]; seen != "" {
		if seen != shown {
			return Reply{}, knowledge.ErrStale // somebody changed what it was held against
		}
		return r.save(ctx, edit)
	}
	p := r.compose(r.Say().Say("title.preview", "name", Echo(file.Name)), "")
	p.offer(offer)
	if offer.Err() != nil || len(edit.Records) == 0 {
		p.reply.Outcome = Invalid
		return p.done(), nil
	}
	edit.Layer = r.View.Layer()
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
	save, err := r.again(ctx, file, shown)
	p.buttons(ways{Save: save}.row(r, "button.save"))
	return p.done(), err
}

// fingerprint tells apart what two readings of a file would put.
func fingerprint(records []knowledge.Record) string {
	h := sha256.New()
	for _, r := range records {
		h.Write([]byte(r.String()))
		h.Write(r.Body)
		h.Write([]byte{byte(r.Rev), byte(r.Base)})
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// offer sets what a file would do: how many records are new, changed, the same
// and refused, then each of them but the same.
func (p *pages) offer(o *packs.Offer) {
	say := p.request.Say()
	p.note(Line, plain(say.Say("import.counts", "new", o.Count(packs.New), "changed", o.Count(packs.Changed),
		"same", o.Count(packs.Same), "refused", o.Count(packs.Refused))))
	if len(o.Wrong) > 0 {
		p.note(Line, bold(say.Say("preview.wrong")))
	}
	for _, e := range o.Wrong {
		p.note(Item, plain(e.Error()))
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

// importText shows what an article's text would bring, or saves what was shown.
func (r Request) importText(ctx context.Context, file *File) (Reply, error) {
	m := r.findSource(importSource)
	if m.reply != nil {
		return *m.reply, nil
	}
	options := importer.Options{Source: m.id, Language: r.View.Source(m.id).Language}
	var err error
	for _, o := range []struct {
		option Option
		into   *[]int
	}{{importKeep, &options.Keep}, {importDrop, &options.Drop}} {
		if *o.into, err = importer.ParseLines(o.option.In(r)); err != nil {
			return Reply{}, invalid("lines", "option", o.option.Name)
		}
	}
	article, err := importer.Read(file.Body, options)
	if err != nil {
		return Reply{}, invalid("no article", "why", err.Error())
	}
	if r.Values[importShown] != "" {
		return r.saveText(ctx, article)
	}
	p := r.compose(r.Say().Say("title.preview", "name", r.titleOf(m.id)), "")
	p.article(article, r.View.ProveText(article.Passages, article.Intake))
	save, err := r.again(ctx, file, "text")
	p.buttons(ways{Save: save}.row(r, "button.save"))
	return p.done(), err
}

// saveText stores a text on the desk and shows what it leaves to be written.
func (r Request) saveText(ctx context.Context, article importer.Article) (Reply, error) {
	if _, err := r.Library.ImportText(ctx, r.Who, r.View.Layer(), article.Passages, article.Intake); err != nil {
		return Reply{}, err
	}
	r.View = r.Library.View(r.Who.Guild)
	return r.coverage(article.Intake.Source), nil
}

// article sets what an importer made of a text, and what became of the anchors.
func (p *pages) article(a importer.Article, done knowledge.Imported) {
	say := p.request.Say()
	p.note(Line, plain(say.Say("import.text", "n", len(a.Passages), "left", len(a.Intake.Dropped), "notes", len(a.Intake.Repaired))))
	p.note(Line, plain(say.Say("import.anchors", "n", done.Verified, "moved", len(done.Intake.Moved), "orphans", len(done.Orphans))))
	for _, d := range a.Intake.Dropped {
		p.note(Item, plain(say.Say("import.dropped", "line", d.Line, "why", d.Reason)))
	}
	for _, r := range a.Intake.Repaired {
		p.note(Item, plain(say.Say("import.repaired", "line", r.Line, "what", r.What)))
	}
	for _, o := range done.Orphans {
		p.note(Item, plain(say.Say("import.orphan", "id", o.Claim, "place", cmp.Or(o.Expected.String(), "?"))))
	}
	p.note(Line, plain(say.Say("import.uncovered", "n", len(done.Uncovered))))
}
