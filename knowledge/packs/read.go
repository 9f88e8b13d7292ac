package packs

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"griot/knowledge"
)

// readFile takes in what one file of a folder holds.
func (p *Pack) readFile(name string, root ast.Node, errs *errorList) {
	d := decoder{file: name, errs: errs}
	for _, it := range p.readLists(root, d, name == headerFile) {
		*errs = append(*errs, it.wrong...)
	}
	if name == headerFile && isMapping(root) {
		p.checkHeader(root, errs)
	}
}

// readLists takes in the lists of a file, and the header if it may have one,
// and returns all that it lists, also what can't be part of the pack.
func (p *Pack) readLists(root ast.Node, d decoder, header bool) []*item {
	if !isMapping(root) {
		d.fail(root, "", "want lists such as actors: and claims:")
		return nil
	}
	var all []*item
	for _, f := range fieldsOf(root) {
		key := keyOf(f)
		field, inHeader := fieldNamed(reflect.ValueOf(p).Elem(), key)
		list, isList := f.Value.(*ast.SequenceNode)
		switch kind, known := kinds[key]; {
		case known && isList:
			for i, n := range list.Values {
				all = append(all, p.readItem(kind, n, decoder{file: d.file, record: fmt.Sprintf("%s[%d]", key, i)}))
			}
		case known && f.Value.Type() != ast.NullType:
			d.fail(f.Value, key, "want a list")
		case inHeader && header:
			d.into(f.Value, key, field)
		case inHeader:
			d.fail(f, "", "%s belongs to %s", key, headerFile)
		case !known:
			d.fail(f, "", "unknown field %s", key)
		}
	}
	return all
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
func (p *Pack) readItem(kind knowledge.Kind, n ast.Node, d decoder) *item {
	it := &item{kind: kind, where: func(path string) spot { return spotOf(d.file, descend(n, path)) }}
	d.errs = &it.wrong
	if idNode := child(n, "id"); idNode != nil {
		s, _ := scalar(idNode, "")
		it.id = knowledge.ID(s)
	}
	if it.id == "" {
		d.fail(n, "id", "is missing")
		return it
	}
	d.record = string(it.id)
	if !p.take(it) {
		return it
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
	return it
}

// take makes an item one of the pack, unless another has its id.
func (p *Pack) take(it *item) bool {
	if first, taken := p.byID[it.id]; taken {
		at := first.where("")
		it.wrong.add(it.where(""), "%s: the id is taken by the %s at %s:%d:%d", it.id, first.kind, at.file, at.line, at.column)
		return false
	}
	p.items, p.byID[it.id] = append(p.items, it), it
	return true
}

func decode[T any](d decoder, n ast.Node) *T {
	v := new(T)
	d.into(n, "", reflect.ValueOf(v).Elem())
	return v
}
