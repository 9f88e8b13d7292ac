package packs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"griot/knowledge/packs"
)

// records returns n records that differ in their ids.
func records(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// bombs are small files that cost a careless reader minutes, or its stack.
// Without the limits, empty keys alone take 12 s.
var bombs = map[string]struct{ content, want string }{
	"brackets":       {strings.Repeat("[", 1<<19), "bomb.yaml: is too long"},
	"few brackets":   {strings.Repeat("[", 1<<15), "bomb.yaml:1:21: is nested more than 20 deep"},
	"braces":         {strings.Repeat("{a: ", 1<<13), "bomb.yaml:1:81: is nested more than 20 deep"},
	"dashes":         {strings.Repeat("- ", 1<<15), "bomb.yaml:1:41: is nested more than 20 deep"},
	"question marks": {strings.Repeat("? ", 1<<15), "bomb.yaml:1:1: keys with a question mark"},
	"steps":          {stairs(1000), "bomb.yaml:21:22: is nested more than 20 deep"},
	"aliases":        {"a: &a x\n" + records("b%d: *a\n", 1<<10), "bomb.yaml:1:4: anchors and aliases"},
	"empty keys":     {records("k%d:\n", 80_000), "bomb.yaml: is too long"},
	"just too long":  {"places: []\n#x\n" + strings.Repeat("#\n", 50_001-5), "bomb.yaml: is too long"},
	"same id":        {"places:\n" + strings.Repeat("- {id: ab}\n", 5000), "bomb.yaml:3:3: ab: the id is taken by the place at bomb.yaml:2:3\n"},
	"open quote":     {`a: "` + strings.Repeat("\n ", 1<<18), "bomb.yaml:1:4: "},
	"spaces":         {"x" + strings.Repeat(" ", 1<<20-1), "bomb.yaml:1:1: want lists"},
	"carriage":       {"x" + strings.Repeat("\r", 1<<20-1), "bomb.yaml:1:1: want lists"},
}

// stairs returns mappings in mappings, without brackets.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func TestLoadRefusesBombs(t *testing.T) {
	for name, tt := range bombs {
		t.Run(name, func(t *testing.T) {
			_, err := packs.Load(sealed(t, fstest.MapFS{"bomb.yaml": {Data: []byte(tt.content)}}))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %.200v, want %s", err, tt.want)
			}
		})
	}
}

// Load never panics, and what it lets pass it lets pass again.
func FuzzLoad(f *testing.F) {
	names, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range append(names, filepath.Join("testdata", "good.txtar")) {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	for _, b := range bombs {
		f.Add("-- bomb.yaml --\n" + b.content[:min(len(b.content), 4096)])
	}
	base := sealed(f)
	f.Fuzz(func(t *testing.T, content string) {
		folder := fstest.MapFS{}
		for name, file := range base {
			folder[name] = file
		}
		for name, file := range split(content) {
			folder[name] = file
		}
		first, err := packs.Load(folder)
		if err != nil {
			return
		}
		packs.Check(first, nil)
		load(t, folder)
	})
}
