package messages_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"griot/commands"
	"griot/commands/aspect"
	"griot/commands/messages"
	"griot/knowledge"
	"griot/knowledge/export"
)

// families are the keys that the code puts together: a beginning and words of
// the domain.
func families() map[string][]string {
	kinds := strs(knowledge.EntryKinds()...)
	binding := strs(knowledge.Denies, knowledge.Contradicts, knowledge.Corrects)
	f := map[string][]string{
		"level.":         {"extract", "selected", "written"},
		"about.model ":   {"selected", "written"},
		"certainty.":     strs(knowledge.Stated, knowledge.Reported, knowledge.Alleged, knowledge.Expected, knowledge.Argued),
		"relation.":      knowledge.Relations,
		"tied.":          knowledge.Relations,
		"how.":           knowledge.CountHows,
		"format.":        strs(export.Formats()...),
		"mark.":          strs(knowledge.Corrected, knowledge.Retracted),
		"sources.":       strs(knowledge.Corrected, knowledge.Retracted),
		"kind.":          strs(knowledge.Kinds()...),
		"state.":         strs(knowledge.Live, knowledge.Hidden, knowledge.Withdrawn, knowledge.Merged, knowledge.Returned),
		"a kind.":        append(kinds, "source", "place"),
		"kinds.":         kinds,
		"group.":         {"0", "1", "2"},
		"answered.":      binding,
		"answers.":       binding,
		"export.":        strs(knowledge.NotImported, knowledge.WholeSource, knowledge.Orphan),
		"cite.":          strs(knowledge.NotImported, knowledge.WholeSource, knowledge.Orphan),
		"failure.title.": strs(commands.Refused, commands.Invalid, commands.Failed),
	}
	for _, a := range aspect.All() {
		f["label."] = append(f["label."], a.Fields()...)
	}
	f["label."] = append(f["label."], "into", "where", "reason")
	f["hint."] = f["label."]
	desk := strs(knowledge.Hide, knowledge.Show, knowledge.Freeze, knowledge.Thaw, knowledge.Merge)
	f["sheet."], f["form."], f["button."] = desk, desk, append(desk, "history", "export")
	for _, k := range append(knowledge.EntryKinds(), knowledge.KindClaim, knowledge.KindSource, knowledge.KindPlace) {
		for _, a := range aspect.Of(k) {
			f["aspect."] = append(f["aspect."], a.Name)
		}
		f["form.new "] = append(f["form.new "], string(k))
	}
	maps.Copy(f, ofReview())
	for _, c := range commands.All() {
		if c.Hidden {
			continue // asked for by buttons only
		}
		f[""] = append(f[""], c.Describe())
		for _, o := range c.AllOptions() {
			f[""] = append(f[""], o.Description())
		}
	}
	return f
}

// ofReview are the families of english_review.go.
func ofReview() map[string][]string {
	settings := []string{"moderators", "reviewers", "channel", "suggest", "private", "language", "packs", "summaries"}
	return map[string][]string{
		"action.":          strs(knowledge.Actions()...),
		"stage.":           strs(knowledge.Waiting, knowledge.Approved, knowledge.Declined),
		"handled.":         strs(knowledge.Waiting, knowledge.Approved, knowledge.Declined),
		"told.":            strs(knowledge.Approved, knowledge.Declined),
		"setting.":         settings,
		"setting.about ":   settings,
		"setting.type ":    settings,
		"setting.none ":    {"moderators", "reviewers", "channel", "language", "packs", "summaries"},
		"setting suggest.": {"everyone", "moderators", "nobody"},
	}
}

func strs[T ~string](words ...T) (all []string) {
	for _, w := range words {
		all = append(all, string(w))
	}
	return all
}

// TestFamilies: there is a message for each word of the domain that is told.
func TestFamilies(t *testing.T) {
	for prefix, words := range families() {
		for _, w := range words {
			if !messages.In("en").Has(prefix + w) {
				t.Errorf("no message %s", prefix+w)
			}
		}
	}
}

// said is a message that the code names: its key, and what it is filled with,
// if that stands there too.
type said struct {
	at, key string
	names   []string
	open    bool // names can't be read from the source
}

// TestEveryKeyIsThere: what the code says is in the catalogue, and all that
// the message wants is given to it.
func TestEveryKeyIsThere(t *testing.T) {
	calls, literals := readSources(t)
	wordings := readEnglish(t)
	groups := map[string]bool{}
	for key := range wordings {
		group, _, _ := strings.Cut(key, ".")
		groups[group] = true
	}
	for _, c := range calls {
		wording, ok := wordings[c.key]
		if !ok {
			t.Errorf("%s: no message %s", c.at, c.key)
		}
		for _, name := range placeholders(wording + wordings[c.key+".one"]) {
			if !c.open && !slices.Contains(c.names, name) {
				t.Errorf("%s: %s wants {%s}", c.at, c.key, name)
			}
		}
	}
	keyForm := regexp.MustCompile(`^[a-z]+( [a-z]+)*\.[a-z_]+( [a-z]+)*$`)
	for literal, at := range literals {
		group, _, _ := strings.Cut(literal, ".")
		if _, ok := wordings[literal]; !ok && groups[group] && keyForm.MatchString(literal) {
			t.Errorf("%s: no message %s", at, literal)
		}
	}
}

