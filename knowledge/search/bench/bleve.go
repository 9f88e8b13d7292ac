package main

import (
	"context"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en" // registers the analyser
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
)

// bleveIndex is Bleve on disk with one lean text field and its default
// scoring; with fuzziness, the first letter must be right.
type bleveIndex struct {
	index     bleve.Index
	fuzziness int
}

func openBleve(folder, language string, fuzziness int) (engine, error) {
	field := bleve.NewTextFieldMapping()
	field.Analyzer = language
	field.Store, field.IncludeTermVectors, field.IncludeInAll, field.DocValues = false, false, false, false
	doc := bleve.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt("text", field)
	mapping := bleve.NewIndexMapping()
	mapping.DefaultMapping = doc
	index, err := bleve.NewUsing(filepath.Join(folder, "bleve"), mapping, scorch.Name, scorch.Name, nil)
	return &bleveIndex{index, fuzziness}, err
}

func fields(p passage) map[string]any { return map[string]any{"text": p.Text} }

// load writes batches, and then one segment, which searches fastest.
func (b *bleveIndex) load(passages []passage) error {
	for len(passages) > 0 {
		n := min(2000, len(passages))
		batch := b.index.NewBatch()
		for _, p := range passages[:n] {
			if err := batch.Index(p.ID, fields(p)); err != nil {
				return err
			}
		}
		if err := b.index.Batch(batch); err != nil {
			return err
		}
		passages = passages[n:]
	}
	inner, err := b.index.Advanced()
	if err != nil {
		return err
	}
	whole := mergeplan.SingleSegmentMergePlanOptions
	return inner.(*scorch.Scorch).ForceMerge(context.Background(), &whole)
}

func (b *bleveIndex) add(p passage) error { return b.index.Index(p.ID, fields(p)) }

func (b *bleveIndex) search(query string, k int) ([]string, error) {
	match := bleve.NewMatchQuery(query)
	match.SetField("text")
	if b.fuzziness > 0 {
		match.SetFuzziness(b.fuzziness)
		match.SetPrefix(1)
	}
	result, err := b.index.Search(bleve.NewSearchRequestOptions(match, k, 0, false))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, h := range result.Hits {
		ids = append(ids, h.ID)
	}
	return ids, nil
}

func (b *bleveIndex) close() error { return b.index.Close() }
