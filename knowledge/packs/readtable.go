package packs

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"griot/knowledge"
)

const (
	maxRows    = 10_000
	maxColumns = 100
)

// readTable reads a table into the items of p. What a row says nothing of is
// taken from the record that v has.
func (p *Pack) readTable(v *knowledge.View, layer knowledge.Layer, file, source string) ([]*item, error) {
	t := table{file: file, pack: p, view: v, layer: layer, lines: strings.Split(source, "\n")}
	r := csv.NewReader(strings.NewReader(source))
	r.FieldsPerRecord, r.ReuseRecord, r.Comma = -1, true, comma(t.lines[0])
	cells, err := r.Read()
	switch {
	case err == io.EOF:
		return nil, &Error{File: file, What: "holds nothing"}
	case err == nil:
		err = t.readHeads(cells, r)
	}
	for n := 0; err == nil; n++ {
		if cells, err = r.Read(); err != nil {
			break
		}
		if n == maxRows {
			line, _ := r.FieldPos(0)
			return nil, &Error{file, line, 1, fmt.Sprintf("has more than %d rows", maxRows)}
		}
		t.readRow(cells, r)
	}
	if err == io.EOF {
		return t.items, nil
	}
	return nil, t.misread(err)
}

// comma returns what parts the cells of a table, by its first row.
func comma(first string) rune {
	best := ','
	for _, r := range ";\t" {
		if strings.Count(first, string(r)) > strings.Count(first, string(best)) {
			best = r
		}
	}
	return best
}

// misread names the place where a table is none.
func (t *table) misread(err error) error {
	var e *csv.ParseError
	if !errors.As(err, &e) {
		return err
	}
	at := t.spot(e.Line, e.Column)
	return &Error{at.file, at.line, at.column, "is no table: " + e.Err.Error()}
}

// table is a table that is being read.
type table struct {
	file  string
	lines []string
	pack  *Pack
	view  *knowledge.View
	layer knowledge.Layer
	heads []head
	items []*item
}

// spot returns a place whose column counts characters, as in every file; the
// CSV reader counts bytes.
func (t *table) spot(line, bytes int) spot {
	before := t.lines[min(line, len(t.lines))-1]
	return spot{t.file, line, utf8.RuneCountInString(before[:min(max(bytes-1, 0), len(before))]) + 1}
}

// readHeads reads the names of the columns. The error joins all that is wrong
// with them.
func (t *table) readHeads(cells []string, r *csv.Reader) error {
	if len(cells) > maxColumns {
		return &Error{t.file, 1, 1, fmt.Sprintf("has %d columns; at most %d", len(cells), maxColumns)}
	}
	var errs errorList
	for i, cell := range cells {
		at := t.spot(r.FieldPos(i))
		h, err := parseHead(cell)
		switch {
		case err != nil:
			errs.add(at, "%v", err)
		case slices.Contains(t.heads, h):
			errs.add(at, "there are two columns %s", h)
		}
		t.heads = append(t.heads, h)
	}
	for _, need := range []string{"kind", "id"} {
		if !slices.Contains(t.heads, head{name: need}) {
			errs.add(spot{t.file, 1, 1}, "want a column %s", need)
		}
	}
	return errs.err()
}

// readRow reads one record. A row with nothing in it is none.
func (t *table) readRow(cells []string, r *csv.Reader) {
	if !slices.ContainsFunc(cells, func(s string) bool { return s != "" }) {
		return
	}
	row := row{table: t}
	for i, cell := range cells {
		line, bytes := r.FieldPos(i)
		row.places = append(row.places, [2]int{line, bytes})
		row.cells = append(row.cells, unsafe(cell))
	}
	it := &item{kind: knowledge.Kind(row.cell("kind")), id: knowledge.ID(row.cell("id"))}
	row.it, it.where = it, row.where
	t.items = append(t.items, it)
	body := newBody(it.kind, it.id)
	switch {
	case len(cells) != len(t.heads):
		row.fail("", "has %d cells, and the first row %d", len(cells), len(t.heads))
	case body == nil:
		row.fail("kind", "want one of source, place, actor, event, reform, claim, not %s", it.kind)
	case it.id == "":
		row.fail("id", "is missing")
	case t.pack.take(it):
		it.body = row.read(body)
	}
}

// row is a row that is being read.
type row struct {
	*table
	it     *item
	cells  []string
	places [][2]int // line and byte of each cell
}

// at returns where a cell stands.
func (r *row) at(i int) spot { return r.spot(r.places[i][0], r.places[i][1]) }

// cell returns what stands in a column.
func (r *row) cell(name string) string {
	i := slices.Index(r.heads, head{name: name})
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

// where returns the cell that a field stands in, as far as the table has it.
func (r *row) where(path string) spot {
	for i, h := range r.heads[:min(len(r.heads), len(r.cells))] {
		c, ok := columnOf(h.name, r.it.kind)
		if ok && (path == c.path || strings.HasPrefix(path, c.path+"[")) || path == "id" && h.name == path {
			return r.at(i)
		}
	}
	return r.at(0)
}

func (r *row) fail(name, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	if name != "" {
		what = name + ": " + what
	}
	if r.it.id != "" {
		what = string(r.it.id) + ": " + what
	}
	at := r.at(0)
	if i := slices.IndexFunc(r.heads, func(h head) bool { return h.String() == name }); i >= 0 && i < len(r.cells) {
		at = r.at(i)
	}
	r.it.wrong.add(at, "%s", what)
}

// read lays the cells over what the view has of the record, or over nothing.
func (r *row) read(body any) any {
	if there := r.present(); there != nil {
		body = there
	}
	for i, h := range r.heads {
		c, ok := columnOf(h.name, r.it.kind)
		switch {
		case h.name == "kind" || h.name == "id":
		case !ok && r.cells[i] != "":
			r.fail(h.String(), "belongs to other kinds than %s", r.it.kind)
		case ok:
			if err := setCell(c.at(body), r.cells[i], h.language); err != nil {
				r.fail(h.String(), "%s", strings.ReplaceAll(err.Error(), knowledge.ErrInvalid.Error()+": ", ""))
			}
		}
	}
	return body
}

// present returns a copy of the body that is read in the layer now; nil if there
// is none of this kind.
func (r *row) present() any {
	record, beneath := r.view.Holding(r.layer, r.it.id)
	if record.ID == "" || record.State == knowledge.Returned {
		record = beneath
	}
	if record.Kind != r.it.kind || record.State == knowledge.Withdrawn {
		return nil
	}
	body, err := record.Content()
	if err != nil {
		return nil
	}
	return body
}