// TestEveryKeyIsUsed: the catalogue holds nothing that is never said.
func TestEveryKeyIsUsed(t *testing.T) {
	_, literals := readSources(t)
	used := map[string]bool{}
	for literal := range literals {
		used[literal], used["failure."+literal] = true, true
	}
	for prefix, words := range families() {
		for _, w := range words {
			used[prefix+w] = true
		}
	}
	for key := range readEnglish(t) {
		what, isCount := strings.CutPrefix(key, "count.") // what packs count is theirs to say
		if !used[strings.TrimSuffix(key, ".one")] && !(isCount && what != "number" && what != "of") {
			t.Errorf("nobody says %s", key)
		}
	}
}

func placeholders(wording string) (names []string) {
	for _, m := range regexp.MustCompile(`\{([^}]*)\}`).FindAllStringSubmatch(wording, -1) {
		names = append(names, m[1])
	}
	return names
}

// readSources returns the messages that the code under commands, bot and
// knowledge/export names, and where each text literal in it stands.
func readSources(t *testing.T) (calls []said, literals map[string]string) {
	t.Helper()
	literals = map[string]string{}
	fset := token.NewFileSet()
	for _, file := range sourceFiles(t) {
		tree, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
					literals[s] = fset.Position(n.Pos()).String()
				}
			case *ast.CallExpr:
				if c, ok := readCall(n); ok {
					c.at = fset.Position(n.Pos()).String()
					calls = append(calls, c)
				}
			}
			return true
		})
	}
	if len(calls) < 50 || len(literals) < 200 {
		t.Fatalf("%d messages and %d literals are all that was found", len(calls), len(literals))
	}
	return calls, literals
}

// sourceFiles returns the code that talks to readers.
func sourceFiles(t *testing.T) (files []string) {
	t.Helper()
	for _, root := range []string{"..", "../../bot", "../../knowledge/export"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "discordtest":
				return filepath.SkipDir
			case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") && !strings.HasPrefix(d.Name(), "english"):
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// readCall reads Say("key", name, value …), and invalid and refused, whose
// codes are keys without their beginning.
func readCall(call *ast.CallExpr) (said, bool) {
	prefix, ok := "", false
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		ok = f.Sel.Name == "Say"
	case *ast.Ident:
		prefix, ok = "failure.", f.Name == "invalid" || f.Name == "refused"
	}
	if !ok || len(call.Args) == 0 {
		return said{}, false
	}
	key, ok := literal(call.Args[0])
	c := said{key: prefix + key, open: call.Ellipsis.IsValid()}
	for i := 1; i < len(call.Args); i += 2 {
		name, known := literal(call.Args[i])
		c.names, c.open = append(c.names, name), c.open || !known
	}
	return c, ok
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// readEnglish returns the messages of english.go, and of the files that it lays
// together, by their keys.
func readEnglish(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("english*.go")
	if err != nil {
		t.Fatal(err)
	}
	wordings := map[string]string{}
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok {
				key, named := literal(pair.Key)
				wording, _ := literal(pair.Value)
				if named {
					wordings[key] = wording
				}
			}
			return true
		})
	}
	if len(wordings) < 100 || wordings["card.date"] == "" {
		t.Fatalf("%d messages are all that was found", len(wordings))
	}
	return wordings
}

// TestWordings: no message draws a quotation mark, which only a quotation may,
// nor leaves a brace open, nor stands empty unless it is meant to.
func TestWordings(t *testing.T) {
	for key, wording := range readEnglish(t) {
		bare := regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllString(wording, "")
		if strings.ContainsAny(bare, "{}") || strings.ContainsAny(bare, knowledge.QuotationMarks) {
			t.Errorf("%s: %s", key, wording)
		}
		if wording == "" && key != "how.exactly" {
			t.Errorf("%s is empty", key)
		}
		if !messages.In("en").Has(key) {
			t.Errorf("%s isn't in the catalogue", key)
		}
		limits := map[string]int{"field": commands.MaxFieldLabel, "label": commands.MaxFieldLabel, "hint": commands.MaxPlaceholder}
		group, _, _ := strings.Cut(key, ".")
		if limit := limits[group]; limit > 0 && utf8.RuneCountInString(wording) > limit {
			t.Errorf("%s is cut in a form: %s", key, wording)
		}
	}
}
