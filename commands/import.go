package commands

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"griot/knowledge"
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
			content, err := r.content(ctx)
			if err != nil {
				return Reply{}, err
			}
			asText := importSource.In(r) != ""
			switch {
			case content == nil:
				return r.howToImport()
			case !asText && !isTable(content.Name):
				return Reply{}, invalid("import what", "file", Echo(content.Name))
			case asText:
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
func (r Request) howToImport() (Reply, error) {
	if err := r.may(knowledge.ImportFile); err != nil {
		return Reply{}, err
	}
	say := r.Say()
	p := r.compose(say.Say("title.import"), "")
	for _, key := range []string{"import.pack", "import.article", "import.limits"} {
		p.note(Item, plain(say.Say(key)))
	}
	p.buttons([]Button{{Label: say.Say("button.paste"), Ask: Ask{Command: "paste"}, Writes: true}})
	return p.done(), nil
}

// content returns what is imported: the file, what a form brought, or what a
// preview kept; nil if there is nothing.
func (r Request) content(ctx context.Context) (*File, error) {
	if file, ok := r.Files[importFile.Name]; ok {
		file.Name = filepath.Base(file.Name)
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

// kept returns the request with its content kept, as the query of a button is, so
// that the buttons of its reply, those that turn the pages too, lead to it.
func (r Request) kept(ctx context.Context, file *File) (Request, error) {
	digest, err := r.Library.KeepQuery(ctx, file.Body)
	values := map[string]string{importKept: digest, importName: file.Name}
	for _, o := range []Option{importSource, importKeep, importDrop} {
		if v := o.In(r); v != "" {
			values[o.Name] = v
		}
	}
	r.Values = values
	return r, err
}

// saveOf returns the ask that saves what a preview shows, if nothing has changed
// since.
func (r Request) saveOf(records []knowledge.Record) Ask {
	values := maps.Clone(r.Values)
	values[importShown] = fingerprint(records)
	return Ask{Command: "import", Values: values}
}

// saveShown saves what a preview showed; ErrStale if it would do something else
// by now. What is there already is saved once more without a trace.
func (r Request) saveShown(ctx context.Context, e knowledge.Edit) (Reply, error) {
	if len(e.Records) > 0 && r.Values[importShown] != fingerprint(e.Records) {
		return Reply{}, knowledge.ErrStale
	}
	return r.save(ctx, e)
}

// fingerprint tells apart what two readings of a file would put in the place of
// what.
func fingerprint(records []knowledge.Record) string {
	h := sha256.New()
	for _, r := range records {
		fmt.Fprintln(h, r.Kind, r.ID, r.State, r.Rev, r.Base, len(r.Body))
		h.Write(r.Body)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
