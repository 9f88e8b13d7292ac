package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ours says which packages of ours each folder may import, tests apart. A
// folder that stands not here may import nothing of ours.
var ours = map[string][]string{
	"bot":                     {"bot/discord", "bot/console", "commands", "commands/messages", "knowledge", "knowledge/export", "knowledge/packs", "knowledge/importer", "knowledge/text", "knowledge/textgen", "storage"},
	"bot/discord":             {"commands", "commands/messages", "knowledge", "knowledge/text"},
	"bot/console":             {"bot/discord", "commands", "commands/messages", "knowledge", "knowledge/text"},
	"commands":                {"commands/messages", "knowledge", "knowledge/export", "knowledge/importer", "knowledge/packs", "knowledge/question", "knowledge/search", "knowledge/summary", "knowledge/text", "commands/aspect"},
	"commands/aspect":         {"knowledge", "knowledge/text"},
	"commands/messages":       {"knowledge"},
	"storage":                 {"knowledge"},
	"knowledge":               {"knowledge/text", "knowledge/search"},
	"knowledge/search":        {"knowledge/text"},
	"knowledge/question":      {"knowledge", "knowledge/search", "knowledge/text"},
	"knowledge/summary":       {"knowledge", "knowledge/text"},
	"knowledge/importer":      {"knowledge", "knowledge/text"},
	"knowledge/packs":         {"knowledge", "knowledge/text"},
	"knowledge/export":        {"knowledge", "knowledge/packs", "knowledge/text"},
	"knowledge/knowledgetest": {"knowledge"},
}

// libraries says which modules of others each folder may import, tests apart. A
// folder that stands not here may import the standard library alone.
var libraries = map[string][]string{
	"bot":                     {"github.com/alecthomas/kong", "github.com/joho/godotenv", "github.com/lmittmann/tint"},
	"bot/discord":             {"github.com/bwmarrin/discordgo", "github.com/gorilla/websocket"},
	"bot/discordtest":         {"github.com/gorilla/websocket", "github.com/santhosh-tekuri/jsonschema/v6"},
	"bot/console":             {"github.com/peterh/liner", "golang.org/x/term"},
	"storage":                 {"go.etcd.io/bbolt"},
	"knowledge":               {"github.com/sfomuseum/go-edtf", "golang.org/x/text"},
	"knowledge/text":          {"github.com/clipperhouse/uax29/v2", "golang.org/x/text"},
	"knowledge/search":        {"github.com/blevesearch/snowballstem", "github.com/clipperhouse/uax29/v2", "golang.org/x/text"},
	"knowledge/summary":       {"github.com/blevesearch/snowballstem", "golang.org/x/text"},
	"knowledge/packs":         {"github.com/goccy/go-yaml"},
	"knowledge/textgen":       {"github.com/sashabaranov/go-openai"},
	"knowledge/knowledgetest": {"github.com/google/go-cmp", "pgregory.net/rapid"},
}

// pure are the folders that touch neither files nor the network nor other
// programs: what they need is handed to them.
var pure = []string{
	"commands", "commands/messages", "knowledge", "knowledge/export", "knowledge/importer", "knowledge/question", "knowledge/search", "knowledge/summary", "knowledge/text", "commands/aspect",
}

// outside are the packages that a pure folder doesn't import.
var outside = []string{"net", "net/http", "os", "os/exec"}

// mayImport reports whether the drawing allows a folder to import a package.
func mayImport(folder, name string) bool {
	if own, ok := strings.CutPrefix(name, "griot/"); ok {
		return slices.Contains(ours[folder], own)
	}
	if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ".") {
		return slices.ContainsFunc(libraries[folder], func(module string) bool { return under(name, module) })
	}
	return !slices.Contains(pure, folder) || !slices.Contains(outside, name)
}

// TestTheDrawingSaysNo to what it is there for.
func TestTheDrawingSaysNo(t *testing.T) {
	for _, c := range []struct {
		folder, name string
		want         bool
	}{
		{"commands", "griot/storage", false},
		{"commands", "griot/knowledge", true},
		{"commands", "github.com/bwmarrin/discordgo", false},
		{"commands", "os", false},
		{"knowledge/text", "net/http", false},
		{"knowledge/text", "golang.org/x/text/cases", true},
		{"knowledge/text", "golang.org/x/textual", false},
		{"knowledge", "go.etcd.io/bbolt", false},
		{"storage", "go.etcd.io/bbolt/errors", true},
		{"storage", "os", true},
		{"knowledge", "strings", true},
		{"elsewhere", "griot/knowledge", false},
	} {
		if got := mayImport(c.folder, c.name); got != c.want {
			t.Errorf("%s imports %s: %v, want %v", c.folder, c.name, got, c.want)
		}
	}
}

// homes are the folders under which alone a library may be imported, even by
// tests, which may else take from any room what they need.
var homes = map[string]string{
	"github.com/bwmarrin/discordgo": "bot",
	"go.etcd.io/bbolt":              "storage",
	"github.com/boltdb/bolt":        "storage",
}

