package main

import (
	"fmt"
	"path/filepath"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"griot/knowledge/search"
)

// engine is what is measured. load takes many passages at once; add makes one
// durable and found before it returns.
type engine interface {
	load(passages []passage) error
	add(p passage) error
	search(query string, k int) ([]string, error)
	close() error
}

var engineNames = []string{"griot", "bleve", "bleve-fuzzy", "fts5", "fts5-analysed"}

// open makes an empty engine with its files in folder.
func open(name, folder, language string) (engine, error) {
	switch name {
	case "griot":
		return openGriot(folder, language)
	case "bleve":
		return openBleve(folder, language, 0)
	case "bleve-fuzzy":
		return openBleve(folder, language, 1)
	case "fts5":
		return openFTS(folder, language, false)
	case "fts5-analysed":
		return openFTS(folder, language, true)
	}
	return nil, fmt.Errorf("engine %q: not known", name)
}

// griot is package search, with Bolt to make additions durable.
type griot struct {
	index    *search.Index
	store    *bolt.DB
	language string
}

var bucket = []byte("passages")

func openGriot(folder, language string) (engine, error) {
	store, err := openBolt(filepath.Join(folder, "griot.db"))
	return &griot{search.New(), store, language}, err
}

// openBolt opens a store with the settings of the project's own.
func openBolt(path string) (*bolt.DB, error) {
	store, err := bolt.Open(path, 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType, NoFreelistSync: true})
	if err != nil {
		return nil, err
	}
	return store, store.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists(bucket)
		return err
	})
}

func put(store *bolt.DB, p passage) error {
	return store.Update(func(tx *bolt.Tx) error { return tx.Bucket(bucket).Put([]byte(p.ID), []byte(p.Text)) })
}

func (g *griot) doc(p passage) search.Doc {
	return search.Doc{ID: p.ID, Language: g.language, Fields: []search.Field{{Text: p.Text}}}
}

func (g *griot) load(passages []passage) error {
	docs := make([]search.Doc, len(passages))
	for i, p := range passages {
		docs[i] = g.doc(p)
	}
	g.index = g.index.With(docs, nil)
	return nil
}

func (g *griot) add(p passage) error {
	next := g.index.With([]search.Doc{g.doc(p)}, nil)
	if err := put(g.store, p); err != nil {
		return err
	}
	g.index = next
	return nil
}

func (g *griot) search(query string, k int) ([]string, error) {
	hits := g.index.Search(query, k).Hits
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	return ids, nil
}

func (g *griot) close() error { return g.store.Close() }

// completer is what is measured with names: it answers with the numbers of at
// most 25 of them, allowing for so many typing errors.
type completer interface {
	find(typed string, errors int) []int
}

var completerNames = []string{"griot", "walk"}

// griotNames is package search; it decides by itself how many errors to allow.
type griotNames struct{ index *search.Index }

func newGriotNames(names []string) completer {
	docs := make([]search.Doc, len(names))
	for i, n := range names {
		docs[i] = search.Doc{ID: strconv.Itoa(i), Names: []search.Name{{Text: n}}}
	}
	return griotNames{search.New().With(docs, nil)}
}

func (g griotNames) find(typed string, _ int) []int {
	found := g.index.Complete(typed, most)
	numbers := make([]int, len(found))
	for i, c := range found {
		numbers[i], _ = strconv.Atoi(c.ID) // they were written by Itoa
	}
	return numbers
}
