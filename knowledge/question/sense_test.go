package question

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSensesFile holds the form of the list, and that every way in it can be
// met at all.
func TestSensesFile(t *testing.T) {
	for line := range strings.Lines(sensesFile) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		for _, m := range []string{deedMark, hardMark, officeMark} {
			line = strings.TrimPrefix(line, m)
		}
		seen := map[string]bool{}
		for way := range strings.SplitSeq(strings.ReplaceAll(line, kindMark, ","), ",") {
			words := foldWay(way)
			if key := strings.Join(words, " "); seen[key] {
				t.Errorf("%q stands twice in a line", way)
			} else {
				seen[key] = true
			}
			if len(words) == 0 {
				t.Errorf("%q: an empty way", line)
				continue
			}
			for i := range words {
				words[i] = strings.TrimSuffix(words[i], "*")
			}
			if len(sensesOf(words)[0]) == 0 {
				t.Errorf("%q: has no sense", way)
			}
		}
	}
}

func TestSenses(t *testing.T) {
	shared := func(a, b string) bool {
		set := senseSet(b)
		return slices.ContainsFunc(sensesOf(strings.Fields(a)), func(found []int) bool {
			return slices.ContainsFunc(found, func(n int) bool { return set[n] })
		})
	}
	for _, pair := range [][2]string{{"tues", "killed"}, {"massacre", "slaughter"}, {"step down", "demission"}, {"milice", "militia"}} {
		if !shared(pair[0], pair[1]) {
			t.Errorf("%s and %s share no sense", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"leads", "commanded"}, {"wounded", "killed"}, {"arrested", "convicted"}, {"born", "founded"}} {
		if shared(pair[0], pair[1]) {
			t.Errorf("%s and %s share a sense", pair[0], pair[1])
		}
	}
}

func TestRoot(t *testing.T) {
	for pair, want := range map[string]bool{
		"legitimate legitimacy": true, "independent independence": true, "recruiter recruitment": true,
		"companies company": true, "militaries military": true, "ministries ministry": true, "protests protest": true,
		"manifestation manifestants": true, "lead leader": false, "nation native": false,
	} {
		a, b, _ := strings.Cut(pair, " ")
		if got := root(a) != "" && root(a) == root(b); got != want {
			t.Errorf("%s: got %q and %q, want the same: %v", pair, root(a), root(b), want)
		}
	}
	for i, ending := range endings {
		for _, before := range endings[:i] {
			if strings.HasSuffix(ending, before) {
				t.Errorf("%s is never reached behind %s", ending, before)
			}
		}
	}
}

// TestWordsStandOnceInAList reads the lists that stand in Go.
func TestWordsStandOnceInAList(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(gotoken.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			list, literal := call.Args[0].(*ast.BasicLit)
			if name, ok := call.Fun.(*ast.Ident); !ok || name.Name != "wordSet" || !literal {
				return true
			}
			seen := map[string]bool{}
			for _, w := range strings.Fields(strings.Trim(list.Value, "\"`")) {
				if seen[w] {
					t.Errorf("%s: %s stands twice in a list", file, w)
				}
				seen[w] = true
			}
			return true
		})
	}
}
