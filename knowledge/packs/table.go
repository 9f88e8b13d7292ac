package packs

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"griot/knowledge"
)

// A table has a record a row. Its first row names the columns, in any order:
// kind and id, and any of those below. A column that a table doesn't have
// leaves the field of a record as it is; an empty cell empties it.
//
// A text has a column for English, name, and one for each other language,
// name (fr). What a list holds stands in one cell, parted by " | ".

// column is a field that a table has a column for.
type column struct {
	name  string
	path  string // in a record, such as is.line
	kinds []knowledge.Kind
}

var (
	entries  = knowledge.EntryKinds()
	anything = append([]knowledge.Kind{knowledge.KindPlace}, entries...)
	claims   = []knowledge.Kind{knowledge.KindClaim}
	places   = []knowledge.Kind{knowledge.KindPlace}
	sources  = []knowledge.Kind{knowledge.KindSource}
)

// columns are all that a table can have beside kind and id, in the order in
// which CSV writes them. Two may have one name if no kind has both.
var columns = []column{
	{"name", "name", anything}, {"also", "also", anything}, {"finds", "finds", anything},
	{"type", "is.type", entries}, {"type", "kind", places}, {"within", "within", places},
	{"line", "is.line", entries}, {"claim", "is.claim", entries},
	{"dates", "dates", entries}, {"places", "places", entries}, {"counts", "counts", entries},
	{"areas", "areas", entries}, {"steps", "steps", entries},
	{"relations", "relations", entries},
	{"about", "about", claims}, {"text", "text", claims}, {"certainty", "certainty", claims}, {"by", "by", claims},
	{"cites", "cites", claims}, {"phrase", "phrase", claims}, {"answers", "answers", claims}, {"sensitive", "sensitive", claims},
	{"unsourced", "unsourced", claims},
	{"label", "label", sources}, {"title", "title", sources}, {"author", "author", sources}, {"publisher", "publisher", sources},
	{"date", "date", sources}, {"url", "url", sources}, {"language", "language", sources}, {"rights", "rights", sources},
	{"marked", "marked", sources}, {"note", "note", sources}, {"repeats", "repeats", sources},
	{"words a reply", "budget.reply", sources}, {"words a day", "budget.day", sources},
}

// texts are the columns that there is one of for each language.
var texts = []string{"name", "line", "text", "note"}

var headForm = regexp.MustCompile(`^([a-z]+(?: [a-z]+)*)(?: \(([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\))?$`)

// head is a column as the first row of a table names it.
type head struct{ name, language string }

func (h head) String() string {
	if h.language == "" {
		return h.name
	}
	return h.name + " (" + h.language + ")"
}

// parseHead reads the name of a column.
func parseHead(cell string) (head, error) {
	m := headForm.FindStringSubmatch(strings.TrimSpace(cell))
	if m == nil {
		return head{}, fmt.Errorf("unknown column %s", cell)
	}
	h := head{m[1], m[2]}
	known := h.name == "kind" || h.name == "id" || slices.ContainsFunc(columns, func(c column) bool { return c.name == h.name })
	if !known || h.language != "" && !slices.Contains(texts, h.name) {
		return head{}, fmt.Errorf("unknown column %s", cell)
	}
	if h.language == knowledge.English {
		h.language = ""
	}
	return h, nil
}

// columnOf returns the field that a column is of a record of a kind.
func columnOf(name string, kind knowledge.Kind) (column, bool) {
	i := slices.IndexFunc(columns, func(c column) bool { return c.name == name && slices.Contains(c.kinds, kind) })
	if i < 0 {
		return column{}, false
	}
	return columns[i], true
}

// at returns the field that a column is of a body.
func (c column) at(body any) reflect.Value {
	v := reflect.ValueOf(body).Elem()
	for step := range strings.SplitSeq(c.path, ".") {
		v, _ = fieldNamed(v, step)
	}
	return v
}

// newBody returns a body of a kind with nothing in it but its id; nil if a pack
// has no such kind.
func newBody(kind knowledge.Kind, id knowledge.ID) any {
	switch kind {
	case knowledge.KindSource:
		return &knowledge.Source{ID: id}
	case knowledge.KindPlace:
		return &knowledge.Place{ID: id}
	case knowledge.KindClaim:
		return &knowledge.Claim{ID: id}
	case knowledge.KindActor, knowledge.KindEvent, knowledge.KindReform:
		e := knowledge.Entry{ID: id}.Of(kind)
		return &e
	}
	return nil
}