// testMayImport reports whether a test in a folder may import a package.
func testMayImport(folder, name string) bool {
	for module, home := range homes {
		if under(name, module) {
			return under(folder, home)
		}
	}
	return true
}

// TestTheDrawingSaysNoToTests that open a store or speak to Discord elsewhere.
func TestTheDrawingSaysNoToTests(t *testing.T) {
	for _, c := range []struct {
		folder, name string
		want         bool
	}{
		{"commands", "griot/storage", true},
		{"commands", "go.etcd.io/bbolt", false},
		{"bot", "go.etcd.io/bbolt/errors", false},
		{"storage", "github.com/boltdb/bolt", true},
		{"bot/discord", "github.com/bwmarrin/discordgo", true},
		{"knowledge", "github.com/bwmarrin/discordgo", false},
	} {
		if got := testMayImport(c.folder, c.name); got != c.want {
			t.Errorf("a test of %s imports %s: %v, want %v", c.folder, c.name, got, c.want)
		}
	}
}

// TestTheDrawingHolds reads every import of the repository, and wants each line
// of the drawing to be one that somebody walks.
func TestTheDrawingHolds(t *testing.T) {
	root := ".."
	imports := map[string][]string{} // by folder, tests apart
	eachGoFile(t, root, func(path string) {
		folder := filepath.ToSlash(filepath.Dir(path))
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		allowed := mayImport
		if strings.HasSuffix(path, "_test.go") {
			allowed = testMayImport
		}
		for _, i := range file.Imports {
			name := strings.Trim(i.Path.Value, `"`)
			if !allowed(folder, name) {
				t.Errorf("%s imports %s, which the drawing doesn't allow", path, name)
			}
			if !strings.HasSuffix(path, "_test.go") {
				imports[folder] = append(imports[folder], strings.TrimPrefix(name, "griot/"))
			}
		}
	})
	for _, drawing := range []map[string][]string{ours, libraries} {
		for folder, names := range drawing {
			for _, name := range names {
				if !slices.ContainsFunc(imports[folder], func(i string) bool { return i == name || strings.Contains(name, ".") && under(i, name) }) {
					t.Errorf("the drawing lets %s import %s, and no file does", folder, name)
				}
			}
		}
	}
}

func under(folder, home string) bool { return folder == home || strings.HasPrefix(folder, home+"/") }

func eachGoFile(t *testing.T, root string, fn func(path string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || isModule(path)) {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") {
			rel, err := filepath.Rel(root, path)
			fn(filepath.ToSlash(rel))
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// isModule reports whether a folder is a module of its own, such as the one
// that measures the peers of our index.
func isModule(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}

// TestTheTourLeadsSomewhere: every path that the tour names is there.
func TestTheTourLeadsSomewhere(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	paths := regexp.MustCompile(`\b(?:bot|commands|knowledge|storage)/[A-Za-z0-9/_.-]*[A-Za-z0-9/]`).FindAllString(string(doc), -1)
	if len(paths) < 20 {
		t.Fatalf("the tour names only %d paths", len(paths))
	}
	for _, p := range paths {
		if _, err := os.Stat(filepath.Join("..", p)); err != nil {
			t.Errorf("the tour names %s: %v", p, err)
		}
	}
}

// TestTheTopLevelIsFixed: what stands at the top is what the README explains.
func TestTheTopLevelIsFixed(t *testing.T) {
	want := []string{".ci", ".env.example", ".gitignore", "LICENSE", "README.md", "bot", "commands", "go.mod", "go.sum", "knowledge", "storage"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		// A clone, its settings, the program that was built and its store are no
		// part of the repository.
		name := e.Name()
		isStore, err := filepath.Match("griot.db*", name)
		if err != nil {
			t.Fatal(err)
		}
		if name != ".git" && name != ".env" && name != "griot" && !isStore {
			got = append(got, name)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the top level is\n %v, want\n %v", got, want)
	}
}

// TestEnvExampleMatchesTheCode: every variable that the program reads stands
// in .env.example, and no other.
func TestEnvExampleMatchesTheCode(t *testing.T) {
	example, err := os.ReadFile("../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^#?\s*([A-Z][A-Z_]+)=`).FindAllStringSubmatch(string(example), -1) {
		documented[m[1]] = true
	}
	read := map[string]bool{}
	eachGoFile(t, "..", func(path string) {
		if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "bot/discordtest") {
			return
		}
		source, err := os.ReadFile(filepath.Join("..", path))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:env:|[gG]etenv\(|secret\(|, )"((?:GRIOT|DISCORD|OPENAI)_[A-Z_]+|NO_COLOR)"`).FindAllStringSubmatch(string(source), -1) {
			read[m[1]] = true
		}
	})
	for name := range read {
		if !documented[name] {
			t.Errorf("the program reads %s, .env.example doesn't name it", name)
		}
	}
	for name := range documented {
		if !read[name] {
			t.Errorf(".env.example names %s, the program doesn't read it", name)
		}
	}
	if len(read) < 6 {
		t.Errorf("only %d variables found in the code", len(read))
	}
}
