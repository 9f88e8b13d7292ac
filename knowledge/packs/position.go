package packs

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// Error is one thing that is wrong in a file of a pack. Line and Column count
// from 1; they are 0 where the file as a whole is wrong.
type Error struct {
	File   string
	Line   int
	Column int
	What   string
}

// Error returns file:line:column: what, as compilers write it.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.What
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.What)
}

// errorList gathers what is wrong, in whatever order it is found.
type errorList []*Error

func (l *errorList) add(at spot, format string, args ...any) {
	*l = append(*l, &Error{at.file, at.line, at.column, fmt.Sprintf(format, args...)})
}

// sort puts l in the order in which a person reads the files.
func (l errorList) sort() {
	slices.SortStableFunc(l, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// err joins the errors in reading order; nil if there are none.
func (l errorList) err() error {
	l.sort()
	all := make([]error, len(l))
	for i, e := range l {
		all[i] = e
	}
	return errors.Join(all...)
}

// spot is a place in a file.
type spot struct {
	file         string
	line, column int
}

// spotOf returns where a node begins, as a person points at it: a block at its
// first key or dash, all else at its first character.
func spotOf(file string, n ast.Node) spot {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		n = m.Values[0]
	}
	if v, ok := n.(*ast.MappingValueNode); ok {
		n = v.Key
	}
	return spotOfToken(file, n.GetToken())
}

func spotOfToken(file string, tk *token.Token) spot {
	if tk == nil || tk.Position == nil {
		return spot{file: file}
	}
	return spot{file, tk.Position.Line, tk.Position.Column}
}

// descend follows a path such as relations[2].to from n, as far as the file
// has it: of a field that is missing it returns the node that lacks it.
func descend(n ast.Node, path string) ast.Node {
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(".[]", r) }) {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return n
}

func child(n ast.Node, step string) ast.Node {
	if list, ok := n.(*ast.SequenceNode); ok {
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(list.Values) {
			return list.Values[i]
		}
		return nil
	}
	for _, f := range fieldsOf(n) {
		if keyOf(f) == step {
			return f.Value
		}
	}
	return nil
}

// fieldsOf returns the pairs of a mapping; none if n is none.
func fieldsOf(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

func keyOf(f *ast.MappingValueNode) string {
	if tk := f.Key.GetToken(); tk != nil {
		return tk.Value
	}
	return ""
}
