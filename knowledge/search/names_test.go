package search

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// query is one query of testdata/names.txt with what must come out.
type query struct {
	line   int
	find   bool
	groups []string
	typed  string
	want   []string
}

// readNames reads testdata/names.txt; the head of the file says what it looks
// like.
func readNames(t *testing.T) (docs []Doc, queries []query) {
	t.Helper()
	f, err := os.Open("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	asking := false
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		inner := strings.HasPrefix(line, " ")
		switch {
		case strings.TrimSpace(line) == "" || line[0] == '#':
		case line == "queries":
			asking = true
		case asking && inner:
			last := &queries[len(queries)-1]
			last.want = append(last.want, strings.TrimSpace(line))
		case asking:
			queries = append(queries, parseQuery(t, n, line))
		case inner:
			last := &docs[len(docs)-1]
			last.Names = append(last.Names, parseName(t, n, line))
		default:
			docs = append(docs, parseDoc(t, n, line))
		}
	}
	return docs, queries
}

func parseDoc(t *testing.T, n int, line string) Doc {
	fields := strings.Fields(line)
	if len(fields) != 3 {
		t.Fatalf("line %d: %q is not: id group weight", n, line)
	}
	weight, err := strconv.Atoi(fields[2])
	if err != nil {
		t.Fatalf("line %d: weight: %v", n, err)
	}
	return Doc{ID: fields[0], Group: fields[1], Weight: weight}
}

func parseName(t *testing.T, n int, line string) Name {
	role, text, _ := strings.Cut(strings.TrimSpace(line), " ")
	roles := map[string]Role{"main": Main, "other": Other, "found": Found}
	r, ok := roles[role]
	if !ok {
		t.Fatalf("line %d: role %q is none of main, other, found", n, role)
	}
	return Name{Text: strings.TrimSpace(text), Role: r}
}

func parseQuery(t *testing.T, n int, line string) query {
	verb, typed, _ := strings.Cut(line, " ")
	if verb != "find" && verb != "complete" {
		t.Fatalf("line %d: %q is neither find nor complete", n, verb)
	}
	q := query{line: n, find: verb == "find", typed: typed}
	if inside, ok := strings.CutPrefix(typed, "["); ok {
		groups, rest, _ := strings.Cut(inside, "]")
		q.groups, q.typed = strings.Split(groups, ","), rest
	}
	return q
}

// lines writes completions as testdata/names.txt does.
func lines(found []Completion) []string {
	var out []string
	for _, c := range found {
		why := c.Why.String()
		if c.Errors > 0 {
			why += " " + strconv.Itoa(c.Errors)
		}
		out = append(out, fmt.Sprintf("%s | %s | %s", c.ID, why, c.Name))
	}
	return out
}

func indexOf(docs []Doc) *Index {
	x := New()
	for _, d := range docs {
		x.Add(d)
	}
	return x
}

func TestNames(t *testing.T) {
	docs, queries := readNames(t)
	if len(docs) == 0 || len(queries) == 0 {
		t.Fatalf("testdata/names.txt has %d documents and %d queries", len(docs), len(queries))
	}
	x := indexOf(docs)
	for _, q := range queries {
		t.Run(fmt.Sprintf("line %d", q.line), func(t *testing.T) {
			var found []Completion
			if q.find {
				found = x.Find(q.typed, q.groups...)
			} else {
				found = x.Complete(q.typed, 100, q.groups...)
			}
			if diff := cmp.Diff(q.want, lines(found)); diff != "" {
				t.Errorf("%q in %v (-want +got):\n%s", q.typed, q.groups, diff)
			}
		})
	}
}
