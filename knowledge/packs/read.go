package packs

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"griot/knowledge"
)

// readFile takes in what one file holds.
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
		p.checkHeader(root, errs)
	}
}

// checkHeader reports what pack.yaml lacks, unless it has been said already
// that it can't be read.
func (p *Pack) checkHeader(root ast.Node, errs *errorList) {
	var lacks errorList
	d := decoder{file: headerFile, errs: &lacks}
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
	errs.merge(lacks)
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
