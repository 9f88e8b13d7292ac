package main

import (
	"database/sql"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	_ "github.com/mattn/go-sqlite3" // registers the driver
)

// fts is SQLite's FTS5 without the texts themselves, words joined by OR and
// ranked by its bm25. It stems with its own tokenizer, or gets texts in which
// stop words are left out and words stemmed by Snowball.
type fts struct {
	db       *sql.DB
	find     *sql.Stmt
	ids      []string
	language string
	analysed bool
	stops    analysis.TokenMap
}

func openFTS(folder, language string, analysed bool) (engine, error) {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(folder, "fts.db")+"?_journal_mode=WAL&_synchronous=FULL&_cache_size=-65536")
	if err != nil {
		return nil, err
	}
	f := &fts{db: db, language: language, analysed: analysed, stops: analysis.NewTokenMap()}
	tokenizer, stops := "porter unicode61 remove_diacritics 2", en.EnglishStopWords
	if analysed {
		tokenizer = "unicode61 remove_diacritics 2"
	}
	if language == "fr" {
		stops = fr.FrenchStopWords
	}
	if err := f.stops.LoadBytes(stops); err != nil {
		return nil, err
	}
	if _, err := db.Exec(`CREATE VIRTUAL TABLE passages USING fts5(text, content='', contentless_delete=1, tokenize='` + tokenizer + `')`); err != nil {
		return nil, err
	}
	f.find, err = db.Prepare(`SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?`)
	return f, err
}

// words returns the words of a text as the table gets them.
func (f *fts) words(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.In(r, unicode.L, unicode.N, unicode.M) })
	if !f.analysed {
		return words
	}
	kept := words[:0]
	for _, w := range words {
		if f.stops[w] || f.language == "fr" && len(w) == 1 {
			continue
		}
		env := snowballstem.NewEnv(w)
		if f.language == "fr" {
			french.Stem(env)
		} else {
			english.Stem(env)
		}
		kept = append(kept, env.Current())
	}
	return kept
}

func (f *fts) text(s string) string {
	if !f.analysed {
		return s
	}
	return strings.Join(f.words(s), " ")
}

func (f *fts) load(passages []passage) error {
	tx, err := f.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	insert, err := tx.Prepare(`INSERT INTO passages(rowid, text) VALUES(?, ?)`)
	if err != nil {
		return err
	}
	for _, p := range passages {
		if _, err := insert.Exec(len(f.ids), f.text(p.Text)); err != nil {
			return err
		}
		f.ids = append(f.ids, p.ID)
	}
	if _, err := tx.Exec(`INSERT INTO passages(passages) VALUES('optimize')`); err != nil {
		return err
	}
	return tx.Commit()
}

func (f *fts) add(p passage) error {
	if _, err := f.db.Exec(`INSERT INTO passages(rowid, text) VALUES(?, ?)`, len(f.ids), f.text(p.Text)); err != nil {
		return err
	}
	f.ids = append(f.ids, p.ID)
	return nil
}

func (f *fts) search(query string, k int) ([]string, error) {
	words := f.words(query)
	if len(words) == 0 {
		return nil, nil
	}
	rows, err := f.find.Query(`"`+strings.Join(words, `" OR "`)+`"`, k)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var n int
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		ids = append(ids, f.ids[n])
	}
	return ids, rows.Err()
}

func (f *fts) close() error { return f.db.Close() }
