package packs

import (
	"encoding"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
)

// lists are the lists of a file in the order in which people read them.
var lists = []struct {
	key  string
	kind knowledge.Kind
}{
	{"sources", knowledge.KindSource}, {"places", knowledge.KindPlace}, {"actors", knowledge.KindActor},
	{"events", knowledge.KindEvent}, {"reforms", knowledge.KindReform}, {"claims", knowledge.KindClaim},
}

// YAML writes records as a pack in one file, which Read reads back to the same
// records and Load takes as a file of a folder. Each anchor carries the number
// and the digest of its words. Records of other kinds are left out; a body that
// can't be read is an error.
func YAML(records []knowledge.Record) ([]byte, error) {
	var b strings.Builder
	for _, list := range lists {
		head := list.key + ":\n"
		for _, r := range records {
			if r.Kind != list.kind {
				continue
			}
			body, err := r.Content()
			if err != nil {
				return nil, err
			}
			b.WriteString(head)
			head = ""
			emitItem(&b, reflect.ValueOf(body).Elem())
		}
	}
	return []byte(b.String()), nil
}

// emitItem writes a record as an element of a list, a field a line, the
// elements of its own lists of facts a line each.
func emitItem(b *strings.Builder, v reflect.Value) {
	mark := "- "
	for i := range v.NumField() {
		name, field := fieldName(v.Type().Field(i)), v.Field(i)
		if name == "" || isNothing(field) {
			continue
		}
		b.WriteString(mark + name + ":")
		mark = "  "
		if field.Kind() != reflect.Slice || !hasFields(field.Type().Elem()) {
			b.WriteString(" " + flow(field) + "\n")
			continue
		}
		b.WriteString("\n")
		for j := range field.Len() {
			b.WriteString("  - " + flow(field.Index(j)) + "\n")
		}
	}
}

func hasFields(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && !t.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

// isNothing reports whether a field is as if it were not there.
func isNothing(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}

// flow writes a value in one line, as YAML's flow style has it.
func flow(v reflect.Value) string {
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, _ := m.MarshalText() // At and Date return no error
		return quoted(string(text))
	}
	if t, ok := v.Interface().(knowledge.Text); ok {
		return flowText(t)
	}
	switch v.Kind() {
	case reflect.Struct:
		var fields []string
		for i := range v.NumField() {
			if name := fieldName(v.Type().Field(i)); name != "" && !isNothing(v.Field(i)) {
				fields = append(fields, name+": "+flow(v.Field(i)))
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	case reflect.Slice:
		var elements []string
		for i := range v.Len() {
			elements = append(elements, flow(v.Index(i)))
		}
		return "[" + strings.Join(elements, ", ") + "]"
	case reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	}
	return quoted(v.String())
}

// flowText writes an English text as it is, else each wording behind its
// language.
func flowText(t knowledge.Text) string {
	if english, ok := t[knowledge.English]; ok && len(t) == 1 {
		return quoted(english)
	}
	var fields []string
	for language, wording := range t {
		fields = append(fields, quoted(language)+": "+quoted(wording))
	}
	slices.Sort(fields)
	return "{" + strings.Join(fields, ", ") + "}"
}

// bare is what needs no quotes anywhere: words in small letters.
var bare = regexp.MustCompile(`^[a-z][a-z0-9-]*( [a-z]+)*$`)

// meant are the words that some reader of YAML takes for something else.
var meant = []string{"null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan"}

// quoted writes a text so that it is read back byte for byte: between quotes
// unless it is bare, and what can't be seen as its number.
func quoted(s string) string {
	if bare.MatchString(s) && !slices.Contains(meant, s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == ' ' || strconv.IsPrint(r):
			b.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
