package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"griot/knowledge"
	"griot/knowledge/importer"
)

type importCommand struct {
	File   string `arg:"" help:"A text file, as copied from a page; - for standard input."`
	Source string `required:"" help:"The id of the source, such as fp-2019-mali." placeholder:"ID"`
	Keep   string `help:"Lines to keep whatever the rules say, such as 21-33,40." placeholder:"LINES"`
	Drop   string `help:"Lines to leave out." placeholder:"LINES"`
}

// Run takes in the text and reports what became of it and of the anchors.
func (c importCommand) Run(ctx context.Context, p *program) (err error) {
	raw, err := p.readText(c.File)
	if err != nil {
		return err
	}
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer closing(&err, lib)
	article, err := c.read(lib.View(""), raw)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	done, err := lib.ImportText(ctx, knowledge.Operator(), knowledge.Shelf, article.Passages, article.Intake)
	if err != nil {
		return err
	}
	printImported(p.out, raw, article, done)
	return nil
}

// readText reads at most a byte more than the importer takes, so that it can
// say that the file is too large.
func (p *program) readText(path string) ([]byte, error) {
	in := p.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errRefused, err)
		}
		defer f.Close()
		in = f
	}
	raw, err := io.ReadAll(io.LimitReader(in, importer.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRefused, err)
	}
	return raw, nil
}

func (c importCommand) read(v *knowledge.View, raw []byte) (importer.Article, error) {
	source := v.Source(knowledge.ID(c.Source))
	if source == nil {
		return importer.Article{}, fmt.Errorf("%w: no source %s; there are %s", errRefused, c.Source, sourceIDs(v))
	}
	keep, err := importer.ParseLines(c.Keep)
	drop, err2 := importer.ParseLines(c.Drop)
	if err := errors.Join(err, err2); err != nil {
		return importer.Article{}, fmt.Errorf("%w: %w", errUsage, err)
	}
	return importer.Read(raw, importer.Options{Source: source.ID, Language: source.Language, Keep: keep, Drop: drop})
}

func sourceIDs(v *knowledge.View) string {
	var ids []string
	for _, s := range v.Sources() {
		ids = append(ids, string(s.ID))
	}
	return strings.Join(ids, ", ")
}
