package packs

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"griot/knowledge"
)

// decoder reads a tree of YAML into the types of the domain. Unlike the YAML
// library's own, it goes on after a mistake and knows where each one stands.
type decoder struct {
	file   string
	record string // names the record that is being read
	errs   *errorList
}

func (d decoder) fail(n ast.Node, path, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	if path != "" {
		what = path + ": " + what
	}
	if d.record != "" {
		what = d.record + ": " + what
	}
	d.errs.add(spotOf(d.file, n), "%s", what)
}

// unmarshaler is what a type of the domain has that reads several shapes.
type unmarshaler interface {
	UnmarshalYAML(decode func(any) error) error
}

// into reads n into v. A null leaves v as it is.
func (d decoder) into(n ast.Node, path string, v reflect.Value) {
	if n == nil || n.Type() == ast.NullType {
		return
	}
	var err error
	switch p := v.Addr().Interface().(type) {
	case unmarshaler:
		err = p.UnmarshalYAML(d.again(n))
	case encoding.TextUnmarshaler:
		var s string
		if s, err = scalar(n, "a text"); err == nil {
			err = p.UnmarshalText([]byte(s))
		}
	default:
		err = d.plain(n, path, v)
	}
	if err != nil {
		d.fail(n, path, "%s", strings.TrimPrefix(err.Error(), knowledge.ErrInvalid.Error()+": "))
	}
}

// again returns a function that reads n into whatever it is given, and returns
// the first mistake instead of keeping it.
func (d decoder) again(n ast.Node) func(any) error {
	return func(v any) error {
		var errs errorList
		decoder{errs: &errs}.into(n, "", reflect.ValueOf(v).Elem())
		if len(errs) == 0 {
			return nil
		}
		return errors.New(errs[0].What)
	}
}

func (d decoder) plain(n ast.Node, path string, v reflect.Value) error {
	switch v.Kind() {
	case reflect.Struct:
		return d.fields(n, path, v)
	case reflect.Slice:
		return d.list(n, path, v)
	case reflect.Map:
		return d.languages(n, v)
	case reflect.Int:
		s, err := scalar(n, "a number")
		if err != nil {
			return err
		}
		i, err := strconv.Atoi(s)
		if err != nil || n.Type() != ast.IntegerType {
			return fmt.Errorf("want a whole number, not %s", s)
		}
		v.SetInt(int64(i))
	case reflect.Bool:
		b, ok := n.(*ast.BoolNode)
		if !ok {
			return errors.New("want true or false")
		}
		v.SetBool(b.Value)
	default:
		s, err := scalar(n, "a text")
		if err != nil {
			return err
		}
		v.SetString(s)
	}
	return nil
}

// fields reads a mapping into a struct, whose fields go by their JSON names.
func (d decoder) fields(n ast.Node, path string, v reflect.Value) error {
	if !isMapping(n) {
		return errors.New("want fields, such as name: Ogossagou")
	}
	for _, f := range fieldsOf(n) {
		key := keyOf(f)
		field, ok := fieldNamed(v, key)
		if !ok {
			d.fail(f, path, "unknown field %s", key)
			continue
		}
		d.into(f.Value, strings.TrimPrefix(path+"."+key, "."), field)
	}
	return nil
}

func fieldNamed(v reflect.Value, key string) (reflect.Value, bool) {
	for i := range v.NumField() {
		if name := fieldName(v.Type().Field(i)); name == key && name != "" {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

// fieldName returns the name that a field has in a pack; none if it has none.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func (d decoder) list(n ast.Node, path string, v reflect.Value) error {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		return errors.New("want a list")
	}
	v.Set(reflect.MakeSlice(v.Type(), len(list.Values), len(list.Values)))
	for i, item := range list.Values {
		d.into(item, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
	}
	return nil
}

var languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)

// languages reads {en: …, fr: …}, the only map that the domain has.
func (d decoder) languages(n ast.Node, v reflect.Value) error {
	if !isMapping(n) {
		return errors.New("found a list")
	}
	wordings := map[string]string{}
	for _, f := range fieldsOf(n) {
		language := keyOf(f)
		if !languageForm.MatchString(language) {
			return fmt.Errorf("%s is no language such as en or fr", language)
		}
		s, err := scalar(f.Value, "a text in "+language)
		if err != nil {
			return err
		}
		wordings[language] = s
	}
	v.Set(reflect.ValueOf(wordings))
	return nil
}

func isMapping(n ast.Node) bool {
	return n.Type() == ast.MappingType || n.Type() == ast.MappingValueType
}

// scalar returns a single value as it is written: 2019-04 and 2.10 stay what
// they are, whatever YAML makes of them. A block loses its last line break.
func scalar(n ast.Node, want string) (string, error) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, nil
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), nil
	case *ast.NullNode:
		return "", nil
	case ast.ScalarNode:
		return n.GetToken().Value, nil
	}
	return "", fmt.Errorf("want %s", want)
}
