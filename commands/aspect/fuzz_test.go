package aspect_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/commands/aspect"
	"griot/knowledge"
)

// FuzzFields types anything into the first fields of any form: what can be read
// is written so that it reads the same, and nothing makes it panic.
func FuzzFields(f *testing.F) {
	v := served(f, os.DirFS("../testdata/tarn"))
	records := v.Held(knowledge.Shelf)
	for i, r := range records {
		for j, a := range aspect.All() {
			if a.New || !has(a, r.Kind) {
				continue
			}
			body, err := r.Content()
			if err != nil {
				f.Fatal(err)
			}
			fields, err := a.Write(v, body)
			if err != nil {
				f.Fatal(err)
			}
			var values [4]string
			for n, field := range fields {
				values[n] = field.Value
			}
			f.Add(uint8(i), uint8(j), values[0], values[1], values[2], values[3])
		}
	}
	f.Add(uint8(0), uint8(0), "en: fr: x; fr: de: y", "fr: a;b; fr: c", "a\u200bb", "type: person\nline: x; fr: y\nclaim: fire-date")
	f.Add(uint8(9), uint8(1), "2015~ = fire-date", "selm = fire-date", "dead: (x), of y of z = fire-date\nkilled: 1,2 of c = fire-date", "")
	f.Fuzz(func(t *testing.T, record, form uint8, one, two, three, four string) {
		r, a := records[int(record)%len(records)], aspect.All()[int(form)%len(aspect.All())]
		if max(len(one), len(two), len(three), len(four)) > 4000 {
			return // no form holds more
		}
		typed := map[string]string{}
		for n, name := range a.Fields() {
			typed[name] = []string{one, two, three, four, one}[n]
		}
		if a.New {
			e := knowledge.Entry{ID: "d-newentry"}.Of(a.Kinds[0])
			a.Read(v, &aspect.Fresh{Entry: &e, Claim: &knowledge.Claim{ID: "d-newclaim"}}, typed)
		} else if has(a, r.Kind) {
			readsTheSame(t, v, r, a, typed)
		}
	})
}

// readsTheSame wants what is typed to be written so that it reads the same, if
// it can be read.
func readsTheSame(t *testing.T, v *knowledge.View, r knowledge.Record, a aspect.Aspect, typed map[string]string) {
	t.Helper()
	body := mustContent(t, r)
	if faults := a.Read(v, body, typed); len(faults) > 0 {
		return
	}
	fields, err := a.Write(v, body)
	if err != nil {
		t.Fatalf("%s of %s: what was typed as %q can't be shown: %v", a.Name, r.ID, typed, err)
	}
	again, values := mustContent(t, r), map[string]string{}
	for _, field := range fields {
		values[field.Name] = field.Value
	}
	if faults := a.Read(v, again, values); len(faults) > 0 {
		t.Fatalf("%s of %s: %q was written as %q and gives %+v", a.Name, r.ID, typed, values, faults)
	}
	fields2, err := a.Write(v, again)
	if diff := cmp.Diff(fields, fields2); diff != "" || err != nil {
		t.Fatalf("%s of %s: %q reads differently once written: %v\n%s", a.Name, r.ID, typed, err, diff)
	}
}

func mustContent(t *testing.T, r knowledge.Record) any {
	t.Helper()
	body, err := r.Content()
	if err != nil {
		t.Fatal(err)
	}
	return body
}
