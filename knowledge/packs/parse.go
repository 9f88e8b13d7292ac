package packs

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

const (
	maxFile  = 1 << 20 // bytes
	maxDepth = 20      // lists and mappings within one another
	// maxTokens is the most keys, values and marks in a file, some 4000
	// lines: where values are empty the parser takes time by the square of it.
	maxTokens = 50_000
)

// parse returns the one document of a file as a tree, or nil if the file is
// empty.
func parse(fsys fs.FS, name string) (ast.Node, error) {
	source, err := read(fsys, name)
	if err != nil {
		return nil, err
	}
	return parseText(name, source)
}

// parseText is parse for a text that has been read. What a pack has no use for is refused before the parser sees it:
// anchors and aliases, by which a small file can unfold into a huge one, tags,
// deep nesting, and more tokens than a person writes.
func parseText(name, source string) (root ast.Node, err error) {
	defer func() {
		if r := recover(); r != nil { // the parser has been known to panic
			root, err = nil, &Error{File: name, What: fmt.Sprintf("is not YAML: %v", r)}
		}
	}()
	tokens := lexer.Tokenize(source)
	if err := refuse(name, tokens); err != nil {
		return nil, err
	}
	file, err := parser.Parse(tokens, 0)
	var wrong yaml.Error
	switch {
	case errors.As(err, &wrong):
		at := spotOfToken(name, wrong.GetToken())
		return nil, &Error{at.file, at.line, at.column, wrong.GetMessage()}
	case err != nil:
		return nil, &Error{File: name, What: err.Error()}
	case len(file.Docs) > 1:
		at := spotOfToken(name, file.Docs[1].Start)
		return nil, &Error{at.file, at.line, at.column, "want one document in a file"}
	case len(file.Docs) == 0:
		return nil, nil
	}
	return file.Docs[0].Body, nil
}

// read returns a file's text, which is UTF-8 and at most maxFile long.
func read(fsys fs.FS, name string) (string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return "", err
	}
	return readable(name, b)
}

// readable returns a file's content as text, without the mark that some
// editors put before UTF-8, or says why it is none.
func readable(name string, content []byte) (string, error) {
	switch {
	case len(content) > maxFile:
		return "", &Error{File: name, What: "is over 1 MiB"}
	case !utf8.Valid(content):
		return "", &Error{File: name, What: "is not UTF-8"}
	}
	s := strings.TrimPrefix(string(content), "\uFEFF")
	if i := strings.IndexFunc(s, isControl); i >= 0 {
		line := strings.Count(s[:i], "\n") + 1
		column := utf8.RuneCountInString(s[strings.LastIndexByte(s[:i], '\n')+1:i]) + 1
		return "", &Error{name, line, column, fmt.Sprintf("holds the control character %U", s[i])}
	}
	return s, nil
}

// isControl reports whether a text that people write never holds r.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f
}

// refuse returns an error at the first token that a pack may not hold.
func refuse(name string, tokens token.Tokens) error {
	if len(tokens) > maxTokens {
		return &Error{File: name, What: "is too long; split it into files of fewer lines"}
	}
	var d depth
	for _, tk := range tokens {
		what := ""
		switch tk.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			what = "anchors and aliases are not allowed; write it out"
		case token.TagType, token.DirectiveType:
			what = "tags and directives are not allowed"
		case token.MappingKeyType:
			what = "keys with a question mark are not allowed"
		}
		if d.enter(tk) > maxDepth {
			what = fmt.Sprintf("is nested more than %d deep", maxDepth)
		}
		if what != "" {
			at := spotOfToken(name, tk)
			return &Error{at.file, at.line, at.column, what}
		}
	}
	return nil
}

// depth counts how many lists and mappings are open: those in brackets, and
// the blocks, which are known by the columns that they begin at.
type depth struct {
	flow   int
	blocks []int // columns, growing
}

// enter takes the next token and returns how deep it stands.
func (d *depth) enter(tk *token.Token) int {
	switch tk.Type {
	case token.SequenceStartType, token.MappingStartType:
		d.flow++
	case token.SequenceEndType, token.MappingEndType:
		d.flow--
	case token.SequenceEntryType:
		d.block(tk)
	case token.MappingValueType:
		if tk.Prev != nil {
			d.block(tk.Prev)
		}
	}
	return d.flow + len(d.blocks)
}

// block closes the blocks to the right of tk, and opens one at tk unless it is
// open already.
func (d *depth) block(tk *token.Token) {
	if d.flow > 0 {
		return
	}
	column := tk.Position.Column
	for len(d.blocks) > 0 && d.blocks[len(d.blocks)-1] > column {
		d.blocks = d.blocks[:len(d.blocks)-1]
	}
	if len(d.blocks) == 0 || d.blocks[len(d.blocks)-1] < column {
		d.blocks = append(d.blocks, column)
	}
}
