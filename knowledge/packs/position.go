package packs

import (
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

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
