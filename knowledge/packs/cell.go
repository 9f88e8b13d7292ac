package packs

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"griot/knowledge"
)

// formula is how a cell begins that some program would work out, or that was
// kept from it.
var formula = regexp.MustCompile(`^'*[=+\-@\t\r]`)

// safe puts an apostrophe before a cell that a program would work out.
func safe(cell string) string {
	if formula.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

// unsafe takes the apostrophe of safe off again.
func unsafe(cell string) string {
	if strings.HasPrefix(cell, "'") && formula.MatchString(cell) {
		return cell[1:]
	}
	return cell
}

// split cuts a cell at its bars. A backslash keeps what follows it from
// meaning anything: a bar, a space at an end, a backslash.
func split(cell string) []string {
	var all []string
	var b strings.Builder
	kept := 0 // up to where spaces at the end stay
	end := func() {
		if s := b.String(); kept > 0 {
			all = append(all, s[:kept])
		}
		b.Reset()
		kept = 0
	}
	for i := 0; i < len(cell); i++ {
		switch c := cell[i]; {
		case c == '\\' && i+1 < len(cell) && strings.IndexByte(`\| `, cell[i+1]) >= 0:
			i++
			b.WriteByte(cell[i])
			kept = b.Len()
		case c == '|':
			end()
		case c == ' ' && kept == 0:
		default:
			b.WriteByte(c)
			if c != ' ' {
				kept = b.Len()
			}
		}
	}
	end()
	return all
}

var (
	marked  = strings.NewReplacer(`\`, `\\`, `|`, `\|`)
	outside = regexp.MustCompile(`^ +| +$`)
)

// join writes elements so that split gives them back, but for empty ones.
func join(elements []string) string {
	all := make([]string, len(elements))
	for i, e := range elements {
		all[i] = outside.ReplaceAllStringFunc(marked.Replace(e), func(s string) string { return strings.ReplaceAll(s, " ", `\ `) })
	}
	return strings.Join(all, " | ")
}

// setCell reads a cell into a field.
func setCell(v reflect.Value, cell, language string) error {
	if t, ok := v.Addr().Interface().(*knowledge.Text); ok {
		setWording(t, cell, language)
		return nil
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(cell))
	}
	switch v.Kind() {
	case reflect.Slice:
		return setList(v, split(cell))
	case reflect.Int:
		return setNumber(v, cell)
	case reflect.Bool:
		switch strings.ToLower(cell) {
		case "", "no", "false":
			v.SetBool(false)
		case "yes", "true":
			v.SetBool(true)
		default:
			return errors.New("want yes or no")
		}
	default:
		if v.Type() != reflect.TypeFor[string]() {
			cell = strings.TrimSpace(cell) // an id or a certainty, not a text
		}
		v.SetString(cell)
	}
	return nil
}

// setNumber reads a whole number; nothing is 0.
func setNumber(v reflect.Value, cell string) error {
	if cell == "" {
		v.SetInt(0)
		return nil
	}
	n, err := strconv.Atoi(cell)
	if err != nil {
		return errors.New("want a whole number")
	}
	v.SetInt(int64(n))
	return nil
}

// setWording puts a wording into a text, or takes it out.
func setWording(t *knowledge.Text, cell, language string) {
	if language == "" {
		language = knowledge.English
	}
	if cell == "" {
		delete(*t, language)
		return
	}
	if *t == nil {
		*t = knowledge.Text{}
	}
	(*t)[language] = cell
}

func setList(v reflect.Value, elements []string) error {
	v.SetZero()
	if len(elements) > maxList {
		return fmt.Errorf("has %d elements; at most %d", len(elements), maxList)
	}
	for i, e := range elements {
		element := reflect.New(v.Type().Elem())
		if err := setElement(element, e); err != nil {
			return fmt.Errorf("%d: %w", i+1, err)
		}
		v.Set(reflect.Append(v, element.Elem()))
	}
	return nil
}

// setElement reads what stands between two bars: fields in braces, as a pack
// has them, or the short form.
func setElement(element reflect.Value, s string) error {
	if element.Elem().Kind() == reflect.String {
		element.Elem().SetString(s)
		return nil
	}
	if !strings.HasPrefix(s, "{") {
		return setShort(element.Interface(), s)
	}
	root, err := parseText("cell", s)
	if err != nil {
		return errors.New(whatOf(err))
	}
	return decoder{}.again(root)(element.Interface())
}

func whatOf(err error) string {
	if e := (*Error)(nil); errors.As(err, &e) {
		return e.What
	}
	return err.Error()
}
