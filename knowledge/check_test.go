package knowledge_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"griot/knowledge"
)

func TestSmallWorldHasNoProblem(t *testing.T) {
	for _, records := range [][]knowledge.Record{weir(t), slices.Concat(weir(t), textRecords(t, weirText(t)))} {
		if err := newView(t, records).Check().Err(); err != nil {
			t.Error(err)
		}
	}
}

// TestBroken holds testdata/broken.txt: each line breaks one thing in the small
// world, and names every problem that must be found.
func TestBroken(t *testing.T) {
	file, err := os.ReadFile("testdata/broken.txt")
	if err != nil {
		t.Fatal(err)
	}
	world := slices.Concat(weir(t), textRecords(t, weirText(t)))
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		broken, want, _ := strings.Cut(line, " -> ")
		field, value, _ := strings.Cut(broken, " = ")
		id, path, _ := strings.Cut(field, ": ")
		t.Run(broken, func(t *testing.T) {
			view, err := knowledge.NewView(breakRecord(t, world, knowledge.ID(id), path, value))
			if err != nil {
				wantLines(t, []string{err.Error()}, strings.Split(want, " & "))
				return
			}
			wantProblems(t, view.Check(), strings.Split(want, " & "))
		})
	}
}

// TestLengths: what no page of a reply has room for is refused; one less is not.
func TestLengths(t *testing.T) {
	many := func(s string) func(int) string {
		return func(n int) string { return "[" + strings.Repeat(s+",", n-1) + s + "]" }
	}
	long := func(n int) string { return strconv.Quote(strings.Repeat("é", n)) }
	for _, c := range []struct {
		id, path string
		most     int
		value    func(int) string
	}{
		{"c-denial", "text", knowledge.MaxText, long},
		{"second-weir", "is.line", knowledge.MaxText, long},
		{"second-weir", "name", knowledge.MaxName, long},
		{"tarrow", "finds[0]", knowledge.MaxName, long},
		{"weir-cut", "counts[1].of", knowledge.MaxName, long},
		{"weir-cut", "counts[2].words", knowledge.MaxName, long},
		{"c-denial", "by[0]", knowledge.MaxName, long},
		{"c-denial", "by", knowledge.MaxSpeakers, many(`{"text": "a miller"}`)},
		{"c-denial", "cites", knowledge.MaxCites, many(`{"source": "ballad"}`)},
	} {
		for n, want := range map[int]bool{c.most: false, c.most + 1: true} {
			view := newView(t, breakRecord(t, weir(t), knowledge.ID(c.id), c.path, c.value(n)))
			problem := strings.Join([]string{c.id + ":", c.path + ":", "has", strconv.Itoa(n)}, " ")
			if err := view.Check().Err(); err != nil && strings.Contains(err.Error(), problem) != want || err == nil && want {
				t.Errorf("%s %s of %d: %v", c.id, c.path, n, err)
			}
		}
	}
	unseen := newView(t, breakRecord(t, weir(t), "tarrow", "name", `"\u200b"`))
	if err := unseen.Check().Err(); err == nil || !strings.Contains(err.Error(), "tarrow: name: has no character") {
		t.Errorf("a name that nobody can see: %v", err)
	}
}

// wantProblems wants each problem to begin with its words, and no other; the
// word nothing stands for none.
func wantProblems(t *testing.T, problems knowledge.Problems, want []string) {
	t.Helper()
	var got []string
	for _, p := range problems {
		got = append(got, p.Error())
	}
	if len(want) == 1 && want[0] == "nothing" {
		want = nil
	}
	wantLines(t, got, want)
}

func wantLines(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d problems, want %d: %q", len(got), len(want), got)
	}
	for i, line := range got {
		if !strings.HasPrefix(line, strings.TrimSpace(want[i])) {
			t.Errorf("problem %q, want %q", line, want[i])
		}
	}
}

