package packs

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"griot/knowledge"
)

// headerFile is the file that says what a pack is.
const headerFile = "pack.yaml"

// Pack is a folder of knowledge, read and found sound.
type Pack struct {
	ID      knowledge.ID   `json:"id"`
	Version int            `json:"version"` // from 1; a newer one replaces an older one
	Title   knowledge.Text `json:"title"`
	About   knowledge.Text `json:"about"`
	Rights  knowledge.Text `json:"rights"`

	items []*item
	byID  map[knowledge.ID]*item
	seals map[anchored]seal
}

// item is a record of a pack and where it stands.
type item struct {
	kind knowledge.Kind
	id   knowledge.ID
	body any // *knowledge.Source, *Place, *Claim or *Entry
	file string
	node ast.Node
}

// kinds are the lists that a file may hold.
var kinds = map[string]knowledge.Kind{
	"sources": knowledge.KindSource, "places": knowledge.KindPlace, "claims": knowledge.KindClaim,
	"actors": knowledge.KindActor, "events": knowledge.KindEvent, "reforms": knowledge.KindReform,
}

// Load reads a pack from its folder. The error joins an [*Error] for each thing
// that is wrong, in the order of the files: what is no YAML or no field, and
// every rule of the domain that the pack as a whole would break. A pack that
// Load returns can be put on an empty shelf.
func Load(fsys fs.FS) (*Pack, error) {
	p, errs := load(fsys)
	if len(errs) == 0 {
		errs = p.check()
	}
	if err := errs.err(); err != nil {
		return nil, err
	}
	return p, nil
}

// load reads the files and checks only their form.
func load(fsys fs.FS) (*Pack, errorList) {
	p := &Pack{byID: map[knowledge.ID]*item{}}
	var errs errorList
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		errs.addErr(".", err)
	}
	headed := false
	for _, name := range names {
		headed = headed || name == headerFile
		root, err := parse(fsys, name)
		if err != nil {
			errs.addErr(name, err)
		} else if root != nil {
			p.readFile(name, root, &errs)
		}
	}
	if !headed {
		errs.add(spot{file: headerFile}, "is missing")
	}
	p.seals = readSeals(fsys, &errs)
	p.fillSeals()
	return p, errs
}

func (l *errorList) addErr(file string, err error) {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{File: file, What: err.Error()}
	}
	*l = append(*l, e)
}

func (p *Pack) readFile(name string, root ast.Node, errs *errorList) {
	if !isMapping(root) {
		errs.add(spotOf(name, root), "want lists such as actors: and claims:")
		return
	}
	d := decoder{file: name, errs: errs}
	for _, f := range fieldsOf(root) {
		key := keyOf(f)
		field, inHeader := fieldNamed(reflect.ValueOf(p).Elem(), key)
		list, isList := f.Value.(*ast.SequenceNode)
		switch kind, known := kinds[key]; {
		case known && isList:
			for i, n := range list.Values {
				p.readItem(kind, n, decoder{name, fmt.Sprintf("%s[%d]", key, i), errs})
			}
		case known && f.Value.Type() != ast.NullType:
			d.fail(f.Value, key, "want a list")
		case inHeader && name == headerFile:
			d.into(f.Value, key, field)
		case inHeader:
			d.fail(f, "", "%s belongs to %s", key, headerFile)
		case !known:
			d.fail(f, "", "unknown field %s", key)
		}
	}
	if name == headerFile {
		p.checkHeader(d, root)
	}
}

func (p *Pack) checkHeader(d decoder, root ast.Node) {
	if p.ID.Validate() != nil {
		d.fail(descend(root, "id"), "id", "want 2 to 40 of a-z, 0-9 and hyphen")
	}
	if p.Version < 1 {
		d.fail(descend(root, "version"), "version", "want a whole number from 1")
	}
	for key, t := range map[string]knowledge.Text{"title": p.Title, "about": p.About, "rights": p.Rights} {
		if strings.TrimSpace(strings.Join(t.All(), "")) == "" {
			d.fail(descend(root, key), key, "is missing")
		}
	}
}

// readItem reads one record. Of two with the same id the first is kept.
func (p *Pack) readItem(kind knowledge.Kind, n ast.Node, d decoder) {
	it := &item{kind: kind, file: d.file, node: n}
	if idNode := child(n, "id"); idNode != nil {
		s, _ := scalar(idNode, "")
		it.id = knowledge.ID(s)
	}
	if it.id == "" {
		d.fail(n, "id", "is missing")
		return
	}
	d.record = string(it.id)
	if first, taken := p.byID[it.id]; taken {
		at := spotOf(first.file, first.node)
		d.fail(n, "", "the id is taken by the %s at %s:%d:%d", first.kind, at.file, at.line, at.column)
		return
	}
	switch kind {
	case knowledge.KindSource:
		it.body = decode[knowledge.Source](d, n)
	case knowledge.KindPlace:
		it.body = decode[knowledge.Place](d, n)
	case knowledge.KindClaim:
		it.body = decode[knowledge.Claim](d, n)
	default:
		e := decode[knowledge.Entry](d, n).Of(kind)
		it.body = &e
	}
	p.items, p.byID[it.id] = append(p.items, it), it
}

func decode[T any](d decoder, n ast.Node) *T {
	v := new(T)
	d.into(n, "", reflect.ValueOf(v).Elem())
	return v
}

// fillSeals gives every anchor the words that it was sealed with.
func (p *Pack) fillSeals() {
	for _, it := range p.items {
		c, ok := it.body.(*knowledge.Claim)
		if !ok {
			continue
		}
		for i, cite := range c.Cites {
			if s, ok := p.seals[anchored{cite.Source, cite.At}]; ok && !cite.IsWhole() {
				c.Cites[i].Words, c.Cites[i].Digest = s.words, s.digest
			}
		}
	}
}
