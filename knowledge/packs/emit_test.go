package packs

import (
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"griot/knowledge"
)

// odd are texts that some reader of YAML has taken for something else.
var odd = []string{
	"", " ", "no", "yes", "null", "~", "true", "2019-04", "2.10", "1e3", "0x1F", "012", "12:30:45", " leading", "trailing ",
	"a: b", "a #b", "# b", "- a", "? a", "&a", "*a", "!a", "%a", "@a", "`a`", "{a}", "[a]", "a, b", "'a'", `"a"`, `a\b`, `a\nb`, "|", ">",
	"a\nb", "a\n\nb\n", "\ta", "a\r\nb", "Élus d’août", "👩🏾‍🌾", "\u200bx", "\u0085", "\u2028", "\ufeffx", "\x00", "\x7f", "\ufffd", "---", "...", "<<", "=",
}

var oddText = rapid.OneOf(rapid.SampledFrom(odd), rapid.String(), rapid.Map(rapid.SliceOfN(rapid.SampledFrom(odd), 2, 4), func(s []string) string {
	all := ""
	for _, part := range s {
		all += part
	}
	return all
}))

// What is written between quotes is read back byte for byte, in a block and in
// brackets, as a value and as a language's wording.
func TestQuotedIsReadBack(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, s string) {
		for _, form := range []string{"a: " + quoted(s) + "\n", "a: {b: " + quoted(s) + ", c: d}\n", "a: [" + quoted(s) + "]\n"} {
			root, err := parseText("x.yaml", form)
			if err != nil {
				t.Fatalf("%q is refused: %v", form, err)
			}
			n := child(root, "a")
			if inner := child(n, "b"); inner != nil {
				n = inner
			} else if inner := child(n, "0"); inner != nil {
				n = inner
			}
			if got, err := scalar(n, ""); got != s || err != nil {
				t.Fatalf("%q came back as %q, %v", s, got, err)
			}
		}
	}
	for _, s := range odd {
		check(t, s)
	}
	rapid.Check(t, func(t *rapid.T) { check(t, oddText.Draw(t, "text")) })
}

// tableText is an oddText that a table can hold.
var tableText = oddText.Filter(func(s string) bool { return s != "" && !strings.Contains(s, "\r\n") })

// made makes a value of texts, with something in every field that a pack has.
func made(t *rapid.T, texts *rapid.Generator[string], v reflect.Value) {
	switch p := v.Addr().Interface().(type) {
	case *knowledge.ID:
		*p = knowledge.ID(rapid.StringMatching(`[a-z0-9-]{2,6}`).Draw(t, "id"))
		return
	case *knowledge.Date:
		*p, _ = knowledge.ParseDate(rapid.SampledFrom([]string{"2019", "2019-04", "2019-01/2019-02", "2015~", "../2019-06"}).Draw(t, "date"))
		return
	case *knowledge.At:
		*p, _ = knowledge.ParseAt(rapid.SampledFrom([]string{"T", "T.1", "0.1", "P2", "2.1-3", "10.10"}).Draw(t, "at"))
		return
	case *knowledge.Text:
		*p = knowledge.Text(rapid.MapOfN(rapid.SampledFrom([]string{"en", "fr", "bm", "fr-ML", "no"}), texts, 1, 3).Draw(t, "text"))
		return
	case *knowledge.Mark:
		*p = knowledge.Retracted
		return
	case *knowledge.Certainty:
		*p = knowledge.Alleged
		return
	case *knowledge.Speaker:
		if *p = (knowledge.Speaker{Actor: "someone"}); rapid.Bool().Draw(t, "in words") {
			*p = knowledge.Speaker{}
			made(t, texts, reflect.ValueOf(&p.Text).Elem())
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(texts.Draw(t, "string"))
	case reflect.Int:
		v.SetInt(rapid.Int64Range(-5, 1e6).Draw(t, "number"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Slice:
		n := rapid.IntRange(0, 3).Draw(t, "length")
		if n == 0 {
			return // as a pack without the field has it
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range v.Len() {
			made(t, texts, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if fieldName(v.Type().Field(i)) != "" {
				made(t, texts, v.Field(i))
			}
		}
	}
}

// madeRecord makes a record of any kind that a pack has, sound or not.
func madeRecord(t *rapid.T, texts *rapid.Generator[string]) knowledge.Record {
	kind := lists[rapid.IntRange(0, len(lists)-1).Draw(t, "kind")].kind
	body := map[knowledge.Kind]any{
		knowledge.KindSource: &knowledge.Source{}, knowledge.KindPlace: &knowledge.Place{}, knowledge.KindClaim: &knowledge.Claim{},
	}[kind]
	if body == nil {
		body = &knowledge.Entry{}
	}
	made(t, texts, reflect.ValueOf(body).Elem())
	id := reflect.ValueOf(body).Elem().FieldByName("ID").Interface().(knowledge.ID)
	r, err := knowledge.NewRecord(knowledge.Shelf, kind, id, body)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whatever a record says, what YAML writes is read back to the same body.
func TestYAMLIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := madeRecord(t, oddText)
		content, err := YAML([]knowledge.Record{r})
		if err != nil {
			t.Fatal(err)
		}
		root, err := parseText("x.yaml", string(content))
		if err != nil {
			t.Fatalf("%v in\n%s", err, content)
		}
		var errs errorList
		p := &Pack{byID: map[knowledge.ID]*item{}}
		items := p.readLists(root, decoder{file: "x.yaml", errs: &errs}, false)
		if len(errs) > 0 || len(items) != 1 || len(items[0].wrong) > 0 {
			t.Fatalf("%v %v in\n%s", errs.err(), items[0].wrong.err(), content)
		}
		back, err := knowledge.NewRecord(r.Layer, items[0].kind, items[0].id, items[0].body)
		if err != nil || string(back.Body) != string(r.Body) || back.Key != r.Key {
			t.Fatalf("%s came back as\n%s from\n%s", r.Body, back.Body, content)
		}
	})
}

// Whatever a record says, what CSV writes is read back to the same body, but
// for what a table can't hold: "\r\n", and a wording or an element with nothing
// in it.
func TestCSVIsReadBack(t *testing.T) {
	nothing, err := knowledge.NewView(nil)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		r := madeRecord(t, tableText)
		content, err := CSV([]knowledge.Record{r})
		if err != nil {
			t.Fatal(err)
		}
		p := &Pack{byID: map[knowledge.ID]*item{}}
		items, err := p.readTable(nothing, r.Layer, "x.csv", string(content))
		if err != nil || len(items) != 1 || len(items[0].wrong) > 0 {
			t.Fatalf("%v %v in\n%s", err, items, content)
		}
		back, err := knowledge.NewRecord(r.Layer, items[0].kind, items[0].id, items[0].body)
		body, want := string(back.Body), string(r.Body)
		if err != nil || body != want || back.Key != r.Key {
			t.Fatalf("%s came back as\n%s from\n%s", want, body, content)
		}
		rows, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range slices.Concat(rows...) {
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
				t.Fatalf("cell %q begins as a formula", cell)
			}
		}
	})
}