// breakRecord returns the world with one field of one record set to a JSON
// value, or taken out if the value is a dash.
func breakRecord(t *testing.T, world []knowledge.Record, id knowledge.ID, path, value string) []knowledge.Record {
	t.Helper()
	i := slices.IndexFunc(world, func(r knowledge.Record) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no record %s", id)
	}
	var body, v any
	if err := json.Unmarshal(world[i].Body, &body); err != nil {
		t.Fatal(err)
	}
	if value != "-" {
		if err := json.Unmarshal([]byte(value), &v); err != nil {
			t.Fatalf("%s: %v", value, err)
		}
	}
	steps := strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' })
	world = slices.Clone(world)
	world[i] = record(t, world[i].Kind, id, set(body, steps, v))
	return world
}

// set returns body with the field that steps lead to replaced; nil takes it out.
func set(body any, steps []string, v any) any {
	if len(steps) == 0 {
		return v
	}
	if list, ok := body.([]any); ok {
		n, _ := strconv.Atoi(steps[0])
		for len(list) <= n {
			list = append(list, map[string]any{})
		}
		list[n] = set(list[n], steps[1:], v)
		return list
	}
	fields, ok := body.(map[string]any)
	if !ok {
		fields = map[string]any{}
	}
	if next := set(fields[steps[0]], steps[1:], v); next != nil {
		fields[steps[0]] = next
	} else {
		delete(fields, steps[0])
	}
	return fields
}

// TestMerges: a redirect leads to a record of its kind.
func TestMerges(t *testing.T) {
	into := func(id, target knowledge.ID, kind knowledge.Kind) knowledge.Record {
		return knowledge.Record{Key: knowledge.Key{Layer: knowledge.Shelf, Kind: kind, ID: id}, State: knowledge.Merged, Into: target, Body: []byte(`{}`)}
	}
	for _, c := range []struct {
		name   string
		merged []knowledge.Record
		want   []string
	}{
		{"to a record", []knowledge.Record{into("old-cut", "weir-cut", knowledge.KindEvent)}, nil},
		{"on to a record", []knowledge.Record{into("old-cut", "older", knowledge.KindEvent), into("older", "weir-cut", knowledge.KindEvent)}, nil},
		{"to nothing", []knowledge.Record{into("old-cut", "none", knowledge.KindEvent)}, []string{"old-cut: into: leads to no record"}},
		{"to another kind", []knowledge.Record{into("old-cut", "millers", knowledge.KindEvent)}, []string{"old-cut: into: leads to another kind"}},
		{"to itself", []knowledge.Record{into("old-cut", "old-cut", knowledge.KindEvent)}, []string{"old-cut: into: leads back to itself"}},
		{"in a circle", []knowledge.Record{into("old-a", "old-b", knowledge.KindEvent), into("old-b", "old-a", knowledge.KindEvent)},
			[]string{"old-a: into: leads back", "old-b: into: leads back"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantProblems(t, newView(t, append(weir(t), c.merged...)).Check(), c.want)
		})
	}
}

// TestLongestMerge: what Check lets pass is followed when reading.
func TestLongestMerge(t *testing.T) {
	records := weir(t)
	target := knowledge.ID("weir-cut")
	for n := range 30 {
		id := knowledge.ID("old-" + strconv.Itoa(100+n))
		records = append(records, knowledge.Record{Key: knowledge.Key{Layer: knowledge.Shelf, Kind: knowledge.KindEvent, ID: id},
			State: knowledge.Merged, Into: target, Body: []byte(`{}`)})
		target = id
		v := newView(t, records)
		if followed, passes := v.Entry(id) != nil, len(v.Check()) == 0; followed != passes {
			t.Fatalf("%d redirects: followed %t, passes %t", n+1, followed, passes)
		}
	}
	if newView(t, records).Entry(target) != nil {
		t.Error("30 redirects are followed")
	}
}

func TestPlacesInACircle(t *testing.T) {
	records := with(t, weir(t), map[knowledge.ID]string{"marches": `{"within": "tarrow"}`})
	wantProblems(t, newView(t, records).Check(), []string{
		"low-vale: within: low-vale lies within itself",
		"marches: within: marches lies within itself",
		"tarrow: within: tarrow lies within itself",
	})
}

func TestProblemsErr(t *testing.T) {
	if err := (knowledge.Problems{}).Err(); err != nil {
		t.Error(err)
	}
	err := knowledge.Problems{{ID: "a1", Path: "by", What: "is odd"}, {ID: "b2", What: "is even"}}.Err()
	if got, want := err.Error(), "invalid: a1: by: is odd; b2: is even"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
