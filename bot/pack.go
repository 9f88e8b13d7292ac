package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/packs"
)

type packCheckCommand struct {
	Folder string   `arg:"" help:"The pack's folder."`
	Text   []string `help:"A source's text to check against: ID=FILE." placeholder:"ID=FILE"`
}

// Run loads the pack, holds it against the texts, and reports.
func (c packCheckCommand) Run(_ context.Context, p *program) error {
	pack, err := packs.Load(os.DirFS(c.Folder))
	if err != nil {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	texts := map[knowledge.ID][]knowledge.Passage{}
	for _, t := range c.Text {
		id, file, ok := strings.Cut(t, "=")
		if !ok {
			return fmt.Errorf("%w: --text wants ID=FILE, not %s", errUsage, t)
		}
		if texts[knowledge.ID(id)], err = p.passages(c.Folder, file, knowledge.ID(id)); err != nil {
			return err
		}
	}
	report := packs.Check(pack, texts)
	fmt.Fprint(p.out, report)
	if err := report.Err(); err != nil {
		return errors.Join(errRefused, err)
	}
	return nil
}

type packSealCommand struct {
	Folder string `arg:"" help:"The pack's folder."`
	File   string `arg:"" help:"The text of the source, as for griot import."`
	Source string `required:"" help:"The id of the source." placeholder:"ID"`
}

// Run seals the anchors of one source, and prints each sentence beside its
// claim for a person to read.
func (c packSealCommand) Run(_ context.Context, p *program) error {
	passages, err := p.passages(c.Folder, c.File, knowledge.ID(c.Source))
	if err != nil {
		return err
	}
	if err := packs.Seal(c.Folder, knowledge.ID(c.Source), passages, p.out); err != nil {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	return nil
}

// passages reads the text of one of the pack's sources as the importer would.
func (p *program) passages(folder, file string, id knowledge.ID) ([]knowledge.Passage, error) {
	source, err := packs.SourceOf(os.DirFS(folder), id)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRefused, err)
	}
	raw, err := p.readText(file)
	if err != nil {
		return nil, err
	}
	article, err := importer.Read(raw, importer.Options{Source: id, Language: source.Language})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return article.Passages, nil
}
