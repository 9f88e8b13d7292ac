package packs

import (
	"encoding"
	"encoding/csv"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
)

// CSV writes records as a table that Read reads back to the same records, but
// for "\r\n" in a text, which a table can't tell from "\n". No cell begins as a
// formula does. Records of kinds that a pack doesn't have are left out; a body
// that can't be read is an error.
func CSV(records []knowledge.Record) ([]byte, error) {
	var bodies []any
	var kinds []knowledge.Kind
	for _, list := range lists {
		for _, r := range records {
			if r.Kind != list.kind {
				continue
			}
			body, err := r.Content()
			if err != nil {
				return nil, err
			}
			bodies, kinds = append(bodies, body), append(kinds, r.Kind)
		}
	}
	heads := headsFor(bodies, kinds)
	var b strings.Builder
	w := csv.NewWriter(&b)
	var first []string
	for _, h := range heads {
		first = append(first, h.String())
	}
	if err := w.Write(first); err != nil {
		return nil, err
	}
	for i, body := range bodies {
		if err := w.Write(rowOf(heads, kinds[i], body)); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return []byte(b.String()), w.Error()
}

// headsFor returns the columns for some bodies: every one, each with the
// languages that there are.
func headsFor(bodies []any, kinds []knowledge.Kind) []head {
	heads := []head{{name: "kind"}, {name: "id"}}
	for _, c := range columns {
		if slices.Contains(heads, head{name: c.name}) {
			continue
		}
		heads = append(heads, head{name: c.name})
		if !slices.Contains(texts, c.name) {
			continue
		}
		var languages []string
		for i, body := range bodies {
			if c, ok := columnOf(c.name, kinds[i]); ok {
				for language := range c.at(body).Interface().(knowledge.Text) {
					languages = append(languages, language)
				}
			}
		}
		slices.Sort(languages)
		for _, language := range slices.Compact(languages) {
			if language != knowledge.English {
				heads = append(heads, head{c.name, language})
			}
		}
	}
	return heads
}

func rowOf(heads []head, kind knowledge.Kind, body any) []string {
	cells := []string{string(kind), safe(reflect.ValueOf(body).Elem().FieldByName("ID").String())}
	for _, h := range heads[len(cells):] {
		cell := ""
		if c, ok := columnOf(h.name, kind); ok {
			cell = cellOf(c.at(body), h.language)
		}
		cells = append(cells, safe(cell))
	}
	return cells
}

// cellOf writes a field so that setCell reads it back.
func cellOf(v reflect.Value, language string) string {
	if t, ok := v.Interface().(knowledge.Text); ok {
		if language == "" {
			language = knowledge.English
		}
		return t[language]
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, _ := m.MarshalText() // a Date returns no error
		return string(text)
	}
	switch v.Kind() {
	case reflect.Slice:
		var elements []string
		for i := range v.Len() {
			elements = append(elements, elementOf(v.Index(i)))
		}
		return join(elements)
	case reflect.Bool:
		if v.Bool() {
			return "yes"
		}
		return ""
	case reflect.Int:
		if v.IsZero() {
			return ""
		}
		return strconv.FormatInt(v.Int(), 10)
	}
	return v.String()
}

// elementOf writes an element in its short form if that is read back to the
// same, else in braces.
func elementOf(v reflect.Value) string {
	if v.Kind() == reflect.String {
		return v.String()
	}
	short := shortOf(v.Interface())
	back := reflect.New(v.Type())
	if short != "" && setElement(back, short) == nil && reflect.DeepEqual(back.Elem().Interface(), v.Interface()) &&
		slices.Equal(split(join([]string{short})), []string{short}) {
		return short
	}
	if t, ok := v.Interface().(knowledge.Text); ok && len(t) == 1 && t[knowledge.English] != "" {
		return "{en: " + quoted(t[knowledge.English]) + "}"
	}
	return flow(v)
}
